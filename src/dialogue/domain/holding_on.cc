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
    "let me|us ask my|our|the|him|her|them",
    "espere|espera|espereme|esperame|aguarde|permitame $",
    "un momento|momentito|segundo|segundito|minuto|minutito",
    "dejeme|dejame|deje|deja "
    "ver|checar|revisar|buscar|preguntar|pensar|checo|reviso|busco|pregunto",
});

}  // namespace

bool asks_to_wait(const language::Understanding& heard, std::string_view text) {
  constexpr std::size_t words_max = 12;
  static const PhraseSet set(holding_on, {});
  const Words words{text};
  const auto found = set.find(words);
  if (found.empty() || words.size() > words_max || heard.slots.service) return false;
  switch (heard.intent.label) {
    case Intent::OutOfScope:
    case Intent::None:
    case Intent::OwnerQuery:
    case Intent::Deny:
      return true;
    case Intent::Affirm:
      return std::ranges::any_of(
          found, [&](const PhraseMatch& match) { return match.words.end == words.size(); });
    default:
      return false;
  }
}

}  // namespace callwright::dialogue
