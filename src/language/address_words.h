#pragma once

#include <string_view>

namespace callwright::language {

// "Street", "blvd": words that end the name of a street.
bool is_street_type(std::string_view folded);

// Types that end a street's name almost always, as "trail" or "point" do not.
bool is_common_street_type(std::string_view folded);

// "Louis" of "St. Louis": a "st" before it begins a city.
bool is_saint_of_city(std::string_view folded);

// "Hill", "park": words that may end a street's name as well as a city's.
bool is_place_type(std::string_view folded);

// An everyday word that is no part of an address.
bool is_no_street_word(std::string_view folded);

// "Palm" of "West Palm Beach": a direction before it belongs to the city and not to the street.
bool may_follow_direction_in_city(std::string_view folded);

// As they are written, or empty: "northwest" is "Northwest", "apartment" "Apt", "ohio" "OH".
std::string_view direction(std::string_view folded);
std::string_view unit_kind(std::string_view folded);
std::string_view state_named(std::string_view folded);
std::string_view state_coded(std::string_view folded);

}  // namespace callwright::language
