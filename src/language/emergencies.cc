#include "language/emergencies.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

#include "language/emergency_decision.h"
#include "language/emergency_tables.h"
#include "language/hazard_compounds.h"
#include "language/phrases.h"
#include "language/urgency.h"

namespace callwright::language {
namespace {

// How far before a hazard a word may stand and still speak of it.
constexpr std::size_t negation_reach_words = 6;
constexpr std::size_t mood_reach_words = 12;

constexpr int cold_degrees_fahrenheit_max = 58;
constexpr int hot_degrees_fahrenheit_min = 90;

struct Mention {
  const HazardPhrase* hazard = nullptr;
  WordRange words;
  Danger danger = Danger::Critical;
  HazardState state = HazardState::Now;
};

struct CueMention {
  Cue cue;
  WordRange words;
};

template <class Row>
PhraseSet set_of(std::span<const Row> rows) {
  std::vector<std::string_view> phrases;
  phrases.reserve(rows.size());
  for (const Row& row : rows) phrases.push_back(row.phrase);
  return PhraseSet(phrases, emergency_classes());
}

bool speaks_of_absence(std::string_view phrase) {
  constexpr std::array<std::string_view, 10> signs = {
      "<not>", "no|", "no ", "not|", "not ", "won't", "can't", "without", "sin ", "doesn't"};
  return std::ranges::any_of(signs, [&](std::string_view sign) { return phrase.contains(sign); });
}

class Reader {
 public:
  explicit Reader(const Words& words) : words_(words) {
    join_hazard_compounds(words_);
    find_cues();
    find_mentions();
  }

  EmergencyReading read() {
    EmergencyReading reading;
    for (Mention& mention : mentions_) {
      if (is_said_in_another(mention)) continue;
      mention.danger = danger_of(mention);
      if (mention.danger == Danger::IfExposed) continue;
      mention.state = state_of(mention);
      weigh(mention, reading);
    }
    return reading;
  }

  // Compounds are one word each.
  const Words& words() const { return words_; }
  Heard heard() const {
    return {.has_hazard = !mentions_.empty(), .is_now = has(Cue::Now) || has(Cue::Ongoing)};
  }

 private:
  void find_cues() {
    static const PhraseSet set = set_of(cue_phrases());
    for (const PhraseMatch& match : set.find(words_)) {
      cues_.push_back({.cue = cue_phrases()[match.phrase].cue, .words = match.words});
    }
    std::erase_if(cues_, [this](const CueMention& cue) {
      const bool looks_back = cue.cue == Cue::Resolved || cue.cue == Cue::Contained;
      const bool may_be_idiom =
          cue.cue == Cue::Negation || cue.cue == Cue::Now || cue.cue == Cue::Battery || looks_back;
      if (!may_be_idiom) return false;
      return is_within(cue.words.begin, Cue::Idiom) || (looks_back && is_denied(cue));
    });
  }

  void find_mentions() {
    static const PhraseSet set = set_of(hazard_phrases());
    for (const PhraseMatch& match : set.find(words_)) {
      const HazardPhrase& hazard = hazard_phrases()[match.phrase];
      mentions_.push_back({.hazard = &hazard, .words = match.words, .danger = hazard.danger});
    }
  }

  bool is_within(std::size_t at, Cue cue) const {
    return std::ranges::any_of(cues_, [&](const CueMention& other) {
      return other.cue == cue && other.words.begin <= at && at < other.words.end;
    });
  }

  // "It has not stopped": the words before a cue, or inside it, deny it. What speaks of absence
  // itself ("not anymore", "hasn't come back") is no denial.
  bool is_denied(const CueMention& cue) const {
    constexpr std::size_t wish_reach_words = 4;
    constexpr std::size_t denial_reach_words = 2;
    for (std::size_t at = cue.words.begin - std::min(cue.words.begin, wish_reach_words);
         at < cue.words.end; ++at) {
      if (at < cue.words.begin && crosses_thought(at, cue.words.begin)) continue;
      if (words_.is_any(at, {"needs", "need", "get", "want", "must"})) {
        return true;
      }
      if (at + denial_reach_words < cue.words.begin) continue;
      if (words_.is_any(at, {"hasn't", "haven't", "won't", "can't", "cannot", "cant", "never",
                             "couldn't", "wont"}) &&
          !(at >= cue.words.begin &&
            words_.is_any(cue.words.end - 1, {"back", "since", "again"}))) {
        return true;
      }
      if (words_.is_any(at, {"not", "isn't", "wasn't", "aren't", "no"}) && !ends_absence(cue)) {
        return true;
      }
    }
    return false;
  }

