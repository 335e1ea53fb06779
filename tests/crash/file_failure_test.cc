// The n-th call of the disk fails, for every n: the caller hears the apology or nothing amiss,
// nothing is there by halves, and the next try ends where the first would have ended.
#include <gtest/gtest.h>

#include "crash/trouble.h"
#include "platform/log/log.h"

namespace callwright::crash {
namespace {

using sim::DiskTrouble;

constexpr std::int64_t points_in_short = 15;

class FileFailure : public testing::TestWithParam<Path> {
 protected:
  static void SetUpTestSuite() {
    log::configure({.level = log::Level::Error, .clock = nullptr, .sink = [](std::string_view) {}});
    furnished_ = std::make_unique<sim::SimDisk>(1);
    furnish(*furnished_);
  }
  static void TearDownTestSuite() { furnished_.reset(); }

  static inline std::unique_ptr<sim::SimDisk> furnished_;
};

TEST_P(FileFailure, of_any_call_is_made_good_by_the_next_try) {
  const Path& path = GetParam();
  House untroubled(*furnished_, 1);
  const Smooth smooth = smooth_run(untroubled, path, [&] { return untroubled.disk().calls(); });
  int failed = 0;
  int repeated = 0;
  for (const DiskTrouble trouble :
       {DiskTrouble::Error, DiskTrouble::ShortWrite, DiskTrouble::Full}) {
    const std::int64_t step = step_between(smooth.points, points_in_short);
    for (std::int64_t call = 1; call <= smooth.points; call += step) {
      House house(*furnished_, 1);
      lead_up(house, path);
      house.disk().fail_call(call, trouble);
      house.take(path.steps);
      house.rest();
      failed += house.disk().failures() > 0 ? 1 : 0;
      repeated += house.deliveries_repeated();
      ASSERT_EQ(difference(house, path, smooth), "")
          << path.name << ", call " << call << " of " << smooth.points << " failed";
    }
  }
  RecordProperty("failed", failed);
  EXPECT_GE(failed, points_in_short) << "of the calls that should have failed";
  EXPECT_GT(repeated, 0) << "no caller ever noticed";
}

INSTANTIATE_TEST_SUITE_P(Paths, FileFailure, testing::ValuesIn(paths()),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace callwright::crash
