#include "sim/shrink.h"

#include <algorithm>

namespace callwright::sim {
namespace {

// A failure is worth minutes, not hours.
constexpr int tries_max = 400;

class Shrinking {
 public:
  Shrinking(const UniverseSpec& failed, int invariant, const Play& play)
      : invariant_(invariant), play_(play), best_{.spec = failed, .result = play(failed)} {}

  Shrunk run() {
    leave_out_callers();
    leave_out_faults();
    return std::move(best_);
  }

 private:
  // Halves first, then quarters, and so on down to one by one.
  void leave_out_callers() {
    std::vector<std::uint64_t> callers = best_.result.callers;
    for (std::size_t piece = std::max<std::size_t>(1, callers.size() / 2);; piece /= 2) {
      for (std::size_t from = 0; from < callers.size() && best_.tries < tries_max;) {
        std::vector<std::uint64_t> rest = callers;
        const auto begin = rest.begin() + static_cast<std::ptrdiff_t>(from);
        rest.erase(begin, begin + static_cast<std::ptrdiff_t>(std::min(piece, rest.size() - from)));
        UniverseSpec spec = best_.spec;
        spec.only_callers.emplace(rest.begin(), rest.end());
        if (still_fails(spec)) {
          callers = std::move(rest);
        } else {
          from += piece;
        }
      }
      if (piece <= 1) return;
    }
  }

  void leave_out_faults() {
    for (const FaultRow& row : fault_rows()) {
      if (!best_.spec.faults.test(index_of(row.fault)) || best_.tries >= tries_max) continue;
      UniverseSpec spec = best_.spec;
      spec.faults.reset(index_of(row.fault));
      still_fails(spec);
    }
  }

  bool still_fails(const UniverseSpec& spec) {
    ++best_.tries;
    UniverseResult result = play_(spec);
    const auto same = [&](const FoundViolation& found) {
      return found.violation.invariant == invariant_;
    };
    if (std::ranges::none_of(result.violations, same)) return false;
    best_.spec = spec;
    best_.result = std::move(result);
    return true;
  }

  const int invariant_;
  const Play& play_;
  Shrunk best_;
};

}  // namespace

Shrunk shrink(const UniverseSpec& failed, int invariant, const Play& play) {
  return Shrinking(failed, invariant, play).run();
}

}  // namespace callwright::sim
