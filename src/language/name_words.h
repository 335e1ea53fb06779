#pragma once

#include <string_view>

namespace callwright::language {

// A first name common enough to be recognised without any hint.
bool is_first_name(std::string_view folded);

// An everyday word that is no part of a name, whatever was asked.
bool is_no_name(std::string_view folded);

}  // namespace callwright::language
