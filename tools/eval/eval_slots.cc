// Accuracy of the slot readers on the open evaluation data, file by file, with rows that went
// wrong.
//
//   callwright_eval_slots [--worst N]       tables of accuracy, and up to N wrong rows of each
//   callwright_eval_slots --read QUESTION   reads lines, prints what each reader makes of them

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <map>
#include <string>

#include "base/text.h"
#include "language/addresses.h"
#include "language/emails.h"
#include "language/names.h"
#include "language/phones.h"
#include "language/times/times.h"
#include "tools/eval/json_lines.h"
#include "tools/eval/report.h"

namespace callwright::eval {
namespace {

using namespace callwright::language;

using simdjson::dom::element;

Zone zone() {
  return Zone::find("America/Chicago").value();
}

LocalTime parse_local(const std::string& text) {
  return {.date = parse_iso_date(text.substr(0, 10)).value_or(std::chrono::year_month_day()),
          .time_of_day = parse_time_of_day(text.substr(11, 5)).value_or(Minutes(0))};
}

std::string shown(const LocalTime& local) {
  return iso_date(local.date) + " " + to_string_time_of_day(local.time_of_day);
}

std::string shown(const std::optional<Found<TimeReading>>& found) {
  if (!found) return "-";
  static constexpr const char* kinds[] = {"none", "instant", "window", "date"};
  const TimeReading& reading = found->value;
  std::string text = std::string(kinds[static_cast<int>(reading.kind)]) + " " +
                     shown(zone().to_local(reading.begin)) + " .. " +
                     shown(zone().to_local(reading.end));
  for (const TimeRange& range : reading.exclude)
    text +=
        " not " + shown(zone().to_local(range.begin)) + " .. " + shown(zone().to_local(range.end));
  return text + (reading.asap ? " asap" : "");
}

// The local time an accepted value names; where it names only a date or only a time, the other is
// taken from what was read.
bool matches(const LocalTime& local, const std::string& date, const std::string& time) {
  if (!date.empty() && iso_date(local.date) != date) return false;
  return time.empty() || to_string_time_of_day(local.time_of_day) == time;
}

LocalTime minus_a_day(const LocalTime& local) {
  return {.date = std::chrono::sys_days(local.date) - std::chrono::days(1),
          .time_of_day = local.time_of_day};
}

bool accepts(const element& accept, const TimeReading& reading, Instant now,
             const std::string& score) {
  const LocalTime begin = zone().to_local(reading.begin);
  const LocalTime end = zone().to_local(reading.end);
  if (const std::string bound = text_of(accept, "not_before"); !bound.empty())
    return begin == parse_local(bound);
  if (const std::string bound = text_of(accept, "not_after"); !bound.empty())
    return end == parse_local(bound);
  const std::string date = text_of(accept, "date");
  const std::string time = text_of(accept, "time");
  const std::string date_end = text_of(accept, "date_end");
  const std::string date_after = text_of(accept, "date_end_exclusive");
  const std::string time_end = text_of(accept, "time_end");
  if (score == "overlap") {
    const std::string day = date.empty() ? iso_date(begin.date) : date;
    const LocalTime from{.date = *parse_iso_date(day),
                         .time_of_day = parse_time_of_day(time).value_or(Minutes(0))};
    const LocalTime to{.date = *parse_iso_date(date_end.empty() ? day : date_end),
                       .time_of_day = parse_time_of_day(time_end).value_or(Minutes(0))};
    return begin < to &&
           from < std::max(end, LocalTime{begin.date, begin.time_of_day + Minutes(1)});
  }
  const bool until = reading.kind == TimeReading::Kind::Window && reading.begin == now &&
                     date_end.empty() && date_after.empty() && time_end.empty();
  // "Before eleven" and "until Monday" name their end.
  if (until && (matches(end, date, time) || (time.empty() && matches(minus_a_day(end), date, ""))))
    return true;
  if (!matches(begin, date, time)) return false;
  if (!date_after.empty())
    return matches(end, date_after, time_end) ||
           (time_end.empty() && matches(minus_a_day(end), date_after, ""));
  if (!date_end.empty() && time_end.empty()) return matches(minus_a_day(end), date_end, "");
  if (!time_end.empty()) return matches(end, date_end, time_end);
  return true;
}

void score_times(Report& report) {
  for_each_row(shared_data() / "datetime/appointment_core.jsonl", [&](element row) {
    const std::string id = text_of(row, "id");
    const std::string text = text_of(row, "text");
    const std::string score = text_of(row, "score");
    bool past = false;
    for (const element tag : row["tags"].get_array())
      past = past || std::string_view(tag) == "past";
    const Instant now = zone().resolve(parse_local(text_of(row, "reference_time"))).instant;
    const Words words(text);
    const auto found = read_time(words, {.reference_time = now, .zone = zone()});
    bool right = past ? !found : false;
    if (!past && found) {
      for (const element accept : row["accept"].get_array())
        right = right || accepts(accept, found->value, now, score);
    }
    const std::string corpus = id.substr(0, id.find('-'));
    const std::string group = "times " + std::string(past ? "over, must be none" : corpus);
    report.add(group, right, text_of(row, "reference_time").substr(0, 16) + " " + text,
               past ? "nothing" : simdjson::minify(row["accept"]), shown(found));
  });
  for (const char* file :
       {"datetime/duckling_en_negative.jsonl", "datetime/recognizers_en_negative.jsonl"}) {
    for_each_row(shared_data() / file, [&](element row) {
      const std::string text = text_of(row, "text");
      const Words words(text);
      const auto found = read_time(
          words,
          {.reference_time = zone().resolve(parse_local(text_of(row, "reference_time"))).instant,
           .zone = zone()});
      report.add("times negative", !found, text, "nothing", shown(found));
    });
  }
  for_each_row(shared_data() / "datetime/sgd_phrases.jsonl", [&](element row) {
    const std::string text = text_of(row, "text");
    const Words words(text);
    const auto found = read_time(
        words,
        {.reference_time = zone().resolve(parse_local(text_of(row, "reference_time"))).instant,
         .zone = zone(),
         .asked = Question::Time});
    const bool date = text_of(row, "kind") == "date";
    bool right = false;
    for (const element expected : row["expected"].get_array()) {
      const std::string value(std::string_view{expected});
      right = right || (found && matches(zone().to_local(found->value.begin), date ? value : "",
                                         date ? "" : value));
    }
    report.add("times sgd phrases", right, text, simdjson::minify(row["expected"]), shown(found));
  });
}

// Abbreviations and their words alike, without punctuation or case.
std::string comparable(std::string_view text) {
  static const std::map<std::string, std::string, std::less<>> same = {
      {"street", "st"},    {"str", "st"},       {"avenue", "ave"},   {"av", "ave"},
      {"road", "rd"},      {"drive", "dr"},     {"lane", "ln"},      {"boulevard", "blvd"},
      {"court", "ct"},     {"place", "pl"},     {"circle", "cir"},   {"highway", "hwy"},
      {"parkway", "pkwy"}, {"terrace", "ter"},  {"trail", "trl"},    {"plaza", "plz"},
      {"square", "sq"},    {"northwest", "nw"}, {"northeast", "ne"}, {"southwest", "sw"},
      {"southeast", "se"}, {"north", "n"},      {"south", "s"},      {"east", "e"},
      {"west", "w"},       {"route", "rte"},    {"rt", "rte"},       {"apartment", ""},
      {"suite", ""},       {"room", ""},        {"building", ""},    {"floor", ""},
      {"trailer", ""},     {"number", ""},      {"no", ""},          {"unit", ""},
      {"apt", ""},         {"ste", ""},         {"rm", ""},          {"trlr", ""},
      {"bldg", ""},        {"fl", ""},          {"saint", "st"},     {"first", "1st"},
      {"second", "2nd"},   {"third", "3rd"},    {"fourth", "4th"},   {"fifth", "5th"},
      {"sixth", "6th"},    {"seventh", "7th"},  {"eighth", "8th"},   {"ninth", "9th"},
      {"tenth", "10th"},   {"fort", "ft"},      {"mount", "mt"}};
  std::string out;
  for (const Word& word : Words(text)) {
    const auto found = same.find(word.text);
    out += found == same.end() ? replaced(word.text, "'", "") : found->second;
  }
  return out;
}

struct ExpectedAddress {
  std::string house, street, unit, city, zip;
};

void score_address(Report& report, const std::string& group, const std::string& text,
                   const ExpectedAddress& expected) {
  const Words words(text);
  const auto found =
      read_address(words, {.reference_time = from_ms(0), .asked = Question::Address});
  const AddressReading reading = found ? found->value : AddressReading{};
  const std::string got = "[" + reading.street + "] [" + reading.unit + "] [" + reading.city +
                          "] [" + reading.state + "] [" + reading.zip + "]";
  const std::string wanted = expected.house + " | " + expected.street + " | " + expected.unit +
                             " | " + expected.city + " | " + expected.zip;
  const std::string whole = comparable(reading.street);
  const std::string house = comparable(expected.house);
  report.add(group + " house",
             whole.starts_with(house) && (whole.size() == house.size() ||
                                          comparable(expected.house + " " + expected.street)
                                              .starts_with(whole.substr(0, house.size() + 1)) ||
                                          reading.street.starts_with(expected.house + " ")),
             text, wanted, got);
  if (!expected.zip.empty())
    report.add(group + " zip", comparable(reading.zip) == comparable(expected.zip), text, wanted,
               got);
  report.add(group + " street", whole == comparable(expected.house + " " + expected.street), text,
             wanted, got);
  if (!expected.city.empty())
    report.add(group + " city", comparable(reading.city) == comparable(expected.city), text, wanted,
               got);
  if (!expected.unit.empty())
    report.add(group + " unit", comparable(reading.unit) == comparable(expected.unit), text, wanted,
               got);
}

void score_addresses(Report& report) {
  const auto expected_of = [](const element& parts) {
    return ExpectedAddress{text_of(parts, "house_number"), text_of(parts, "street"),
                           text_of(parts, "unit"), text_of(parts, "city"), text_of(parts, "zip")};
  };
  for_each_row(shared_data() / "address/usaddress.jsonl", [&](element row) {
    if (text_of(row, "fit") == "service_address")
      score_address(report, "address written", text_of(row, "text"), expected_of(row["parts"]));
  });
  for_each_row(shared_data() / "address/usaddress_spoken.jsonl", [&](element row) {
    score_address(report, "address spoken", text_of(row, "text"), expected_of(row["expected"]));
  });
}

void score_phones(Report& report) {
  for_each_row(shared_data() / "pii/spoken_pii.jsonl", [&](element row) {
    const std::string text = text_of(row, "text");
    const bool phone = text_of(row["spans"].at(0), "type") == "PHONE_NUMBER";
    const Words words(text);
    const auto found = read_phone(words, {.reference_time = from_ms(0)});
    const std::string expected = phone ? "+1" + text_of(row, "canonical") : "-";
    const std::string got = found ? found->value.e164() : "-";
    report.add(phone ? "phone spoken" : "phone none", expected == got, text, expected, got);
  });
  for_each_row(shared_data() / "pii/hard_negatives.jsonl", [&](element row) {
    const std::string text = text_of(row, "text");
    const Words words(text);
    const auto found = read_phone(words, {.reference_time = from_ms(0)});
    report.add("phone none", !found, text, "-", found ? found->value.e164() : "-");
    const auto name = read_name(words, {.reference_time = from_ms(0)});
    report.add("name none", !name, text, "-", name ? name->value.full : "-");
    const auto time =
        read_time(words, {.reference_time = zone().resolve(parse_local("2026-03-10T10:00")).instant,
                          .zone = zone()});
    report.add("time none", !time, text, "-", shown(time));
    const auto address = read_address(words, {.reference_time = from_ms(0)});
    report.add("address none", !address, text, "-",
               address
                   ? address->value.street + "|" + address->value.unit + "|" + address->value.zip
                   : "-");
  });
}

void score_emails(Report& report) {
  for_each_row(shared_data() / "email/isemail.jsonl", [&](element row) {
    const std::string category = text_of(row, "category");
    const bool valid = category == "ISEMAIL_VALID_CATEGORY" || category == "ISEMAIL_DNSWARN";
    if (!valid && category != "ISEMAIL_ERR") return;
    const std::string text = text_of(row, "text");
    report.add("email validity", is_email_address(text) == valid, text, valid ? "valid" : "invalid",
               valid ? "invalid" : "valid");
  });
  for_each_row(shared_data() / "entities/nemo_itn.jsonl", [&](element row) {
    const std::string written = text_of(row, "written");
    if (!text_of(row, "class").starts_with("electronic") || !written.contains('@')) return;
    const std::string spoken = text_of(row, "spoken");
    const Words words(spoken);
    const auto found = read_email(words, {.reference_time = from_ms(0)});
    report.add("email spoken", found && found->value == lowered(written), spoken, written,
               found ? found->value : "-");
  });
}

void score_names(Report& report) {
  for_each_row(shared_data() / "names/evi_spoken_names.jsonl", [&](element row) {
    const std::string text = text_of(row, "text");
    const std::string expected = text_of(row["expected"], "full");
    // What the recogniser misheard no reader can know.
    if (folded(text) != folded(expected)) return;
    const Words words(text);
    const auto found = read_name(words, {.reference_time = from_ms(0), .asked = Question::Name});
    report.add("name as answer", found && folded(found->value.full) == folded(expected), text,
               expected, found ? found->value.full : "-");
  });
}

void time_readers(Report& report) {
  for_each_row(shared_data() / "datetime/appointment_core.jsonl", [&](element row) {
    const std::string text = text_of(row, "text");
    const Context context{.reference_time = zone().resolve(parse_local("2026-03-10T10:00")).instant,
                          .zone = zone()};
    const auto begin = std::chrono::steady_clock::now();
    const Words words(text);
    const bool any =
        read_email(words, context).has_value() + read_phone(words, context).has_value() +
            read_address(words, context).has_value() + read_time(words, context).has_value() +
            read_name(words, context).has_value() >=
        0;
    report.timed(any ? std::chrono::steady_clock::now() - begin : std::chrono::nanoseconds(0));
  });
}

void read_lines(Question asked) {
  const Context context{.reference_time = zone().resolve(parse_local("2026-03-10T10:00")).instant,
                        .zone = zone(),
                        .asked = asked};
  for (std::string line; std::getline(std::cin, line);) {
    Words words(line);
    std::printf("%s\n", line.c_str());
    if (const auto email = read_email(words, context)) {
      std::printf("    email   %s\n", email->value.c_str());
      words.take(email->words);
    }
    if (const auto phone = read_phone(words, context)) {
      std::printf("    phone   %s\n", phone->value.e164().c_str());
      words.take(phone->words);
    }
    if (const auto address = read_address(words, context)) {
      const AddressReading& a = address->value;
      std::printf("    address [%s] [%s] [%s] [%s] [%s]\n", a.street.c_str(), a.unit.c_str(),
                  a.city.c_str(), a.state.c_str(), a.zip.c_str());
      words.take(address->words);
    }
    if (const auto time = read_time(words, context)) {
      std::printf("    time    %s\n", shown(time).c_str());
      words.take(time->words);
    }
    if (const auto name = read_name(words, context))
      std::printf("    name    %s\n", name->value.full.c_str());
  }
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() == 2 && arguments[0] == "--read") {
    for (const Question asked : {Question::None, Question::Name, Question::Address, Question::Time,
                                 Question::Phone, Question::Email}) {
      if (to_string(asked) == arguments[1]) read_lines(asked);
    }
    return 0;
  }
  Report report(arguments.size() == 2 && arguments[0] == "--worst" ? std::stoul(arguments[1]) : 0);
  score_times(report);
  score_addresses(report);
  score_phones(report);
  score_emails(report);
  score_names(report);
  time_readers(report);
  report.print();
  return 0;
}

}  // namespace
}  // namespace callwright::eval

int main(int argc, char** argv) {
  return callwright::eval::run({argv + 1, argv + argc});
}
