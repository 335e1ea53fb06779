#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

namespace callwright::eval {

struct Score {
  std::size_t right = 0;
  std::size_t rows = 0;
};

class Report {
 public:
  explicit Report(std::size_t worst) : worst_(worst) {}

  void add(const std::string& name, bool right, const std::string& text,
           const std::string& expected, const std::string& got) {
    Score& score = scores_[name];
    ++score.rows;
    if (right) {
      ++score.right;
    } else if (wrong_[name].size() < worst_) {
      wrong_[name].push_back("    " + text + "\n      expected " + expected + "\n      got      " +
                             got);
    }
  }

  // The least percentage of right rows that will do.
  void set_bar(const std::string& name, double percent) { bars_[name] = percent; }

  void timed(std::chrono::nanoseconds time) { times_.push_back(time.count()); }

  void print() {
    for (const auto& [name, score] : scores_) {
      const double percent =
          100.0 * static_cast<double>(score.right) / static_cast<double>(score.rows);
      std::printf("%-34s %5zu / %5zu  %6.2f %%", name.c_str(), score.right, score.rows, percent);
      const auto bar = bars_.find(name);
      if (bar != bars_.end())
        std::printf("  bar %5.1f %%  %s", bar->second, percent < bar->second ? "MISSED" : "met");
      std::printf("\n");
      for (const std::string& row : wrong_[name]) std::printf("%s\n", row.c_str());
    }
    if (times_.empty()) return;
    std::ranges::sort(times_);
    std::printf("one utterance, all readers: median %.1f us, p99 %.1f us, max %.1f us\n",
                static_cast<double>(times_[times_.size() / 2]) / 1000,
                static_cast<double>(times_[times_.size() * 99 / 100]) / 1000,
                static_cast<double>(times_.back()) / 1000);
  }

 private:
  std::size_t worst_;
  std::map<std::string, Score> scores_;
  std::map<std::string, double> bars_;
  std::map<std::string, std::vector<std::string>> wrong_;
  std::vector<std::int64_t> times_;
};

}  // namespace callwright::eval
