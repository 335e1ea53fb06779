#include "tenants/domain/tenant.h"

#include <algorithm>

#include "base/text.h"

namespace callwright::tenants {
namespace {

using std::chrono::year_month_day;

constexpr int opening_search_days = 60;

year_month_day day_after(const year_month_day& day) {
  return year_month_day(std::chrono::sys_days(day) + std::chrono::days(1));
}

std::size_t weekday_index(const year_month_day& day) {
  return std::chrono::weekday(std::chrono::sys_days(day)).iso_encoding() - 1;
}

const Holiday* holiday_on(const Tenant& tenant, const year_month_day& day) {
  const auto found = std::ranges::find(tenant.holidays, day, &Holiday::date);
  return found == tenant.holidays.end() ? nullptr : &*found;
}

// Opening and closing inside a skipped hour both resolve to the jump, so such a range is empty.
// Hours that touch become one range: a visit may span them.
std::vector<TimeRange> resolved(const Zone& zone, const year_month_day& day,
                                const std::vector<OpenHours>& hours) {
  std::vector<TimeRange> ranges;
  ranges.reserve(hours.size());
  for (const OpenHours& open : hours) {
    const TimeRange range{
        .begin = zone.resolve({.date = day, .time_of_day = open.opens}).instant,
        .end = zone.resolve({.date = day, .time_of_day = open.closes}).instant,
    };
    if (range.empty()) continue;
    if (!ranges.empty() && ranges.back().end == range.begin) {
      ranges.back().end = range.end;
    } else {
      ranges.push_back(range);
    }
  }
  return ranges;
}

std::vector<TimeRange> ranges_of_day(const Tenant& tenant, const WeeklyHours& weekly,
                                     const year_month_day& day) {
  return resolved(tenant.zone, day, weekly[weekday_index(day)]);
}

// The times both hold, in order. Both lists are in order.
std::vector<TimeRange> intersection(const std::vector<TimeRange>& a,
                                    const std::vector<TimeRange>& b) {
  std::vector<TimeRange> both;
  for (const TimeRange& left : a) {
    for (const TimeRange& right : b) {
      const TimeRange shared{.begin = std::max(left.begin, right.begin),
                             .end = std::min(left.end, right.end)};
      if (!shared.empty()) both.push_back(shared);
    }
  }
  return both;
}

bool matches_zip(std::string_view pattern, std::string_view zip) {
  if (pattern.ends_with('*')) return zip.starts_with(pattern.substr(0, pattern.size() - 1));
  return zip.substr(0, 5) == pattern;
}

}  // namespace

const Service* Tenant::find_service(std::string_view wanted) const {
  const auto found = std::ranges::find_if(
      services, [&](const Service& service) { return service.id.text() == wanted; });
  return found == services.end() ? nullptr : &*found;
}

const Technician* Tenant::find_technician(const TechnicianId& wanted) const {
  const auto found = std::ranges::find(technicians, wanted, &Technician::id);
  return found == technicians.end() ? nullptr : &*found;
}

bool is_open(const Tenant& tenant, Instant instant) {
  return std::ranges::any_of(open_ranges(tenant, tenant.zone.to_local(instant).date),
                             [&](const TimeRange& range) { return range.contains(instant); });
}

std::vector<TimeRange> open_ranges(const Tenant& tenant, const year_month_day& day) {
  if (const Holiday* holiday = holiday_on(tenant, day)) {
    return resolved(tenant.zone, day, holiday->hours);
  }
  return ranges_of_day(tenant, tenant.hours, day);
}

std::vector<TimeRange> working_ranges(const Tenant& tenant, const Technician& technician,
                                      const year_month_day& day) {
  if (!technician.hours) return open_ranges(tenant, day);
  const std::vector<TimeRange> own = ranges_of_day(tenant, *technician.hours, day);
  if (const Holiday* holiday = holiday_on(tenant, day)) {
    return intersection(own, resolved(tenant.zone, day, holiday->hours));
  }
  return own;
}

std::optional<Instant> next_opening(const Tenant& tenant, Instant from) {
  year_month_day day = tenant.zone.to_local(from).date;
  for (int i = 0; i <= opening_search_days; ++i, day = day_after(day)) {
    for (const TimeRange& range : open_ranges(tenant, day)) {
      if (range.end > from) return std::max(range.begin, from);
    }
  }
  return std::nullopt;
}

AreaAnswer covers(const ServiceArea& area, std::string_view zip, std::string_view city) {
  if (area.zips.empty() && area.cities.empty()) return AreaAnswer::Inside;

  const bool zip_listed = !zip.empty() && std::ranges::any_of(area.zips, [&](const auto& pattern) {
    return matches_zip(pattern, zip);
  });
  const bool city_listed = !city.empty() && std::ranges::any_of(area.cities, [&](const auto& name) {
    return lowered(trimmed(name)) == lowered(trimmed(city));
  });
  if (zip_listed || city_listed) return AreaAnswer::Inside;

  // A city that is not listed may still lie in a ZIP code that is, so only the ZIP code can say no
  // where the area has any.
  const bool can_say_no = area.zips.empty() ? !city.empty() : !zip.empty();
  return can_say_no ? AreaAnswer::Outside : AreaAnswer::Unknown;
}

Entitlement entitlement(const Tenant& tenant) {
  const auto degraded = [](std::string_view reason) {
    return Entitlement{.automation = false, .campaigns = false, .reason = reason};
  };
  if (tenant.policies.lockdown) return degraded("lockdown");
  switch (tenant.subscription.state) {
    case SubscriptionState::Canceled:
      return degraded("canceled");
    case SubscriptionState::PastDue:
      return degraded("past_due");
    case SubscriptionState::Trialing:
    case SubscriptionState::Active:
      break;
  }
  return {};
}

std::string_view to_string(AfterHours after_hours) {
  switch (after_hours) {
    case AfterHours::Book:
      return "book";
    case AfterHours::Callback:
      return "callback";
    case AfterHours::Voicemail:
      return "voicemail";
  }
  return "book";
}

std::string_view to_string(SubscriptionState state) {
  switch (state) {
    case SubscriptionState::Trialing:
      return "trialing";
    case SubscriptionState::Active:
      return "active";
    case SubscriptionState::PastDue:
      return "past_due";
    case SubscriptionState::Canceled:
      return "canceled";
  }
  return "trialing";
}

}  // namespace callwright::tenants
