#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

#include "base/phone_number.h"
#include "base/time.h"
#include "messaging/domain/message.h"
#include "providers/twilio/signed_form.h"
#include "reception/turn.h"

// Reads what signed forms say. Behind here nobody knows the carrier's words.
namespace callwright::providers::twilio {

// A call as every webhook about one describes it.
struct CallNotice {
  std::string call_sid;
  std::string parent_sid;  // Of the call that this one was placed for; empty otherwise.
  PhoneNumber business;    // Our number: who is called, or, on calls that we place, who calls.
  std::optional<PhoneNumber> person;  // The other side; absent when withheld.
  reception::Verification verification = reception::Verification::None;
  bool outbound = false;
};
std::expected<CallNotice, Rejection> read_call(const SignedForm& form);

// What the caller did. The turn it answers is in the link, which is signed.
std::expected<reception::Turn, Rejection> read_arrival(const SignedForm& form);
std::expected<reception::Turn, Rejection> read_answer(const SignedForm& form);
std::expected<reception::Turn, Rejection> read_recording(const SignedForm& form);
// `accepted`: whoever answered has pressed the key. Machines answer too, so an answered call alone
// is nobody reached.
std::expected<reception::Turn, Rejection> read_transfer_end(const SignedForm& form, bool accepted);
std::expected<reception::Turn, Rejection> read_hang_up(const SignedForm& form);

// How far a call has come.
struct CallProgress {
  std::string status;    // "completed"; one spelling each.
  std::string sequence;  // Empty when the carrier counts no events.
  bool is_final = false;
  std::optional<Instant> sent_at;
};
std::expected<CallProgress, Rejection> read_progress(const SignedForm& form);
messaging::MessageStatus message_status_of_call(const CallProgress& progress);

struct TextNotice {
  PhoneNumber business;
  reception::Turn turn;
};
std::expected<TextNotice, Rejection> read_text(const SignedForm& form);

struct TextProgress {
  PhoneNumber business;
  std::string message_sid;
  std::string status;
  messaging::MessageStatus meaning;
  std::string error_code;
};
std::expected<TextProgress, Rejection> read_text_progress(const SignedForm& form);

// What the carrier tells of a finished recording. It does not say whose: see
// Links::recording_status.
struct RecordingNotice {
  std::string call_sid;
  std::string recording_sid;
  std::string status;
  PhoneNumber business;  // From the link; only to be trusted with its seal.
  std::string_view seal;
  int turn;
  reception::Recorded recorded;
};
std::expected<RecordingNotice, Rejection> read_recording_notice(const SignedForm& form);

// The number behind "turn=" in the link.
std::optional<int> linked_turn(const SignedForm& form);

// "Fri, 20 Aug 2010 01:13:42 +0000".
std::optional<Instant> parse_rfc2822(std::string_view text);

}  // namespace callwright::providers::twilio
