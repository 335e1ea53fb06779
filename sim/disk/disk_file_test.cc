#include "sim/disk/disk_file.h"

#include <gtest/gtest.h>

#include <set>

namespace callwright::sim {
namespace {

constexpr Losses everything{.dropped = 1};

DiskFile synced(const std::string& bytes) {
  DiskFile file;
  file.write(0, bytes);
  file.sync();
  return file;
}

// What is found after a power loss; the file itself lives on.
std::string surviving(DiskFile file, Random& random, const Losses& losses) {
  file.lose_power(random, losses);
  return std::string(file.bytes());
}

TEST(DiskFile, keeps_what_was_synced_through_every_power_loss) {
  SeededRandom random(1);
  const DiskFile file = synced("before");
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(surviving(file, random, Losses::drawn(random)), "before");
  }
}

TEST(DiskFile, undoes_writes_and_truncations_that_were_not_synced) {
  SeededRandom random(1);
  DiskFile file = synced("0123456789");
  file.write(8, "abcd");
  file.truncate(3);
  file.write(6, "xyz");
  EXPECT_EQ(file.bytes(), std::string_view("012\0\0\0xyz", 9));
  EXPECT_EQ(surviving(file, random, everything), "0123456789");
  EXPECT_EQ(surviving(file, random, {}), file.bytes());
}

TEST(DiskFile, may_keep_a_later_write_without_an_earlier_one) {
  SeededRandom random(1);
  DiskFile file = synced("--");
  file.write(0, "a");
  file.write(1, "b");
  std::set<std::string> seen;
  for (int i = 0; i < 200; ++i) seen.insert(surviving(file, random, {.dropped = 0.5}));
  EXPECT_EQ(seen, (std::set<std::string>{"--", "a-", "-b", "ab"}));
}

TEST(DiskFile, tears_a_write_at_sectors_only) {
  SeededRandom random(1);
  DiskFile file = synced(std::string(2'000, 'o'));
  file.write(100, std::string(1'500, 'n'));
  std::set<std::string> seen;
  for (int i = 0; i < 500; ++i) {
    const std::string found = surviving(file, random, {.torn = 1});
    seen.insert({found[0], found[100], found[511], found[512], found[1023], found[1024],
                 found[1535], found[1536], found[1599], found[1600]});
  }
  EXPECT_EQ(seen.size(), 16u) << "four sectors, each with the old bytes or the new ones";
  EXPECT_TRUE(seen.contains("onnoonnoo" + std::string("o")));
}

TEST(DiskFile, scrambles_nothing_outside_of_what_is_written) {
  SeededRandom random(1);
  DiskFile file = synced(std::string(1'000, 'o'));
  file.write(200, std::string(400, 'n'));
  for (int i = 0; i < 50; ++i) {
    const std::string found = surviving(file, random, {.torn = 1, .scrambled = 1});
    EXPECT_EQ(found.substr(0, 200), std::string(200, 'o'));
    EXPECT_EQ(found.substr(600), std::string(400, 'o'));
    EXPECT_NE(found.substr(200, 400), std::string(400, 'n'));
  }
}

TEST(DiskFile, loses_no_more_by_a_second_power_loss) {
  SeededRandom random(1);
  DiskFile file = synced("before");
  file.write(0, "after");
  file.lose_power(random, {});
  EXPECT_EQ(surviving(file, random, everything), "aftere");
}

TEST(DiskFile, reads_as_zeros_where_nobody_wrote) {
  DiskFile file = synced("ab");
  file.write(4, "c");
  EXPECT_EQ(file.bytes(), std::string_view("ab\0\0c", 5));
  file.write(3, "xyz");
  EXPECT_EQ(file.bytes(), std::string_view("ab\0xyz", 6));
}

}  // namespace
}  // namespace callwright::sim
