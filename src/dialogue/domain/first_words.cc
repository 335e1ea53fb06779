#include "dialogue/domain/first_words.h"

#include <algorithm>
#include <array>

#include "language/phrases.h"

namespace callwright::dialogue {
namespace {

using language::PhraseSet;
using language::Word;
using language::Words;

bool has_one_of(const PhraseSet& set, const Words& words) {
  return !set.find(words).empty();
}

constexpr auto greetings = std::to_array<std::string_view>(
    {"hi", "hello", "hey", "howdy", "hiya", "hear", "good", "hola", "buenos", "buenas", "alo",
     "oye", "oiga", "anybody", "anyone", "somebody", "someone", "real"});

// What may stand beside a greeting and adds nothing to it.
constexpr auto beside_greetings = std::to_array<std::string_view>(
    {"dear",    "there",   "hon",       "honey",   "sweetie", "sweetheart", "darling", "sir",
     "ma'am",   "maam",    "madam",     "miss",    "mister",  "friend",     "buddy",   "again",
     "yes",     "yeah",    "oh",        "ok",      "okay",    "well",       "so",      "please",
     "morning", "day",     "afternoon", "evening", "night",   "how",        "are",     "you",
     "doing",   "today",   "is",        "it",      "this",    "the",        "a",       "can",
     "me",      "home",    "on",        "line",    "dias",    "tardes",     "noches",  "bueno",
     "que",     "tal",     "como",      "esta",    "usted",   "senorita",   "joven",   "amigo",
     "me",      "escucha", "hay",       "alguien", "nice",    "to",         "meet"});

constexpr auto sales = std::to_array<std::string_view>({
    "trying|attempting|tried to reach|contact|get you about|regarding|concerning your",
    "reach|reaching you|out about|regarding|concerning your",
    "your car|car's|cars|vehicle|vehicle's|auto|automobile's .. warranty|insurance|loan",
    "extended auto|car|vehicle|service? warranty is|has|will|about|expir*",
    "factory warranty",
    "lower|reduce|cut your? interest|credit|electric|energy|card|processing rate|rates|bill|bills",
    "google business? listing|listings|ranking|rankings|page|profile",
    "your website|listing|google|seo ... rank*|traffic|search|page",
    "search engine optimization",
    "merchant services|account|processing",
    "cash advance",
    "working capital",
    "business loan|loans|funding|lender|lending|financing",
    "you've|you have been? preapproved|approved|selected|chosen|prequalified",
    "courtesy|final|second call|notice ... your|you",
    "press|dial one|two|nine|1|2|9 to|now",
    "may|is be? being? recorded|monitored for|on",
    "not a sales call",
    "medicare|obamacare",
    "health insurance plan|plans|coverage|quote",
    "offer|offering|sell|selling|save your|you business|company|money",
    "we|i can|could help your|you company|business|grow",
    "hablamos|llamamos|llamo de parte? de ... oferta|promocion|prestamo|prestamos",
});

constexpr auto spanish = std::to_array<std::string_view>({
    "no|not|don't|dont|cannot|can't|doesn't speak|understand|know|hablo|habla|entiendo .. "
    "english|ingles",
    "hablo|habla|hablas|hablan|hable|hablar|hablamos|atienden|atiende ... espanol|castellano",
    "en espanol|castellano",
    "^ espanol|castellano",
    "speak|speaks|speaking|talk|in spanish",
    "spanish please|speaker|speaking|speakers",
    "^ spanish",
});

constexpr auto english = std::to_array<std::string_view>({
    "no|not|don't|dont|cannot|can't|doesn't speak|understand|know|hablo|habla|entiendo .. "
    "spanish|espanol",
    "hablo|habla|hablas|hablan|hable|hablar ... ingles",
    "en ingles",
    "speak|speaks|speaking|talk|in english",
    "english please|speaker|speaking",
    "^ english|ingles",
});

constexpr auto callback = std::to_array<std::string_view>({
    "call|ring|phone|telephone|get me|us back",
    "callback",
    "call back please|$",
    "give|giving me|us a call|ring",
    "return|returning my|our call",
    "someone|somebody|anyone|anybody|owner|boss|manager|technician|plumber|electrician|you|they|"
    "him|her|them|dispatcher|person .. call|ring|phone me|us at|on|when|later|please|today|"
    "tomorrow|tonight|this|after|before|asap|$",
    "call this number back?",
    "llamen|llameme|llamenme|llamarme|llamarnos|llamenos|devuelvan|devolver|devuelvame|regresen",
    "me|nos puede|pueden|podria|podrian? llamar|marcar|devolver|regresar",
});

// Then the call belongs to a visit: "call me before you come".
constexpr auto about_visit = std::to_array<std::string_view>({
    "before|when ... come|comes|coming|arrive|arrives|arriving|way|close|leave|leaves|here",
    "message|voicemail|mensaje|recado",
    "called|calling|call|returning you|me|your .. yesterday|earlier|missed",
    "antes|cuando ... venga|vengan|lleguen|llegue",
});

// How many words the longest of them takes.
std::size_t longest(const std::vector<language::PhraseMatch>& matches) {
  std::size_t most = 0;
  for (const language::PhraseMatch& match : matches) {
    most = std::max(most, match.words.end - match.words.begin);
  }
  return most;
}

}  // namespace

bool only_greets(std::string_view text) {
  constexpr std::size_t words_max = 10;
  const Words words{text};
  const auto is_in = [](const auto& list, const Word& word) {
    return std::ranges::find(list, word.text) != list.end();
  };
  const auto greets = [&](const Word& word) { return is_in(greetings, word); };
  return words.size() <= words_max && std::ranges::any_of(words, greets) &&
         std::ranges::all_of(words, [&](const Word& word) {
           return greets(word) || is_in(beside_greetings, word);
         });
}

std::optional<language::Language> asks_for_language(std::string_view text) {
  using enum language::Language;
  static const PhraseSet spanish_set(spanish, {});
  static const PhraseSet english_set(english, {});
  const Words words{text};
  const auto in_spanish = spanish_set.find(words);
  const auto in_english = english_set.find(words);
  if (in_spanish.empty() && in_english.empty()) return std::nullopt;
  // "I don't speak Spanish" names the other one as well; the longer words say which is meant.
  return longest(in_spanish) >= longest(in_english) ? Spanish : English;
}

bool sounds_like_sales_call(std::string_view text) {
  static const PhraseSet set(sales, {});
  return has_one_of(set, Words{text});
}

bool wants_callback(std::string_view text) {
  static const PhraseSet wants(callback, {});
  static const PhraseSet visits(about_visit, {});
  const Words words{text};
  return has_one_of(wants, words) && !has_one_of(visits, words);
}

}  // namespace callwright::dialogue
