#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/phone_number.h"
#include "base/time.h"
#include "language/understanding.h"

// What the receptionist does next, the same for every channel. Providers render it; they decide
// nothing.
namespace callwright::reception {

struct Speech {
  std::string prompt;  // Its name in the prompt book: "ask_address".
  std::string text;
};

// Waits for the person: words, keys or nothing.
struct Listen {
  language::Question asked = language::Question::None;
  bool words = true;  // False while speech recognition is down: keys only.
  int keys_max = 1;   // How many keys end the answer; 0: until the finish key (#).
  Seconds silence_timeout{6};
  std::vector<std::string> hints;  // Words the recogniser should expect.
};

// Rings a person for the caller. Whoever answers must press 1.
struct Transfer {
  PhoneNumber to;
  Seconds ring_timeout{25};
  std::string whisper;  // What the person hears before the key.
};

// Records a message.
struct Record {
  Seconds length_max{180};
};

struct HangUp {};

using Next = std::variant<Listen, Transfer, Record, HangUp>;

struct Reply {
  ConversationId conversation;
  int turn = 0;  // The number of the turn that will answer this reply.
  language::Language language = language::Language::English;
  PhoneNumber business;  // The tenant's number that is being talked to.
  std::vector<Speech> speech;
  Next next;
};

}  // namespace callwright::reception
