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
constexpr std::size_t street_words_max = 7;
constexpr std::size_t city_words_max = 4;
constexpr std::size_t zip_digits = 5;
constexpr std::size_t zip_plus_four_digits = 9;

bool pauses(const Words& words, std::size_t at) {
  return words[at].mark == ',' || words[at].opens_sentence() || words[at].mark == '\n';
}

// A stop after an abbreviation ends no sentence: "Oak St. Lawrence".
bool ends_part(const Words& words, std::size_t at) {
  const Word& word = words[at];
  if (word.mark == '.' && at > 0) {
    const std::string& before = words[at - 1].text;
    const bool abbreviation = before.size() <= 4 || is_street_type(before);
    return !abbreviation;
  }
  return pauses(words, at);
}

char to_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// "oak" and "OAK" are written "Oak", "nw" "NW"; mixed case stays.
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

std::string ordinal_text(std::int64_t value) {
  const auto last = value % 10;
  const bool teen = value % 100 >= 11 && value % 100 <= 13;
  const char* suffix = teen ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
  return std::to_string(value) + suffix;
}

void append(std::string& text, std::string_view word) {
  if (!text.empty()) text += ' ';
  text += word;
}

bool is_glued(const Word& word) {
  return !word.spaced && word.mark == 0;
}

// "Highway", "state route", "county road", "fm": roads that are named by a number or letter.
std::size_t numbered_road_at(const Words& words, std::size_t at) {
  for (const std::string_view phrase : {"state highway",
                                        "state hwy",
                                        "state route",
                                        "state road",
                                        "state rd",
                                        "state rte",
                                        "county road",
                                        "county rd",
                                        "county highway",
                                        "county hwy",
                                        "county route",
                                        "country road",
                                        "us highway",
                                        "us hwy",
                                        "us route",
                                        "u s highway",
                                        "u s hwy",
                                        "u s route",
                                        "farm to market",
                                        "farm market",
                                        "fm",
                                        "interstate",
                                        "highway",
                                        "hwy",
                                        "route",
                                        "rte",
                                        "rt",
                                        "cr",
                                        "sr",
                                        "us",
                                        "u s",
                                        "business",
                                        "rural route",
                                        "rr",
                                        "township road",
                                        "ranch road",
                                        "old highway",
                                        "old hwy",
                                        "forest road",
                                        "carretera",
                                        "autopista"}) {
    if (const std::size_t length = words.phrase_at(at, phrase)) return length;
  }
  return 0;
}

// The number or letters of such a road, with "no." before it, "business" or a direction after it.
std::optional<AddressPart> road_number(const Words& words, std::size_t at) {
  std::size_t next = at;
  std::string text;
  if (words.is_any(next, {"no", "number"})) append(text, "No."), ++next;
  if (const auto digits = read_digits(words, next, Hundreds::Count);
      digits && digits->digits.size() <= 4) {
    append(text, digits->digits);
    next = digits->next;
    if (is_glued(words[next]) && words[next].is_letters() && words[next].text.size() == 1) {
      text += to_upper(words[next].text[0]);
      ++next;
    }
  } else if (words[next].is_letters() && words[next].text.size() <= 3 &&
             !is_street_type(words[next].text) && direction(words[next].text).empty() &&
             !is_no_street_word(words[next].text)) {
    std::string letters = words[next].text;
    std::ranges::transform(letters, letters.begin(), to_upper);
    append(text, letters);
    ++next;
  } else {
    return std::nullopt;
  }
  if (words.is_any(next, {"business", "bypass", "loop", "spur", "alternate", "alt"}))
    append(text, in_title_case(words[next].text)), ++next;
  return AddressPart{text, next};
}

bool is_compound_direction(std::string_view folded) {
  return folded.size() == 2 || folded.starts_with("northe") || folded.starts_with("northw") ||
         folded.starts_with("southe") || folded.starts_with("southw");
}

// Where a city, a unit, a state, a ZIP or the end follows: the street may stop here.
bool street_may_stop(const Words& words, std::size_t at) {
  return at >= words.size() || ends_part(words, at) || read_unit(words, at) ||
         read_state(words, at) || read_zip(words, at) || is_no_street_word(words[at].text);
}

