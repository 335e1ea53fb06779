#include "sim/faults/leap_second.h"

#include <gtest/gtest.h>

#include "sim/world/test_support/quiet_world.h"

namespace callwright::sim {
namespace {

const Instant noon = from_ms(1'772'452'800'000);  // UTC.
const Instant midnight = noon + Minutes(12 * 60);

struct Played {
  Instant first;
  int acts = 0;
  Milliseconds biggest_step{0};
  Milliseconds sum{0};
};

// From the first act to the last, as the clock of the product's machine shows it.
Played play(std::uint64_t seed, Fault on) {
  QuietWorld world(noon, on);
  const Clock& product = world->rehearsal().product().world.clock;
  LeapSecond leap(Draw(seed), noon);
  ManualClock& clock = world->rehearsal().clock();
  clock.advance(leap.first_act());
  Played played{.first = clock.now()};
  while (true) {
    const Instant before = product.now();
    const auto next = leap.act(*world);
    ++played.acts;
    played.biggest_step = std::max(played.biggest_step, before - product.now());
    played.sum += before - product.now();
    if (!next) return played;
    clock.advance(*next);
  }
}

TEST(LeapSecond, comes_at_midnight_or_is_smeared_over_half_a_day) {
  int whole = 0;
  int smeared = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Played played = play(seed, Fault::LeapSecond);
    EXPECT_EQ(played.sum, Seconds(1)) << seed;
    if (played.acts == 1) {
      ++whole;
      EXPECT_EQ(played.first, midnight) << seed;
    } else {
      ++smeared;
      EXPECT_LE(played.biggest_step, Milliseconds(10)) << seed;
      EXPECT_LE(played.first, midnight) << seed;
    }
  }
  EXPECT_GT(whole, 0);
  EXPECT_GT(smeared, 0);
}

TEST(LeapSecond, leaves_the_clock_alone_where_it_is_not_drawn) {
  EXPECT_EQ(play(1, Fault::Noise).sum, Milliseconds(0));
}

}  // namespace
}  // namespace callwright::sim
