#pragma once

#include <cstdint>
#include <vector>

#include "dialogue/domain/memory.h"
#include "dialogue/domain/signal.h"
#include "tenants/domain/tenant.h"

// The memory as the walk of the policy sees it: what is known of each value, not which value it is.
//
// Kept exactly: stage, goal, the phone number, what is in doubt and how clearly it is asked for,
// the misses in a row; and at the read-back of a commitment every value, and whether it is as it
// was read back. Left open at every step, so that each possibility is walked: which other values
// are known, the other counters (searches, refusals, tries, turns), the keypad, a transfer that was
// tried, an emergency that was denied. More is walked than can happen, never less.
namespace callwright::dialogue {

using WalkKey = std::uint64_t;

// Sample values stand for any; `other` ones for a value that differs from what is known.
struct WalkSamples {
  explicit WalkSamples(const tenants::Tenant& tenant);

  customers::Address inside;
  customers::Address other_inside;
  std::optional<customers::Address> outside;  // Absent where every place is served.
  std::optional<customers::Address> unplaced;
  PhoneNumber line;
  PhoneNumber phone;
  std::vector<Offer> offers;
  std::vector<VisitChoice> visits;
  TimeRange window;
};

WalkKey pack(const Memory& memory, const tenants::Tenant& tenant, const WalkSamples& samples);
Memory unpack(WalkKey key, const WalkSamples& samples);

// While the person is waited for, which values are known is left open, except at the read-back of a
// commitment, and except the phone number, which guards ask about.
WalkKey without_open_values(WalkKey key);
bool keeps_values(Stage stage);
bool leaves_values_open(Signal signal);  // Not the world's answers that lead to a commitment.

// The same memory together with the signal that is to be answered next.
WalkKey with_signal(WalkKey key, Signal signal);
Signal signal_of(WalkKey key);

}  // namespace callwright::dialogue
