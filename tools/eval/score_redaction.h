#pragma once

#include <cstddef>

namespace callwright::eval {

// How much of what must never be kept is blanked, and how much else is left alone.
void score_redaction(std::size_t worst_rows);

}  // namespace callwright::eval
