#include "language/intent_rules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "language/intent_tables.h"
#include "language/numbers.h"
#include "language/phrases.h"
#include "language/questions.h"

namespace callwright::language {
namespace {

// Below this an act is hardly more than noise.
constexpr double heard_min = 2.0;
// What a second phrase for the same act adds: they overlap, so less than its own weight.
// A visit is to be moved or cancelled, whatever it was for.
constexpr double explicit_wish_min = 4.5;
// From here on what is named surely lies outside the trade.
constexpr double foreign_min = 4;
constexpr double repeated_share = 0.35;
constexpr double repeated_max = 2.0;

struct Evidence {
  std::array<double, act_count> strongest{};
  std::array<double, act_count> others{};
  std::array<double, act_count> against{};
  std::optional<FaqTopic> topic;
  double topic_weight = 0;

  double of(Act act) const {
    const auto i = static_cast<std::size_t>(act);
    return strongest[i] + std::min(others[i], repeated_max) + against[i];
  }

  void add(const ActPhrase& phrase) {
    const auto i = static_cast<std::size_t>(phrase.act);
    if (phrase.weight < 0) {
      against[i] = std::min(against[i], phrase.weight);
    } else {
      others[i] += repeated_share * std::min(strongest[i], phrase.weight);
      strongest[i] = std::max(strongest[i], phrase.weight);
    }
    if (phrase.topic && phrase.weight > topic_weight) {
      topic = phrase.topic;
      topic_weight = phrase.weight;
    }
  }
};

Evidence evidence_in(const Words& words) {
  static const PhraseSet set = [] {
    std::vector<std::string_view> phrases;
    for (const ActPhrase& row : act_phrases()) phrases.push_back(row.phrase);
    return PhraseSet(phrases, act_classes());
  }();
  Evidence evidence;
  std::vector<bool> seen(act_phrases().size());
  for (const PhraseMatch& match : set.find(words)) {
    if (seen[match.phrase]) continue;
    seen[match.phrase] = true;
    evidence.add(act_phrases()[match.phrase]);
  }
  return evidence;
}

bool leads_with(const Words& words, std::initializer_list<std::string_view> list) {
  return words.is_any(0, list);
}

bool says_no_then_agrees(const Words& words) {
  if (!leads_with(words, {"no", "nah", "yeah", "yes", "oh"})) return false;
  for (std::size_t at = 1; at < words.size(); ++at) {
    if (words.is_any(at, {"not", "isn't", "don't", "wrong", "but", "doesn't", "won't", "can't"})) {
      return false;
    }
    if (words.is_any(at, {"perfect", "right", "correct", "yeah", "yes", "works", "great", "fine",
                          "perfecto", "bien", "good", "exactly"})) {
      return true;
    }
  }
  return false;
}

bool opens_with_question(const Words& words) {
  return leads_with(words, {"do", "does", "did", "can", "could", "is", "are", "will", "would",
                            "what", "when", "where", "how", "who", "why"}) &&
         words.is_any(1, {"you", "it", "that", "there", "they", "we", "i", "is", "are", "do",
                          "does", "much", "long", "soon", "many", "your", "my", "the", "time"});
}

class Judge {
 public:
  Judge(const Words& words, Question asked)
      : words_(words),
        asked_(asked),
        evidence_(evidence_in(words)),
        leads_yes_(leads_with(words, {"yes", "yeah", "yep", "yup", "yea", "sure", "si", "correct",
                                      "ok", "okay", "indeed", "true", "absolutely", "definitely",
                                      "alright", "perfect", "great", "claro"})),
        leads_no_(leads_with(words, {"no", "nope", "nah", "not", "nothing", "nada"})) {}

  IntentRules read() {
    for (std::size_t i = 0; i < act_count; ++i) score_[i] = evidence_.of(static_cast<Act>(i));
    weigh_answer();
    weigh_closing();
    weigh_content();
    return {.scores = score_, .reading = decide()};
  }

 private:
  double& score(Act act) { return score_[static_cast<std::size_t>(act)]; }

