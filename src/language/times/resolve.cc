#include "language/times/resolve.h"

#include <algorithm>

#include "language/times/choice.h"

namespace callwright::language {
namespace {

using std::chrono::days;

constexpr days open_end_max{14};      // How far "after Friday" and "any day but Monday" reach.
constexpr days parts_listed_max{14};  // Longer stretches are not cut into mornings.
constexpr Minutes end_of_day = std::chrono::hours(24);

struct Moment {
  Day day;
  Minutes of_day{};
};

// A stretch of the day, from a clock, a part of the day or both.
struct Hours {
  Minutes begin{};
  Minutes end = end_of_day;
  bool instant = false;
  bool open_begin = false;  // "Before ten": from now on, where that is today.
  Minutes gap_begin{};      // What lies between is not wanted.
  Minutes gap_end{};
};

class Resolver {
 public:
  Resolver(std::span<const Phrase> phrases, const Context& context)
      : phrases_(phrases),
        zone_(context.zone),
        now_(context.reference_time),
        local_now_(context.zone.to_local(context.reference_time)),
        today_(local_now_.date),
        day_in_talk_(context.day_in_talk.value_or(now_)),
        choice_(choose(phrases, today_)),
        clock_(choice_.clock_reading()),
        part_(choice_.part_reading()),
        days_(choice_.days) {}

  std::optional<TimeReading> resolve() {
    TimeReading reading;
    reading.asap = choice_.asap;
    if (choice_.from_now != nullptr) {
      resolve_from_now(reading);
    } else if (days_ || clock_ != nullptr || part_ != nullptr) {
      if (!resolve_day_and_hours(reading)) return std::nullopt;
      extend(reading);
    } else if (choice_.sweeping_denial) {
      reading.kind = TimeReading::Kind::Window;
      reading.begin = now_;
      reading.end = at({today_ + open_end_max, Minutes(0)});
    }
    add_exclusions(reading);
    if (reading.kind == TimeReading::Kind::None) {
      if (!reading.asap && reading.exclude.empty()) return std::nullopt;
      reading.begin = reading.end = now_;
    }
    return reading;
  }

 private:
  Instant at(const Moment& moment) const {
    const Day day = moment.day + days(moment.of_day / end_of_day);
    const LocalTime local{.date = day, .time_of_day = moment.of_day % end_of_day};
    return zone_.resolve(local).instant;
  }

  void resolve_from_now(TimeReading& reading) const {
    const Instant then = now_ + choice_.from_now->length;
    reading.kind =
        choice_.from_now->within ? TimeReading::Kind::Window : TimeReading::Kind::Instant;
    reading.begin = choice_.from_now->within ? now_ : then;
    reading.end = then;
    reading.asap = reading.asap || choice_.from_now->length == Minutes(0);
  }

  // "For two hours starting at ten", "for ten days from the 18th".
  void extend(TimeReading& reading) const {
    if (choice_.lasting == nullptr) return;
    const DurationReading& duration = choice_.lasting->duration;
    const LocalTime begin = zone_.to_local(reading.begin);
    if (reading.kind == TimeReading::Kind::Instant) {
      reading.kind = TimeReading::Kind::Window;
      reading.end = duration.of_clock()
                        ? reading.begin + duration.length()
                        : at({later_by(Day(begin.date), duration), begin.time_of_day});
    } else if (reading.kind == TimeReading::Kind::Date && !duration.of_clock() &&
               duration.count > 1) {
      reading.kind = TimeReading::Kind::Window;
      reading.end = at({later_by(Day(begin.date), duration), Minutes(0)});
    }
  }

