#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "base/phone_number.h"
#include "base/private_text.h"
#include "language/understanding.h"

// What a person did, the same for every channel: telephone, text, chat and the terminal.
namespace callwright::reception {

// How far the carrier vouches for the caller's number (STIR/SHAKEN attestation).
enum class Verification : std::uint8_t { None, Failed, C, B, A };

// The conversation begins: the phone rings, or the chat opens.
struct Arrived {};

struct Said {
  PrivateText text;
  double confidence = 0.92;  // The recogniser's; text channels say 1.
};

struct Pressed {
  std::string keys;
};

struct Silent {};

// The transfer that was asked for is over. Bridged: a person took the call and has talked.
struct TransferEnded {
  bool bridged = false;
};

struct Recorded {
  std::string url;  // Empty when nothing was recorded.
  std::string id;
  int seconds = 0;
};

struct HungUp {};

using Event = std::variant<Arrived, Said, Pressed, Silent, TransferEnded, Recorded, HungUp>;

struct Turn {
  language::Channel channel = language::Channel::Voice;
  std::string conversation_key;  // A call's sid, a texting person's number, a chat session.
  // Which of our turns this answers; a turn that was answered already changes nothing. Absent for
  // what can happen at any time (texts, hanging up).
  std::optional<int> number;
  std::string source_event;  // The natural key of the webhook, for the record.
  std::optional<PhoneNumber> person;
  Verification verification = Verification::None;
  // What we had asked, as the wire carried it back: lets words be read before the transaction. The
  // transaction reads them again when the conversation remembers otherwise.
  language::Question asked = language::Question::None;
  Event event;
};

}  // namespace callwright::reception
