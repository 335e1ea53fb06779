#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"
#include "customers/domain/customer.h"

namespace callwright::scheduling {

enum class AppointmentStatus : std::uint8_t {
  Booked,
  EnRoute,
  InProgress,
  Completed,
  Invoiced,
  Paid,
  Cancelled,
  NoShow,
};

enum class AppointmentEvent : std::uint8_t {
  SetOut,
  Arrive,
  Complete,
  Invoice,
  Pay,
  Cancel,
  MarkNoShow,
  Move,
};

// The next status, or nothing where the event has no arrow from here. The table is in
// appointment.cc and prints docs/appointment-lifecycle.md.
std::optional<AppointmentStatus> next_status(AppointmentStatus from, AppointmentEvent on);

// Whether the technician's time is still held.
bool is_live(AppointmentStatus status);

struct Appointment {
  AppointmentId id;
  CustomerId customer;
  std::string name;  // Who the visit is for, as given for this visit.
  std::optional<PhoneNumber> phone;
  customers::Address address;
  ServiceId service;
  TechnicianId technician;
  TimeRange visit;  // What the customer was promised, buffers not included.
  AppointmentStatus status = AppointmentStatus::Booked;
  bool emergency = false;
  std::string notes;  // The problem in the customer's words.
  Instant created_at;

  friend bool operator==(const Appointment&, const Appointment&) = default;
};

// Whether a caller may still move or cancel the visit.
bool is_open_to_change(AppointmentStatus status);

std::string_view to_string(AppointmentStatus status);
std::string_view to_string(AppointmentEvent event);
std::optional<AppointmentStatus> parse_appointment_status(std::string_view text);

// The table of arrows as the page docs/appointment-lifecycle.md.
std::string appointment_lifecycle_markdown();

}  // namespace callwright::scheduling
