#pragma once

#include <string>
#include <string_view>

#include "dialogue/domain/memory.h"

namespace callwright::reception {

// The value in doubt as it is read back: as it is said, its digits one by one, or spelled.
// On paper it stays whole.
std::string value_wording(const dialogue::Memory& memory, bool is_typed);

// "1 2 0 4 Oak Street, 6 6 1 0 1": every digit on its own, other words as they are.
std::string digit_by_digit(std::string_view text);

// "J, O, R, D, A, N": every letter and digit on its own, words apart.
std::string letter_by_letter(std::string_view text);

}  // namespace callwright::reception