  bool ends_absence(const CueMention& cue) const {
    return words_.is_any(cue.words.end - 1, {"anymore", "longer"}) ||
           words_.is_any(cue.words.begin, {"no", "ya"});
  }

  bool crosses_thought(std::size_t from, std::size_t to) const {
    for (std::size_t at = from + 1; at <= to; ++at) {
      if (opens_thought(words_, at)) return true;
    }
    return false;
  }

  // Between a negation or a mood and its hazard, these begin something else.
  bool is_interrupted(std::size_t from, std::size_t to, bool by_comma) const {
    for (std::size_t at = from; at < to; ++at) {
      if (opens_thought(words_, at) || (by_comma && words_[at].mark == ',')) return true;
      if (words_.is_any(at, {"because", "cause", "cuz", "since", "just", "so", "porque", "then",
                             "and", "y", "there's", "theres", "now", "this", "it's", "pues"})) {
        return true;
      }
    }
    return opens_thought(words_, to) || (by_comma && words_[to].mark == ',');
  }

  bool has_before(const Mention& mention, Cue cue, std::size_t reach) const {
    return std::ranges::any_of(cues_, [&](const CueMention& other) {
      if (other.cue != cue || other.words.begin > mention.words.begin) return false;
      if (other.words.begin == mention.words.begin) return cue != Cue::Negation;
      const std::size_t end = std::min(other.words.end, mention.words.begin);
      return mention.words.begin - end <= reach && !is_interrupted(end, mention.words.begin, true);
    });
  }

  bool has(Cue cue) const {
    return std::ranges::any_of(cues_, [&](const CueMention& other) { return other.cue == cue; });
  }

  bool has_near(const Mention& mention, Cue cue) const {
    return std::ranges::any_of(cues_, [&](const CueMention& other) {
      if (other.cue != cue) return false;
      return other.words.end <= mention.words.begin
                 ? !crosses_thought(other.words.end - 1, mention.words.begin)
                 : !crosses_thought(mention.words.end - 1, other.words.begin);
    });
  }

  // Said after the hazard, and nothing said after that takes it back.
  bool has_since(const Mention& mention, Cue cue) const {
    return std::ranges::any_of(cues_, [&](const CueMention& other) {
      return other.cue == cue && other.words.begin >= mention.words.begin &&
             !goes_on_after(other.words.end) &&
             !has_mention_between(mention.words.end, other.words.begin);
    });
  }

  bool goes_on_after(std::size_t at) const {
    return std::ranges::any_of(cues_, [&](const CueMention& other) {
      return other.cue == Cue::Ongoing && other.words.begin >= at;
    });
  }

  // "The sink was flooding, the toilet too, but that stopped": only the nearest hazard is meant
  // when another thought stands in between.
  bool has_mention_between(std::size_t from, std::size_t to) const {
    return std::ranges::any_of(mentions_, [&](const Mention& other) {
      return other.words.begin >= from && other.words.end <= to &&
             crosses_thought(from, other.words.begin) && crosses_thought(other.words.end, to);
    });
  }

  bool is_negated(const Mention& mention) const {
    if (has_before(mention, Cue::Negation, negation_reach_words)) return true;
    if (speaks_of_absence(mention.hazard->phrase)) return false;
    return std::ranges::any_of(cues_, [&](const CueMention& other) {
      return other.cue == Cue::Negation && other.words.begin > mention.words.begin &&
             other.words.end < mention.words.end;
    });
  }