  void weigh_answer() {
    weigh_yes_and_no();
    if (leads_yes_ || leads_no_) score(Act::OutOfScope) -= 3.5;
    if (opens_with_question(words_)) score(Act::Affirm) -= 3;
    if (asked_ == Question::Confirm && !leads_yes_ && names_time() && score(Act::Affirm) < 3) {
      // A time said where yes or no was wanted corrects what was read back.
      score(Act::Deny) = std::max(score(Act::Deny), 4.0);
      score(Act::Repeat) -= 3;
    }
    if (asked_ == Question::AnythingElse && !leads_no_) score(Act::Deny) -= 4;
    if (wants_yes_or_no(asked_)) {
      const double expected = words_.size() <= 6 ? 2.5 : 1.5;
      if (score(Act::Affirm) > 0) score(Act::Affirm) += expected;
      if (score(Act::Deny) > 0) score(Act::Deny) += expected;
    } else {
      // Long sentences hold agreeable words by chance.
      const double chance = std::clamp(0.4 * (static_cast<double>(words_.size()) - 5), 0.0, 3.0);
      score(Act::Affirm) -= leads_yes_ ? chance / 2 : chance;
      score(Act::Deny) -= leads_no_ ? chance / 2 : chance;
    }
  }

  // Where a thought begins with yes and goes on with no, or the other way round, what follows
  // decides: "yeah no that's perfect", "no, that's right", "yes but make it Tuesday".
  void weigh_yes_and_no() {
    const double yes = score(Act::Affirm);
    const double no = score(Act::Deny);
    const bool agrees = says_no_then_agrees(words_);
    if (agrees && leads_with(words_, {"no", "nah"}) && asked_ == Question::Confirm) {
      score(Act::Deny) = no - 3;
      score(Act::Affirm) = std::max(yes, 3.5);
    } else if (agrees && leads_with(words_, {"yeah", "yes"}) && words_.is(1, "no")) {
      score(Act::Affirm) = yes + 1.5;
      score(Act::Deny) = no - 2;
    } else if (yes > 0 && no > 0 && wants_yes_or_no(asked_) &&
               leads_with(words_, {"no", "nope", "nah", "not", "actually"})) {
      score(Act::Affirm) -= 3;
    }
  }

  bool names_time() const {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const bool counts = numeral(words_[at].text).has_value() &&
                          !words_.is_any(at, {"one", "un", "una", "uno", "oh"});
      if (words_[at].is_digits() || counts ||
          words_.is_any(
              at, {"monday",  "tuesday",   "wednesday", "thursday", "friday",    "saturday",
                   "sunday",  "tomorrow",  "noon",      "morning",  "afternoon", "evening",
                   "o'clock", "am",        "pm",        "manana",   "tarde",     "lunes",
                   "martes",  "miercoles", "jueves",    "viernes",  "sabado",    "domingo"})) {
        return true;
      }
    }
    return false;
  }

  // "That's all, thanks" denies a further wish where one was asked for, and ends the call
  // elsewhere.
  void weigh_closing() {
    const double done = score(Act::Done);
    const double thanks = score(Act::Thanks);
    const bool agrees = leads_yes_ && asked_ != Question::AnythingElse;  // "Yes, that's it."
    if (done > 0 && !agrees) score(Act::Deny) = std::max(score(Act::Deny), done) + 1;
    if (asked_ == Question::AnythingElse) {
      if (done > 0) score(Act::Deny) += 2.5;
      if (thanks > 0 && score(Act::Deny) <= 0) score(Act::Deny) = thanks + 1.5;
      if (done > 0 || thanks > 0) score(Act::Affirm) -= 5;
    }
    if (thanks > 0 && score(Act::Goodbye) > 0) score(Act::Goodbye) += 0.5;
  }

  void weigh_content() {
    const double problem = score(Act::Problem);
    if (problem > 0) score(Act::Schedule) = std::max(score(Act::Schedule), problem) + 0.5;
    if (asked_ == Question::Message) score(Act::LeaveMessage) += 4;
    if (asked_ == Question::OwnerQuery) score(Act::OwnerQuery) += 3;
    const double wish = std::max({score(Act::Reschedule), score(Act::Cancel)});
    if (wish >= 3.5 && score(Act::Schedule) > 0 && score(Act::Schedule) < wish + 1.5) {
      score(Act::Schedule) -= 1.5;
    }
    if (asked_ == Question::AnythingElse &&
        std::max({wish, score(Act::Schedule), score(Act::Faq), score(Act::SpeakToHuman)}) >= 3) {
      score(Act::Affirm) -= 5;  // "Yes, what are your hours?"
    }
    if (wish >= explicit_wish_min) score(Act::OutOfScope) -= 3;
    if (wants_yes_or_no(asked_) && evidence_.of(Act::Affirm) >= 4) score(Act::Schedule) -= 2;
    weigh_scope();
  }