  // The hours said, were the visit on `day`; none when nothing was said of them.
  std::optional<Hours> hours_on(Day day) const {
    const Half hint = part_ != nullptr ? part_->half : Half::Unsaid;
    if (clock_ == nullptr) {
      if (part_ == nullptr) return std::nullopt;
      Hours hours{.begin = part_->begin, .end = part_->end};
      apply_bound(hours, choice_.part->bound);
      return hours;
    }
    Hours hours = clock_hours(day, hint);
    const bool point = hours.instant;
    apply_bound(hours, choice_.clock->bound);
    if (choice_.other_bound != nullptr && point) {
      Hours other{.begin = choice_.other_bound->as<ClockReading>()->begin.of_day(hint),
                  .instant = true};
      other.end = other.begin;
      apply_bound(other, choice_.other_bound->bound);
      if (hours.end <= other.begin || other.end <= hours.begin) {
        // "Before ten or after three": the day without what lies between.
        hours.gap_begin = std::min(hours.end, other.end);
        hours.gap_end = std::max(hours.begin, other.begin);
        hours.begin = Minutes(0);
        hours.end = end_of_day;
        return hours;
      }
      hours.begin = std::max(hours.begin, other.begin);
      hours.end = std::min(hours.end, other.end);
      hours.open_begin = hours.open_begin && other.open_begin;
    } else if (part_ != nullptr && choice_.clock->bound != Bound::None) {
      hours.begin = std::max(hours.begin, part_->begin);
      if (part_->end > hours.begin) hours.end = std::min(hours.end, part_->end);
      hours.open_begin = false;
    }
    return hours;
  }

  Hours clock_hours(Day day, Half hint) const {
    const Clock& first = clock_->begin;
    Minutes begin = first.of_day(hint);
    if (clock_->end) return clock_range(hint);
    const bool passed = day == today_ && begin <= local_now_.time_of_day;
    const bool open = first.half == Half::Unsaid && hint == Half::Unsaid && !first.exact;
    // "Today at nine", said at two, is this evening.
    if (passed && open && days_ && begin < Minutes(12 * 60)) begin += Minutes(12 * 60);
    if (clock_->length) return {.begin = begin, .end = begin + *clock_->length};
    return {.begin = begin, .end = begin, .instant = true};
  }

  // "Ten to two": what the second clock says of its half may hold for the first.
  Hours clock_range(Half hint) const {
    Clock first = clock_->begin;
    Clock second = *clock_->end;
    if (first.half == Half::Unsaid && hint == Half::Unsaid && second.half != Half::Unsaid) {
      Clock same = first;
      same.half = second.half;
      if (same.of_day() < second.of_day()) first = same;
    }
    const Minutes begin = first.of_day(hint);
    Minutes end = second.of_day(hint);
    const bool unsaid = second.half == Half::Unsaid && !second.exact;
    if (unsaid && end <= begin) end += Minutes(12 * 60);
    if (unsaid && end - begin > Minutes(12 * 60)) end -= Minutes(12 * 60);
    if (end <= begin) end += end_of_day;
    return {.begin = begin, .end = end};
  }

  static void apply_bound(Hours& hours, Bound bound) {
    switch (bound) {
      case Bound::None:
        return;
      case Bound::Before:
        hours.end = hours.begin;
        hours.begin = Minutes(0);
        hours.open_begin = true;
        break;
      case Bound::By:
        hours.begin = Minutes(0);
        hours.open_begin = true;
        break;
      case Bound::After:
        hours.begin = hours.end;
        hours.end = end_of_day;
        break;
      case Bound::From:
        hours.end = end_of_day;
        break;
    }
    hours.instant = false;
  }

  // The first day on which the hours are still to come.
  Day day_for(const Hours& hours) const {
    // A range of hours that has begun is the next day's; what is left of a morning is still a
    // morning.
    const bool range = clock_ != nullptr && !hours.open_begin;
    const bool over = hours.instant ? at({today_, hours.begin}) <= now_
                                    : at({today_, range ? hours.begin : hours.end}) < now_ ||
                                          at({today_, hours.end}) <= now_;
    return over ? today_ + days(1) : today_;
  }

  // "Thursday" - "In the morning": Thursday's, unless that is over.
  Day day_of(const Hours& hours) const {
    const Day day(zone_.to_local(day_in_talk_).date);
    return day == today_ || at({day, hours.end}) <= now_ ? day_for(hours) : day;
  }

