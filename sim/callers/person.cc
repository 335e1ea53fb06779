#include "sim/callers/person.h"

#include <array>
#include <cstdio>
#include <string_view>

namespace callwright::sim {
namespace {

constexpr auto first_names = std::to_array<std::string_view>(
    {"Pat", "Sam",    "Alex",  "Jamie", "Robin", "Chris", "Dana",  "Taylor", "Morgan", "Lee",
     "Kim", "Jordan", "Casey", "Ana",   "Luis",  "Maria", "Priya", "Omar",   "Mei",    "Ivan"});
constexpr auto last_names = std::to_array<std::string_view>(
    {"Example", "Sample", "Walker", "Baker", "Miller", "Porter", "Garcia", "Stone", "Rivers",
     "Fields", "Woods", "Hill", "Brooks", "Lopez", "Young", "Long", "Park"});
constexpr auto streets = std::to_array<std::string_view>(
    {"Oak Street", "Main Street", "Elm Avenue", "Maple Drive", "Cedar Lane", "Pine Court",
     "Second Street", "Washington Avenue", "Lake Road", "Hill Street", "Park Avenue",
     "North Ridge Road"});
// Inside the area of the practice business and, now and then, outside of it.
constexpr auto places =
    std::to_array<std::string_view>({"66101", "66101", "66203", "66212", "66221", "Springfield",
                                     "Springfield", "Shelbyville", "90210"});

constexpr std::uint64_t lines_per_area = 100;
constexpr std::uint64_t first_area = 201;
constexpr std::uint64_t areas = 789;

}  // namespace

std::string example_number(std::uint64_t index) {
  std::array<char, 16> text;
  const std::uint64_t area = first_area + (index / lines_per_area) % areas;
  std::snprintf(text.data(), text.size(), "+1%03u55501%02u", static_cast<unsigned>(area),
                static_cast<unsigned>(index % lines_per_area));
  return text.data();
}

Person draw_person(Draw& draw, std::uint64_t index) {
  Person person{.number = example_number(index)};
  person.name = std::string(draw.pick(first_names)) + " " + std::string(draw.pick(last_names));
  person.street = std::to_string(draw.between(1, 9'899)) + " " + std::string(draw.pick(streets));
  if (draw.chance(0.1)) person.street += " Apt " + std::to_string(draw.between(1, 40));
  person.place = draw.pick(places);
  person.spanish = draw.chance(0.08);
  return person;
}

}  // namespace callwright::sim
