#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/phone_number.h"
#include "base/time.h"
#include "messaging/domain/message.h"
#include "tenants/domain/tenant.h"

// How an emergency climbs from person to person until a human takes it. Being taken is the goal: a
// provider that has accepted an alert only buys time.
namespace callwright::notifications {

// What a provider has not accepted by then is as good as not sent: the next rung begins.
inline constexpr Seconds acceptance_wait{30};
// A person who was reached gets this long to answer before the next rung begins.
inline constexpr Seconds answer_wait{90};
// Nothing accepted for anybody by then: the operator of the server has to know.
inline constexpr Seconds operator_wait{60};
// The ladder is looked at this often even when no wait ends, for news that shortens one.
inline constexpr Seconds look_interval{10};

// Who can be told, and how.
struct Reach {
  messaging::RecipientRole role = messaging::RecipientRole::Owner;
  std::optional<PhoneNumber> phone;
  std::string email;
};

// The owner and the people on call, in order. A number of the business itself is nobody's: an alert
// to it would come back to the receptionist. Nobody is told twice in one rung.
std::vector<Reach> people_to_reach(const tenants::Tenant& tenant);

struct Notice {
  messaging::RecipientRole role = messaging::RecipientRole::Owner;
  messaging::MessageChannel channel = messaging::MessageChannel::Sms;
  std::string to;

  friend bool operator==(const Notice&, const Notice&) = default;
};

// What is sent at one time.
using Rung = std::vector<Notice>;

// The ladder, lowest rung first: the owner is texted, then called; each person on call is texted
// and called at once, because minutes have gone by; last, everybody is called together. E-mail goes
// with the texts.
std::vector<Rung> ladder_for(const std::vector<Reach>& people);

// Whether a notice may wake somebody up. Mail is sent, and never waited for.
constexpr bool wakes(messaging::MessageChannel channel) {
  return channel == messaging::MessageChannel::Sms || channel == messaging::MessageChannel::Call;
}

struct SentNotice {
  messaging::MessageChannel channel = messaging::MessageChannel::Sms;
  messaging::MessageStatus status = messaging::MessageStatus::Queued;
};

struct LadderState {
  Instant raised_at;
  std::size_t rungs = 0;    // Of the whole ladder.
  std::size_t climbed = 0;  // Of those, the ones begun.
  Instant last_climbed_at;
  std::vector<SentNotice> last_rung;
  bool anything_accepted = false;  // By a provider, on a channel that wakes, on any rung.
  bool operator_told = false;      // That nothing was accepted.
};

struct Climb {
  std::size_t rung;
};
struct TellOperator {};  // Nothing has been accepted; the ladder goes on.
struct Exhaust {};       // Everybody was tried and nobody has taken it.
struct Wait {
  Instant until;
};
using LadderStep = std::variant<TellOperator, Climb, Exhaust, Wait>;

// What to do now for an alert that nobody has taken yet. Pure, and never asks for the same thing
// twice once it was done.
LadderStep next_step(const LadderState& state, Instant now);

}  // namespace callwright::notifications