  bool resolve_day_and_hours(TimeReading& reading) {
    const bool part_is_today = part_ != nullptr && part_->today && !days_;
    if (part_is_today) days_ = one_day(today_);
    if (!days_) {
      const auto hours = hours_on(today_);
      return set_hours(reading, day_of(*hours), *hours) && reading.end >= now_;
    }
    const auto hours = hours_on(days_->begin);
    const Bound bound = choice_.days_bound;
    if (bound != Bound::None) return set_bounded_days(reading, bound, hours);
    if (hours && (days_->single() || (hours->instant && choice_.named.size() > 1)))
      return set_hours(reading, days_->begin, *hours);
    return set_days(reading, hours);
  }

  bool set_hours(TimeReading& reading, Day day, const Hours& hours) const {
    reading.begin = at({day, hours.begin});
    reading.end = at({day, hours.end});
    if (hours.instant) {
      reading.kind = TimeReading::Kind::Instant;
      return reading.begin >= now_;
    }
    reading.kind = TimeReading::Kind::Window;
    if (hours.gap_begin < hours.gap_end) {
      reading.exclude.push_back(
          {.begin = at({day, hours.gap_begin}), .end = at({day, hours.gap_end})});
    }
    if (reading.begin < now_) reading.begin = now_;
    return reading.begin < reading.end;
  }

  bool set_days(TimeReading& reading, const std::optional<Hours>& hours) const {
    reading.begin = at({days_->begin, Minutes(0)});
    reading.end = at({days_->end, Minutes(0)});
    if (days_->single()) {
      reading.kind = TimeReading::Kind::Date;
      return reading.end > now_;
    }
    reading.kind = TimeReading::Kind::Window;
    exclude_unnamed_days(reading);
    if (hours && !hours->instant && days_->end - days_->begin <= parts_listed_max)
      exclude_other_hours(reading, *hours);
    if (reading.begin < now_) reading.begin = now_;
    return reading.begin < reading.end;
  }

  // "Monday or Thursday": not the days in between.
  void exclude_unnamed_days(TimeReading& reading) const {
    if (choice_.named.size() < 2) return;
    for (Day day = days_->begin; day < days_->end; day += days(1)) {
      const bool named =
          std::ranges::any_of(choice_.named, [&](const Days& some) { return some.contains(day); });
      if (!named) exclude(reading, one_day(day));
    }
  }

  // "Mornings next week": not its afternoons and nights.
  void exclude_other_hours(TimeReading& reading, const Hours& hours) const {
    const Day first = std::max(days_->begin, day_for(hours));
    reading.begin = at({first, hours.begin});
    reading.end = at({days_->end - days(1), hours.end});
    for (Day day = first; day + days(1) < days_->end; day += days(1)) {
      reading.exclude.push_back(
          {.begin = at({day, hours.end}), .end = at({day + days(1), hours.begin})});
    }
  }

  bool set_bounded_days(TimeReading& reading, Bound bound,
                        const std::optional<Hours>& hours) const {
    reading.kind = TimeReading::Kind::Window;
    const Minutes hour = hours ? hours->begin : Minutes(0);
    switch (bound) {
      case Bound::None:
        break;
      case Bound::Before:
        reading.begin = now_;
        reading.end = at({days_->begin, hour});
        break;
      case Bound::By:
        reading.begin = now_;
        reading.end = hours ? at({days_->end - days(1), hour}) : at({days_->end, Minutes(0)});
        break;
      case Bound::After:
        reading.begin =
            hours ? std::max(now_, at({days_->begin, hour})) : at({days_->end, Minutes(0)});
        reading.end = at({days_->end + open_end_max, Minutes(0)});
        break;
      case Bound::From:
        reading.begin = std::max(now_, at({days_->begin, hour}));
        reading.end = at({days_->begin + open_end_max, Minutes(0)});
        break;
    }
    return reading.begin < reading.end;
  }

  void exclude(TimeReading& reading, const Days& some) const {
    reading.exclude.push_back(
        {.begin = at({some.begin, Minutes(0)}), .end = at({some.end, Minutes(0)})});
  }

