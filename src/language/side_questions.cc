#include "language/side_questions.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "language/phrases.h"

namespace callwright::language {
namespace {

constexpr WordClass classes[] = {
    {"paid", "charged|charge|charges|pay|billed|cost|costs|fee|fees|deposit|owe|bill|paying"},
    {"worker",
     "technician|tech|plumber|electrician|guy|man|person|lady|woman|him|her|same|one|tecnico|"
     "plomero|electricista|muchacho|senor|mismo|misma"},
    {"they", "he|she|they|someone|somebody|anyone"},
};

struct SideQuestion {
  IntentReading meant;
  std::string_view phrase;  // Notation: phrases.h.
};

constexpr IntentReading reading_of(Intent label, std::optional<FaqTopic> topic = {}) {
  return {.label = label, .confidence = 0.85, .faq_topic = topic};
}

constexpr IntentReading price = reading_of(Intent::Faq, FaqTopic::Price);
constexpr IntentReading eta = reading_of(Intent::Faq, FaqTopic::Eta);
constexpr IntentReading other = reading_of(Intent::Faq);
// Doubts the read-back itself: it is asked once more.
constexpr IntentReading doubt = reading_of(Intent::None);

// In the order of precedence.
constexpr SideQuestion rows[] = {
    {doubt, "are|r you|we|u really|absolutely? sure|certain|positive"},
    {doubt, "esta|estas|estan seguro|segura|seguros"},

    {price,
     "how much exactly|roughly|about? "
     "is|are|will|would|does|do|did|you|am|to|for|per|an|a|that|it|extra|he|they|$"},
    {price, "what|what's|whats ... cost|price|charge|fee|rate|total|damage"},
    {price, "do|does|will|would|am|are|is i|we|it|there ... <paid>"},
    {price, "does|will|would that|this ... cost|charge"},
    {price,
     "cuanto|cuanta "
     "cuesta|cobran|cobra|va|vale|sale|seria|sera|es|me|nos|por|saldria|costaria|costara|le|$"},
    {price, "que precio|costo"},
    {price, "cual es|seria|sera el? precio|costo|total|tarifa"},
    {price, "me|nos|se van|va|cobran|cobra|cobrarian a? cobrar|costar|algo"},
    {price, "tengo|tenemos|hay que pagar"},
    {price, "hay|tiene algun|un? costo|cargo|cuota"},

    {eta, "who|who's|whos is|are|will|would|be|coming|comes"},
    {eta, "will|is|would it|this|that be? .. <worker>"},
    {eta, "when|where is|are|will|does|do <they>|the"},
    {eta, "what time is|are|will|does|do <they>|the"},
    {eta, "how long|late will|does|do|is|would|until|before|till"},
    {eta, "is|are|will <they> .. coming|come|be|arrive"},
    {eta, "quien va|viene|vendra|sera|es|vendria"},
    {eta, "va|viene|vendra|sera|seria a? venir|ser? el|la? <worker>"},
    {eta, "cuanto tarda*|dura*|tiempo"},
    {eta, "a? que hora|horas llega|llegan|viene|vienen|vendra|vendran"},

    {other, "then|now what $"},
    {other, "what happens"},
    {other, "what|what's|whats is? next"},
    {other, "what do|should|must|can i|we .. do|need|expect|bring|have|next|now"},
    {other,
     "do|does|will|must|should i|we|<they> "
     "need|have|call|text|bring|know|wear|come|take|get|stay|be|leave|move"},
    {other, "does that|this|it include|includes|cover|covers|count|mean"},
    {other, "will|do you call|text|send|remind|email|need|let"},
    {other, "que sigue|pasa|pasara|hago|hacemos|debo|tengo|necesito"},
    {other, "tengo|tenemos|debo|necesito que? estar|hacer|tener|mover|dejar|esperar"},
    {other, "me|nos van|va|llaman|llama|avisan a? llamar|avisar|mandar|antes|primero"},
    {other, "incluye|incluyen|traen"},
};

// Words that agree to nothing before a question, whatever they mean alone: "ok and", "wait".
std::size_t lead_in(const Words& words) {
  std::size_t at = 0;
  while (words.is_any(
      at, {"ok",   "okay",     "okey",     "alright", "well",     "so",     "and",    "but",
           "wait", "hold",     "hang",     "on",      "oh",       "hey",    "before", "quick",
           "one",  "question", "y",        "pero",    "bueno",    "espere", "espera", "esperame",
           "oye",  "oiga",     "entonces", "una",     "pregunta", "also"}))
    ++at;
  return at;
}

}  // namespace

std::optional<IntentReading> side_question(const Words& words, Question asked) {
  // More is said beside a longer one.
  constexpr std::size_t words_max = 14;
  const bool is_open = asked == Question::Confirm || asked == Question::AnythingElse ||
                       asked == Question::AppointmentChoice;
  if (!is_open || words.size() > words_max) return std::nullopt;
  static const PhraseSet set = [] {
    std::vector<std::string_view> phrases;
    for (const SideQuestion& row : rows) phrases.push_back(row.phrase);
    return PhraseSet(phrases, classes);
  }();
  const std::size_t begin = lead_in(words);
  std::size_t first = std::size(rows);
  for (const PhraseMatch& match : set.find(words)) {
    if (match.words.begin == begin) first = std::min(first, match.phrase);
  }
  return first < std::size(rows) ? std::optional(rows[first].meant) : std::nullopt;
}

}  // namespace callwright::language
