#include "server/commands/batch_reading.h"

#include <gtest/gtest.h>

namespace callwright::server {
namespace {

Result<Json> reading(std::string_view line) {
  return read_line(Json::parse(line).value(),
                   {.zone = Zone::find("America/Chicago").value(),
                    .now = parse_iso8601("2026-03-10T10:05:00-05:00").value()});
}

TEST(BatchReading, has_every_member_whatever_was_said) {
  const auto nothing = reading(R"({"text":""})");
  ASSERT_TRUE(nothing);
  std::vector<std::string> names;
  for (const Json::Member& member : *nothing->as_object()) names.push_back(member.first);
  EXPECT_EQ(names, (std::vector<std::string>{"language", "intent", "emergency", "slots", "opt_out",
                                             "schedule_query"}));
  EXPECT_EQ((*nothing)["slots"], Json::object());
  EXPECT_EQ((*nothing)["opt_out"], Json("none"));
  EXPECT_TRUE((*nothing)["schedule_query"].is_null());
}

TEST(BatchReading, names_the_parts_of_an_address_that_were_not_said) {
  const auto heard = reading(R"({"text":"it's at 1204 Oak Street","previous_prompt":"address"})");
  ASSERT_TRUE(heard);
  EXPECT_EQ((*heard)["slots"]["address"].dump(),
            R"({"street":"1204 Oak Street","city":null,"state":null,"zip":null})");
}

struct Zoned {
  std::string line;
  std::string start;
};

TEST(BatchReading, times_carry_the_offset_of_the_place) {
  const std::vector<Zoned> rows = {
      // The zone's, on the day itself: clocks change in between.
      {R"({"text":"March 6th at 3 pm","reference_time":"2026-03-04T10:00:00-06:00",
           "timezone":"America/Chicago"})",
       "2026-03-06T15:00:00-06:00"},
      {R"({"text":"March 10th at 3 pm","reference_time":"2026-03-04T10:00:00-06:00",
           "timezone":"America/Chicago"})",
       "2026-03-10T15:00:00-05:00"},
      // A reference in another zone is the same instant.
      {R"({"text":"tomorrow at 3 pm","reference_time":"2026-03-05T03:00:00Z",
           "timezone":"America/Chicago"})",
       "2026-03-05T15:00:00-06:00"},
      // Of the place only the offset is known.
      {R"({"text":"tomorrow at 3 pm","reference_time":"2026-03-04T10:00:00+05:30"})",
       "2026-03-05T15:00:00+05:30"},
      {R"({"text":"tomorrow at 3 pm","reference_time":"2026-03-04T10:00:00Z","timezone":null})",
       "2026-03-05T15:00:00+00:00"},
      // Nothing is known.
      {R"({"text":"tomorrow at 3 pm"})", "2026-03-11T15:00:00-05:00"},
  };
  for (const Zoned& row : rows) {
    const auto heard = reading(row.line);
    ASSERT_TRUE(heard) << row.line;
    const Json& time = (*heard)["slots"]["date_time"];
    EXPECT_EQ(time.string_or("start", ""), row.start) << row.line;
    EXPECT_EQ(time.string_or("type", ""), "instant") << row.line;
  }
}

TEST(BatchReading, says_what_is_wrong_with_a_line) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {R"({"text":"x","reference_time":"yesterday"})",
       "not an ISO 8601 time with offset: \"yesterday\""},
      {R"({"text":"x","reference_time":"2026-03-10T10:00:00"})",
       "not an ISO 8601 time with offset: \"2026-03-10T10:00:00\""},
      {R"({"text":"x","reference_time":1773155100})", "\"reference_time\" is no text"},
      {R"({"text":"x","timezone":"Mars/Olympus"})", "unknown time zone \"Mars/Olympus\""},
      {R"({"text":"x","timezone":""})", "unknown time zone \"\""},
      {R"({"text":"x","timezone":"../../etc/passwd"})", "unknown time zone \"../../etc/passwd\""},
      {R"({"text":"x","trade":"roofing"})", "\"trade\" is plumbing, electrical, hvac or general"},
      {R"({"text":"x","channel":"fax"})", "\"channel\" is voice, sms or chat"},
      {R"({"text":"x","previous_prompt":7})", "\"previous_prompt\" is no text"},
      {R"({"reference_time":"2026-03-10T10:00:00Z"})", "\"text\" is missing"},
  };
  for (const auto& [line, message] : rows) {
    const auto heard = reading(line);
    ASSERT_FALSE(heard) << line;
    EXPECT_EQ(heard.error().message, message) << line;
  }
}

TEST(BatchReading, the_question_is_known_by_its_name_or_its_words) {
  const auto name = [](std::string_view line) {
    return reading(line).value()["slots"].string_or("name", "");
  };
  EXPECT_EQ(name(R"({"text":"Ortega","previous_prompt":"name"})"), "Ortega");
  EXPECT_EQ(name(R"({"text":"Ortega","previous_prompt":"May I have your name, please?"})"),
            "Ortega");
  EXPECT_EQ(name(R"({"text":"Ortega"})"), "");
}

}  // namespace
}  // namespace callwright::server