// "NW", "north" after the street, unless it begins the city: "West Palm Beach".
std::size_t trailing_direction(const Words& words, std::size_t at) {
  const Word& word = words[at];
  if (direction(word.text).empty() || word.opens_sentence()) return 0;
  // "Bolton Road, NW Atlanta" is a street's direction; ", West Palm Beach" a city's.
  if (word.mark == ',' && !is_compound_direction(word.text) && !street_may_stop(words, at + 1))
    return 0;
  // "N.W." and "n w".
  if (word.text.size() == 1 && words[at + 1].text.size() == 1 &&
      !direction(word.text + words[at + 1].text).empty() && words[at + 1].mark == '.')
    return 2;
  if (is_compound_direction(word.text)) return 1;
  return may_follow_direction_in_city(words[at + 1].text) && words[at + 1].mark != ',' ? 0 : 1;
}

struct StreetWords {
  std::string text;
  std::size_t next = 0;
};

// One word of a street's name: "oak", "21st", "twenty first", "O'Neil".
std::optional<StreetWords> name_word(const Words& words, std::size_t at) {
  if (const auto ordinal = read_ordinal(words, at))
    return StreetWords{ordinal_text(ordinal->value), ordinal->next};
  const Word& word = words[at];
  if (word.is_digits()) {
    // "100 South 400 East", "Avenue 12".
    if (word.text.size() > 4) return std::nullopt;
    return StreetWords{word.text, at + 1};
  }
  if (!word.is_letters()) return std::nullopt;
  return StreetWords{in_title_case(words.original({at, at + 1})), at + 1};
}

// Types that name a street by what follows: "Avenue of the Stars", "Calle Ocho", "Camino Real",
// "Avenue B".
bool is_leading_type(const Words& words, std::size_t at) {
  return words.is_any(
      at, {"avenue", "ave", "calle", "avenida", "camino", "paseo", "via", "rue", "boulevard"});
}

}  // namespace

std::optional<AddressPart> read_house_number(const Words& words, std::size_t at) {
  const Word& word = words[at];
  if (word.mark == '$' || word.mark == '/' || word.mark == ':') return std::nullopt;
  const auto digits = read_digits(words, at, Hundreds::Count);
  if (!digits || digits->digits.size() > house_digits_max || digits->digits.front() == '0')
    return std::nullopt;
  AddressPart house{digits->digits, digits->next};
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
    house.text += to_upper(after.text[0]);
    ++house.next;
  }
  if (words.phrase_at(house.next, "and a half") != 0) {
    house.text += " 1/2";
    house.next += 3;
  }
  if (unit_at(words, house.next) || words[house.next].mark == ':' || words[house.next].mark == '%')
    return std::nullopt;
  return house;
}

