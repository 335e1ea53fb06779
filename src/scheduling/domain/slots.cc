#include "scheduling/domain/slots.h"

#include <algorithm>
#include <span>
#include <utility>

namespace callwright::scheduling {
namespace {

using std::chrono::year_month_day;
using tenants::Service;
using tenants::Technician;
using tenants::Tenant;

constexpr Minutes start_grid{30};
constexpr Minutes day_length{24 * 60};

year_month_day day_after(const year_month_day& day) {
  return year_month_day(std::chrono::sys_days(day) + std::chrono::days(1));
}

// A technician who could do the work, and the time that is taken from them, in order and disjoint.
struct Candidate {
  const Technician* technician;
  std::vector<TimeRange> busy;
  Milliseconds load{};           // Of the busy time that is known.
  std::vector<TimeRange> works;  // On the day that is looked at.
  int offered = 0;
};

bool has_skills(const Technician& technician, const Service& service) {
  return std::ranges::all_of(service.skills, [&](const std::string& skill) {
    return std::ranges::find(technician.skills, skill) != technician.skills.end();
  });
}

// In order, with overlaps merged: a calendar that is mirrored from elsewhere may hold some.
std::vector<TimeRange> disjoint(std::vector<TimeRange> ranges) {
  std::ranges::sort(ranges, {}, &TimeRange::begin);
  std::vector<TimeRange> merged;
  for (const TimeRange& range : ranges) {
    if (!merged.empty() && range.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, range.end);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

std::vector<Candidate> candidates(const Tenant& tenant, const Service& service,
                                  const SlotRequest& request, const std::vector<BusyTime>& busy) {
  std::vector<Candidate> able;
  for (const Technician& technician : tenant.technicians) {
    const bool wanted = !request.technician || *request.technician == technician.id;
    if (!technician.active || !wanted || !has_skills(technician, service)) continue;
    Candidate candidate{.technician = &technician};
    for (const BusyTime& taken : busy) {
      if (taken.technician == technician.id) candidate.busy.push_back(taken.blocks);
    }
    candidate.busy = disjoint(std::move(candidate.busy));
    for (const TimeRange& taken : candidate.busy) candidate.load += taken.length();
    able.push_back(std::move(candidate));
  }
  return able;
}

bool ignores_hours(const Tenant& tenant, const SlotRequest& request) {
  return request.emergency && tenant.policies.emergency_visits_any_hour;
}

TimeRange local_day(const Zone& zone, const year_month_day& day) {
  return {.begin = zone.resolve({.date = day, .time_of_day = Minutes(0)}).instant,
          .end = zone.resolve({.date = day, .time_of_day = day_length}).instant};
}

// When the candidate may begin a visit on the day, and go on with it: work that does not stop at
// midnight goes on into the next day.
std::vector<TimeRange> work_of(const Tenant& tenant, const SlotRequest& request,
                               const Candidate& candidate, const year_month_day& day) {
  const TimeRange whole = local_day(tenant.zone, day);
  if (ignores_hours(tenant, request)) {
    return {{.begin = whole.begin, .end = whole.end + tenants::visit_length_max}};
  }
  std::vector<TimeRange> works = tenants::working_ranges(tenant, *candidate.technician, day);
  if (!works.empty() && works.back().end == whole.end) {
    const auto next = tenants::working_ranges(tenant, *candidate.technician, day_after(day));
    if (!next.empty() && next.front().begin == whole.end) works.back().end = next.front().end;
  }
  return works;
}

bool works_during(const Candidate& candidate, const TimeRange& visit) {
  return std::ranges::any_of(candidate.works,
                             [&](const TimeRange& range) { return range.contains(visit); });
}

// Busy ranges are disjoint and in order, so only the first that ends after the blocks begin can
// overlap them.
bool is_free(const Candidate& candidate, const TimeRange& blocks) {
  const auto first = std::ranges::partition_point(
      candidate.busy, [&](const TimeRange& taken) { return taken.end <= blocks.begin; });
  return first == candidate.busy.end() || !first->overlaps(blocks);
}

// The candidate to send: whoever was offered least in this answer, then whoever has least to do,
// then the first on the owner's list.
Candidate* best_free(std::vector<Candidate>& able, const TimeRange& visit,
                     const TimeRange& blocks) {
  Candidate* best = nullptr;
  for (Candidate& candidate : able) {
    if (!works_during(candidate, visit) || !is_free(candidate, blocks)) continue;
    if (best == nullptr ||
        std::pair(candidate.offered, candidate.load) < std::pair(best->offered, best->load)) {
      best = &candidate;
    }
  }
  return best;
}

Instant earliest_start(const Tenant& tenant, const SlotRequest& request, Instant now) {
  return request.emergency ? now : now + tenant.policies.booking_notice;
}

Instant horizon(const Tenant& tenant, Instant now) {
  return now + std::chrono::days(tenant.policies.booking_horizon_days);
}

bool is_excluded(const SlotRequest& request, const TimeRange& visit) {
  return std::ranges::any_of(request.exclude,
                             [&](const TimeRange& range) { return range.overlaps(visit); });
}

// The part of a local day in which anybody works, as times of day on the grid of starts.
std::pair<Minutes, Minutes> grid_of(const Zone& zone, const year_month_day& day,
                                    std::span<const Candidate> able) {
  const TimeRange whole = local_day(zone, day);
  TimeRange anyone{.begin = whole.end, .end = whole.begin};
  for (const Candidate& candidate : able) {
    for (const TimeRange& range : candidate.works) {
      anyone.begin = std::min(anyone.begin, range.begin);
      anyone.end = std::max(anyone.end, std::min(range.end, whole.end));
    }
  }
  if (anyone.empty()) return {Minutes(0), Minutes(0)};
  const Minutes first = zone.to_local(anyone.begin).time_of_day;
  const Minutes last = anyone.end == whole.end ? day_length : zone.to_local(anyone.end).time_of_day;
  return {first - first % start_grid, last};
}

// Adds the slots of one local day, until there are `limit`.
void add_slots_of_day(const Tenant& tenant, const Service& service, const SlotRequest& request,
                      const TimeRange& starts, const year_month_day& day,
                      std::vector<Candidate>& able, std::vector<Slot>& slots, std::size_t limit) {
  for (Candidate& candidate : able) candidate.works = work_of(tenant, request, candidate, day);
  const auto [first, last] = grid_of(tenant.zone, day, able);
  const auto before = std::ssize(slots);
  const auto starts_count = (last - first + start_grid - Minutes(1)) / start_grid;
  for (std::int64_t i = 0; i < starts_count && slots.size() < limit; ++i) {
    const Minutes time = first + start_grid * (request.latest ? starts_count - 1 - i : i);
    const ResolvedTime start = tenant.zone.resolve({.date = day, .time_of_day = time});
    if (start.kind == LocalTimeKind::Skipped || !starts.contains(start.instant)) continue;
    const TimeRange visit = visit_at(start.instant, service, request);
    if (is_excluded(request, visit)) continue;
    const TimeRange blocks = blocked_range(service, visit);
    if (Candidate* chosen = best_free(able, visit, blocks)) {
      ++chosen->offered;
      slots.push_back({.technician = chosen->technician->id, .visit = visit, .blocks = blocks});
    }
  }
  if (request.latest) std::reverse(slots.begin() + before, slots.end());
}

bool is_holiday(const Tenant& tenant, const year_month_day& day) {
  return std::ranges::find(tenant.holidays, day, &tenants::Holiday::date) != tenant.holidays.end();
}

}  // namespace

TimeRange visit_at(Instant start, const Service& service, const SlotRequest& request) {
  return {.begin = start, .end = start + request.duration.value_or(service.duration)};
}

TimeRange blocked_range(const Service& service, TimeRange visit) {
  const Instant begin = visit.begin - service.buffer_before;
  const Instant end = visit.end + service.buffer_after;
  const auto step = std::chrono::duration_cast<Milliseconds>(occupancy_step);
  const auto past_step = [&](Instant instant) { return instant.time_since_epoch() % step; };
  const Milliseconds over = past_step(end);
  return {.begin = begin - past_step(begin),
          .end = over == Milliseconds(0) ? end : end + (step - over)};
}

std::vector<Slot> find_slots(const Tenant& tenant, const std::vector<BusyTime>& busy,
                             const SlotRequest& request, Instant now, int limit) {
  std::vector<Slot> slots;
  const Service* service = tenant.find_service(request.service.text());
  if (service == nullptr || limit <= 0) return slots;
  const TimeRange starts{
      .begin = std::max(request.window.begin, earliest_start(tenant, request, now)),
      .end = std::min(request.window.end, horizon(tenant, now)),
  };
  if (starts.empty()) return slots;
  std::vector<Candidate> able = candidates(tenant, *service, request, busy);
  if (able.empty()) return slots;

  const auto wanted = static_cast<std::size_t>(limit);
  const year_month_day last = tenant.zone.to_local(starts.end).date;
  for (year_month_day day = tenant.zone.to_local(starts.begin).date;
       day <= last && slots.size() < wanted; day = day_after(day)) {
    add_slots_of_day(tenant, *service, request, starts, day, able, slots, wanted);
    if (request.latest && !slots.empty()) break;
  }
  return slots;
}

BookingDecision decide_booking(const Tenant& tenant, const std::vector<BusyTime>& busy,
                               const SlotRequest& request, Instant start, Instant now) {
  const Service* service = tenant.find_service(request.service.text());
  if (service == nullptr) return NotBookable{WhyNot::UnknownService};
  std::vector<Candidate> able = candidates(tenant, *service, request, busy);
  if (able.empty()) return NotBookable{WhyNot::NoTechnician};
  if (start < earliest_start(tenant, request, now)) return NotBookable{WhyNot::TooSoon};
  if (start >= horizon(tenant, now)) return NotBookable{WhyNot::TooFarAhead};

  const TimeRange visit = visit_at(start, *service, request);
  const TimeRange blocks = blocked_range(*service, visit);
  const year_month_day day = tenant.zone.to_local(start).date;
  for (Candidate& candidate : able) candidate.works = work_of(tenant, request, candidate, day);
  if (const Candidate* chosen = best_free(able, visit, blocks)) {
    return Bookable{{.technician = chosen->technician->id, .visit = visit, .blocks = blocks}};
  }
  const bool someone_works = std::ranges::any_of(
      able, [&](const Candidate& candidate) { return works_during(candidate, visit); });
  if (someone_works) return NotBookable{WhyNot::Taken};
  return NotBookable{is_holiday(tenant, day) ? WhyNot::Holiday : WhyNot::OutsideHours};
}

BookingDecision decide_booking(const Tenant& tenant, const std::vector<BusyTime>& busy,
                               const SlotRequest& request, const LocalTime& start, Instant now) {
  const ResolvedTime resolved = tenant.zone.resolve(start);
  if (resolved.kind == LocalTimeKind::Skipped) return NotBookable{WhyNot::SkippedHour};
  return decide_booking(tenant, busy, request, resolved.instant, now);
}

std::string_view to_string(WhyNot why) {
  switch (why) {
    case WhyNot::Taken:
      return "taken";
    case WhyNot::OutsideHours:
      return "outside_hours";
    case WhyNot::Holiday:
      return "holiday";
    case WhyNot::TooSoon:
      return "too_soon";
    case WhyNot::TooFarAhead:
      return "too_far_ahead";
    case WhyNot::NoTechnician:
      return "no_technician";
    case WhyNot::UnknownService:
      return "unknown_service";
    case WhyNot::SkippedHour:
      return "skipped_hour";
  }
  std::unreachable();
}

}  // namespace callwright::scheduling
