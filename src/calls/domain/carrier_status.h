#pragma once

#include <string_view>

namespace callwright::calls {

// How the carrier's own words rank: late news of a lower rank is recorded, not applied. -1 for a
// word that is none of them, which therefore never applies.
int carrier_rank(std::string_view status);

}  // namespace callwright::calls
