#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/money.h"
#include "base/phone_number.h"
#include "base/time.h"
#include "language/understanding.h"

// Who our customer is: one business, as it described itself in its tenant document. A Tenant is a
// value;
// it is replaced whole when the document is applied again.
namespace callwright::tenants {

// Open from `opens` to `closes` on one weekday, local wall time. `closes` may be 24:00.
struct OpenHours {
  Minutes opens{};
  Minutes closes{};

  friend bool operator==(const OpenHours&, const OpenHours&) = default;
};

// Index 0 is Monday, as weeks start on Monday. A closed day has no entries; a lunch break makes
// two.
using WeeklyHours = std::array<std::vector<OpenHours>, 7>;

struct Holiday {
  std::chrono::year_month_day date;
  std::string name;
  std::vector<OpenHours> hours;  // Empty: closed all day.
};

inline constexpr Minutes visit_length_max{24 * 60};
inline constexpr Minutes buffer_max{8 * 60};

struct Service {
  ServiceId id;      // A kind of work: "drain_cleaning".
  std::string name;  // As it is spoken: "drain cleaning".
  Minutes duration{60};
  Minutes buffer_before{0};  // Travel and preparation, kept free before the visit.
  Minutes buffer_after{0};
  std::vector<std::string> skills;  // Every one of them is needed.
  std::optional<Money> price_from;
};

struct Technician {
  TechnicianId id;
  std::string name;
  std::vector<std::string> skills;
  std::optional<WeeklyHours> hours;  // Absent: the business's.
  std::optional<PhoneNumber> phone;
  bool active = true;
};

struct ServiceArea {
  // Five digits, or a prefix with a star: "661*". Without ZIP codes and cities: everywhere.
  std::vector<std::string> zips;
  std::vector<std::string> cities;  // Compared without case.
};

struct FaqEntry {
  language::FaqTopic topic;
  std::string answer;          // English.
  std::string answer_spanish;  // May be empty.

  friend bool operator==(const FaqEntry&, const FaqEntry&) = default;
};

enum class AfterHours : std::uint8_t {
  Book,      // Offer the next open slots.
  Callback,  // Take a message and promise a call.
  Voicemail,
};

struct Policies {
  AfterHours after_hours = AfterHours::Book;
  bool book_online = true;      // False: the receptionist only takes callbacks.
  Minutes booking_notice{120};  // No visit starts sooner than this, emergencies aside.
  int booking_horizon_days = 30;
  Minutes callback_promise{60};   // Within open hours.
  Minutes text_thread_idle{120};  // A text or chat thread ends after this long without a word.
  bool transcripts = true;
  bool redact_dob = false;
  bool redact_email = false;
  bool redact_phone = false;
  bool transfer_to_owner = true;  // Ring a person when the caller wants one, in open hours.
  bool lockdown = false;          // Automation off: voicemail and the emergency path only.
  // The owner's own choice: off, nobody is alerted of emergencies, and callers are told so.
  bool emergency_alerts = true;
  // Emergency visits may be booked outside open hours. Off: the person on call decides.
  bool emergency_visits_any_hour = false;
};

enum class SubscriptionState : std::uint8_t { Trialing, Active, PastDue, Canceled };

struct Subscription {
  SubscriptionState state = SubscriptionState::Trialing;
  std::string plan = "starter";
};

enum class AlertChannel : std::uint8_t { Sms, Call, Email };

// A person who is told of emergencies, in the order of the list.
struct Contact {
  std::string name;
  std::optional<PhoneNumber> phone;
  std::string email;
  // Of the keypad PIN, hex, salted with the tenant id; empty: no voice queries.
  std::string pin_sha256;
};

struct Tenant {
  TenantId id;
  std::string slug;  // "prairie-plumbing": the name in files and addresses, unique.
  std::string name;  // As it is spoken: "Prairie Plumbing".
  language::Trade trade = language::Trade::General;
  std::vector<language::Language> languages = {language::Language::English};
  Zone zone = Zone::utc();
  std::vector<PhoneNumber> numbers;  // What customers call and text. First: we send from it.
  WeeklyHours hours;
  std::vector<Holiday> holidays;
  std::vector<Technician> technicians;
  std::vector<Service> services;
  ServiceArea area;
  Policies policies;
  Subscription subscription;
  Contact owner;
  std::vector<Contact> on_call;  // After the owner.
  std::vector<FaqEntry> faq;
  std::vector<std::string> emergency_phrases;
  std::vector<std::string> not_emergency_phrases;
  bool sandbox = false;       // A practice tenant: its calls and texts never leave this machine.
  std::string settings_hash;  // SHA-256 of the canonical settings, hex.

  const Service* find_service(std::string_view id) const;
  const Technician* find_technician(const TechnicianId& id) const;
};

// Whether the business is open at the instant: its hours in its zone, holidays first.
bool is_open(const Tenant& tenant, Instant instant);

// The open ranges that touch a local day, in order. Hours that fall into a skipped hour shrink.
std::vector<TimeRange> open_ranges(const Tenant& tenant, const std::chrono::year_month_day& day);
// The same for one technician: the technician's own hours where there are any; holidays close both.
std::vector<TimeRange> working_ranges(const Tenant& tenant, const Technician& technician,
                                      const std::chrono::year_month_day& day);

// The next instant at or after `from` at which the business is open; nothing within 60 days.
std::optional<Instant> next_opening(const Tenant& tenant, Instant from);

// Unknown: too little is known of the place.
enum class AreaAnswer : std::uint8_t { Inside, Outside, Unknown };
AreaAnswer covers(const ServiceArea& area, std::string_view zip, std::string_view city);

// What the subscription and the switches allow now. Emergencies are never taken away by the plan.
struct Entitlement {
  bool automation = true;  // False: voicemail and the emergency path only.
  bool campaigns = true;
  std::string_view reason;  // "past_due", "canceled", "lockdown"; empty when all is allowed.
};
Entitlement entitlement(const Tenant& tenant);

std::string_view to_string(AfterHours);
std::string_view to_string(SubscriptionState);

}  // namespace callwright::tenants
