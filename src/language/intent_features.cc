#include "language/intent_features.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "language/numbers.h"
#include "language/questions.h"

namespace callwright::language {
namespace {

// Long messages repeat themselves; what is wanted is said in the beginning.
constexpr std::size_t words_max = 60;
constexpr std::size_t short_words_max = 4;
constexpr std::size_t stem_letters = 5;
// Louder than this a rule is simply sure.
constexpr double loudest_score = 7;

// Words that differ only in which number, day or part of the day they name are one.
std::string_view kind_of(const Words& words, std::size_t at) {
  const Word& word = words[at];
  if (word.is_digits()) return "#";
  if (words.is_any(at,
                   {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
                    "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"})) {
    return "<weekday>";
  }
  if (words.is_any(at, {"january", "february", "march", "april", "june", "july", "august",
                        "september", "october", "november", "december"})) {
    return "<month>";
  }
  if (words.is_any(at, {"morning", "afternoon", "evening", "noon", "am", "pm", "midday"})) {
    return "<daytime>";
  }
  const bool is_number = numeral(word.text).has_value() &&
                         !words.is_any(at, {"one", "second", "oh", "un", "una", "uno"});
  return is_number ? std::string_view("#") : std::string_view(word.text);
}

std::string_view group_of(Question asked) {
  if (asked == Question::AnythingElse) return "anything_else";
  if (asked == Question::None || asked == Question::OwnerQuery) return to_string(asked);
  return wants_yes_or_no(asked) ? "confirm" : "slot";
}

std::string step(double value) {
  return std::to_string(static_cast<int>(std::min(value, loudest_score)));
}

void add_rules(const IntentRules& rules, std::vector<std::uint32_t>& features) {
  for (std::size_t act = 0; act < act_count; ++act) {
    if (rules.scores[act] < 1) continue;
    features.push_back(hashed_feature({"act", std::to_string(act), step(rules.scores[act])}));
    features.push_back(hashed_feature({"act", std::to_string(act)}));
  }
  features.push_back(hashed_feature({"rule", to_string(rules.reading.label)}));
  features.push_back(
      hashed_feature({"sure", to_string(rules.reading.label),
                      std::to_string(static_cast<int>(rules.reading.confidence * 5))}));
}

}  // namespace

IntentFeatures intent_features(const Words& words, Question asked, const IntentRules& rules) {
  const std::size_t size = std::min(words.size(), words_max);
  const std::string_view group = group_of(asked);
  IntentFeatures features;
  std::vector<std::string_view> kinds;
  for (std::size_t at = 0; at < size; ++at) kinds.push_back(kind_of(words, at));
  std::vector<std::uint32_t>& others = features.others;
  for (std::size_t at = 0; at < size; ++at) {
    features.words.push_back(hashed_feature({"word", kinds[at]}));
    others.push_back(hashed_feature({"pair", at == 0 ? "^" : kinds[at - 1], kinds[at]}));
    if (at >= 2) others.push_back(hashed_feature({"round", kinds[at - 2], kinds[at]}));
    if (kinds[at].size() > stem_letters) {
      others.push_back(hashed_feature({"stem", kinds[at].substr(0, stem_letters)}));
    }
    if (size <= short_words_max) others.push_back(hashed_feature({"short", group, kinds[at]}));
  }
  if (size > 0) others.push_back(hashed_feature({"pair", kinds[size - 1], "$"}));
  if (size > 1) others.push_back(hashed_feature({"first", kinds[0], kinds[1]}));
  others.push_back(hashed_feature({"asked", group}));
  others.push_back(hashed_feature({"size", std::to_string(std::min<std::size_t>(size, 12) / 2)}));
  add_rules(rules, others);
  return features;
}

std::uint32_t unknown_words_feature(std::size_t unknown, std::size_t words) {
  const std::size_t tenths = words == 0 ? 0 : unknown * 10 / words;
  return hashed_feature(
      {"unknown", std::to_string(std::min<std::size_t>(unknown, 4)), std::to_string(tenths / 2)});
}

}  // namespace callwright::language
