#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "tenants/domain/tenant.h"

namespace callwright::scheduling {

// A technician's time is promised in steps of five minutes.
inline constexpr Minutes occupancy_step{5};

// Time that is taken on one technician's calendar, buffers and travel included.
struct BusyTime {
  TechnicianId technician;
  TimeRange blocks;
};

// What the caller wants: a service, somewhere in a window.
struct SlotRequest {
  ServiceId service;
  TimeRange window;                // Visits start inside it.
  std::vector<TimeRange> exclude;  // "any day but Monday".
  std::optional<TechnicianId> technician;
  std::optional<Minutes> duration;  // Absent: the service's.
  bool emergency = false;           // Ignores notice and, where the tenant allows it, open hours.
  bool latest = false;              // "As late as possible": of a day, the last starts.
};

// A visit that would fit now.
struct Slot {
  TechnicianId technician;
  TimeRange visit;
  TimeRange blocks;  // With buffers, rounded outwards to the occupancy step.

  friend bool operator==(const Slot&, const Slot&) = default;
};

// What is asked for, beginning at the instant.
TimeRange visit_at(Instant start, const tenants::Service& service, const SlotRequest& request);

// The blocked range of a visit: buffers added, rounded outwards to the occupancy step.
TimeRange blocked_range(const tenants::Service& service, TimeRange visit);

// How long a visit can block a calendar at most: what may still reach into a window began no
// earlier than this before it.
inline constexpr Minutes blocks_length_max =
    tenants::visit_length_max + 2 * tenants::buffer_max + 2 * occupancy_step;

// The earliest slots that fit, or the latest of the first day that has any, spread over
// technicians, in the order of time; at most `limit`. Pure: the same plan gives the same slots. A
// start is offered on the hour and the half hour, in local time, and never in an hour that the
// clock skips.
std::vector<Slot> find_slots(const tenants::Tenant& tenant, const std::vector<BusyTime>& busy,
                             const SlotRequest& request, Instant now, int limit);

// Why one exact start cannot be had, for telling the caller the truth.
enum class WhyNot : std::uint8_t {
  Taken,
  OutsideHours,
  Holiday,
  TooSoon,
  TooFarAhead,
  NoTechnician,
  UnknownService,
  SkippedHour,
};
std::string_view to_string(WhyNot why);

struct Bookable {
  Slot slot;
};
struct NotBookable {
  WhyNot why;
};
using BookingDecision = std::variant<Bookable, NotBookable>;

// Decides whether a visit fits. Asked once to offer and again, inside the transaction, to promise.
// The start is given exactly, so the window and the exclusions of the request do not matter.
BookingDecision decide_booking(const tenants::Tenant& tenant, const std::vector<BusyTime>& busy,
                               const SlotRequest& request, Instant start, Instant now);
// The same for a time on the wall clock, which the clock may skip.
BookingDecision decide_booking(const tenants::Tenant& tenant, const std::vector<BusyTime>& busy,
                               const SlotRequest& request, const LocalTime& start, Instant now);

}  // namespace callwright::scheduling
