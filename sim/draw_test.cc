#include "sim/draw.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace callwright::sim {
namespace {

TEST(Draw, the_same_seed_gives_the_same_stream) {
  Draw one(42);
  Draw other(42);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(one.next(), other.next());
}

TEST(Draw, streams_of_neighbours_do_not_meet) {
  std::set<std::uint64_t> seen;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    for (std::uint64_t stream = 0; stream < 100; ++stream) {
      Draw draw(derived_seed(seed, stream));
      EXPECT_TRUE(seen.insert(draw.next()).second) << seed << " " << stream;
    }
  }
}

TEST(Draw, both_ends_are_reached_and_nothing_beyond) {
  Draw draw(7);
  std::set<std::int64_t> seen;
  for (int i = 0; i < 1'000; ++i) seen.insert(draw.between(-2, 3));
  EXPECT_EQ(seen, (std::set<std::int64_t>{-2, -1, 0, 1, 2, 3}));
}

TEST(Draw, a_chance_is_kept) {
  Draw draw(7);
  int hits = 0;
  for (int i = 0; i < 10'000; ++i) hits += draw.chance(0.2) ? 1 : 0;
  EXPECT_NEAR(hits, 2'000, 150);
}

}  // namespace
}  // namespace callwright::sim
