#include "language/corrections.h"

#include <array>
#include <string_view>

#include "language/phrase_index.h"

namespace callwright::language {
namespace {

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
  static const auto* const index = new PhraseIndex(cues);
  return index->longest_at(words, at);
}

}  // namespace callwright::language
