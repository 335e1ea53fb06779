#include "server/replay/stand_ins.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "language/address_words.h"
#include "language/addresses.h"
#include "language/emails.h"
#include "language/name_words.h"
#include "language/names.h"
#include "language/phones.h"
#include "language/words.h"

namespace callwright::server {
namespace {

using language::Word;
using language::WordRange;
using language::Words;

constexpr std::array<std::string_view, 8> first_names = {"Alex",   "Casey", "Jamie",  "Jordan",
                                                         "Morgan", "Riley", "Taylor", "Robin"};
constexpr std::array<std::string_view, 4> last_names = {"Example", "Sample", "Tester", "Specimen"};
constexpr std::array<std::string_view, 6> street_names = {"Cedar",  "Birch",   "Aspen",
                                                          "Willow", "Juniper", "Alder"};
// What people are called by what they do, and columns say of them.
constexpr std::array<std::string_view, 7> roles = {"owner",  "technician", "operator", "customer",
                                                   "caller", "office",     "manager"};
constexpr std::size_t name_letters_min = 2;
// Nobody dictates in a longer text.
constexpr std::size_t dictated_bytes_max = 4'000;
constexpr std::size_t national_digits = 10;

using Known = std::map<std::string, std::string>;

template <std::size_t Size>
std::string nth(const std::array<std::string_view, Size>& words, std::size_t number) {
  std::string word(words[number % Size]);
  for (std::size_t round = number / Size; round > 0; round /= 26) {
    word += static_cast<char>('a' + round % 26);
  }
  return word;
}

bool is_stand_in(const Known& stand_ins, std::string_view text) {
  return std::ranges::any_of(stand_ins, [&](const auto& each) { return each.second == text; });
}

// A stand-in that stands for nobody yet, and is not the word itself.
template <std::size_t Size>
std::string another(const std::array<std::string_view, Size>& words, const Known& known,
                    std::string_view word) {
  for (std::size_t number = 0;; ++number) {
    std::string stand_in = nth(words, number);
    if (!is_stand_in(known, stand_in) && lowered(stand_in) != word) return stand_in;
  }
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

// The stand-in as the word was written: "ALEX", "alex", "Alex".
std::string in_case_of(std::string_view word, std::string stand_in) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  if (std::ranges::any_of(word, is_upper) && std::ranges::none_of(word, is_lower) &&
      word.size() > 1) {
    for (char& c : stand_in) c = is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
    return stand_in;
  }
  if (!word.empty() && is_lower(word.front())) return lowered(stand_in);
  return stand_in;
}

// Texts that are one word with digits or underscores in it name things, not people.
bool is_identifier(std::string_view text) {
  return text.find(' ') == std::string_view::npos &&
         text.find_first_of("0123456789_") != std::string_view::npos;
}

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// Replaces what a pattern finds, standing alone, by what `stand_in` says.
template <class StandIn>
std::string replaced_by_pattern(std::string_view text, const RE2& pattern, StandIn&& stand_in) {
  std::string out;
  std::size_t done = 0;
  std::size_t from = 0;
  re2::StringPiece match;
  while (pattern.Match(text, from, text.size(), RE2::UNANCHORED, &match, 1)) {
    const auto begin = static_cast<std::size_t>(match.data() - text.data());
    from = begin + match.size();
    if (begin > 0 && is_word(text[begin - 1])) continue;
    if (from < text.size() && is_word(text[from])) continue;
    out.append(text, done, begin - done);
    out += stand_in(std::string(match.data(), match.size()));
    done = from;
  }
  return out + std::string(text.substr(done));
}

// Digits in the place of digits, from the right; what stands between them stays.
std::string with_digits(std::string_view pattern, std::string_view digits) {
  std::string out(pattern);
  std::size_t next = digits.size();
  for (std::size_t i = out.size(); i > 0 && next > 0; --i) {
    if (out[i - 1] >= '0' && out[i - 1] <= '9') out[i - 1] = digits[--next];
  }
  return out;
}

std::string spoken_digits(std::string_view digits) {
  static constexpr std::array<std::string_view, 10> words = {
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
  std::string out;
  for (const char c : digits) {
    out += (out.empty() ? "" : " ") + std::string(words[static_cast<std::size_t>(c - '0')]);
  }
  return out;
}

// Part of a mail address, which has a stand-in of its own.
bool touches_at(std::string_view text, const Word& word) {
  return (word.begin > 0 && text[word.begin - 1] == '@') ||
         (word.end < text.size() && text[word.end] == '@');
}

language::Question question_named(std::string_view name) {
  for (const auto question : {language::Question::Name, language::Question::Address,
                              language::Question::Identity, language::Question::Phone}) {
    if (language::to_string(question) == name) return question;
  }
  return language::Question::None;
}

}  // namespace

void StandIns::know_name(std::string_view name) {
  const Words words(name);
  std::vector<std::string> parts;
  for (const Word& word : words) {
    if (word.is_letters() && word.text.size() >= name_letters_min &&
        !language::is_no_name(word.text) && std::ranges::find(roles, word.text) == roles.end()) {
      parts.push_back(word.text);
    }
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (names_.contains(parts[i])) continue;
    const bool last = i > 0 && i + 1 == parts.size();
    names_[parts[i]] =
        last ? another(last_names, names_, parts[i]) : another(first_names, names_, parts[i]);
    replaced_.insert(parts[i]);
  }
}

void StandIns::know_street(std::string_view street) {
  const Words words(street);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    const bool is_house = i == 0 && word.is_digits() && words[1].mark != 0;
    if (is_house) {
      std::string stand_in = word.text;
      for (std::size_t digit = 0; digit < stand_in.size(); ++digit) {
        stand_in[digit] = static_cast<char>('1' + (digit + houses_.size()) % 9);
      }
      houses_.try_emplace(word.text, stand_in);
    } else if (word.is_letters() && word.text.size() >= name_letters_min &&
               !language::is_street_type(word.text) && language::direction(word.text).empty() &&
               language::unit_kind(word.text).empty() && !language::is_no_street_word(word.text)) {
      if (!streets_.contains(word.text)) {
        streets_[word.text] = another(street_names, streets_, word.text);
        replaced_.insert(word.text);
      }
    }
  }
}

void StandIns::listen(std::string_view said, std::string_view asked) {
  const Words words(said);
  language::Context context;
  context.asked = question_named(asked);
  if (const auto name = language::read_name(words, context)) know_name(name->value.full);
  if (const auto address = language::read_address(words, context)) {
    know_street(address->value.street);
  }
}

std::string StandIns::phone(std::string_view written) {
  std::string digits = digits_of(written);
  if (digits.size() == national_digits) digits.insert(0, "1");
  const std::string e164 = "+" + digits;
  const auto known = phones_.find(e164);
  if (known != phones_.end()) return known->second;
  constexpr std::size_t numbers_each = 100;
  const std::size_t number = phones_.size();
  const std::string last = std::to_string(numbers_each + number % numbers_each).substr(1);
  const std::string stand_in =
      "+15550" + std::to_string(10 + number / numbers_each % 90) + "01" + last;
  phones_[e164] = stand_in;
  replaced_.insert(digits.size() > national_digits ? digits.substr(digits.size() - national_digits)
                                                   : digits);
  return stand_in;
}

std::string StandIns::email(std::string_view address) {
  const auto [known, is_new] = emails_.try_emplace(
      lowered(address), "person" + std::to_string(emails_.size() + 1) + "@example.com");
  if (is_new) replaced_.insert(known->first);
  return known->second;
}

std::string StandIns::in_text(std::string_view text) {
  if (text.starts_with('{') || text.starts_with('[')) {
    if (const auto json = Json::parse(text)) return in_json(*json).dump();
  }
  return with_words(with_dictated(with_numbers(text)));
}

Json StandIns::in_json(const Json& json) {
  if (const std::string* text = json.as_string()) return in_text(*text);
  if (const Json::Array* items = json.as_array()) {
    Json copy = Json::array();
    for (const Json& item : *items) copy.push_back(in_json(item));
    return copy;
  }
  if (const Json::Object* members = json.as_object()) {
    Json copy = Json::object();
    for (const auto& [name, value] : *members) copy.set(name, in_json(value));
    return copy;
  }
  return json;
}

// Numbers and addresses as they are written, and the account at the carrier.
std::string StandIns::with_numbers(std::string_view text) {
  static const RE2 emails(R"([A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+)");
  static const RE2 phones(R"(\+[0-9]{8,15}|(1[ .-])?\(?[0-9]{3}\)?[ .-]?[0-9]{3}[ .-]?[0-9]{4})");
  static const RE2 accounts("AC[0-9a-f]{32}");
  std::string out =
      replaced_by_pattern(text, emails, [&](const std::string& found) { return email(found); });
  out = replaced_by_pattern(out, phones, [&](const std::string& found) {
    const std::string stand_in = phone(found);
    return found.starts_with('+') ? stand_in : with_digits(found, digits_of(stand_in));
  });
  return replaced_by_pattern(out, accounts,
                             [](const std::string&) { return "AC" + std::string(32, '0'); });
}

// Numbers and addresses as they are said.
std::string StandIns::with_dictated(std::string_view text) {
  if (text.find(' ') == std::string_view::npos || text.size() > dictated_bytes_max) {
    return std::string(text);
  }
  std::string out(text);
  const auto put = [&](const std::vector<WordRange>& ranges, const Words& words,
                       const std::string& stand_in) {
    if (ranges.empty()) return;
    const std::size_t begin = words[ranges.front().begin].begin;
    const std::size_t end = words[ranges.back().end - 1].end;
    out = out.substr(0, begin) + stand_in + out.substr(end);
  };
  const language::Context context;
  {
    const std::string before = out;
    const Words words(before);
    const auto found = language::read_phone(words, context);
    // What is written has its stand-in already.
    if (found && !is_stand_in(phones_, found->value.e164())) {
      put(found->words, words, spoken_digits(digits_of(phone(found->value.e164())).substr(1)));
    }
  }
  const std::string before = out;
  const Words words(before);
  const auto found = language::read_email(words, context);
  if (found && !is_stand_in(emails_, found->value)) {
    put(found->words, words, email(found->value));
  }
  return out;
}

std::string StandIns::with_words(std::string_view text) {
  if (is_identifier(text)) return std::string(text);
  const Words words(text);
  std::string out;
  std::size_t done = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    const std::string_view written = text.substr(word.begin, word.end - word.begin);
    std::string stand_in;
    if (touches_at(text, word)) continue;
    if (const auto name = names_.find(word.text); name != names_.end()) {
      stand_in = in_case_of(written, name->second);
    } else if (const auto street = streets_.find(word.text); street != streets_.end()) {
      stand_in = in_case_of(written, street->second);
    } else if (const auto house = houses_.find(word.text); house != houses_.end()) {
      // Only before a street: the same digits elsewhere are another number.
      const bool before_street =
          streets_.contains(words[i + 1].text) || streets_.contains(words[i + 2].text);
      if (before_street) stand_in = house->second;
    }
    if (stand_in.empty()) continue;
    out.append(text, done, word.begin - done);
    out += stand_in;
    done = word.end;
  }
  return out + std::string(text.substr(done));
}

Json StandIns::counts() const {
  return Json::object({{"names", names_.size()},
                       {"streets", streets_.size()},
                       {"house_numbers", houses_.size()},
                       {"phones", phones_.size()},
                       {"emails", emails_.size()}});
}

}  // namespace callwright::server
