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
#include "tools/eval/score_own_sets.h"
#include "tools/eval/score_times.h"

namespace callwright::eval {
namespace {

using namespace callwright::language;

using simdjson::dom::element;

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
  for (const char* part : {"house", "zip"}) {
    report.set_bar(std::string("address written ") + part, 98);
    report.set_bar(std::string("address spoken ") + part, 95);
  }
  report.set_bar("address written street", 88);
  report.set_bar("address spoken street", 88);
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
  report.set_bar("phone spoken", 97);
  for (const char* slot : {"phone", "name", "time", "address"})
    report.set_bar(std::string(slot) + " none", 100);
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
  report.set_bar("email spoken", 92);
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
  report.set_bar("name as answer", 90);
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
  score_own_sets(report);
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
