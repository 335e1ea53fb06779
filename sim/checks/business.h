#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "platform/json/json.h"

// A tenant's settings, read from the stored row by rules of our own: what a checker holds a visit
// against must not come from the code that arranged it.
namespace callwright::sim {

struct Opening {
  Minutes from{};
  Minutes to{};
};
using Day = std::vector<Opening>;
using Week = std::array<Day, 7>;  // Monday first.

struct Staff {
  std::string id;
  std::optional<Week> hours;  // Absent: those of the business.
};

struct Work {
  std::string id;
  Minutes before{};
  Minutes after{};
};

struct BusinessRules {
  Zone zone = Zone::utc();
  std::vector<std::string> numbers;
  Week hours;
  std::vector<std::pair<std::chrono::year_month_day, Day>> holidays;
  std::vector<Staff> staff;
  std::vector<Work> works;
  std::vector<std::string> zips;
  std::vector<std::string> cities;
  Minutes notice{};
  Minutes thread_idle{};
  int horizon_days = 0;
  bool transcripts = true;
  bool automation = true;  // Neither locked down nor behind with its plan.
  bool emergency_alerts = true;
  bool any_hour_emergencies = false;
  bool reachable = false;  // Somebody has a phone or an address to be told at.
  bool reachable_by_phone = false;

  const Staff* find_staff(std::string_view id) const;
  const Work* find_work(std::string_view id) const;
};

// Nothing when the text is no settings document.
std::optional<BusinessRules> read_business(std::string_view settings);

// Whether the technician works at the instant by the clock on the wall.
bool works_at(const BusinessRules& business, const Staff& staff, Instant instant);

// Whether the place is certainly outside of the area.
bool is_outside(const BusinessRules& business, std::string_view zip, std::string_view city);

}  // namespace callwright::sim