  // A sentence about other things than a tradesman's work is not ours, however its wish is worded;
  // one about pipes is ours even when it also names a car.
  void weigh_scope() {
    const double foreign = score(Act::OutOfScope);
    const bool names_work = score(Act::Problem) >= 2.5;
    if (names_work) score(Act::OutOfScope) -= 3;
    if (foreign < foreign_min || names_work) return;
    for (const Act act : {Act::Schedule, Act::Faq, Act::SpeakToHuman, Act::Repeat,
                          Act::LeaveMessage, Act::OwnerQuery, Act::Reschedule, Act::Cancel}) {
      score(act) -= 1;
    }
    if (asked_ == Question::None) {
      score(Act::Affirm) -= 1;
      score(Act::Deny) -= 1;
    }
  }

  IntentReading decide() {
    std::array<Act, act_count> order;
    for (std::size_t i = 0; i < act_count; ++i) order[i] = static_cast<Act>(i);
    std::ranges::sort(
        order, [&](Act a, Act b) { return score(a) != score(b) ? score(a) > score(b) : a < b; });
    Act best = Act::Unsure;
    for (const Act act : order) {
      if (act == Act::Problem || act == Act::Done || act == Act::TradeWord) continue;
      best = act;
      break;
    }
    const double top = score(best);
    if (top < heard_min) return unheard();
    double runner_up = 0;
    for (const Act act : order) {
      if (act != Act::TradeWord && label_of(act) != label_of(best)) {
        runner_up = std::max(runner_up, score(act));
      }
    }
    IntentReading reading{.label = label_of(best), .confidence = confidence(top, runner_up)};
    if (reading.label == Intent::Faq) reading.faq_topic = evidence_.topic;
    return reading;
  }

  // Nothing known was said: after a question it is an answer for the slot readers, otherwise it is
  // about something that is not ours.
  IntentReading unheard() const {
    const bool answers = asked_ != Question::None && asked_ != Question::AnythingElse;
    if (answers) return {.label = Intent::None};
    return {.label = Intent::OutOfScope, .confidence = words_.size() > 3 ? 0.75 : 0.5};
  }

  static Intent label_of(Act act) {
    switch (act) {
      case Act::Schedule:
      case Act::Problem:
        return Intent::Schedule;
      case Act::Reschedule:
        return Intent::Reschedule;
      case Act::Cancel:
        return Intent::Cancel;
      case Act::Faq:
        return Intent::Faq;
      case Act::SpeakToHuman:
        return Intent::SpeakToHuman;
      case Act::LeaveMessage:
        return Intent::LeaveMessage;
      case Act::Affirm:
        return Intent::Affirm;
      case Act::Deny:
        return Intent::Deny;
      case Act::Repeat:
        return Intent::Repeat;
      case Act::Done:
      case Act::Goodbye:
        return Intent::Goodbye;
      case Act::OwnerQuery:
        return Intent::OwnerQuery;
      case Act::OutOfScope:
        return Intent::OutOfScope;
      case Act::Thanks:
      case Act::Greeting:
      case Act::Unsure:
      case Act::TradeWord:
        return Intent::None;
    }
    return Intent::None;
  }

  static double confidence(double top, double runner_up) {
    const double margin = top - std::max(runner_up, 0.0);
    return 1 / (1 + std::exp(-(0.45 * top + 0.7 * margin - 2)));
  }

  const Words& words_;
  Question asked_;
  Evidence evidence_;
  bool leads_yes_;
  bool leads_no_;
  std::array<double, act_count> score_{};
};

}  // namespace

IntentRules read_intent_rules(const Words& words, Question asked) {
  return Judge(words, asked).read();
}

}  // namespace callwright::language
