#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "platform/json/json.h"

// What may go wrong between us and the telephone network. Each fault has a probability: 0 is off, 1
// is always. The names on the wire ("webhooks.duplicate", "sms.throttle") are those of
// fault_names().
namespace callwright::providers::sandbox {

// On the way from the carrier to us.
struct WebhookFaults {
  double duplicate = 0;  // Delivered twice, with the same retry token.
  double reorder =
      0;             // A status callback is held back, up to ten minutes, so that later ones pass.
  double delay = 0;  // A status callback comes up to a minute late.
  double drop = 0;   // No connection. Where no retry helps, news is lost and a call falls back.
  double truncate = 0;     // The body breaks off; the carrier hears no answer.
  double lose_answer = 0;  // We act, and the carrier hears no answer.
};

// On the way from us to the carrier.
struct RequestFaults {
  double refuse = 0;               // 400: no retry will help.
  double fail = 0;                 // 503: it surely did not go.
  double throttle = 0;             // 429 with Retry-After.
  double hang = 0;                 // No answer; nothing was done, but the sender cannot know.
  double accept_then_timeout = 0;  // No answer, and it was done.
};

// What becomes of one request of ours.
enum class RequestFate : std::uint8_t { Good, Refuse, Fail, Throttle, Hang, AcceptThenTimeout };

struct FaultMenu {
  WebhookFaults webhooks;
  RequestFaults sms;
  RequestFaults calls;
  RequestFaults mail;
  double sms_undelivered = 0;  // Accepted, and reported as undelivered later (30003).
  double recogniser_deaf = 0;  // What is said is heard as sound without words; keys work.
};

std::vector<std::string_view> fault_names();
// The probability behind a name, or null.
double* find_fault(FaultMenu& menu, std::string_view name);
Json to_json(const FaultMenu& menu);

}  // namespace callwright::providers::sandbox
