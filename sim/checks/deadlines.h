#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/time.h"

namespace callwright::sim {

// What has to have happened by when. Time in which the product could not work is added.
class Deadlines {
 public:
  explicit Deadlines(const Milliseconds& excused) : excused_(excused) {}

  void add(Instant at, std::string what) { waiting_.emplace(at - excused_, std::move(what)); }

  // What has to have happened before then has time until then.
  void extend_to(Instant at) {
    const auto end = waiting_.lower_bound(at - excused_);
    std::vector<std::string> extended;
    for (auto entry = waiting_.begin(); entry != end; ++entry) {
      extended.push_back(std::move(entry->second));
    }
    waiting_.erase(waiting_.begin(), end);
    for (std::string& what : extended) waiting_.emplace(at - excused_, std::move(what));
  }

  // Those that have passed, taken out.
  std::vector<std::string> take_passed(Instant now) {
    std::vector<std::string> passed;
    while (!waiting_.empty() && waiting_.begin()->first + excused_ < now) {
      passed.push_back(std::move(waiting_.begin()->second));
      waiting_.erase(waiting_.begin());
    }
    return passed;
  }

 private:
  const Milliseconds& excused_;
  std::multimap<Instant, std::string> waiting_;
};

}  // namespace callwright::sim
