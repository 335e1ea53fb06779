#include "language/corrections.h"

#include <array>
#include <string_view>

namespace callwright::language {
namespace {

// Longer phrases first: the first that stands at a place is taken.
constexpr auto cues = std::to_array<std::string_view>({
    "no i'm sorry",    "no no wait",   "no wait no",   "oh wait no", "let me correct that",
    "oh i'm sorry",    "no i meant",   "no i mean",    "or i mean",  "i should say",
    "let me rephrase", "i'm sorry",    "no hold on",   "oh no wait", "no make that",
    "no make it",      "no actually",  "actually no",  "sorry no",   "no sorry",
    "oh sorry",        "oh wait",      "no wait",      "wait no",    "scratch that",
    "strike that",     "i mean",       "i meant",      "make that",  "make it",
    "or rather",       "rather",       "correction",   "sorry",      "actually",
    "excuse me",       "hold on",      "wait",         "my bad",     "oops",
    "no espere",       "no espera",    "no perdon",    "perdon no",  "mejor dicho",
    "quise decir",     "quiero decir", "me equivoque", "no mejor",   "perdon",
    "perdone",         "disculpe",     "digo",         "espera",     "corrijo",
    "no no",           "no it's",      "no its",       "no es",      "no",
});

}  // namespace

std::size_t correction_at(const Words& words, std::size_t at) {
  if (!words[at].is_letters()) return 0;
  for (const std::string_view cue : cues) {
    if (const std::size_t length = words.phrase_at(at, cue)) return length;
  }
  return 0;
}

}  // namespace callwright::language
