#include "calls/domain/carrier_status.h"

#include <algorithm>
#include <array>

namespace callwright::calls {
namespace {

struct RankedWord {
  std::string_view word;
  int rank;
};

// The carrier's pages spell "canceled" in both ways.
constexpr auto ranked_words = std::to_array<RankedWord>({
    {"queued", 0},
    {"initiated", 1},
    {"ringing", 2},
    {"in-progress", 3},
    {"completed", 4},
    {"busy", 4},
    {"failed", 4},
    {"no-answer", 4},
    {"canceled", 4},
    {"cancelled", 4},
});

}  // namespace

int carrier_rank(std::string_view status) {
  const auto found = std::ranges::find(ranked_words, status, &RankedWord::word);
  return found == ranked_words.end() ? -1 : found->rank;
}

}  // namespace callwright::calls
