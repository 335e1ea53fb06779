#include "language/times/times.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <limits>
#include <string>

namespace callwright::language {
namespace {

Zone chicago() {
  return Zone::find("America/Chicago").value();
}

// "Tue 14:00", "Fri", "Wed 10:00-12:00" of the fortnight from Tuesday, 2026-03-10, 10:00 in
// Chicago; days further off are written out.
class Reader {
 public:
  explicit Reader(std::string_view now = "2026-03-10T10:00:00-05:00",
                  Question asked = Question::None)
      : context_{.reference_time = parse_iso8601(now).value(), .zone = chicago(), .asked = asked} {}

  std::optional<TimeReading> read(std::string_view said) const {
    const Words words(said);
    const auto found = read_time(words, context_);
    if (!found) return std::nullopt;
    return found->value;
  }

  std::string operator()(std::string_view said) const {
    const auto reading = read(said);
    if (!reading) return "-";
    std::string text;
    switch (reading->kind) {
      case TimeReading::Kind::None:
        break;
      case TimeReading::Kind::Instant:
        text = shown(reading->begin);
        break;
      case TimeReading::Kind::Window:
        text = shown(reading->begin) + " to " + shown(reading->end);
        break;
      case TimeReading::Kind::Date:
        text = shown(reading->begin).substr(0, 5);
        break;
    }
    for (const TimeRange& range : reading->exclude)
      text += " not " + shown(range.begin) + " to " + shown(range.end);
    return text + (reading->asap ? " asap" : "");
  }

 private:
  std::string shown(Instant instant) const {
    const LocalTime local = context_.zone.to_local(instant);
    return iso_date(local.date).substr(5) + " " + to_string_time_of_day(local.time_of_day);
  }

