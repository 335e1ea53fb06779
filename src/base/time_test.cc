#include "base/time.h"

#include <gtest/gtest.h>

#include "support/shared_data.h"

namespace callwright {
namespace {

using namespace std::chrono_literals;

Instant at(std::string_view text) {
  const auto instant = parse_iso8601(text);
  EXPECT_TRUE(instant.has_value()) << text;
  return instant.value_or(Instant());
}

LocalTime local(std::string_view date, std::string_view time) {
  return {.date = *parse_iso_date(date), .time_of_day = *parse_time_of_day(time)};
}

TEST(TimeRange, holds_its_begin_and_not_its_end) {
  const TimeRange range{at("2026-03-10T10:00:00Z"), at("2026-03-10T11:00:00Z")};
  EXPECT_TRUE(range.contains(range.begin));
  EXPECT_FALSE(range.contains(range.end));
  EXPECT_TRUE(range.contains(range));
  EXPECT_TRUE(range.overlaps(range));
  EXPECT_FALSE(range.overlaps({range.end, range.end + 1h}));
  EXPECT_FALSE(range.overlaps({range.begin - 1h, range.begin}));
  EXPECT_TRUE((TimeRange{range.end, range.begin}).empty());
  EXPECT_EQ(range.length(), 1h);
}

TEST(Iso8601, is_read_with_any_offset) {
  const Instant expected = at("2026-03-10T15:05:00Z");
  for (const char* text :
       {"2026-03-10T10:05:00-05:00", "2026-03-10 10:05-0500", "2026-03-10T15:05Z",
        "2026-03-10T20:35:00.000+05:30", "2026-03-11T00:05:00+09:00"}) {
    EXPECT_EQ(at(text), expected) << text;
  }
  EXPECT_EQ(at("2026-03-10T15:05:00.1239Z"), expected + 123ms);
}

TEST(Iso8601, without_an_offset_or_with_an_impossible_part_is_refused) {
  for (const char* text :
       {"", "2026-03-10", "2026-03-10T10:05:00", "2026-02-30T10:05:00Z", "2026-13-01T10:05:00Z",
        "2026-03-10T24:05:00Z", "2026-03-10T10:60:00Z", "2026-03-10T10:05:60Z",
        "2026-03-10T10:05:00.Z", "2026-03-10T10:05:00Zx", "2026-03-10T10:05:00+24:00",
        "26-03-10T10:05:00Z", "2026-3-10T10:05:00Z"}) {
    EXPECT_FALSE(parse_iso8601(text).has_value()) << text;
  }
}

TEST(Iso8601, brings_back_what_it_wrote) {
  for (const char* text :
       {"2026-03-10T15:05:09Z", "1969-12-31T23:59:59Z", "2038-01-19T03:14:08Z"}) {
    EXPECT_EQ(iso8601_utc(at(text)), text);
  }
  EXPECT_EQ(iso_date(*parse_iso_date("2028-02-29")), "2028-02-29");
  EXPECT_EQ(parse_iso_date("2027-02-29"), std::nullopt);
  EXPECT_EQ(parse_iso_date("2027-02-28x"), std::nullopt);
}

TEST(TimeOfDay, runs_from_midnight_to_the_end_of_the_day) {
  EXPECT_EQ(parse_time_of_day("00:00"), 0min);
  EXPECT_EQ(parse_time_of_day("17:30"), 1050min);
  EXPECT_EQ(parse_time_of_day("24:00"), 1440min);
  for (const char* text : {"24:01", "8:00", "08:60", "0800", "08:00:00", ""}) {
    EXPECT_EQ(parse_time_of_day(text), std::nullopt) << text;
  }
  EXPECT_EQ(to_string_time_of_day(1050min), "17:30");
  EXPECT_EQ(to_string_time_of_day(1440min), "24:00");
}

TEST(Zone, is_found_by_its_database_name) {
  EXPECT_TRUE(Zone::find("America/Chicago").has_value());
  EXPECT_EQ(Zone::find("America/Gotham").error().code, ErrorCode::Invalid);
  EXPECT_FALSE(Zone::find("").has_value());
}

TEST(Zone, jumps_forward_and_falls_back) {
  const Zone chicago = *Zone::find("America/Chicago");
  const ResolvedTime skipped = chicago.resolve(local("2026-03-08", "02:30"));
  EXPECT_EQ(skipped.kind, LocalTimeKind::Skipped);
  EXPECT_EQ(skipped.instant, at("2026-03-08T08:00:00Z"));

  const ResolvedTime repeated = chicago.resolve(local("2026-11-01", "01:30"));
  EXPECT_EQ(repeated.kind, LocalTimeKind::Repeated);
  EXPECT_EQ(repeated.instant, at("2026-11-01T01:30:00-05:00"));

  const ResolvedTime unique = chicago.resolve(local("2026-07-01", "12:00"));
  EXPECT_EQ(unique.kind, LocalTimeKind::Unique);
  EXPECT_EQ(chicago.iso8601(unique.instant), "2026-07-01T12:00:00-05:00");
}

TEST(Zone, knows_summers_beyond_2037) {
  const Zone new_york = *Zone::find("America/New_York");
  EXPECT_EQ(new_york.offset_at(at("2050-07-01T12:00:00Z")), -240min);
  EXPECT_EQ(new_york.offset_at(at("2050-01-01T12:00:00Z")), -300min);
}

TEST(Zone, reads_the_end_of_the_day_as_the_next_midnight) {
  const Zone chicago = *Zone::find("America/Chicago");
  EXPECT_EQ(chicago.resolve(local("2026-03-07", "24:00")).instant,
            chicago.resolve(local("2026-03-08", "00:00")).instant);
}

TEST(Zone, of_an_offset_is_the_same_all_year_round) {
  const Zone zone = Zone::find("Fixed/UTC-03:30:00").value();
  EXPECT_EQ(zone.iso8601(at("2026-01-10T12:00:00Z")), "2026-01-10T08:30:00-03:30");
  EXPECT_EQ(zone.iso8601(at("2026-07-10T12:00:00Z")), "2026-07-10T08:30:00-03:30");
}

TEST(Zone, names_are_no_paths) {
  for (const char* name : {"/etc/localtime", "../zoneinfo/UTC", "America/Chicago/../Denver", "",
                           " UTC", "America/Chicago\n", "file:/etc/localtime", "Mars/Olympus"}) {
    EXPECT_FALSE(Zone::find(name)) << name;
  }
  for (const char* name :
       {"America/Argentina/Buenos_Aires", "Etc/GMT+5", "America/Port-au-Prince"}) {
    EXPECT_TRUE(Zone::find(name)) << name;
  }
}

TEST(Zone, shows_the_local_times_others_have_published) {
  const auto rows = tests::shared_rows("timezone/moment_transitions.jsonl");
  if (!rows) GTEST_SKIP() << tests::no_shared_data;
  for (const Json& row : *rows) {
    const Zone zone = Zone::find(row.string_or("zone", "")).value();
    const Instant instant = at(row.string_or("utc", ""));
    const std::string id = row.string_or("id", "");
    EXPECT_EQ(zone.offset_at(instant).count(), row.integer_or("utc_offset_minutes", 0)) << id;
    EXPECT_EQ(zone.iso8601(instant).substr(11, 8), row.string_or("local_time", "")) << id;
  }
  EXPECT_EQ(rows->size(), 3'640U);
}

TEST(Zone, resolves_the_gaps_and_overlaps_others_have_computed) {
  const auto rows = tests::shared_rows("timezone/gaps_overlaps.jsonl");
  if (!rows) GTEST_SKIP() << tests::no_shared_data;
  for (const Json& row : *rows) {
    const Zone zone = Zone::find(row.string_or("zone", "")).value();
    const std::string from = row.string_or("local_from", "");
    const std::string id = row.string_or("id", "");
    const bool gap = row.string_or("kind", "") == "gap";
    const Instant transition = at(row.string_or("transition_utc", ""));
    const Minutes before(row.integer_or("offset_before_min", 0));

    const LocalTime first = local(from.substr(0, 10), from.substr(11, 5));
    const ResolvedTime resolved = zone.resolve(first);
    EXPECT_EQ(resolved.kind, gap ? LocalTimeKind::Skipped : LocalTimeKind::Repeated) << id;
    // Of a time shown twice the first is meant, which still has the offset from before.
    const Instant shown_first = std::chrono::sys_days(first.date) + first.time_of_day - before;
    EXPECT_EQ(resolved.instant, gap ? transition : shown_first) << id;
  }
  EXPECT_EQ(rows->size(), 98U);
}

}  // namespace
}  // namespace callwright
