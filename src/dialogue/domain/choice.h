#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "dialogue/domain/memory.h"
#include "language/understanding.h"

namespace callwright::dialogue {

// Which of the offers was meant: "the second one", "nine", "the Tuesday one", or "yes" where there
// is one only. Nothing when none or more than one fits.
std::optional<std::size_t> chosen_offer(const std::vector<Offer>& offers,
                                        const language::Understanding& heard,
                                        std::string_view text);

std::optional<std::size_t> chosen_visit(const std::vector<VisitChoice>& visits,
                                        const language::Understanding& heard,
                                        std::string_view text);

}  // namespace callwright::dialogue
