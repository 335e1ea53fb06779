#include "dialogue/domain/plain_answers.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "base/text.h"
#include "language/phrases.h"

namespace callwright::dialogue {
namespace {

using language::PhraseMatch;
using language::PhraseSet;
using language::Words;

bool has_one_of(const PhraseSet& set, std::string_view text) {
  return !set.find(Words{text}).empty();
}

PhraseSet set_of(std::span<const std::string_view> phrases) {
  return PhraseSet(phrases, {});
}

// What may stand before the name of a town.
constexpr auto before_town = std::to_array<std::string_view>(
    {"it's", "its",  "it",    "is",      "that's", "thats", "that",    "that'd", "be",
     "in",   "i'm",  "im",    "we're",   "we",     "are",   "i",       "live",   "the",
     "city", "town", "of",    "over",    "here",   "near",  "outside", "just",   "so",
     "oh",   "well", "yes",   "yeah",    "es",     "esta",  "en",      "la",     "ciudad",
     "de",   "vivo", "estoy", "estamos", "pues"});

// Words that no town consists of: then the question was not answered.
constexpr auto no_town = std::to_array<std::string_view>(
    {"don't", "dont",   "know",     "not",     "no",      "sure",    "what",   "why",
     "who",   "how",    "when",     "where",   "which",   "huh",     "sorry",  "please",
     "you",   "your",   "my",       "me",      "need",    "want",    "can",    "could",
     "would", "will",   "wait",     "hold",    "hello",   "hi",      "help",   "never",
     "mind",  "same",   "said",     "already", "told",    "again",   "repeat", "ok",
     "okay",  "maybe",  "whenever", "any",     "anytime", "first",   "second", "last",
     "one",   "thanks", "thank",    "bye",     "goodbye", "person",  "human",  "agent",
     "speak", "talk",   "call",     "this",    "they",    "he",      "she",    "was",
     "were",  "have",   "has",      "had",     "do",      "does",    "did",    "a",
     "an",    "and",    "or",       "but",     "if",      "because", "que",    "cual",
     "se",    "si",     "como",     "donde",   "gracias", "nada",    "quiero", "puede",
     "ese",   "mismo",  "street",   "house",   "address", "zip",     "code",   "city",
     "town",  "idea",   "right",    "correct", "forget",  "stop",    "stopped"});

template <class List>
bool is_in(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

constexpr std::size_t town_words_max = 3;

std::optional<std::string> town_alone(const Words& words) {
  std::size_t begin = 0;
  while (begin < words.size() && is_in(before_town, words[begin].text)) ++begin;
  const std::size_t count = words.size() - begin;
  if (count == 0 || count > town_words_max) return std::nullopt;
  std::string town;
  for (std::size_t at = begin; at < words.size(); ++at) {
    const language::Word& word = words[at];
    const bool can_be_name =
        word.is_letters() && word.text.size() > 1 && !is_in(no_town, word.text);
    if (!can_be_name) return std::nullopt;
    std::string name(words.original({at, at + 1}));
    if (name.front() >= 'a' && name.front() <= 'z')
      name.front() = static_cast<char>(name.front() - 'a' + 'A');
    town += (town.empty() ? "" : " ") + name;
  }
  return town;
}

bool stands_in(const Words& words, std::string_view name) {
  const Words wanted{name};
  if (wanted.empty()) return false;
  const std::string folded = wanted.folded({0, wanted.size()});
  for (std::size_t at = 0; at + wanted.size() <= words.size(); ++at) {
    if (words.phrase_at(at, folded) != 0) return true;
  }
  return false;
}

constexpr auto open_time = std::to_array<std::string_view>({
    "whenever",
    "any|whatever time|day|date|hour|moment",
    "anytime",
    "any of them|those|these",
    "doesn't|doesnt|don't|dont|does|do|didn't not? matter|care|mind",
    "up to you",
    "you tell|pick|choose|decide|say me?",
    "you're|your the boss",
    "^ i don't|dont know $",
    "don't|dont know whenever|what|when|yet|your|you",
    "not|no sure|idea|preference|preferences",
    "flexible",
    "wide open",
    "whatever|whichever works|is|you|is|suits|fits|time|best",
    "what|what's|whats do you|is|are? have|available|open|free|openings|got",
    "when are|can|could|do you|they|someone|somebody available|free|come|open|make|have|be",
    "what times|days|openings",
    "i'm|im|we're|we are|i am home|here|free|around|open all|every|always|anytime|any",
    "cuando sea|quiera|quieran|puedan|pueda|gusten|guste|haya|tengan",
    "cualquier dia|hora|momento|fecha",
    "no importa",
    "me|nos da igual",
    "lo que tengan|haya",
    "no se cuando|$",
    "usted|ustedes digame|diga|digan|decida",
    "que tienen|hay|horarios",
});

constexpr auto any_offer = std::to_array<std::string_view>({
    "whichever|whatever",
    "any|either one|of|works|is|$",
    "doesn't|doesnt|don't|dont matter|care|mind",
    "up to you",
    "you pick|choose|decide",
    "the soonest|sooner|earliest|earlier|quickest|nearest",
    "soonest|earliest|quickest|nearest",
    "sooner the better",
    "^ first thing|available",
    "cualquiera",
    "no importa",
    "me da igual",
    "la|el mas pronto|temprano|cercana",
    "lo antes posible",
    "as soon as",
});

constexpr auto sooner = std::to_array<std::string_view>({
    "anything|something|any|nothing|nobody|anybody|someone .. sooner|earlier",
    "have|got|come|be|make|do|get|need|want|like|prefer|there|find .. sooner|earlier",
    "^ sooner|earlier $",
    "sooner|earlier than that|those|this",
    "too late|far",
    "that's|thats too? a long time|wait",
    "can't|cant|cannot wait that long",
    "algo|nada mas temprano|pronto",
    "algo|nada antes",
    "mas temprano|pronto $",
    "muy tarde|lejos",
});

constexpr auto later = std::to_array<std::string_view>({
    "anything|something|any|nothing .. later",
    "have|got|come|be|make|do|get|need|want|like|prefer|there|find .. later",
    "^ later $",
    "later than that|those|this",
    "too early|soon",
    "algo|nada mas tarde",
    "algo|nada despues",
    "mas tarde $",
    "muy temprano|pronto",
});

constexpr auto latest = std::to_array<std::string_view>({
    "as? late as",
    "latest possible|available|you|appointment|slot|time|opening",
    "late as? possible",
    "last appointment|slot|opening|visit|time|one of the day",
    "lo mas tarde",
    "ultima cita|hora del dia",
});

constexpr auto same_hour = std::to_array<std::string_view>({
    "same time|hour|slot",
    "misma hora",
});

constexpr auto taken_back = std::to_array<std::string_view>({
    "cancel that|it|this|everything",
    "changed|changing my|our mind",
    "don't|dont need|want it|this|that|you anymore",
    "scratch that|it|this",
    "cancelalo|cancelala|cancelelo|cancelela",
    "cancela|cancele|cancelar eso|esa|todo",
    "ya no la|lo? quiero|necesito",
    "cambie de opinion",
});
constexpr auto not_taken_back = std::to_array<std::string_view>(
    {"don't|dont|not|never|no cancel|cancele|canceles|cancelar|cancela"});

constexpr auto dropped = std::to_array<std::string_view>({
    "never mind|mine",
    "nevermind",
    "^ actually|oh|no|well|just|ok|okay|sorry|please|what? forget it|that|this|about",
    "^ forget $",
    "don't|dont|do not? bother",
    "changed|changing|change my|our mind",
    "don't|dont not? need|want it|this|that|one|you|anything|any? anymore",
    "don't|dont need|want it|this|that|one|you|anything|any after all",
    "no longer need|want|needed",
    "i'll|i|we'll|we will|can|could? just? call|ring you? back|later|again|tomorrow",
    "i'll|we'll|i|we will? call|try|find|use|get somebody|someone else",
    "i'll|let me think about it|this",
    "not interested",
    "scratch|drop that|it|this",
    "^ leave it $",
    "olvidelo|olvidalo|dejelo|dejalo|olvide",
    "ya no quiero|necesito|hace",
    "cambie de opinion",
    "llamo|llamare|marco despues|luego",
    "llamo|llamare|marco mas tarde",
});

constexpr auto over = std::to_array<std::string_view>({
    "it|its|it's|that|water|leak|leaking|flow|flooding|alarm|smell|smoke|gas|beeping|fire "
    "has|is|just|all|finally|now? stopped|subsided|quit|cleared|gone|dissipated|contained|died",
    "^ stopped|subsided",
    "fire|flames|fire's is|are? out",
    "went|gone|going away",
    "under control",
    "false alarm",
    "i|we|he|she|neighbor|husband|wife shut|turned|switched|closed|cut|put .. off|out",
    "no longer leaking|flooding|burning|smoking|smelling",
    "not|isn't .. anymore",
    "it's|its|is|we|i|they|he|already fixed",
    "ya paro|se|esta|lo|pararon .. apago|fue|arreglo|arreglado|controlado|pararon|$",
    "ya no sale|huele|gotea|hay",
    "ya? cerre|apague .. agua|llave|gas|fuego",
});

// A stop that is denied is none.
constexpr auto going_on = std::to_array<std::string_view>({
    "not|hasn't|hasnt|won't|wont|can't|cant|cannot|never|isn't|doesn't|couldn't .. "
    "stop|stopped|stopping|quit|over|off|out|gone|fixed|shut|turn|subsided|cleared",
    "still|again|worse|back|keeps|sigue|todavia|otra",
    "no para|deja|ha",
    "how|should|please|help .. stop|turn|shut|put|turned",
    "need|want|get .. stopped|fixed|off|out",
});

constexpr auto not_over = std::to_array<std::string_view>({
    "not|hasn't|hasnt|haven't|won't|wont|can't|cannot|never|isn't|doesn't|couldn't .. "
    "stop|stopped|stopping|quit|gone|subsided|cleared|subsiding",
    "still .. "
    "leaking|flooding|running|coming|going|smell|smells|smelling|smoking|burning|pouring|sparking|"
    "there|beeping|dripping|spraying|gushing|rising|happening",
    "getting|got|gets|much? worse|higher|stronger",
    "keeps|kept .. coming|leaking|running|flooding|going|rising|pouring|getting|beeping",
    "sigue|siguen|continua",
    "todavia .. sale|gotea|huele|hay|esta|suena",
    "no para|deja|ha|se .. parado|quitado|detenido|para|$",
    "esta|va|cada .. peor|empeorando|subiendo",
});

constexpr auto wrong_number = std::to_array<std::string_view>({
    "wrong number sorry|bye|thanks|my|$",
    "misdialed|misdialled",
    "dialed|dialled|called the? wrong",
    "numero equivocado",
    "me equivoque de numero",
});

constexpr auto no_emergency = std::to_array<std::string_view>({
    "^ well|oh|uh|um|hmm|so|actually|naw no|nope|nah",
    "^ no|nope|nah|naw",
    "^ well? not really|exactly|yet",
    "can|could wait",
    "no hurry|rush",
    "not urgent|serious|bad|an emergency",
    "nothing urgent|serious|like that",
    "no es urgente|emergencia",
    "puede esperar",
    "nada urgente|grave",
});

constexpr auto in_doubt = std::to_array<std::string_view>({
    "yes|yeah|yep|si",
    "can't|cant|cannot|couldn't|won't .. stop|shut|turn|breathe|get|find",
    "no puedo|para|deja",
    "getting|got|gets|much worse|higher|faster|stronger|peor",
    "everywhere|hurry|help|pouring|gushing|rising|spreading|rapido|ayuda|auxilio",
    "still",
    "can't|cannot|won't wait",
});

constexpr auto if_automated = std::to_array<std::string_view>({
    "you|this|that|it|i|are|is .. robot|bot|machine|computer|ai|recording|automated|chatbot",
    "are|is you|this|that|it .. human|real|person|alive",
    "talking|speaking|hablando|hablo to|with|con .. "
    "robot|bot|machine|computer|ai|recording|maquina|computadora|grabacion",
    "es|eres|usted|estoy|hablo .. robot|maquina|computadora|grabacion|humano|humana",
});

constexpr auto visit_too = std::to_array<std::string_view>({
    "i|we|i'm|we're need|needs|want|looking .. "
    "one|it|someone|somebody|you|mine|ours|my|our|a|an|new|two|three",
    "i'd|we'd|i|we would? like .. to get|have|schedule|book|set|one|someone|somebody",
    "i|we have|got|i've one|two|mine .. that|needs|to",
    "mine|ours|my|our .. "
    "broke|broken|leaking|leaks|died|dead|clogged|stopped|won't|isn't|doesn't|quit|needs",
    "can|could someone|somebody come|look|stop",
    "necesito|quiero|quisiera|ocupo una|uno|que|alguien|un",
});

// Then only the answer is wanted.
constexpr auto only_asks = std::to_array<std::string_view>({
    "need|want|like|looking|wanted|trying to know|ask|find|see|hear|understand|compare",
    "do|does|did|would|will|when|if|should|why|what i|we need|want|have",
    "saber|preguntar",
});

}  // namespace

std::optional<std::string> town_in(std::string_view text, const tenants::ServiceArea& area) {
  if (auto served = served_town_in(text, area)) return served;
  return town_alone(Words{text});
}

std::optional<std::string> served_town_in(std::string_view text, const tenants::ServiceArea& area) {
  const Words words{text};
  for (const std::string& city : area.cities) {
    if (stands_in(words, city)) return city;
  }
  return std::nullopt;
}

bool leaves_time_open(std::string_view text) {
  static const PhraseSet set = set_of(open_time);
  return has_one_of(set, text);
}

bool takes_any_offer(std::string_view text) {
  static const PhraseSet set = set_of(any_offer);
  return has_one_of(set, text);
}

std::optional<OtherTime> asks_for_other_time(std::string_view text) {
  static const PhraseSet sooner_set = set_of(sooner);
  static const PhraseSet later_set = set_of(later);
  static const PhraseSet latest_set = set_of(latest);
  static const PhraseSet same_hour_set = set_of(same_hour);
  if (has_one_of(latest_set, text)) return OtherTime::Latest;
  if (has_one_of(same_hour_set, text)) return OtherTime::SameHour;
  const bool is_sooner = has_one_of(sooner_set, text);
  const bool is_later = has_one_of(later_set, text);
  if (is_sooner == is_later) return std::nullopt;
  return is_sooner ? OtherTime::Sooner : OtherTime::Later;
}

bool drops_task(std::string_view text) {
  constexpr std::size_t words_max = 14;
  static const PhraseSet set = set_of(dropped);
  const Words words{text};
  return words.size() <= words_max && !set.find(words).empty();
}

bool takes_back(std::string_view text) {
  static const PhraseSet set = set_of(taken_back);
  static const PhraseSet kept = set_of(not_taken_back);
  return has_one_of(set, text) && !has_one_of(kept, text);
}

bool says_hazard_is_over(std::string_view text) {
  static const PhraseSet ends = set_of(over);
  static const PhraseSet goes_on = set_of(going_on);
  return has_one_of(ends, text) && !has_one_of(goes_on, text);
}

bool says_hazard_goes_on(std::string_view text) {
  static const PhraseSet set = set_of(not_over);
  return has_one_of(set, text);
}

bool doubts_denial(std::string_view text) {
  static const PhraseSet set = set_of(in_doubt);
  return has_one_of(set, text);
}

bool denies_emergency(std::string_view text) {
  static const PhraseSet set = set_of(no_emergency);
  return has_one_of(set, text) && !doubts_denial(text);
}

bool asks_if_automated(std::string_view text) {
  static const PhraseSet set = set_of(if_automated);
  return has_one_of(set, text);
}

bool says_wrong_number(std::string_view text) {
  static const PhraseSet set = set_of(wrong_number);
  return has_one_of(set, text);
}

bool wants_visit_too(std::string_view text) {
  static const PhraseSet wants = set_of(visit_too);
  static const PhraseSet asks = set_of(only_asks);
  return has_one_of(wants, text) && !has_one_of(asks, text);
}

}  // namespace callwright::dialogue
