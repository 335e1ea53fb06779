#include "language/times/calendar.h"

#include <gtest/gtest.h>

namespace callwright::language {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

constexpr Day tuesday = 2026y / 3 / 10;

TEST(Calendar, weeks_start_on_monday) {
  EXPECT_EQ(monday_of(tuesday), Day(2026y / 3 / 9));
  EXPECT_EQ(monday_of(2026y / 3 / 15), Day(2026y / 3 / 9));
  EXPECT_EQ(weekend_of(tuesday), (Days{2026y / 3 / 14, 2026y / 3 / 16}));
}

TEST(Calendar, a_shorter_month_ends_sooner) {
  EXPECT_EQ(months_later(2026y / 1 / 31, 1), Day(2026y / 2 / 28));
  EXPECT_EQ(months_later(2026y / 12 / 15, 2), Day(2027y / 2 / 15));
}

TEST(Calendar, dates_without_a_year_are_the_next_such_day) {
  EXPECT_EQ(next_date(tuesday, 3, 10), Day(2026y / 3 / 10));
  EXPECT_EQ(next_date(tuesday, 3, 9), Day(2027y / 3 / 9));
  EXPECT_EQ(next_date(tuesday, 2, 29), Day(2028y / 2 / 29));
  EXPECT_EQ(next_date(tuesday, 2, 30), std::nullopt);
  EXPECT_EQ(next_day_of_month(2026y / 2 / 1, 31), Day(2026y / 3 / 31));
  EXPECT_EQ(next_weekday_on(tuesday, Friday, 13), Day(2026y / 3 / 13));
}

TEST(Calendar, counts_weekdays_within_a_month) {
  EXPECT_EQ(weekday_of_month(tuesday, Friday, 1), Day(2026y / 3 / 6));
  EXPECT_EQ(weekday_of_month(tuesday, Friday, 0), Day(2026y / 3 / 27));
  EXPECT_EQ(weekday_of_month(tuesday, Friday, 5), std::nullopt);
}

TEST(Calendar, knows_the_holidays) {
  EXPECT_EQ(next_holiday(tuesday, Holiday::Thanksgiving), Day(2026y / 11 / 26));
  EXPECT_EQ(next_holiday(tuesday, Holiday::MemorialDay), Day(2026y / 5 / 25));
  EXPECT_EQ(next_holiday(tuesday, Holiday::Easter), Day(2026y / 4 / 5));
  EXPECT_EQ(holiday_in(2038y, Holiday::Easter), Day(2038y / 4 / 25));
  EXPECT_EQ(next_holiday(2026y / 12 / 26, Holiday::Christmas), Day(2027y / 12 / 25));
}

}  // namespace
}  // namespace callwright::language