  void add_exclusions(TimeReading& reading) const {
    const Day horizon = reading.kind == TimeReading::Kind::Window
                            ? Day(zone_.to_local(reading.end).date) + days(1)
                            : today_ + open_end_max;
    for (const Phrase& phrase : phrases_) {
      if (!phrase.denied || phrase.past) continue;
      if (const auto* const denied = phrase.as<DaysReading>()) {
        exclude_days(reading, *denied, phrase.recurring, horizon);
      } else if (const auto* const part = phrase.as<PartReading>()) {
        exclude_part(reading, *part, horizon);
      } else if (const auto* const clock = phrase.as<ClockReading>();
                 clock != nullptr && clock->end) {
        exclude_hours(reading, *clock);
      }
    }
    merge(reading.exclude);
  }

  // A day that is refused matters where it lies in what was asked for, or where nothing was. A
  // weekday is that of the week asked for: "next week, but not Wednesday".
  void exclude_days(TimeReading& reading, const DaysReading& denied, bool recurring,
                    Day horizon) const {
    const bool window = reading.kind == TimeReading::Kind::Window;
    if (!window && reading.kind != TimeReading::Kind::None) return;
    Days days_off = denied.days;
    for (;;) {
      const TimeRange range{.begin = at({days_off.begin, Minutes(0)}),
                            .end = at({days_off.end, Minutes(0)})};
      const bool counts = !window || range.overlaps({.begin = reading.begin, .end = reading.end});
      if (counts) reading.exclude.push_back(range);
      days_off = {.begin = days_off.begin + days(7), .end = days_off.end + days(7)};
      const bool again = recurring || (window && denied.weekday && !counts);
      if (!again || days_off.begin >= horizon) return;
    }
  }

  // "Tomorrow, except between twelve and one".
  void exclude_hours(TimeReading& reading, const ClockReading& clock) const {
    const Day day(zone_.to_local(reading.begin).date);
    const TimeRange range{.begin = at({day, clock.begin.of_day()}),
                          .end = at({day, clock.end->of_day()})};
    if (!range.empty() && range.overlaps({.begin = reading.begin, .end = reading.end}))
      reading.exclude.push_back(range);
  }

  static void merge(std::vector<TimeRange>& ranges) {
    std::ranges::sort(ranges, {}, &TimeRange::begin);
    std::vector<TimeRange> merged;
    for (const TimeRange& range : ranges) {
      if (!merged.empty() && range.begin < merged.back().end) {
        merged.back().end = std::max(merged.back().end, range.end);
      } else {
        merged.push_back(range);
      }
    }
    ranges = std::move(merged);
  }

  void exclude_part(TimeReading& reading, const PartReading& part, Day horizon) const {
    const bool window = reading.kind == TimeReading::Kind::Window;
    const bool date = reading.kind == TimeReading::Kind::Date;
    if (reading.kind == TimeReading::Kind::Instant) return;
    const Day first = window || date ? Day(zone_.to_local(reading.begin).date) : today_;
    const Day last = date ? first + days(1) : horizon;
    const Minutes begin = part.half == Half::Morning ? Minutes(0) : part.begin;
    for (Day day = first; day < last && day < first + open_end_max; day += days(1)) {
      const TimeRange range{.begin = at({day, begin}), .end = at({day, part.end})};
      if (reading.kind == TimeReading::Kind::None ||
          range.overlaps({.begin = reading.begin, .end = reading.end})) {
        reading.exclude.push_back(range);
      }
      if (part.today) break;
    }
  }

  std::span<const Phrase> phrases_;
  const Zone& zone_;
  Instant now_;
  LocalTime local_now_;
  Day today_;
  Instant day_in_talk_;  // Now, where no day is talked of.

  const Choice choice_;
  const ClockReading* clock_;
  const PartReading* part_;
  std::optional<Days> days_;
};

}  // namespace

std::optional<TimeReading> resolve_times(std::span<const Phrase> phrases, const Context& context) {
  return Resolver(phrases, context).resolve();
}

}  // namespace callwright::language
