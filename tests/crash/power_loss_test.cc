// The machine stops before every single change of the disk on the way, and comes back in every way
// it may: what was answered holds, nothing is there by halves, and the webhook that the carrier
// delivers again ends where it would have ended anyway.
#include <gtest/gtest.h>

#include "crash/trouble.h"
#include "platform/log/log.h"

namespace callwright::crash {
namespace {

struct Comeback {
  const char* name;
  Return way;
  sim::Losses losses;
};

constexpr Comeback comebacks[] = {
    {"nothing unsynced stays", Return::PowerLoss, {.dropped = 1}},
    {"all of it stays", Return::PowerLoss, {}},
    {"in order up to a torn write", Return::PowerLoss, {.in_order = true, .torn = 1}},
    {"some of it stays", Return::PowerLoss, {.dropped = 0.5}},
    {"torn, out of order and scrambled",
     Return::PowerLoss,
     {.dropped = 0.3, .torn = 0.6, .scrambled = 0.2}},
    {"killed", Return::Kill, {}},
    {"killed, then without power", Return::KillThenPowerLoss, {}},
};
constexpr std::int64_t points_in_short = 20;
constexpr int comebacks_in_short = 2;

class PowerLoss : public testing::TestWithParam<Path> {
 protected:
  static void SetUpTestSuite() {
    log::configure({.level = log::Level::Error, .clock = nullptr, .sink = [](std::string_view) {}});
    furnished_ = std::make_unique<sim::SimDisk>(1);
    furnish(*furnished_);
  }
  static void TearDownTestSuite() { furnished_.reset(); }

  static inline std::unique_ptr<sim::SimDisk> furnished_;
};

TEST_P(PowerLoss, at_any_change_of_the_disk_is_as_if_it_had_not_been) {
  const Path& path = GetParam();
  House untroubled(*furnished_, 1);
  const Smooth smooth = smooth_run(untroubled, path, [&] { return untroubled.disk().changes(); });
  ASSERT_GT(smooth.points, 5);
  // Each page of the log that is moved into the database is a change.
  ASSERT_GE(smooth.points, static_cast<std::int64_t>(path.pages_in_log));
  const std::int64_t step = step_between(smooth.points, points_in_short);
  int stopped = 0;
  std::size_t next = 0;
  for (std::int64_t change = 1; change <= smooth.points; change += step) {
    const std::size_t tries = wants_every_point() ? std::size(comebacks) : comebacks_in_short;
    for (std::size_t i = 0; i < tries; ++i) {
      const Comeback& comeback = comebacks[next++ % std::size(comebacks)];
      House house(*furnished_, static_cast<std::uint64_t>(change));
      lead_up(house, path);
      house.return_by(comeback.way, comeback.losses);
      house.disk().stop_before_change(change);
      house.take(path.steps);
      house.rest();
      stopped += house.starts() > 0 ? 1 : 0;
      ASSERT_EQ(difference(house, path, smooth), "")
          << path.name << ", stopped before change " << change << " of " << smooth.points << ", "
          << comeback.name;
    }
  }
  RecordProperty("stops", stopped);
  EXPECT_GT(stopped, 20);
}

// Without this the above would prove nothing.
TEST_P(PowerLoss, on_a_disk_that_lies_about_syncs_is_found_out) {
  const Path& path = GetParam();
  House untroubled(*furnished_, 1);
  const Smooth smooth = smooth_run(untroubled, path, [&] { return untroubled.disk().changes(); });
  House house(*furnished_, 1);
  house.disk().ignore_syncs();
  lead_up(house, path);
  house.return_by(Return::PowerLoss, {.dropped = 1});
  house.disk().stop_before_change(smooth.points - 1);
  house.take(path.steps);
  house.rest();
  EXPECT_NE(difference(house, path, smooth), "");
}

INSTANTIATE_TEST_SUITE_P(Paths, PowerLoss, testing::ValuesIn(paths()),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace callwright::crash