std::optional<Street> read_street(const Words& words, std::size_t at) {
  Street street{.next = at};
  if (at >= words.size() || words[at].mark == ',' || words[at].opens_sentence()) {
    if (words[at].mark != '.' && words[at].mark != ',') return std::nullopt;
    if (words[at].mark == ',' && !words[at].is_letters()) return std::nullopt;
  }
  // "North" and even "N West".
  while (!direction(words[street.next].text).empty() &&
         words[street.next + 1].kind != WordKind::Taken &&
         !is_no_street_word(words[street.next + 1].text)) {
    const bool type_follows =
        is_street_type(words[street.next + 1].text) && street_may_stop(words, street.next + 2);
    if (type_follows || (street.next > at && ends_part(words, street.next))) break;
    append(street.text, in_title_case(words.original({street.next, street.next + 1})));
    ++street.next;
  }

  std::size_t names = 0;
  std::size_t end_of_type = 0;
  std::string typed_text;
  for (; names < street_words_max && street.next < words.size(); ++names) {
    const std::size_t here = street.next;
    if (names > 0 && ends_part(words, here)) break;
    if (is_no_street_word(words[here].text)) break;
    if (const std::size_t road = numbered_road_at(words, here)) {
      if (const auto number = road_number(words, here + road)) {
        for (std::size_t i = here; i < here + road; ++i)
          append(street.text, in_title_case(words.original({i, i + 1})));
        append(street.text, number->text);
        street.next = number->next;
        street.typed = true;
        break;
      }
    }
    const bool type = is_street_type(words[here].text);
    if (names > 0 && !type && (read_unit(words, here) || read_zip(words, here))) break;
    if (names > 0 && !type && read_state(words, here)) break;
    const auto word = name_word(words, here);
    if (!word) break;
    append(street.text, word->text);
    street.next = word->next;
    if (type && (names > 0 || !street.text.empty())) {
      const bool leads =
          names == 0 && is_leading_type(words, here) && !street_may_stop(words, street.next);
      const bool saint =
          names == 0 && words.is_any(here, {"st", "dr"}) && !street_may_stop(words, street.next);
      if (leads || saint) {
        street.typed = leads;
        continue;
      }
      street.typed = true;
      end_of_type = street.next;
      typed_text = street.text;
      // "Park Way", "Court Street": a further type goes on; anything else is no more the street.
      const bool more = is_street_type(words[street.next].text) && !ends_part(words, street.next) &&
                        !(words.is(street.next, "st") && !street_may_stop(words, street.next + 1));
      if (!more) break;
    }
    // Without a type the street's name is taken to be short, since what follows may be the city.
    const bool direction_ends = !direction(words[street.next].text).empty() &&
                                is_compound_direction(words[street.next].text);
    if (direction_ends) break;
  }
  if (names == 0 && street.text.empty()) return std::nullopt;
  if (end_of_type != 0) {
    street.next = end_of_type;
    street.text = typed_text;
  }
  if (const std::size_t length = trailing_direction(words, street.next)) {
    std::string letters;
    for (std::size_t i = street.next; i < street.next + length; ++i) letters += words[i].text;
    append(street.text, length == 2
                            ? in_title_case(letters)
                            : in_title_case(words.original({street.next, street.next + 1})));
    street.next += length;
  }
  return street;
}

std::optional<AddressPart> read_unit(const Words& words, std::size_t at) {
  // "Second floor".
  if (const auto ordinal = read_ordinal(words, at);
      ordinal && words.is_any(ordinal->next, {"floor", "fl", "flr", "piso"})) {
    return AddressPart{"Floor " + std::to_string(ordinal->value), ordinal->next + 1};
  }
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
                             words[next].spaced && !street_may_stop(words, letter->next);
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
  if (pauses(words, at) || read_ordinal(words, at)) return std::nullopt;
  const auto digits = read_digits(words, at, Hundreds::Count);
  if (!digits || digits->digits.size() >= zip_digits || unit_at(words, digits->next))
    return std::nullopt;
  const bool followed = read_unit(words, digits->next) || read_city(words, digits->next) ||
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
    return AddressPart{words[at].text, at + 1};
  }
  if (text.size() == zip_digits) return AddressPart{text, digits->next};
  if (text.size() == zip_plus_four_digits)
    return AddressPart{text.substr(0, zip_digits) + "-" + text.substr(zip_digits), digits->next};
  return std::nullopt;
}

std::optional<AddressPart> read_city(const Words& words, std::size_t at) {
  AddressPart city{"", at};
  for (std::size_t count = 0; count < city_words_max; ++count) {
    const Word& word = words[city.next];
    if (!word.is_letters() || is_no_street_word(word.text)) break;
    if (count > 0 && ends_part(words, city.next)) break;
    if (count > 0 && read_state(words, city.next)) break;
    if (read_unit(words, city.next) && !is_place_type(word.text)) break;
    if (numeral(word.text) || weekday_at(words, city.next)) break;
    append(city.text, in_title_case(words.original({city.next, city.next + 1})));
    ++city.next;
  }
  if (city.text.empty()) return std::nullopt;
  return city;
}

std::size_t skip_address_joints(const Words& words, std::size_t at) {
  std::size_t next = at;
  while (words.is_any(
      next, {"in", "zip", "code", "zipcode", "is", "the", "and", "en", "codigo", "postal", "it's",
             "my", "city", "of", "that's", "state", "el", "y", "es"})) {
    const bool city_of = words.is(next, "of") && !words.is(next - 1, "city");
    if (city_of) break;
    ++next;
  }
  return next;
}

}  // namespace callwright::language