  HazardState state_of(const Mention& mention) const {
    if (is_negated(mention)) return HazardState::Negated;
    if (has_before(mention, Cue::Hypothetical, mood_reach_words)) return HazardState::Hypothetical;
    if (has_since(mention, Cue::Resolved) || is_resolved_before(mention))
      return HazardState::Resolved;
    const bool is_ongoing = has_near(mention, Cue::Ongoing);
    const bool is_now = is_ongoing || has_near(mention, Cue::Now);
    if (!is_now && is_past(mention)) return HazardState::Past;
    if (!is_now && has_near(mention, Cue::Someday)) return HazardState::Hypothetical;
    if (has_before(mention, Cue::Enquiry, mood_reach_words)) return HazardState::Enquired;
    if (!is_ongoing && can_be_contained(mention) && has_since(mention, Cue::Contained)) {
      return HazardState::Contained;
    }
    if (!is_now && has_near(mention, Cue::Recent) && !is_present(mention))
      return HazardState::Recent;
    if (has_before(mention, Cue::Future, negation_reach_words)) return HazardState::Future;
    if (has_before(mention, Cue::Suspicion, mood_reach_words)) return HazardState::Suspected;
    return HazardState::Now;
  }

  // A word that is only named says nothing more where a hazard is told with it.
  bool is_said_in_another(const Mention& mention) const {
    constexpr std::string_view only_named = ".mention";
    if (!mention.hazard->code.ends_with(only_named)) return false;
    return std::ranges::any_of(mentions_, [&](const Mention& other) {
      return other.words.begin <= mention.words.begin && mention.words.end <= other.words.end &&
             !other.hazard->code.ends_with(only_named);
    });
  }

  // A furnace that stopped is the trouble itself, and nobody's hurt is shut off.
  static bool can_be_contained(const Mention& mention) {
    constexpr std::array<std::string_view, 4> kinds = {"person.", "heat.", "cooling.", "power."};
    return std::ranges::none_of(
        kinds, [&](std::string_view kind) { return mention.hazard->code.starts_with(kind); });
  }

  // "... last night and the basement is flooded": the verb is of today.
  bool is_present(const Mention& mention) const {
    const std::size_t from = mention.words.begin - std::min<std::size_t>(mention.words.begin, 2);
    return has_present_verb(from, mention.words.end);
  }

  bool has_present_verb(std::size_t from, std::size_t to) const {
    for (std::size_t at = from; at < to; ++at) {
      if (words_.is_any(at, {"is", "are", "there's", "it's", "hay", "esta", "estan"})) return true;
    }
    return false;
  }

  // "We met last year and there's smoke": what is said of the past ends where something else, or a
  // verb of today, begins. "Last year, a pipe burst" goes on after its comma.
  bool is_past(const Mention& mention) const {
    return std::ranges::any_of(cues_, [&](const CueMention& other) {
      if (other.cue != Cue::Past) return false;
      const std::size_t end = other.words.end;
      if (end > mention.words.begin) {
        return !crosses_thought(mention.words.end - 1, other.words.begin) && !is_present(mention);
      }
      const bool opens = opens_thought(words_, other.words.begin);
      const std::size_t from = opens && words_[end].mark == ',' ? end + 1 : end;
      return !crosses_thought(end - 1, mention.words.begin) &&
             (from > mention.words.begin || !is_interrupted(from, mention.words.begin, true)) &&
             !has_present_verb(end, mention.words.begin);
    });
  }

  // "The pipe used to leak", "we already fixed the leak".
  bool is_resolved_before(const Mention& mention) const {
    constexpr std::size_t reach_words = 3;
    return has_before(mention, Cue::Resolved, reach_words);
  }

