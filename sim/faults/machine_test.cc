#include "sim/faults/machine.h"

#include <gtest/gtest.h>

namespace callwright::sim {
namespace {

class DowntimeTest : public testing::Test {
 protected:
  DowntimeTest() {
    for (std::uint64_t seed = 0; !plan_.is_on(Fault::Downtime); ++seed) {
      plan_ = FaultPlan(Draw(seed), *parse_faults("downtime"));
    }
    server::RehearsalSettings settings{.now = from_ms(1'772'463'600'000)};
    settings.seams.open_database = [this] { return machine_.open_database(); };
    auto rehearsal = server::Rehearsal::make(settings);
    EXPECT_TRUE(rehearsal.has_value());
    rehearsal_ = *std::move(rehearsal);
    checks_.watch(rehearsal_->product().world.clock);
  }

  bool works() {
    return rehearsal_->product()
        .world.database.read([](db::Transaction& tx) { return tx.query("SELECT 1"); })
        .has_value();
  }

  // Steps in which something is read, until the process is away.
  void play_until_away() {
    for (int step = 0; step < 100'000 && !machine_.back_at(); ++step) {
      machine_.begin_step(chance_);
      for (int i = 0; i < 200; ++i) static_cast<void>(works());
      machine_.end_step(*rehearsal_);
    }
    ASSERT_TRUE(machine_.back_at());
  }

  FaultPlan plan_;
  Checks checks_;
  Tally tally_;
  Machine machine_{1, plan_, checks_, tally_};
  SeededRandom chance_{1};
  std::unique_ptr<server::Rehearsal> rehearsal_;
};

TEST_F(DowntimeTest, is_a_minute_to_four_hours_in_which_the_process_does_not_come_back) {
  play_until_away();
  ManualClock& clock = rehearsal_->clock();
  const Milliseconds away = *machine_.back_at() - clock.now();
  EXPECT_GE(away, Minutes(1));
  EXPECT_LE(away, Minutes(240));
  clock.set(*machine_.back_at() - Milliseconds(1));
  machine_.end_step(*rehearsal_);
  machine_.bring_back(*rehearsal_);
  EXPECT_FALSE(works());
  clock.advance(Milliseconds(1));
  machine_.end_step(*rehearsal_);
  EXPECT_TRUE(works());
  EXPECT_FALSE(machine_.back_at());
  EXPECT_EQ(tally_.faults["downtime"], 1u);
}

TEST_F(DowntimeTest, ends_at_once_when_the_day_does) {
  play_until_away();
  EXPECT_FALSE(works());
  machine_.end_downtime(*rehearsal_);
  EXPECT_TRUE(works());
  EXPECT_FALSE(machine_.back_at());
}

}  // namespace
}  // namespace callwright::sim
