#include "language/addresses.h"

#include <algorithm>
#include <string>

#include "language/address_parts.h"
#include "language/address_words.h"
#include "language/corrections.h"
#include "language/numbers.h"
#include "language/unspelled.h"

namespace callwright::language {
namespace {

struct Candidate {
  std::string house;
  Street street;
  AddressReading rest;  // Everything but the street.
  WordRange words;
};

// "Address is", "I live at": what follows is an address, however its street is called.
bool is_announced(const Words& words, std::size_t at) {
  constexpr std::size_t reach = 4;
  for (std::size_t back = 1; back <= reach && back <= at; ++back) {
    if (words.is_any(at - back, {"address", "live", "located", "lives", "direccion", "vivo",
                                 "house", "property", "place", "location", "over"}))
      return true;
  }
  return false;
}

// Reads what may follow a street, in any order that people use: unit, city, state, ZIP.
void read_rest(const Words& words, Candidate& candidate) {
  constexpr int parts_max = 8;
  std::size_t at = candidate.words.end;
  for (int parts = 0; parts < parts_max; ++parts) {
    const std::size_t begin = skip_address_joints(words, at);
    if (auto unit = read_unit(words, begin);
        unit && (candidate.rest.unit.empty() || unit->text != candidate.rest.unit)) {
      candidate.rest.unit =
          candidate.rest.unit.empty() ? unit->text : candidate.rest.unit + " " + unit->text;
      at = unit->next;
    } else if (auto zip = candidate.rest.zip.empty() ? read_zip(words, begin) : std::nullopt) {
      candidate.rest.zip = zip->text;
      at = zip->next;
    } else if (auto state = candidate.rest.state.empty() ? read_state(words, begin) : std::nullopt;
               state && !(candidate.rest.city.empty() && state_names_city(words, begin))) {
      candidate.rest.state = state->text;
      at = state->next;
    } else if (auto city = candidate.rest.city.empty() && candidate.rest.state.empty()
                               ? read_city(words, begin)
                               : std::nullopt) {
      candidate.rest.city = city->text;
      at = city->next;
    } else if (auto bare = !candidate.street.text.empty() && candidate.rest.unit.empty() &&
                                   candidate.rest.city.empty()
                               ? read_bare_unit(words, begin)
                               : std::nullopt) {
      candidate.rest.unit = bare->text;
      at = bare->next;
    } else {
      break;
    }
    candidate.words.end = at;
  }
}

// A state before its ZIP, or a ZIP that ends the text, shows where an address ends even when words
// in between are not understood: "lockbox 848104 dallas tx 75207".
void read_tail(const Words& words, Candidate& candidate) {
  constexpr std::size_t reach = 16;
  const std::size_t from = candidate.words.end;
  for (std::size_t at = from; at < words.size() && at < from + reach; ++at) {
    if (words[at].opens_sentence() && words[at].mark != '.') return;
    const auto state = read_state(words, at);
    const auto zip = read_zip(words, state ? state->next : at);
    if (!zip) continue;
    std::size_t city_at = at;
    constexpr std::size_t city_words_max = 3;
    while (city_at > from && at - city_at < city_words_max && words[city_at - 1].is_letters() &&
           !(city_at < at && words[city_at].mark == ','))
      --city_at;
    city_at = std::min(skip_address_joints(words, city_at), at);
    const auto city = read_city(words, city_at);
    const bool is_city = city && city->next == at;
    // "That's Springfield, 66101, the blue house".
    const bool ends = zip->next == words.size() || (is_city && ends_address_part(words, zip->next));
    if (!state && !ends) continue;
    candidate.rest.zip = zip->text;
    if (state) candidate.rest.state = state->text;
    if (is_city) candidate.rest.city = city->text;
    candidate.words.end = zip->next;
    return;
  }
}

// "Suite 1800, 77 West Wacker", "apartment 4C at 310 Oak Street": what stands before the house
// number.
std::optional<AddressPart> unit_before(const Words& words, std::size_t at) {
  constexpr std::size_t reach = 4;
  if (at > 0 && words.is_any(at - 1, {"at", "in", "of", "on", "en", "de"})) --at;
  for (std::size_t back = 2; back <= reach && back <= at; ++back) {
    const auto unit = read_unit(words, at - back);
    if (unit && unit->next == at) return unit;
  }
  return std::nullopt;
}

// The digits name a unit, not a house.
bool is_unit_number(const Words& words, std::size_t at) {
  if (words[at].mark == '#')
    return at > 0 && !words[at].opens_sentence() && words[at - 1].is_letters() &&
           words[at + 1].is_digits();
  // "10th floor 312 Rosa Parks Avenue".
  if (unit_before(words, at)) return false;
  return at > 0 && !unit_kind(words[at - 1].text).empty() &&
         !words.is_any(at - 1, {"no", "number", "num", "numero"});
}

std::optional<Candidate> read_at(const Words& words, std::size_t at, bool asked) {
  if (is_unit_number(words, at)) return std::nullopt;
  const auto house = read_house_number(words, at);
  if (!house) return std::nullopt;
  // "6910 #G Mary Caroline Circle".
  const auto between =
      words[house->next].mark == '#' ? read_unit(words, house->next) : std::nullopt;
  // "Es el 1204 de Oak Street".
  const bool of = at > 0 && words.is(at - 1, "el") && words.is(house->next, "de") &&
                  !words.is(house->next + 1, "la");
  const auto street = read_street(words, between ? between->next : house->next + (of ? 1 : 0));
  if (!street) return std::nullopt;
  Candidate candidate{.house = house->text, .street = *street, .words = {at, street->next}};
  if (between) candidate.rest.unit = between->text;
  if (const auto before = unit_before(words, at)) candidate.rest.unit = before->text;
  read_rest(words, candidate);
  if (candidate.rest.zip.empty()) read_tail(words, candidate);
  const bool placed = !candidate.rest.zip.empty() ||
                      (!candidate.rest.state.empty() && !candidate.rest.city.empty());
  // "A 2 story house", "3 bedroom": so many of something.
  const bool counts = !street->typed && house->text.size() == 1 &&
                      words.is_any(house->next, {"story", "storey", "bedroom", "bedrooms", "bath",
                                                 "bathroom", "bathrooms", "car", "family", "level",
                                                 "zone", "unit", "person", "stage", "ton"});
  if (counts) return std::nullopt;
  if (street->typed || placed || is_announced(words, at)) return candidate;
  // A number and a word are an address only where one was asked for and nothing else was said.
  const bool begins =
      at == 0 || ends_address_part(words, at) ||
      words.is_any(at - 1, {"is", "it's", "its", "at", "yeah", "yes", "es", "en", "number", "on"});
  const std::size_t end = candidate.words.end;
  const bool ends = end >= words.size() || ends_address_part(words, end) ||
                    correction_at(words, end) != 0 || words.is(end, "not");
  if (!asked || !begins || !ends) return std::nullopt;
  return candidate;
}

// "Fifty, not fifteen": the digits that were misheard are exchanged in the house number.
bool exchange_digits(const Words& words, Candidate& candidate, std::size_t at) {
  const auto right = read_digits(words, at, Hundreds::Count);
  if (!right || !words.is_any(right->next, {"not", "no"})) return false;
  const auto wrong = read_digits(words, right->next + 1, Hundreds::Count);
  if (!wrong) return false;
  const std::size_t place = candidate.house.rfind(wrong->digits);
  if (place == std::string::npos) return false;
  candidate.house.replace(place, wrong->digits.size(), right->digits);
  candidate.words.end = wrong->next;
  return true;
}

// What is said again after "no wait" takes the place of what it repeats: all of it, the number, the
// street, or a part.
void correct(const Words& words, Candidate& candidate) {
  constexpr std::size_t reach = 3;
  for (std::size_t at = candidate.words.end; at < words.size() && at <= candidate.words.end + reach;
       ++at) {
    if (exchange_digits(words, candidate, at)) return;
    const std::size_t cue = correction_at(words, at);
    if (cue == 0) continue;
    std::size_t again = at + cue;
    if (words.is_any(again, {"it's", "its", "is", "that's", "the", "i", "mean", "meant"})) ++again;
    if (exchange_digits(words, candidate, again)) return;
    if (auto whole = read_at(words, again, false)) {
      AddressReading kept = candidate.rest;
      if (!whole->rest.unit.empty()) kept.unit = whole->rest.unit;
      if (!whole->rest.city.empty()) kept.city = whole->rest.city;
      if (!whole->rest.state.empty()) kept.state = whole->rest.state;
      if (!whole->rest.zip.empty()) kept.zip = whole->rest.zip;
      candidate = {.house = whole->house,
                   .street = whole->street,
                   .rest = kept,
                   .words = {candidate.words.begin, whole->words.end}};
    } else if (auto street = read_street(words, again); street && street->typed) {
      candidate.street = *street;
      candidate.words.end = street->next;
    } else if (auto unit = read_unit(words, again)) {
      candidate.rest.unit = unit->text;
      candidate.words.end = unit->next;
    } else if (auto zip = read_zip(words, again)) {
      candidate.rest.zip = zip->text;
      candidate.words.end = zip->next;
    } else if (auto house = read_house_number(words, again)) {
      candidate.house = house->text;
      candidate.words.end = house->next;
    } else {
      return;
    }
    read_rest(words, candidate);
    at = candidate.words.end;
  }
}

Found<AddressReading> found(const Candidate& candidate) {
  AddressReading reading = candidate.rest;
  reading.street = candidate.house.empty() ? candidate.street.text
                                           : candidate.house + " " + candidate.street.text;
  return {.value = std::move(reading), .words = {candidate.words}};
}

// "Calle Roble 1204", "Avenida Juárez número 12": the number after the street.
std::optional<Candidate> read_number_last(const Words& words, std::size_t at) {
  if (!words.is_any(at, {"calle", "avenida", "camino", "paseo", "carretera", "bulevar"}))
    return std::nullopt;
  const auto street = read_street(words, at);
  if (!street || !street->typed) return std::nullopt;
  const std::size_t number_at =
      street->next + (words.is_any(street->next, {"numero", "no", "num"}) ? 1 : 0);
  const auto house = read_house_number(words, number_at);
  if (!house) return std::nullopt;
  Candidate candidate{.house = house->text, .street = *street, .words = {at, house->next}};
  read_rest(words, candidate);
  return candidate;
}

// "At 15 Sunset, that's 15 Sunset Boulevard": the same house with more said of its street.
void say_again(const Words& words, Candidate& candidate, std::size_t at, bool asked) {
  constexpr std::size_t reach = 8;
  for (std::size_t again = at + 2; again < words.size() && again < at + reach; ++again) {
    const auto whole = read_at(words, again, asked);
    if (!whole || whole->house != candidate.house || !whole->street.typed) continue;
    if (!whole->street.text.starts_with(candidate.street.text)) continue;
    candidate = *whole;
    candidate.words.begin = at;
    return;
  }
}

// "The house number is 1204 and the street is Oak Street".
std::string named_house_number(const Words& words) {
  for (std::size_t at = 0; at + 2 < words.size(); ++at) {
    if (!words.is_any(at, {"house", "building", "street"}) || !words.is(at + 1, "number")) continue;
    const std::size_t number_at = at + (words.is_any(at + 2, {"is", "it's", "would"}) ? 3 : 2);
    if (const auto house = read_house_number(words, number_at)) return house->text;
  }
  return "";
}

// "The zip is 66044", "Lawrence, Kansas": the parts that were missing.
std::optional<Found<AddressReading>> read_parts(const Words& words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool begins = at == 0 || words[at].opens_sentence() || words[at].mark == ',' ||
                        is_no_street_word(words[at - 1].text);
    if (!begins) continue;
    Candidate candidate{.words = {at, at}};
    const bool street_may_begin = at == 0 || words[at].mark == ',' ||
                                  words.is_any(at - 1, {"on", "at", "is", "it's", "off", "en"});
    const bool article = at > 0 && words.is(at, "a");  // "In a house on a lane".
    if (const auto street = street_may_begin && !article ? read_street(words, at) : std::nullopt;
        street && street->typed) {
      candidate.street = *street;
      candidate.house = named_house_number(words);
      candidate.words.end = street->next;
    }
    read_rest(words, candidate);
    // A lone word may be anything.
    const AddressReading& rest = candidate.rest;
    const bool numbered_unit =
        std::ranges::any_of(rest.unit, [](char c) { return c == '#' || (c >= '0' && c <= '9'); });
    if (!rest.zip.empty() || !rest.state.empty() || numbered_unit || !candidate.street.text.empty())
      return found(candidate);
  }
  return std::nullopt;
}

std::optional<Found<AddressReading>> read_said(const Words& words, bool asked) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    auto candidate = read_number_last(words, at);
    if (!candidate) candidate = read_at(words, at, asked);
    if (!candidate) continue;
    if (!candidate->street.typed) say_again(words, *candidate, at, asked);
    correct(words, *candidate);
    return found(*candidate);
  }
  if (!asked) return std::nullopt;
  return read_parts(words);
}

}  // namespace

std::optional<Found<AddressReading>> read_address(const Words& words, const Context& context) {
  const bool asked = context.asked == Question::Address;
  const Unspelled plain = unspelled(words);
  if (plain.any) {
    const Words whole{plain.text};
    const bool is_same = whole.size() + 1 == plain.from.size();
    auto reading = is_same ? read_said(whole, asked) : std::nullopt;
    if (reading && !reading->value.street.empty()) {
      for (WordRange& range : reading->words) range = plain.original(range);
      return reading;
    }
  }
  return read_said(words, asked);
}

}  // namespace callwright::language
