#include "language/urgency.h"

#include <algorithm>
#include <span>

#include "base/embedded.h"
#include "base/result.h"
#include "language/urgency_features.h"

namespace callwright {
std::span<const EmbeddedFile> embedded_urgency_weights();
}

namespace callwright::language {
namespace {

// Log odds from which the classifier's word is worth a question: where the tables know no hazard,
// where they know one that is no danger here, and where one is told.
constexpr double sounds_urgent = -0.7;
constexpr double sounds_urgent_though_excused = 3;
constexpr double sounds_routine = -3.4;
constexpr std::size_t sounding_words_min = 4;
constexpr std::size_t routine_words_max = 14;
constexpr double sounding_score = 0.35;

// As log odds: zero is as likely as not.
double urgency_of(const Words& words) {
  static const std::string_view weights = [] {
    const std::span<const EmbeddedFile> files = embedded_urgency_weights();
    ASSERT(files.size() == 1 && files[0].bytes.size() == feature_count + 1);
    return files[0].bytes;
  }();
  int sum = static_cast<signed char>(weights[feature_count]);
  for (const std::uint32_t feature : urgency_features(words)) {
    sum += static_cast<signed char>(weights[feature]);
  }
  return sum / urgency_steps;
}

}  // namespace

void listen_to_sound(const Words& words, Question asked, Heard heard, EmergencyReading& reading) {
  const bool is_asked = asked != Question::None && asked != Question::Problem &&
                        asked != Question::EmergencyConfirm && asked != Question::AnythingElse;
  if (is_asked || words.size() < sounding_words_min) return;
  const double urgency = urgency_of(words);
  if (reading.level == EmergencyLevel::Emergency) {
    if (heard.is_now || urgency > sounds_routine || words.size() > routine_words_max) return;
    reading.reasons.emplace_back("sounds_routine");
  } else {
    if (urgency < (heard.has_hazard ? sounds_urgent_though_excused : sounds_urgent)) return;
    reading.reasons.emplace_back("sounds_urgent");
  }
  reading.level = EmergencyLevel::Ambiguous;
  reading.score = std::max(reading.score, sounding_score);
}

}  // namespace callwright::language
