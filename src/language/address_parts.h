#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "language/words.h"

// The parts of a street address, each read where it may stand.
namespace callwright::language {

struct AddressPart {
  std::string text;  // As it is written on an envelope.
  std::size_t next = 0;
};

struct Street {
  std::string text;
  std::size_t next = 0;
  bool typed = false;  // Says what it is: "Oak Street", "Highway 71".
};

// "1204", "twelve oh four", "48S", "35-20", "12 1/2".
std::optional<AddressPart> read_house_number(const Words& words, std::size_t at);

// "North Oak Street NW", "West Twenty First", "County Road 12".
std::optional<Street> read_street(const Words& words, std::size_t at);

// "Apartment three b", "#204", "second floor".
std::optional<AddressPart> read_unit(const Words& words, std::size_t at);

// A number after the street that is no ZIP: "Park Way three sixty two".
std::optional<AddressPart> read_bare_unit(const Words& words, std::size_t at);

std::optional<AddressPart> read_city(const Words& words, std::size_t at);
std::optional<AddressPart> read_state(const Words& words, std::size_t at);
std::optional<AddressPart> read_zip(const Words& words, std::size_t at);

// "New York, New York", "Kansas City": the state's name is a city's, or begins it.
bool state_names_city(const Words& words, std::size_t at);

// A pause or a sentence's end before this word; the stop of "Oak St. Lawrence" is neither.
bool ends_address_part(const Words& words, std::size_t at);

// "oak" and "OAK" are written "Oak", "nw" "NW"; mixed case stays.
std::string in_title_case(std::string_view word);
std::string in_capitals(std::string_view word);

// Past the small words between parts: "in", "zip code is".
std::size_t skip_address_joints(const Words& words, std::size_t at);

}  // namespace callwright::language
