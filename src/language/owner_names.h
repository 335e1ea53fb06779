#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "language/words.h"

namespace callwright::language {

// Whose visits an owner asks about.
struct Person {
  enum class Side : std::uint8_t { Customer, Technician };
  Side side = Side::Technician;
  std::string name;  // As it would be written, without title: "Linda Park".
};

// "What does Mike have", "anything with the Johnsons", "the Peterson job".
std::optional<Person> read_person(const Words& words);

// "Schedule", "jobs", "agenda": what an owner asks about.
bool names_visits(const Words& words, std::size_t at);

}  // namespace callwright::language
