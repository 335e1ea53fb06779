#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "platform/http/message.h"
#include "providers/sandbox/sandbox_carrier.h"
#include "providers/sandbox/xml_document.h"

namespace callwright::providers::sandbox {

// A webhook that a call waits for: its answer says how the call goes on.
struct Fetch {
  std::string url;
  http::Form extra;       // Beside the fields every webhook about a call has.
  bool then_end = false;  // The person has hung up: the answer is of no use.
};

// What a call does while it listens, records or rings another phone. Only the part that belongs to
// the call's state means anything.
struct Gathering {
  std::string action;
  bool words = false;
  bool act_on_silence = false;
  std::size_t digits_max = 0;  // 0: no limit.
  std::string finish_on_key;
  std::string keys;  // Pressed so far.
  Seconds timeout{5};
};

struct Taping {
  std::string action;
  std::string finish_on_key;
  std::string status_callback;
  int seconds = 0;  // Of speech so far.
};

struct Dialling {
  std::string action;
  std::string child_sid;
};

// One call as the carrier holds it.
struct Line {
  PhoneCall shown;
  std::string direction;  // "inbound", "outbound-api", "outbound-dial".
  std::string verstat;
  std::string status_callback;
  std::vector<std::string> status_events;
  int events_sent = 0;

  std::string answer_url;    // What an outgoing call asks for when it is picked up; may be empty.
  std::string fallback_url;  // Used once.
  std::string document_url;
  std::deque<Element> verbs;  // Still to be done.
  int redirects = 0;
  Gathering gathering;
  Taping taping;
  Dialling dialling;

  std::optional<Instant> deadline;  // Of the state, in the line's own time.
  Milliseconds ahead{0};            // How far the line's own time is ahead of the clock.
  std::optional<Instant> answered_at;
  std::optional<Fetch> pending;
  bool busy = false;                                         // A webhook is under way.
  std::vector<std::move_only_function<void(bool)>> waiters;  // Called when it no longer is.
};

}  // namespace callwright::providers::sandbox
