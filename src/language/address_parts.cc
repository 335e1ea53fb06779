#include "language/address_parts.h"

#include <algorithm>
#include <array>

#include "language/address_words.h"
#include "language/numbers.h"
#include "language/spelling.h"
#include "language/times/vocabulary.h"

namespace callwright::language {
namespace {

constexpr std::size_t house_digits_max = 6;
constexpr std::size_t city_words_max = 4;
constexpr std::size_t zip_digits = 5;
constexpr std::size_t zip_plus_four_digits = 9;

bool pauses(const Words& words, std::size_t at) {
  return words[at].mark == ',' || words[at].opens_sentence() || words[at].mark == '\n';
}

char to_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

void append(std::string& text, std::string_view word) {
  if (!text.empty()) text += ' ';
  text += word;
}

bool is_glued(const Word& word) {
  return !word.spaced && word.mark == 0;
}

}  // namespace

bool ends_address_part(const Words& words, std::size_t at) {
  const Word& word = words[at];
  if (word.mark == '.' && at > 0) {
    const std::string& before = words[at - 1].text;
    const bool abbreviation = before.size() <= 4 || is_street_type(before);
    return !abbreviation;
  }
  return pauses(words, at);
}

std::string in_title_case(std::string_view word) {
  const bool lower = std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
  const bool upper = std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (lower && upper) return std::string(word);
  std::string out = folded(word);
  if (static_cast<unsigned char>(word.front()) >= 0x80) return std::string(word);
  if (out.size() == 2 && !direction(out).empty()) return {to_upper(out[0]), to_upper(out[1])};
  out[0] = to_upper(out[0]);
  return out;
}

std::string in_capitals(std::string_view word) {
  std::string out(word);
  std::ranges::transform(out, out.begin(), to_upper);
  return out;
}

// "N170W20015", "W206N W16282": grid addresses, letter and digits by turns.
std::optional<AddressPart> read_grid_number(const Words& words, std::size_t at) {
  AddressPart number{"", at};
  std::size_t pairs = 0;
  while (words[number.next].text.size() == 1 && !direction(words[number.next].text).empty() &&
         is_glued(words[number.next + 1]) && words[number.next + 1].is_digits() &&
         (pairs == 0 || is_glued(words[number.next]) || pairs < 2)) {
    const bool spaced = pairs > 0 && words[number.next].spaced;
    number.text +=
        (spaced ? " " : "") + in_capitals(words[number.next].text) + words[number.next + 1].text;
    number.next += 2;
    ++pairs;
    if (is_glued(words[number.next]) && words[number.next].text.size() == 1 &&
        !words[number.next + 1].is_digits()) {
      number.text += in_capitals(words[number.next].text);
      ++number.next;
    }
  }
  if (pairs < 2) return std::nullopt;
  return number;
}

std::optional<AddressPart> read_house_number(const Words& words, std::size_t at) {
  const Word& word = words[at];
  if (word.mark == '$' || word.mark == '/' || word.mark == ':') return std::nullopt;
  if (auto grid = read_grid_number(words, at)) return grid;
  const bool lettered = word.is_letters() && word.text.size() == 1 && is_glued(words[at + 1]) &&
                        words[at + 1].is_digits();
  const auto digits = read_digits(words, lettered ? at + 1 : at, Hundreds::Count);
  if (!digits || digits->digits.size() > house_digits_max ||
      (digits->digits.front() == '0' && (digits->digits.size() > 1 || word.is_letters())))
    return std::nullopt;
  AddressPart house{(lettered ? in_capitals(word.text) : "") + digits->digits, digits->next};
  // "35-20", "48S", "12 1/2".
  const Word& after = words[house.next];
  if (after.is_digits() && after.mark == '-' && !after.spaced) {
    house.text += "-" + after.text;
    ++house.next;
  } else if (after.is_digits() && words[house.next + 1].is_digits() &&
             words[house.next + 1].mark == '/') {
    house.text += " " + after.text + "/" + words[house.next + 1].text;
    house.next += 2;
  } else if (after.is_letters() && is_glued(after) && after.text.size() == 1) {
    house.text += in_capitals(after.text);
    ++house.next;
  }
  if (words.phrase_at(house.next, "and a half") != 0) {
    house.text += " 1/2";
    house.next += 3;
  }
  // "5 minutes", "10:30", "40 percent" and "555-0100" count or name other things.
  const bool counts = unit_at(words, house.next) && !is_street_type(words[house.next + 1].text);
  if (counts || words[house.next].mark == ':' || words[house.next].mark == '%') return std::nullopt;
  return house;
}

std::optional<AddressPart> read_unit(const Words& words, std::size_t at) {
  // "Second floor".
  if (const auto ordinal = read_ordinal(words, at);
      ordinal && words.is_any(ordinal->next, {"floor", "fl", "flr", "piso"})) {
    return AddressPart{"Floor " + std::to_string(ordinal->value), ordinal->next + 1};
  }
  // "FL 33498" is a state and its ZIP.
  if (words.is(at, "fl") && read_zip(words, at + 1)) return std::nullopt;
  std::size_t next = at;
  std::string kind;
  const bool sign = words[at].mark == '#';
  if (!sign) {
    const std::string_view named = unit_kind(words[at].text);
    if (named.empty()) return std::nullopt;
    kind = named;
    ++next;
    if (words.is_any(next, {"number", "no", "numero"})) ++next;
  } else if (!unit_kind(words[at].text).empty()) {
    kind = unit_kind(words[at].text);
    ++next;
  }
  if (next > at && (words[next].opens_sentence() && words[next].mark != '.')) return std::nullopt;
  std::string value;
  bool letter_read = false;
  for (int pieces = 0; pieces < 3; ++pieces) {
    if (pieces > 0 && pauses(words, next)) break;
    if (const auto digits =
            letter_read && pieces > 1 ? std::nullopt : read_digits(words, next, Hundreds::Count)) {
      if (pieces > 0 && digits->digits.size() >= zip_digits) break;
      if (!value.empty() && !letter_read) break;
      value += digits->digits;
      next = digits->next;
      continue;
    }
    const auto letter = letter_read ? std::nullopt : read_letter(words, next);
    const bool explained = letter && letter->next > next + 1;
    const bool single = letter && words[next].text.size() == 1;
    const bool sounded =
        letter && words.is_any(next, {"bee", "dee", "see", "cee", "gee"}) && !value.empty();
    const bool starts_word = single && !direction(words[next].text).empty() && !value.empty() &&
                             words[next].spaced && words[letter->next].is_letters() &&
                             !ends_address_part(words, letter->next);
    if (!letter || !(explained || single || sounded) || starts_word) break;
    value += to_upper(letter->letters[0]);
    next = letter->next;
    letter_read = true;
  }
  const bool stands_alone = kind == "Penthouse" || kind == "Basement" || kind == "Rear" ||
                            kind == "Upper" || kind == "Lower";
  if (value.empty() && !stands_alone) return std::nullopt;
  if (words[next].is_digits() && words[next].mark == '-' && !words[next].spaced) {
    value += "-" + words[next].text;
    ++next;
  }
  if (kind.empty() || kind == "#") return AddressPart{"#" + value, next};
  return AddressPart{value.empty() ? kind : kind + " " + value, next};
}

std::optional<AddressPart> read_bare_unit(const Words& words, std::size_t at) {
  if (words[at].opens_sentence() || read_ordinal(words, at)) return std::nullopt;
  auto digits = read_digits(words, at, Hundreds::Count);
  if (!digits || digits->digits.size() >= zip_digits || unit_at(words, digits->next))
    return std::nullopt;
  // After a pause only another pause shows that it belongs here: "Wacker Dr., 1600, Chicago".
  if (words[at].mark == ',' && words[digits->next].mark != ',') return std::nullopt;
  const Word& letter = words[digits->next];
  const bool lettered = letter.is_letters() && letter.text.size() == 1 && letter.mark != ',';
  if (lettered) {
    digits->digits += in_capitals(letter.text);
    ++digits->next;
  }
  const bool followed = read_unit(words, digits->next) || read_city(words, digits->next) ||
                        read_state(words, digits->next) ||
                        !direction(words[digits->next].text).empty();
  if (!followed) return std::nullopt;
  return AddressPart{"#" + digits->digits, digits->next};
}

std::optional<AddressPart> read_state(const Words& words, std::size_t at) {
  constexpr std::size_t name_words_max = 3;
  std::string name;
  AddressPart longest;
  for (std::size_t length = 1; length <= name_words_max; ++length) {
    const Word& word = words[at + length - 1];
    if (!word.is_letters() ||
        (length > 1 && (word.mark == ',' || (word.mark == '.' && word.text.size() > 1))))
      break;
    append(name, word.text);
    if (const std::string_view state = state_named(name); !state.empty())
      longest = {std::string(state), at + length};
  }
  if (!longest.text.empty()) return longest;
  const std::string_view coded = state_coded(words[at].text);
  if (coded.empty()) return std::nullopt;
  // Many codes are words ("in", "or", "me"): they count in capitals, or where a ZIP or the end
  // follows.
  const bool capitals =
      words.original({at, at + 1}) == coded &&
      !(words.original().size() > 0 && is_no_street_word(words[at].text) && words[at].mark != ',');
  const bool before_zip = words[at + 1].is_digits() && words[at + 1].text.size() >= zip_digits;
  const bool ends = at + 1 >= words.size() && !is_no_street_word(words[at].text);
  const bool after_comma = words[at].mark == ',' && !is_no_street_word(words[at].text);
  if (!capitals && !before_zip && !ends && !after_comma) return std::nullopt;
  return AddressPart{std::string(coded), at + 1};
}

std::optional<AddressPart> read_zip(const Words& words, std::size_t at) {
  const auto digits = read_digits(words, at, Hundreds::List);
  if (!digits) return std::nullopt;
  std::string text = digits->digits;
  if (words[at].is_digits() && words[at].text.size() == zip_digits) {
    // Written: what follows is its own number unless it is the "-1234" of the ZIP.
    const Word& after = words[at + 1];
    if (after.is_digits() && after.text.size() == 4 && after.mark == '-' && !after.spaced) {
      return AddressPart{words[at].text + "-" + after.text, at + 2};
    }
    if (after.is_digits() && after.text.size() == 4 && at + 2 == words.size() &&
        after.mark == ' ') {
      return AddressPart{words[at].text + "-" + after.text, at + 2};
    }
    return AddressPart{words[at].text, at + 1};
  }
  // "Calle Ocho 2301": words and a written number are not one.
  for (std::size_t next = at + 1; next < digits->next; ++next) {
    if (words[at].is_letters() && words[next].is_digits() && words[next].text.size() > 3)
      return std::nullopt;
  }
  if (text.size() == zip_digits) return AddressPart{text, digits->next};
  if (text.size() == zip_plus_four_digits)
    return AddressPart{text.substr(0, zip_digits) + "-" + text.substr(zip_digits), digits->next};
  return std::nullopt;
}

bool state_names_city(const Words& words, std::size_t at) {
  const auto state = read_state(words, at);
  if (!state || state->text == "DC") return false;
  if (read_state(words, state->next)) return true;
  return !ends_address_part(words, state->next) &&
         words.is_any(state->next, {"city", "beach", "springs", "falls", "rapids", "valley",
                                    "dells", "heights", "hills"});
}

std::optional<AddressPart> read_city(const Words& words, std::size_t at) {
  AddressPart city{"", at};
  for (std::size_t count = 0; count < city_words_max; ++count) {
    const Word& word = words[city.next];
    if (!word.is_letters() || is_no_street_word(word.text)) break;
    if (count > 0 && ends_address_part(words, city.next)) break;
    if (count > 0 && read_state(words, city.next) && !state_names_city(words, city.next)) break;
    if (words.is_any(city.next, {"la", "el", "las", "los", "zip", "code"}) &&
        !words[city.next + 1].is_letters())
      break;
    if (read_unit(words, city.next) && !is_place_type(word.text)) break;
    if (numeral(word.text) || weekday_at(words, city.next)) break;
    append(city.text, words.is(city.next, "street")
                          ? "St."
                          : in_title_case(words.original({city.next, city.next + 1})));
    ++city.next;
  }
  if (city.text.empty()) return std::nullopt;
  return city;
}

std::size_t skip_address_joints(const Words& words, std::size_t at) {
  constexpr std::size_t joints_max = 8;
  std::size_t next = at;
  // "On the second floor".
  if (words.phrase_at(next, "on the") != 0 && read_unit(words, next + 2)) return next + 2;
  while (
      next < at + joints_max &&
      (words.is_any(next, {"in", "is", "the", "and", "en", "it's", "my", "that's", "y", "es", "zip",
                           "zipcode", "postal", "codigo"}) ||
       words.phrase_at(next, "el codigo") != 0 || words.phrase_at(next, "city of") != 0 ||
       (words.is_any(next, {"code", "of"}) && words.is_any(next - 1, {"zip", "postal", "city"})))) {
    ++next;
  }
  return next;
}

}  // namespace callwright::language
