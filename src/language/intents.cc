#include "language/intents.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text.h"
#include "language/answer_turns.h"
#include "language/intent_features.h"
#include "language/intent_model.h"
#include "language/intent_rules.h"
#include "language/questions.h"
#include "language/side_questions.h"
#include "language/texting.h"

namespace callwright::language {
namespace {

// Answers that are no words: "uh huh" and "nuh uh" are made of hesitations, which words leave out,
// and who types sends a letter or a thumb.
std::optional<Intent> wordless_answer(const Words& words) {
  const std::string text = replaced(lowered(trimmed(words.original())), "-", " ");
  const std::string_view bare = std::string_view(text).substr(0, text.find_last_not_of(".!?,") + 1);
  constexpr std::array<std::string_view, 7> yes = {"uh huh", "mm hmm", "mhm", "mmhmm",
                                                   "uhuh",   "mm hm",  "y"};
  constexpr std::array<std::string_view, 5> no = {"nuh uh", "uh uh", "unh unh", "mm mm", "n"};
  constexpr std::array<std::string_view, 5> yes_signs = {"👍", "👌", "✅", "✔", "🆗"};
  constexpr std::array<std::string_view, 3> no_signs = {"👎", "❌", "🚫"};
  const auto begins = [&](std::string_view sign) {
    return words.empty() && bare.starts_with(sign);
  };
  if (std::ranges::find(yes, bare) != yes.end() || std::ranges::any_of(yes_signs, begins))
    return Intent::Affirm;
  if (std::ranges::find(no, bare) != no.end() || std::ranges::any_of(no_signs, begins))
    return Intent::Deny;
  return std::nullopt;
}

// Less than this is no wish that anybody understood, unless the rules hear the same.
constexpr double heard_min = 0.52;
// Nor is it one where this much speaks for something outside of the business.
constexpr double foreign_max = 0.2;
// An answer the rules hear this clearly is one, whatever else was said.
constexpr double answer_min = 0.7;
// Yes for no is the worst mistake: with this share of the other, an answer is unclear.
constexpr double other_answer_max = 0.14;

// Of all questions, the share at which the classifier's topic goes before that of the rules.
constexpr double topic_sure_share = 0.7;

// Questions that are answered with neither yes nor no: the slot readers know more about the answer.
bool is_slot_question(Question asked) {
  return asked != Question::None && asked != Question::OwnerQuery && !wants_yes_or_no(asked);
}

bool is_answer(Intent intent) {
  return intent == Intent::Affirm || intent == Intent::Deny;
}

class Decision {
 public:
  Decision(const IntentScores& scores, const IntentRules& rules, Question asked)
      : scores_(scores), rules_(rules), asked_(asked) {
    for (std::size_t i = 0; i < scores.size(); ++i)
      probability(intent_classes[i].label) += scores[i];
  }

  IntentReading read() {
    const auto best = std::ranges::max_element(by_intent_);
    IntentReading reading{.label = static_cast<Intent>(best - by_intent_.begin()),
                          .confidence = *best};
    const bool is_heard = (*best >= heard_min || reading.label == rules_.reading.label) &&
                          probability(Intent::OutOfScope) <= foreign_max * *best;
    if (!is_heard && reading.label != Intent::OutOfScope) {
      const IntentReading& ruled = rules_.reading;
      if (is_answer(ruled.label) && ruled.confidence >= answer_min) {
        reading = ruled;
      } else if (asked_ == Question::None ||
                 (asked_ == Question::AnythingElse && !is_answer(reading.label))) {
        reading = {.label = Intent::OutOfScope, .confidence = 1 - reading.confidence};
      }
    }
    if (is_unclear(reading.label)) return {.confidence = probability(Intent::None)};
    if (reading.label == Intent::Faq) reading.faq_topic = topic();
    return reading;
  }

 private:
  double& probability(Intent intent) { return by_intent_[static_cast<std::size_t>(intent)]; }

  bool is_unclear(Intent label) {
    if (!is_answer(label)) return false;
    // A no that both hear costs one more question where it was none; a yes could cost a visit.
    const IntentReading& ruled = rules_.reading;
    if (label == Intent::Deny && ruled.label == label && ruled.confidence >= answer_min)
      return false;
    const Intent other = label == Intent::Affirm ? Intent::Deny : Intent::Affirm;
    return probability(other) > other_answer_max * probability(label);
  }

  // What the rules hear names the topic, unless the classifier is surer of another.
  std::optional<FaqTopic> topic() const {
    std::size_t likeliest = 0;
    double questions = 0;
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      if (intent_classes[i].label != Intent::Faq) continue;
      questions += scores_[i];
      const bool is_first = intent_classes[likeliest].label != Intent::Faq;
      if (is_first || scores_[i] > scores_[likeliest]) likeliest = i;
    }
    const bool is_sure = scores_[likeliest] > topic_sure_share * questions;
    const std::optional<FaqTopic> ruled = rules_.reading.faq_topic;
    return ruled && !is_sure ? ruled : intent_classes[likeliest].topic;
  }

  const IntentScores& scores_;
  const IntentRules& rules_;
  Question asked_;
  std::array<double, intent_count> by_intent_{};
};

}  // namespace

IntentReading read_intent(const Words& words, const Context& context) {
  if (const auto answer = wordless_answer(words)) return {.label = *answer, .confidence = 0.9};
  if (words.empty()) return {};
  const Question asked =
      context.asked != Question::None ? context.asked : question_of(context.previous_prompt);
  const IntentRules rules = read_intent_rules(words, asked);
  if (is_slot_question(asked)) return rules.reading;
  if (const auto text = written_in_full(words)) return read_intent(Words(*text), context);
  const IntentScores scores = classify_intent(intent_features(words, asked, rules));
  const IntentReading reading = Decision(scores, rules, asked).read();
  const bool may_be_answer = is_answer(reading.label) || reading.label == Intent::None ||
                             reading.label == Intent::OutOfScope;
  const std::optional<IntentReading> question = side_question(words, asked);
  const bool may_be_question =
      may_be_answer || (question && question->faq_topic &&
                        (reading.label == Intent::Faq || reading.label == Intent::Schedule));
  if (question && may_be_question) return *question;
  if (!may_be_answer) return reading;
  const std::optional<Intent> turned = answer_turn(words, asked);
  if (!turned || *turned == reading.label) return reading;
  // Where nothing is known to be asked, "no problem" may as well answer "any problems?".
  const bool is_unasked = asked == Question::None && *turned != Intent::Deny;
  if (is_unasked && reading.label == Intent::Affirm) return reading;
  if (is_unasked || *turned == Intent::None) return {};
  constexpr double confidence = 0.85;
  return {.label = *turned, .confidence = confidence};
}

}  // namespace callwright::language
