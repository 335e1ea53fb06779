#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "language/phrases.h"
#include "language/understanding.h"

// Which phrases speak for which intent, and how loudly (notation: phrases.h).
namespace callwright::language {

// Finer than Intent where the same words lead to different intents after different questions.
enum class Act : std::uint8_t {
  Schedule,
  Problem,  // "my sink is clogged": wants a visit.
  Reschedule,
  Cancel,
  Faq,
  SpeakToHuman,
  LeaveMessage,
  Affirm,
  Deny,
  Done,  // "that's all", "nothing else".
  Repeat,
  Goodbye,
  Thanks,
  Greeting,
  Unsure,
  OwnerQuery,
  OutOfScope,
  // No act: tells the classifier that the trade is spoken of.
  TradeWord,
};
constexpr std::size_t act_count = 18;

struct ActPhrase {
  Act act;
  double weight;  // Negative: speaks against.
  std::string_view phrase;
  std::optional<FaqTopic> topic = std::nullopt;
};

std::span<const ActPhrase> act_phrases();
std::span<const WordClass> act_classes();

}  // namespace callwright::language
