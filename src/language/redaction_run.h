#pragma once

#include <cstddef>
#include <string_view>

#include "language/redaction_numbers.h"

namespace callwright::language {

// A few groups of a run, seen as one number.
struct Stretch {
  std::string_view digits;
  std::size_t splits = 0;  // How many digits more it may have.

  bool has_length(std::size_t length) const { return has_length_between(length, length); }
  bool has_length_between(std::size_t least, std::size_t most) const {
    return digits.size() <= most && digits.size() + splits >= least;
  }
};

// A run of a text with the digits it holds.
class Run {
 public:
  Run(const DigitRuns& all, const DigitRun& run) : all_(all), run_(run) {}

  const DigitRun& place() const { return run_; }
  std::size_t size() const { return run_.end_group - run_.first_group; }
  const DigitGroup& operator[](std::size_t at) const { return all_.groups[run_.first_group + at]; }

  // The groups [first, end), at least one.
  Stretch stretch(std::size_t first, std::size_t end) const {
    const DigitGroup& from = (*this)[first];
    const DigitGroup& to = (*this)[end - 1];
    const std::size_t splits_before = first == 0 ? 0 : (*this)[first - 1].splits;
    return {.digits = std::string_view(all_.digits).substr(from.at, to.at + to.size - from.at),
            .splits = to.splits - splits_before};
  }

  Stretch rest(std::size_t first) const { return stretch(first, size()); }

  // The group after the first that completes the length, or `first`.
  std::size_t reach(std::size_t first, std::size_t length) const {
    for (std::size_t next = first + 1; next <= size(); ++next) {
      const Stretch said = stretch(first, next);
      if (said.digits.size() == length) return next;
      if (said.digits.size() > length) break;
      if (next == size() && said.has_length(length)) return next;
    }
    return first;
  }

 private:
  const DigitRuns& all_;
  const DigitRun& run_;
};

}  // namespace callwright::language
