#include <gtest/gtest.h>

#include "support/language_sets.h"

namespace callwright::language {
namespace {

using Read = std::string (*)(const std::string&);

void expect_all_right(std::string_view set, Read read) {
  const auto rows = tests::set_rows(set);
  EXPECT_FALSE(rows.empty());
  for (const tests::SetRow& row : rows) EXPECT_EQ(read(row.said), row.expected) << row.said;
}

// The rows themselves stay unread, so that they go on measuring: only how many are right is told.
void expect_share_right(std::string_view set, Read read, double share) {
  const auto rows = tests::set_rows(set);
  std::size_t right = 0;
  for (const tests::SetRow& row : rows) right += read(row.said) == row.expected ? 1 : 0;
  EXPECT_GE(static_cast<double>(right), share * static_cast<double>(rows.size()))
      << right << " of " << rows.size();
}

TEST(OwnSets, of_times_are_read) {
  expect_all_right("times.seen.tsv", tests::time_as_read);
  expect_share_right("times.held_out.tsv", tests::time_as_read, 0.92);
}

TEST(OwnSets, of_owner_queries_are_read) {
  expect_all_right("owner_queries.seen.tsv", tests::owner_query_as_read);
  expect_share_right("owner_queries.held_out.tsv", tests::owner_query_as_read, 0.88);
}

}  // namespace
}  // namespace callwright::language
