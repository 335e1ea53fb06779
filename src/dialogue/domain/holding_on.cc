#include "dialogue/domain/holding_on.h"

#include <algorithm>
#include <array>

#include "language/phrases.h"

namespace callwright::dialogue {
namespace {

using language::Intent;
using language::PhraseMatch;
using language::PhraseSet;
using language::Words;

constexpr auto holding_on = std::to_array<std::string_view>({
    "hold|hang on",
    "bear with me",
    "wait|just|gimme a|one minute|second|sec|moment|min",
    "^ a|one|1 minute|second|sec|moment|min",
    "give me just? a|one|two|couple minute|second|sec|moment|min|of",
    "let me|us check|see|look|think|grab|pull|find",
    "lemme check|see|look|think|grab|pull|find",
    "let me|us get my|our|the|a",
    "let me|us ask my|our|the|him|her|them",
    "espere|espera|espereme|esperame|aguarde|permitame un? tantito|poquito? $",
    "un momento|momentito|segundo|segundito|minuto|minutito",
    "dejeme|dejame|deje|deja "
    "ver|checar|revisar|buscar|preguntar|pensar|checo|reviso|busco|pregunto",
});

const PhraseSet& requests() {
  static const PhraseSet set(holding_on, {});
  return set;
}

}  // namespace

bool only_asks_to_wait(std::string_view text) {
  const Words words{text};
  return std::ranges::any_of(requests().find(words), [&](const PhraseMatch& match) {
    return match.words.begin == 0 && match.words.end == words.size();
  });
}

bool asks_to_wait(const language::Understanding& heard, std::string_view text) {
  // "Let me check my calendar": more than a few words after it say something else.
  constexpr std::size_t words_after_max = 3;
  const Words words{text};
  const auto found = requests().find(words);
  const auto ends_within = [&](std::size_t after_max) {
    return std::ranges::any_of(found, [&](const PhraseMatch& match) {
      return words.size() - match.words.end <= after_max;
    });
  };
  if (heard.slots.service) return false;
  switch (heard.intent.label) {
    case Intent::OutOfScope:
    case Intent::None:
    case Intent::OwnerQuery:
    case Intent::Deny:
      return ends_within(words_after_max);
    case Intent::Affirm:
      return ends_within(0);
    default:
      return false;
  }
}

}  // namespace callwright::dialogue
