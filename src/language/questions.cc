#include "language/questions.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "language/phrases.h"
#include "language/words.h"

namespace callwright::language {
namespace {

struct PromptPhrase {
  Question question;
  std::string_view phrase;  // Notation: phrases.h.
};

constexpr WordClass classes[] = {
    {"visit", "visit|visits|appointment|appointments|booking|bookings|reservation|cita|citas"},
    {"plan", "schedule|calendar|agenda|appointments|jobs|visits|bookings|day|citas|trabajos"},
};

// In the order of precedence: a question that holds several asks the first.
constexpr PromptPhrase rows[] = {
    // --- How a conversation is opened, and closed.
    {Question::AnythingElse, "anything|something|anyone|nothing else|more|further"},
    {Question::AnythingElse, "what|how|who else"},
    {Question::AnythingElse, "any other way|thing|help|questions|assistance|question"},
    {Question::AnythingElse, "will|would|is that be? .. all|everything $"},
    {Question::AnythingElse, "help|assist .. you .. with|further|more|in|any"},
    {Question::AnythingElse, "algo|alguna mas|otra"},
    {Question::AnythingElse, "further|additional assist|assistance|help|you"},
    {Question::AnythingElse, "will|would|is|was that|there|it be? .. everything|additional"},
    {Question::None, "how can|may|could|might i|we .. help|assist|serve"},
    {Question::None, "en que puedo|podemos"},

    // --- Who is speaking.
    {Question::Pin, "pin|passcode|pincode"},
    {Question::Pin, "enter|say|key|what's|what your|the access|security|secret? code"},
    {Question::OwnerQuery, "know|hear|see|check|ask|tell .. about|on|from your|the|my <plan>"},
    {Question::OwnerQuery, "what about? your <plan>"},
    {Question::OwnerQuery, "saber|conocer|oir .. de|sobre su|tu|la <plan>"},

    // --- Danger.
    {Question::EmergencyConfirm,
     "is|are|if this|it|that|you|anyone .. an? .. emergency|danger|happening|urgent|safe"},
    {Question::EmergencyConfirm, "es .. emergencia|urgente|peligro"},

    // --- Keys.
    {Question::Menu, "press|dial|push|marque|pulse|oprima # for|to|para"},
    {Question::Menu, "for .. press|dial|push #"},

    {Question::Message, "leave|record|deje|after .. message|tone|beep|mensaje|tono"},

    // --- One of several.
    {Question::AppointmentChoice, "which one|ones|of|<visit>|slot|time|option|offer"},
    {Question::AppointmentChoice, "cual|cuales de|prefiere|quiere|le"},
    {Question::AppointmentChoice, "what|which <visit> do|would|should|are"},
    {Question::Identity, "name or|and .. address|street|phone|number|zip"},
    {Question::Identity, "nombre o|y .. direccion|telefono"},
    {Question::Identity, "who am|are i|we .. speaking|talking"},
    {Question::Identity, "verify|confirm your identity"},

    // --- An offer.
    {Question::Confirm, "what|how do|does you|that think|feel|sound"},

    // --- One thing, asked for outright.
    {Question::Time,
     "what|which|what's|que .. "
     "day|days|time|times|date|dates|hour|hours|week|morning|afternoon|dia|dias|hora|fecha"},
    {Question::Time, "^ and|so|ok|okay|great? when"},
    {Question::Time, "cuando"},
    {Question::Time, "how soon|late|early"},
    {Question::Problem, "what|what's|whats .. wrong|problem|issue|trouble|happening|broken"},
    {Question::Problem, "what .. need|want|looking .. help|done|fixed|repaired|for|us|with"},
    {Question::Problem, "what .. help you with"},
    {Question::Problem, "what kind|type|sort of"},
    {Question::Problem, "tell me|us .. problem|issue|happening|going|wrong|about"},
    {Question::Problem, "describe|explain|explique|describa"},
    {Question::Problem, "con que|cual .. ayuda|problema"},
    {Question::Email, "what|what's|cual .. email|e-mail|mail|correo"},
    {Question::Phone,
     "what|what's|which|best|good|cual|que .. phone|number|cell|mobile|callback|telefono|numero"},
    {Question::Name, "what|what's|who|whose|cual|quien .. name|names|call|nombre|llama"},
    {Question::Address,
     "what|what's|where|which|cual|donde|que .. "
     "address|located|location|street|city|zip|town|house|home|live|property|come|direccion|"
     "ciudad|codigo|casa"},

    // --- Yes or no.
    {Question::Confirm, "confirm*|correct|right|verify|correcto|correcta|confirma"},
    {Question::Confirm, "sound|sounds|look|looks .. good|right|ok|okay|great|fine"},
    {Question::Confirm, "does|do|will|would that|this|it .. work|suit|do"},
    {Question::Confirm,
     "would|do|shall|should you|i|we .. "
     "like|want|book|schedule|go|proceed|make|reserve|set|add|know|come|send|move|cancel|call|use"},
    {Question::Name, "name|nombre"},
    {Question::Email, "email|mail|correo"},
    {Question::Address, "address|located|street|zip|direccion"},
    {Question::Phone, "phone|number|reach|telefono"},
    {Question::Confirm,
     "may|can i|we .. like|want|book|schedule|go|proceed|make|reserve|set|add|know"},
    {Question::Confirm, "hago|quiere|desea|vamos|confirmo|reservo"},
    {Question::Confirm, "how|what about"},
    {Question::Confirm, "is that|this .. ok|okay|fine|good|right|alright"},
    {Question::Message, "message|mensaje|beep|tone"},
    {Question::Time, "when|time|day|date|hour|hora|dia"},
    {Question::Problem, "problem|issue|wrong|happening|problema"},
};

// Of one sentence: the first row that is in it, or none.
const PromptPhrase* row_of(std::string_view sentence) {
  static const PhraseSet set = [] {
    std::vector<std::string_view> phrases;
    for (const PromptPhrase& row : rows) phrases.push_back(row.phrase);
    return PhraseSet(phrases, classes);
  }();
  const Words words{sentence};
  std::size_t first = std::size(rows);
  for (const PhraseMatch& match : set.find(words)) first = std::min(first, match.phrase);
  return first < std::size(rows) ? &rows[first] : nullptr;
}

// "Your name is Lee" asks nothing; "please say your name" does.
bool requests(std::string_view sentence) {
  static const PhraseSet set = [] {
    constexpr std::string_view phrases[] = {
        "say|tell|give|spell|enter|leave|key|please|need|provide|confirm|record|repeat|what|which|"
        "when|where|who|press|dial|push",
        "diga|digame|deme|deletree|necesito|escriba|marque|deje|pulse|oprima|que|cual|cuando|donde",
    };
    return PhraseSet(phrases, classes);
  }();
  return !set.find(Words{sentence}).empty();
}

// What is said to be agreed to: "So that's Tuesday at nine."
bool reads_back(std::string_view sentence) {
  static const PhraseSet set = [] {
    constexpr std::string_view phrases[] = {
        "^ so|kindly",
        "^ ok|okay|sure|alright|great|got|please|perfect and? so|a|an|you|it|let's|i'm|on|that's",
        "^ you want|wanted|would|need|like|said",
        "^ let me .. review|see|check|repeat",
        "i can|could .. set|try|book|schedule|get",
        "possible to .. get|book|make",
    };
    return PhraseSet(phrases, classes);
  }();
  return !set.find(Words{sentence}).empty();
}

bool opens_with_question_word(std::string_view sentence) {
  const Words words{sentence};
  return words.is_any(0, {"what", "what's", "how", "which", "when", "where", "who", "why", "que",
                          "como", "cual", "cuando", "donde", "quien", "cuanto"});
}

Question asked_by(std::string_view sentence) {
  const PromptPhrase* row = row_of(sentence);
  // What is asked without a question word wants yes or no: "Friday at ten?"
  if (sentence.ends_with('?')) {
    if (row != nullptr) return row->question;
    return opens_with_question_word(sentence) ? Question::None : Question::Confirm;
  }
  const bool is_told = row == nullptr || row->question == Question::None ||
                       (!wants_yes_or_no(row->question) && !requests(sentence));
  if (!is_told) return row->question;
  return reads_back(sentence) ? Question::Confirm : Question::None;
}

// With their marks. "Mr. Ortega at 10 a.m. works." may be cut too often, which only shortens what
// is looked at.
std::vector<std::string_view> sentences_of(std::string_view prompt) {
  std::vector<std::string_view> sentences;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < prompt.size(); ++i) {
    const bool mark = prompt[i] == '.' || prompt[i] == '?' || prompt[i] == '!';
    if (!mark || (i + 1 < prompt.size() && prompt[i + 1] != ' ' && prompt[i + 1] != '\n')) continue;
    sentences.push_back(prompt.substr(begin, i + 1 - begin));
    begin = i + 1;
  }
  if (begin < prompt.size()) sentences.push_back(prompt.substr(begin));
  return sentences;
}

}  // namespace

Question question_of(std::string_view prompt) {
  constexpr std::size_t prompt_bytes_max = 2000;
  if (prompt.size() > prompt_bytes_max) {
    prompt.remove_prefix(prompt.size() - prompt_bytes_max);
    while ((static_cast<unsigned char>(prompt.front()) & 0xC0U) == 0x80U) prompt.remove_prefix(1);
  }
  const std::vector<std::string_view> sentences = sentences_of(prompt);
  for (const bool asking : {true, false}) {
    for (auto sentence = sentences.rbegin(); sentence != sentences.rend(); ++sentence) {
      if (sentence->ends_with('?') != asking) continue;
      const Question asked = asked_by(*sentence);
      if (asked != Question::None) return asked;
    }
  }
  return Question::None;
}

bool wants_yes_or_no(Question asked) {
  return asked == Question::Confirm || asked == Question::EmergencyConfirm ||
         asked == Question::AppointmentChoice || asked == Question::Identity ||
         asked == Question::AnythingElse;
}

}  // namespace callwright::language
