#include "notifications/domain/alert_ladder.h"

#include <algorithm>

namespace callwright::notifications {
namespace {

using messaging::MessageChannel;
using messaging::MessageStatus;

bool is_accepted(const SentNotice& notice) {
  return wakes(notice.channel) &&
         (notice.status == MessageStatus::Accepted || notice.status == MessageStatus::Sent ||
          notice.status == MessageStatus::Delivered);
}

bool may_still_wake(const SentNotice& notice) {
  return wakes(notice.channel) && notice.status != MessageStatus::Failed &&
         notice.status != MessageStatus::Cancelled;
}

// When the rung begun last has had its time.
Instant end_of_rung(const LadderState& state) {
  if (std::ranges::none_of(state.last_rung, may_still_wake)) return state.last_climbed_at;
  if (std::ranges::any_of(state.last_rung, is_accepted)) return state.last_climbed_at + answer_wait;
  return state.last_climbed_at + acceptance_wait;
}

void add(Rung& rung, const Reach& person, MessageChannel channel) {
  const std::string to = channel == MessageChannel::Email ? person.email
                         : person.phone                   ? person.phone->e164()
                                                          : std::string();
  if (to.empty()) return;
  const Notice notice{.role = person.role, .channel = channel, .to = to};
  const bool is_there = std::ranges::any_of(rung, [&](const Notice& other) {
    return other.channel == notice.channel && other.to == notice.to;
  });
  if (!is_there) rung.push_back(notice);
}

}  // namespace

std::vector<Reach> people_to_reach(const tenants::Tenant& tenant) {
  std::vector<Reach> people;
  const auto add_person = [&](const tenants::Contact& contact, messaging::RecipientRole role) {
    Reach person{.role = role, .phone = contact.phone, .email = contact.email};
    if (person.phone && std::ranges::find(tenant.numbers, *person.phone) != tenant.numbers.end()) {
      person.phone.reset();
    }
    const bool is_there = std::ranges::any_of(people, [&](const Reach& other) {
      return other.phone == person.phone && other.email == person.email;
    });
    if ((person.phone || !person.email.empty()) && !is_there) people.push_back(std::move(person));
  };
  add_person(tenant.owner, messaging::RecipientRole::Owner);
  for (const tenants::Contact& contact : tenant.on_call) {
    add_person(contact, messaging::RecipientRole::Technician);
  }
  return people;
}

std::vector<Rung> ladder_for(const std::vector<Reach>& people) {
  std::vector<Rung> ladder;
  const auto add_rung = [&](Rung rung) {
    if (!rung.empty()) ladder.push_back(std::move(rung));
  };
  Rung everybody;
  for (const Reach& person : people) {
    Rung rung;
    add(rung, person, MessageChannel::Sms);
    add(rung, person, MessageChannel::Email);
    if (person.role == messaging::RecipientRole::Owner) {
      add_rung(std::move(rung));
      rung = {};
    }
    add(rung, person, MessageChannel::Call);
    add_rung(std::move(rung));
    add(everybody, person, MessageChannel::Call);
  }
  add_rung(std::move(everybody));
  return ladder;
}

LadderStep next_step(const LadderState& state, Instant now) {
  const Instant operator_at = state.raised_at + operator_wait;
  const bool operator_waits = !state.anything_accepted && !state.operator_told;
  if (operator_waits && now >= operator_at) return TellOperator{};

  const Instant end = end_of_rung(state);
  if (state.climbed == 0 || now >= end) {
    if (state.climbed < state.rungs) return Climb{state.climbed};
    return Exhaust{};
  }
  return Wait{std::min({end, operator_waits ? operator_at : end, now + look_interval})};
}

}  // namespace callwright::notifications
