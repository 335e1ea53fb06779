#pragma once

#include <string>

#include "sim/draw.h"

namespace callwright::sim {

// Who somebody is, as they would say it.
struct Person {
  std::string number;  // E.164.
  std::string name;
  std::string street;
  std::string place;  // "66101", or "Springfield".
  bool spanish = false;

  std::string address() const { return street + ", " + place; }
};

// A number that belongs to nobody: NPA 555-01xx, another one for each index.
std::string example_number(std::uint64_t index);

// The same index and seed give the same person. `places` are where the business works.
Person draw_person(Draw& draw, std::uint64_t index);

}  // namespace callwright::sim
