#include "sim/world/calendar_days.h"

#include <vector>

namespace callwright::sim {
namespace {

constexpr Instant first_day = Instant(std::chrono::sys_days(std::chrono::year(2026) / 1 / 5));
constexpr int days = 700;
constexpr Milliseconds one_day = Minutes(24 * 60);
constexpr Milliseconds eve = Minutes(10 * 60);  // So long before the day begins, in UTC.

std::vector<Instant> days_of_change(const Zone& zone) {
  std::vector<Instant> changes;
  for (int day = 0; day < days; ++day) {
    const Instant begin = first_day + day * one_day;
    if (zone.offset_at(begin) != zone.offset_at(begin + one_day)) changes.push_back(begin);
  }
  return changes;
}

}  // namespace

Instant draw_first_moment(Draw draw, const std::string& zone_name, bool clocks_change) {
  const Milliseconds within_day(draw.between(0, one_day.count() - 1));
  const Instant any = first_day + draw.between(0, days - 1) * one_day + within_day;
  if (!clocks_change) return any;
  const auto zone = Zone::find(zone_name);
  ASSERT(zone);
  const std::vector<Instant> changes = days_of_change(*zone);
  return changes.empty() ? any : draw.pick(changes) - eve + within_day / 4;
}

}  // namespace callwright::sim