  Context context_;
};

struct Case {
  std::string_view said;
  std::string_view expected;
};

void expect_all(const Reader& read, std::initializer_list<Case> cases) {
  for (const auto& [said, expected] : cases) EXPECT_EQ(read(said), expected) << said;
}

TEST(Times, name_days) {
  expect_all(Reader(), {{"tomorrow works", "03-11"},
                        {"the day after tomorrow", "03-12"},
                        {"on Friday", "03-13"},
                        {"this Tuesday", "03-10"},
                        {"Tuesday", "03-17"},
                        {"next Wednesday", "03-18"},
                        {"Wednesday next week", "03-18"},
                        {"the Monday after next", "03-23"},
                        {"a week from Friday", "03-20"},
                        {"two Sundays from now", "03-22"},
                        {"in ten days", "03-20"},
                        {"in two weeks on Thursday", "03-26"},
                        {"the 15th", "03-15"},
                        {"the 5th", "04-05"},
                        {"March 20th", "03-20"},
                        {"the fifth of April", "04-05"},
                        {"3/20", "03-20"},
                        {"2026-03-20", "03-20"},
                        {"Friday the 13th", "03-13"},
                        {"Monday the twenty third", "03-23"},
                        {"the last Friday of the month", "03-27"},
                        {"the day before Thanksgiving", "11-25"}});
}

TEST(Times, name_stretches_of_days) {
  expect_all(Reader(), {{"this weekend", "03-14 00:00 to 03-16 00:00"},
                        {"next week", "03-16 00:00 to 03-23 00:00"},
                        {"later this week", "03-12 00:00 to 03-16 00:00"},
                        {"next month", "04-01 00:00 to 05-01 00:00"},
                        {"the week after next", "03-23 00:00 to 03-30 00:00"},
                        {"early next week", "03-16 00:00 to 03-19 00:00"},
                        {"end of the month", "03-21 00:00 to 04-01 00:00"},
                        {"March 20 to 22", "03-20 00:00 to 03-23 00:00"},
                        {"from the 13th to the 15th of April", "04-13 00:00 to 04-16 00:00"},
                        {"Monday through Wednesday", "03-16 00:00 to 03-19 00:00"},
                        {"within three days", "03-10 10:00 to 03-13 10:00"}});
}

TEST(Times, name_hours) {
  expect_all(Reader(), {{"at 3", "03-10 15:00"},
                        {"at 9", "03-11 09:00"},
                        {"at noon tomorrow", "03-11 12:00"},
                        {"half past nine on Friday", "03-13 09:30"},
                        {"quarter to 4", "03-10 15:45"},
                        {"at ten to nine tomorrow", "03-11 08:50"},
                        {"three thirty in the afternoon", "03-10 15:30"},
                        {"Friday 10:30am", "03-13 10:30"},
                        {"evening 7", "03-10 19:00"},
                        {"tonight at 8", "03-10 20:00"},
                        {"17:30", "03-10 17:30"},
                        {"3 p.m. tomorrow", "03-11 15:00"},
                        {"in an hour and a half", "03-10 11:30"},
                        {"in 45 minutes", "03-10 10:45"}});
}

TEST(Times, name_windows) {
  expect_all(Reader(), {{"between eleven and one", "03-10 11:00 to 03-10 13:00"},
                        {"Friday from 3 to 5", "03-13 15:00 to 03-13 17:00"},
                        {"10 to 2 on Thursday", "03-12 10:00 to 03-12 14:00"},
                        {"3-4pm", "03-10 15:00 to 03-10 16:00"},
                        {"tomorrow morning", "03-11 08:00 to 03-11 12:00"},
                        {"first thing Monday", "03-16 08:00 to 03-16 10:00"},
                        {"a week from Friday first thing", "03-20 08:00 to 03-20 10:00"},
                        {"after lunch tomorrow", "03-11 13:00 to 03-11 17:00"},
                        {"Thursday evening", "03-12 17:00 to 03-12 21:00"},
                        {"after 3 on Friday", "03-13 15:00 to 03-14 00:00"},
                        {"before noon on Saturday", "03-14 00:00 to 03-14 12:00"},
                        {"by 5 today", "03-10 10:00 to 03-10 17:00"},
                        {"not before 2", "03-10 14:00 to 03-11 00:00"},
                        {"after 9 but before 11 on Friday", "03-13 09:00 to 03-13 11:00"},
                        {"after March 10 at 8 AM", "03-10 10:00 to 03-25 00:00"},
                        {"at ten for two hours tomorrow", "03-11 10:00 to 03-11 12:00"},
                        {"between now and Friday", "03-10 10:00 to 03-14 00:00"},
                        {"no earlier than Wednesday", "03-11 00:00 to 03-25 00:00"},
                        {"not until after 3 on Thursday", "03-12 15:00 to 03-13 00:00"},
                        {"this afternoon or tomorrow morning", "03-10 12:00 to 03-10 17:00"}});
}

TEST(Times, are_excluded) {
  expect_all(
      Reader(),
      {{"next week but not Wednesday", "03-16 00:00 to 03-23 00:00 not 03-18 00:00 to 03-19 00:00"},
       {"tomorrow except between 12 and 1", "03-11 not 03-11 12:00 to 03-11 13:00"},
       {"I work nights, can you come in the late morning", "03-10 10:00 to 03-10 12:00"},
       {"any day but Monday",
        "03-10 10:00 to 03-24 00:00 not 03-16 00:00 to 03-17 00:00 not 03-23 00:00 to 03-24 00:00"},
       {"Friday doesn't work", " not 03-13 00:00 to 03-14 00:00"},
       {"I can't do Thursday but Friday is fine", "03-13"},
       {"not Tuesday, maybe Thursday", "03-12"},
       {"Thursday or Saturday", "03-12 00:00 to 03-15 00:00 not 03-13 00:00 to 03-14 00:00"},
       {"Wednesday before 10 or after 3",
        "03-11 00:00 to 03-12 00:00 not 03-11 10:00 to 03-11 15:00"}});
}

TEST(Times, are_put_right_and_moved) {
  expect_all(Reader(),
             {{"Tuesday, no wait, Wednesday at 10", "03-11 10:00"},
              {"3 pm, actually make that 4", "03-10 16:00"},
              {"move my appointment from Tuesday to Thursday", "03-12"},
              {"change it from 2 to 4 pm", "03-10 16:00"},
              {"I have an appointment tomorrow at 10 and need to push it to 2", "03-11 14:00"},
              {"it's on Friday, can we do Monday instead", "03-16"},
              {"Thursday at 11 instead of Friday", "03-12 11:00"}});
}

TEST(Times, are_spoken_in_spanish) {
  expect_all(Reader(), {{"de hoy en ocho", "03-17"},
                        {"mañana por la mañana", "03-11 08:00 to 03-11 12:00"},
                        {"mañana a primera hora", "03-11 08:00 to 03-11 10:00"},
                        {"pasado mañana a las diez", "03-12 10:00"},
                        {"el viernes a las tres y media de la tarde", "03-13 15:30"},
                        {"el lunes que viene", "03-16"},
                        {"la próxima semana", "03-16 00:00 to 03-23 00:00"},
                        {"entre las diez y las doce mañana", "03-11 10:00 to 03-11 12:00"},
                        {"dentro de tres días", "03-13"},
                        {"el 5 de abril a las 9", "04-05 09:00"},
                        {"después de las cinco", "03-10 17:00 to 03-11 00:00"},
                        {"no puedo el viernes", " not 03-13 00:00 to 03-14 00:00"},
                        {"lo antes posible", " asap"}});
}

TEST(Times, may_be_as_soon_as_possible) {
  expect_all(Reader(), {{"as soon as possible", " asap"},
                        {"tomorrow, as early as you can", "03-11 asap"},
                        {"can somebody come out now", "03-10 10:00 asap"}});
}

TEST(Times, are_bare_numbers_only_where_a_time_was_asked_for) {
  const Reader asked("2026-03-10T10:00:00-05:00", Question::Time);
  EXPECT_EQ(asked("two thirty"), "03-10 14:30");
  EXPECT_EQ(asked("how about one"), "03-10 13:00");
  EXPECT_EQ(asked("10 30"), "03-10 10:30");
  EXPECT_EQ(asked("the 2 15 works"), "03-10 14:15");
  EXPECT_EQ(asked("2 45 minutes"), "-");
  EXPECT_EQ(asked("the second one"), "-");
  EXPECT_EQ(Reader()("a table for two tomorrow"), "03-11");
  EXPECT_EQ(Reader()("9 tomorrow"), "03-11 09:00");
}

TEST(Times, are_not_what_tells_of_the_past_or_of_things) {
  for (const std::string_view said : {"my 2015 furnace is loud",
                                      "it's a 2019 model",
                                      "it's been leaking since yesterday",
                                      "you came last Tuesday",
                                      "I called 3 days ago",
                                      "it started twenty minutes ago",
                                      "the furnace is 20 years old",
                                      "we have 2 bathrooms and 3 bedrooms",
                                      "it's 50 degrees in here",
                                      "good morning",
                                      "may I ask a question",
                                      "this may take long",
                                      "the sun is hot",
                                      "it cost 1500 dollars",
                                      "the first floor",
                                      "June 2016",
                                      "at 1204 of something",
                                      "there are two to four people",
                                      "the corner of 5th and Main",
                                      ""}) {
    EXPECT_EQ(Reader()(said), "-") << said;
  }
  EXPECT_EQ(Reader()("it broke this morning, can you come tomorrow at eleven"), "03-11 11:00");
}

TEST(Times, are_never_in_the_past) {
  const Reader late("2026-03-10T16:30:00-05:00");
  expect_all(late, {{"at 3", "03-11 15:00"},
                    {"today at 9", "03-10 21:00"},
                    {"in the morning", "03-11 08:00 to 03-11 12:00"},
                    {"this morning", "-"},
                    {"between 10 and noon", "03-11 10:00 to 03-11 12:00"},
                    {"this afternoon", "03-10 16:30 to 03-10 17:00"},
                    {"March 9th", "03-09"}});
  EXPECT_EQ(late.read("March 9th")->begin, parse_iso8601("2027-03-09T00:00:00-06:00"));
}

TEST(Times, follow_the_clock_when_it_changes) {
  // Clocks in Chicago go from 02:00 to 03:00 on 8 March and from 02:00 to 01:00 on 1 November.
  const Reader spring("2026-03-07T12:00:00-06:00");
  EXPECT_EQ(spring.read("tomorrow")->end - spring.read("tomorrow")->begin, std::chrono::hours(23));
  EXPECT_EQ(spring.read("tomorrow at 2:30 am")->begin, parse_iso8601("2026-03-08T03:00:00-05:00"));
  EXPECT_EQ(spring.read("tomorrow at 9")->begin, parse_iso8601("2026-03-08T09:00:00-05:00"));
  const Reader autumn("2026-10-31T12:00:00-05:00");
  EXPECT_EQ(autumn.read("tomorrow at 1:30 am")->begin, parse_iso8601("2026-11-01T01:30:00-05:00"));
  const Reader night("2026-10-31T23:30:00-05:00");
  EXPECT_EQ(night.read("in 3 hours")->begin, parse_iso8601("2026-11-01T01:30:00-06:00"));
}

// Processor time, so that a busy machine does not count, of the faster of two readings.
double reading_time(std::string_view piece, std::size_t size) {
  std::string said;
  while (said.size() < size) said += piece;
  double fastest = std::numeric_limits<double>::max();
  for (int run = 0; run < 2; ++run) {
    const std::clock_t begin = std::clock();
    Reader()(said);
    fastest = std::min(fastest, static_cast<double>(std::clock() - begin));
  }
  return fastest;
}

TEST(Times, take_time_linear_in_what_was_said) {
  for (const std::string_view piece :
       {"monday to ", "1,000,", "a week from ", "between 3 and ", "not before ", "1 "}) {
    constexpr std::size_t size = 5'000;
    constexpr int longer = 16;
    // Longer texts leave the first caches; time that is quadratic takes sixteen times its share.
    constexpr int share = 6;
    EXPECT_LT(reading_time(piece, size * longer), reading_time(piece, size) * longer * share)
        << piece;
  }
}

}  // namespace
}  // namespace callwright::language