  Danger danger_of(const Mention& mention) const {
    const std::string_view code = mention.hazard->code;
    Danger danger = mention.danger;
    const bool exposes = code == "heat.out" || code == "cooling.out" || code.starts_with("power.");
    if (exposes && (has(Cue::Vulnerable) || has(Cue::DangerousWeather) || is_dangerous_degree())) {
      return Danger::Urgent;
    }
    if (code == "fire.alarm" && danger == Danger::Unclear && has(Cue::Battery)) {
      return Danger::IfExposed;
    }
    if (code == "co.symptoms" && danger == Danger::IfExposed && has(Cue::Burner)) {
      return Danger::Critical;
    }
    if (code == "odor.mention") {
      const bool is_pointed_at = words_.is_any(mention.words.end, {"it", "something"});
      if (is_pointed_at && has(Cue::Gas)) return Danger::Critical;
      if (has_near(mention, Cue::Drain)) return Danger::IfExposed;
    }
    if (code == "gas.eggs" && has_near(mention, Cue::Drain)) return Danger::Unclear;
    if (code == "co.beep" && has(Cue::Battery)) return Danger::Unclear;
    if (code == "water.leak" && has_near(mention, Cue::Minor)) return Danger::IfExposed;
    if (code == "water.leak_under" && is_small(mention)) return Danger::IfExposed;
    const bool may_be_small = code.starts_with("water.") || code == "electrical.noise";
    if (danger == Danger::Urgent && may_be_small && is_small(mention)) {
      danger = Danger::Unclear;
    }
    if (danger != Danger::Critical && has(Cue::NoRush)) {
      return danger == Danger::Urgent ? Danger::Unclear : Danger::IfExposed;
    }
    return danger;
  }

  bool is_small(const Mention& mention) const {
    for (std::size_t at = mention.words.begin - std::min<std::size_t>(mention.words.begin, 2);
         at < mention.words.end + 3; ++at) {
      if (words_.is_any(at, {"small", "slow", "slowly", "minor", "little", "tiny", "slight",
                             "slightly", "poco", "occasional", "poquito"})) {
        return true;
      }
    }
    return false;
  }

  bool is_dangerous_degree() const {
    for (std::size_t at = 0; at + 1 < words_.size(); ++at) {
      if (!words_[at].is_digits() ||
          !words_.is_any(at + 1, {"degrees", "degree", "grados", "f", "outside", "inside", "in"})) {
        continue;
      }
      int degrees = 0;
      const std::string& text = words_[at].text;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), degrees);
      if (error == std::errc() && (degrees <= cold_degrees_fahrenheit_max ||
                                   (degrees >= hot_degrees_fahrenheit_min && degrees < 130))) {
        return true;
      }
    }
    return false;
  }

  static void weigh(const Mention& mention, EmergencyReading& reading) {
    reading.level = std::max(reading.level, level_of(mention.danger, mention.state));
    reading.score = std::max(reading.score, score_of(mention.danger, mention.state));
    std::string reason(mention.hazard->code);
    if (mention.state != HazardState::Now) reason.append(":").append(to_string(mention.state));
    if (std::ranges::find(reading.reasons, reason) == reading.reasons.end()) {
      reading.reasons.push_back(std::move(reason));
    }
  }

  Words words_;
  std::vector<Mention> mentions_;
  std::vector<CueMention> cues_;
};

// Whether one of the tenant's own phrases stands in the words.
std::vector<WordRange> occurrences(const Words& words, std::span<const std::string> phrases) {
  std::vector<WordRange> found;
  for (const std::string& phrase : phrases) {
    const Words wanted{phrase};
    if (wanted.empty()) continue;
    const std::string text = wanted.folded({0, wanted.size()});
    for (std::size_t at = 0; at + wanted.size() <= words.size(); ++at) {
      const std::size_t length = words.phrase_at(at, text);
      if (length != 0) found.push_back({at, at + length});
    }
  }
  return found;
}

}  // namespace

EmergencyReading read_emergency(const Words& words, const Context& context) {
  if (!occurrences(words, context.emergency_phrases).empty()) {
    return {.level = EmergencyLevel::Emergency, .score = 1, .reasons = {"tenant_phrase"}};
  }
  Words rest = words;
  const std::vector<WordRange> excused = occurrences(words, context.not_emergency_phrases);
  rest.take(excused);
  Reader reader(rest);
  EmergencyReading reading = reader.read();
  if (reading.level != EmergencyLevel::Ambiguous)
    listen_to_sound(reader.words(), context.asked, reader.heard(), reading);
  if (!excused.empty()) reading.reasons.emplace_back("tenant_excuse");
  return reading;
}

}  // namespace callwright::language
