#include "scheduling/domain/appointment.h"

#include <algorithm>
#include <utility>

namespace callwright::scheduling {
namespace {

struct Transition {
  AppointmentStatus from;
  AppointmentEvent on;
  AppointmentStatus to;
  std::string_view meaning;
};

constexpr auto statuses = [] {
  using enum AppointmentStatus;
  return std::to_array<AppointmentStatus>(
      {Booked, EnRoute, InProgress, Completed, Invoiced, Paid, Cancelled, NoShow});
}();

// clang-format off
constexpr auto transitions = [] {
  using enum AppointmentStatus;
  using enum AppointmentEvent;
  return std::to_array<Transition>({
      // from       on          to           meaning
      {Booked,     Move,        Booked,      "Another time; the visit keeps its id."},
      {Booked,     SetOut,      EnRoute,     "The technician is on the way."},
      {Booked,     Arrive,      InProgress,  "The technician did not announce the way."},
      {Booked,     Cancel,      Cancelled,   "The time is free again."},
      {Booked,     MarkNoShow,  NoShow,      "Nobody was at the address."},
      {EnRoute,    Arrive,      InProgress,  "Work begins."},
      {EnRoute,    Cancel,      Cancelled,   "The technician is called off."},
      {EnRoute,    MarkNoShow,  NoShow,      "Nobody was at the address."},
      {InProgress, Complete,    Completed,   "Work is done; the rest of the time is free again."},
      {Completed,  Invoice,     Invoiced,    "The customer has the bill."},
      {Completed,  Pay,         Paid,        "Paid on the spot."},
      {Invoiced,   Pay,         Paid,        "The bill is settled."},
  });
}();
// clang-format on

constexpr std::optional<AppointmentStatus> follow(AppointmentStatus from, AppointmentEvent on) {
  for (const Transition& row : transitions) {
    if (row.from == from && row.on == on) return row.to;
  }
  return std::nullopt;
}

constexpr bool holds_time(AppointmentStatus status) {
  using enum AppointmentStatus;
  return status == Booked || status == EnRoute || status == InProgress;
}

// Nothing brings back a visit whose time was given away: someone else may have it by now.
static_assert(std::ranges::all_of(transitions, [](const Transition& row) {
  return holds_time(row.from) || !holds_time(row.to);
}));

// One arrow for each status and event.
static_assert(std::ranges::all_of(transitions, [](const Transition& row) {
  return std::ranges::count_if(transitions, [&](const Transition& other) {
           return other.from == row.from && other.on == row.on;
         }) == 1;
}));

}  // namespace

std::optional<AppointmentStatus> next_status(AppointmentStatus from, AppointmentEvent on) {
  return follow(from, on);
}

bool is_live(AppointmentStatus status) {
  return holds_time(status);
}

bool is_open_to_change(AppointmentStatus status) {
  return follow(status, AppointmentEvent::Move).has_value();
}

std::string_view to_string(AppointmentStatus status) {
  switch (status) {
    case AppointmentStatus::Booked:
      return "booked";
    case AppointmentStatus::EnRoute:
      return "en_route";
    case AppointmentStatus::InProgress:
      return "in_progress";
    case AppointmentStatus::Completed:
      return "completed";
    case AppointmentStatus::Invoiced:
      return "invoiced";
    case AppointmentStatus::Paid:
      return "paid";
    case AppointmentStatus::Cancelled:
      return "cancelled";
    case AppointmentStatus::NoShow:
      return "no_show";
  }
  std::unreachable();
}

std::string_view to_string(AppointmentEvent event) {
  switch (event) {
    case AppointmentEvent::SetOut:
      return "set_out";
    case AppointmentEvent::Arrive:
      return "arrive";
    case AppointmentEvent::Complete:
      return "complete";
    case AppointmentEvent::Invoice:
      return "invoice";
    case AppointmentEvent::Pay:
      return "pay";
    case AppointmentEvent::Cancel:
      return "cancel";
    case AppointmentEvent::MarkNoShow:
      return "mark_no_show";
    case AppointmentEvent::Move:
      return "move";
  }
  std::unreachable();
}

std::optional<AppointmentStatus> parse_appointment_status(std::string_view text) {
  const auto found = std::ranges::find_if(
      statuses, [&](AppointmentStatus status) { return to_string(status) == text; });
  if (found == statuses.end()) return std::nullopt;
  return *found;
}

std::string appointment_lifecycle_markdown() {
  std::string page =
      "# The life of an appointment\n\n"
      "This page is printed from the table in `src/scheduling/domain/appointment.cc`; a test fails "
      "when it is stale.\nAn event without a row changes nothing.\n\n"
      "| from | on | to | meaning |\n|---|---|---|---|\n";
  for (const Transition& row : transitions) {
    page += "| `" + std::string(to_string(row.from)) + "` | " + std::string(to_string(row.on)) +
            " | `" + std::string(to_string(row.to)) + "` | " + std::string(row.meaning) + " |\n";
  }
  page += "\n| status | holds the technician's time | may still be moved |\n|---|---|---|\n";
  const auto yes_or_no = [](bool value) { return std::string(value ? "yes" : "no"); };
  for (const AppointmentStatus status : statuses) {
    page += "| `" + std::string(to_string(status)) + "` | " + yes_or_no(is_live(status)) + " | " +
            yes_or_no(is_open_to_change(status)) + " |\n";
  }
  return page;
}

}  // namespace callwright::scheduling
