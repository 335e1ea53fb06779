#include "scheduling/domain/slots.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace callwright::scheduling {
namespace {

using namespace std::chrono_literals;
using tenants::Service;
using tenants::Technician;
using tenants::Tenant;

Instant at(std::string_view iso) {
  return parse_iso8601(iso).value();
}

const Instant tuesday_ten = at("2026-03-10T10:00:00-05:00");

// Two technicians, weekdays from eight to five in Chicago; drains take an hour with 10 minutes
// before and 20 after, gas needs a skill that only the second has.
Tenant two_technicians() {
  Tenant tenant{.id = TenantId("ten_1"), .zone = Zone::find("America/Chicago").value()};
  for (std::size_t day = 0; day < 5; ++day) tenant.hours[day] = {{8h, 17h}};
  tenant.technicians = {{.id = TechnicianId("ann"), .name = "Ann"},
                        {.id = TechnicianId("bob"), .name = "Bob", .skills = {"gas"}}};
  tenant.services = {{.id = ServiceId("drain"),
                      .name = "drain cleaning",
                      .duration = 60min,
                      .buffer_before = 10min,
                      .buffer_after = 20min},
                     {.id = ServiceId("gas"), .name = "gas line", .skills = {"gas"}}};
  return tenant;
}

SlotRequest request_for(std::string service, Instant from, Instant to) {
  return {.service = ServiceId(std::move(service)), .window = {.begin = from, .end = to}};
}

SlotRequest this_week() {
  return request_for("drain", tuesday_ten, at("2026-03-14T00:00:00-05:00"));
}

BusyTime busy(std::string technician, std::string_view from, std::string_view to) {
  return {.technician = TechnicianId(std::move(technician)),
          .blocks = {.begin = at(from), .end = at(to)}};
}

std::optional<WhyNot> refusal(const BookingDecision& decision) {
  const auto* no = std::get_if<NotBookable>(&decision);
  return no == nullptr ? std::nullopt : std::optional(no->why);
}

TEST(BlockedRange, adds_buffers_and_rounds_outwards_to_five_minutes) {
  const Service service{
      .id = ServiceId("s"), .name = "s", .buffer_before = 7min, .buffer_after = 1min};
  const TimeRange blocks = blocked_range(
      service, {.begin = at("2026-03-10T10:00:00Z"), .end = at("2026-03-10T11:00:00Z")});
  EXPECT_EQ(blocks.begin, at("2026-03-10T09:50:00Z"));
  EXPECT_EQ(blocks.end, at("2026-03-10T11:05:00Z"));
  const Service plain{.id = ServiceId("p"), .name = "p"};
  const TimeRange exact{.begin = at("2026-03-10T10:05:00Z"), .end = at("2026-03-10T10:35:00Z")};
  EXPECT_EQ(blocked_range(plain, exact), exact);
}

TEST(FindSlots, gives_the_earliest_after_the_notice_and_spreads_over_technicians) {
  const Tenant tenant = two_technicians();
  const auto slots = find_slots(tenant, {}, this_week(), tuesday_ten, 3);
  ASSERT_EQ(slots.size(), 3U);
  EXPECT_EQ(slots[0].visit.begin, tuesday_ten + 2h);
  EXPECT_EQ(slots[1].visit.begin, tuesday_ten + 2h + 30min);
  EXPECT_EQ(slots[2].visit.begin, tuesday_ten + 3h);
  EXPECT_EQ(slots[0].technician.text(), "ann");
  EXPECT_EQ(slots[1].technician.text(), "bob");
  EXPECT_EQ(slots[2].technician.text(), "ann");
}

TEST(FindSlots, gives_the_latest_of_the_first_day_that_has_any) {
  SlotRequest request = this_week();
  request.latest = true;
  const auto slots = find_slots(two_technicians(), {}, request, tuesday_ten, 3);
  ASSERT_EQ(slots.size(), 3U);
  EXPECT_EQ(slots[0].visit.begin, at("2026-03-10T15:00:00-05:00"));
  EXPECT_EQ(slots[1].visit.begin, at("2026-03-10T15:30:00-05:00"));
  EXPECT_EQ(slots[2].visit.begin, at("2026-03-10T16:00:00-05:00"));

  const std::vector<BusyTime> taken = {
      busy("ann", "2026-03-10T08:00:00-05:00", "2026-03-10T18:00:00-05:00"),
      busy("bob", "2026-03-10T08:00:00-05:00", "2026-03-10T18:00:00-05:00")};
  const auto next_day = find_slots(two_technicians(), taken, request, tuesday_ten, 1);
  ASSERT_EQ(next_day.size(), 1U);
  EXPECT_EQ(next_day[0].visit.begin, at("2026-03-11T16:00:00-05:00"));
}

TEST(FindSlots, sends_whoever_has_least_to_do) {
  const std::vector<BusyTime> taken = {
      busy("ann", "2026-03-10T08:00:00-05:00", "2026-03-10T09:00:00-05:00")};
  const auto slots = find_slots(two_technicians(), taken, this_week(), tuesday_ten, 1);
  EXPECT_EQ(slots.at(0).technician.text(), "bob");
}

TEST(FindSlots, skips_what_is_excluded_taken_closed_or_beyond_the_horizon) {
  Tenant tenant = two_technicians();
  tenant.technicians.pop_back();
  tenant.policies.booking_horizon_days = 3;
  SlotRequest request = this_week();
  request.exclude = {
      {.begin = at("2026-03-11T00:00:00-05:00"), .end = at("2026-03-12T00:00:00-05:00")}};
  const std::vector<BusyTime> taken = {
      busy("ann", "2026-03-10T12:00:00-05:00", "2026-03-10T17:30:00-05:00"),
      busy("ann", "2026-03-12T08:20:00-05:00", "2026-03-12T16:00:00-05:00")};
  const auto slots = find_slots(tenant, taken, request, tuesday_ten, 4);
  // Thursday from four would have no hour left before five with the ten minutes of way before it.
  ASSERT_EQ(slots.size(), 4U);
  EXPECT_EQ(slots[0].visit.begin, at("2026-03-13T08:00:00-05:00"));
  for (const Slot& slot : slots) EXPECT_LT(slot.visit.begin, tuesday_ten + 72h);
}

TEST(FindSlots, never_offers_an_hour_the_clock_skips) {
  Tenant tenant = two_technicians();
  tenant.hours[6] = {{0h, 6h}};
  const Instant saturday = at("2026-03-07T12:00:00-06:00");
  const auto slots =
      find_slots(tenant, {}, request_for("drain", saturday, saturday + 24h), saturday, 20);
  ASSERT_FALSE(slots.empty());
  for (const Slot& slot : slots) {
    EXPECT_NE(
        std::chrono::floor<std::chrono::hours>(tenant.zone.to_local(slot.visit.begin).time_of_day),
        2h);
  }
  // 00:00 to 05:00 by the half hour, without 02:00 and 02:30.
  EXPECT_EQ(slots.size(), 9U);
}

TEST(FindSlots, a_visit_may_cross_midnight_where_work_goes_on) {
  Tenant tenant = two_technicians();
  for (auto& day : tenant.hours) day = {{0h, 24h}};
  const Instant late = at("2026-03-10T23:30:00-05:00");
  EXPECT_EQ(refusal(decide_booking(tenant, {}, request_for("drain", {}, {}), late, tuesday_ten)),
            std::nullopt);
  tenant.hours[2] = {{1h, 24h}};  // Wednesday.
  EXPECT_EQ(refusal(decide_booking(tenant, {}, request_for("drain", {}, {}), late, tuesday_ten)),
            WhyNot::OutsideHours);
}

TEST(DecideBooking, gives_the_first_reason_that_stands_in_the_way) {
  Tenant tenant = two_technicians();
  tenant.holidays = {{.date = 2026y / 3 / 12, .name = "Founders' day", .hours = {{8h, 9h}}}};
  const std::vector<BusyTime> taken = {
      busy("ann", "2026-03-10T13:00:00-05:00", "2026-03-10T15:00:00-05:00"),
      busy("bob", "2026-03-10T14:00:00-05:00", "2026-03-10T16:00:00-05:00")};
  struct Case {
    std::string service;
    std::string_view start;
    std::optional<WhyNot> why;
  };
  using enum WhyNot;
  for (const Case& test : {
           Case{"roof", "2026-03-10T13:00:00-05:00", UnknownService},
           Case{"drain", "2026-03-10T11:59:00-05:00", TooSoon},
           Case{"drain", "2026-04-09T10:00:00-05:00", TooFarAhead},
           Case{"drain", "2026-03-10T16:01:00-05:00", OutsideHours},
           Case{"drain", "2026-03-11T07:30:00-05:00", OutsideHours},
           Case{"drain", "2026-03-14T10:00:00-05:00", OutsideHours},
           Case{"drain", "2026-03-12T10:00:00-05:00", Holiday},
           Case{"drain", "2026-03-10T14:00:00-05:00", Taken},
           Case{"gas", "2026-03-10T13:30:00-05:00", Taken},
           Case{"drain", "2026-03-10T12:20:00-05:00", std::nullopt},  // With Bob.
           Case{"drain", "2026-03-12T08:00:00-05:00", std::nullopt},
           Case{"gas", "2026-03-10T16:00:00-05:00", std::nullopt},
       }) {
    const auto decision = decide_booking(tenant, taken, request_for(test.service, {}, {}),
                                         at(test.start), tuesday_ten);
    EXPECT_EQ(refusal(decision), test.why) << test.service << " " << test.start;
  }
}

TEST(DecideBooking, asks_for_every_skill_and_for_the_technician_who_was_named) {
  Tenant tenant = two_technicians();
  const Instant one = tuesday_ten + 3h;
  SlotRequest gas = request_for("gas", {}, {});
  EXPECT_EQ(
      std::get<Bookable>(decide_booking(tenant, {}, gas, one, tuesday_ten)).slot.technician.text(),
      "bob");
  gas.technician = TechnicianId("ann");
  EXPECT_EQ(refusal(decide_booking(tenant, {}, gas, one, tuesday_ten)), WhyNot::NoTechnician);
  tenant.technicians[1].active = false;
  EXPECT_EQ(refusal(decide_booking(tenant, {}, request_for("gas", {}, {}), one, tuesday_ten)),
            WhyNot::NoTechnician);
}

TEST(DecideBooking, way_before_and_after_a_visit_is_promised_too) {
  Tenant tenant = two_technicians();
  tenant.technicians.pop_back();
  const std::vector<BusyTime> taken = {
      busy("ann", "2026-03-10T14:00:00-05:00", "2026-03-10T15:00:00-05:00")};
  const auto why = [&](std::string_view start) {
    return refusal(
        decide_booking(tenant, taken, request_for("drain", {}, {}), at(start), tuesday_ten));
  };
  EXPECT_EQ(why("2026-03-10T12:40:00-05:00"), std::nullopt);
  EXPECT_EQ(why("2026-03-10T12:41:00-05:00"), WhyNot::Taken);
  EXPECT_EQ(why("2026-03-10T15:09:00-05:00"), WhyNot::Taken);
  EXPECT_EQ(why("2026-03-10T15:10:00-05:00"), std::nullopt);
}

TEST(DecideBooking, an_emergency_needs_no_notice_but_open_hours_unless_the_owner_said_otherwise) {
  Tenant tenant = two_technicians();
  SlotRequest request = request_for("drain", {}, {});
  request.emergency = true;
  const Instant night = at("2026-03-10T22:14:00-05:00");
  EXPECT_EQ(refusal(decide_booking(tenant, {}, request, tuesday_ten, tuesday_ten)), std::nullopt);
  EXPECT_EQ(refusal(decide_booking(tenant, {}, request, night, night)), WhyNot::OutsideHours);
  tenant.policies.emergency_visits_any_hour = true;
  EXPECT_EQ(refusal(decide_booking(tenant, {}, request, night, night)), std::nullopt);
  EXPECT_EQ(refusal(decide_booking(tenant, {}, request, at("2026-03-10T23:30:00-05:00"), night)),
            std::nullopt);
  request.emergency = false;
  EXPECT_EQ(refusal(decide_booking(tenant, {}, request, night, night - 3h)), WhyNot::OutsideHours);
}

TEST(DecideBooking, tells_when_the_wall_clock_never_shows_the_time) {
  Tenant tenant = two_technicians();
  tenant.hours[6] = {{0h, 6h}};
  const Instant saturday = at("2026-03-07T12:00:00-06:00");
  const auto why = [&](Minutes time) {
    return refusal(decide_booking(tenant, {}, request_for("drain", {}, {}),
                                  LocalTime{.date = 2026y / 3 / 8, .time_of_day = time}, saturday));
  };
  EXPECT_EQ(why(150min), WhyNot::SkippedHour);
  EXPECT_EQ(why(180min), std::nullopt);
}

// Random tenants, calendars and requests: whatever is offered can be promised, and whatever is
// promised keeps every rule.
class RandomPlans : public ::testing::TestWithParam<unsigned> {
 protected:
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }

  Tenant random_tenant() {
    static const std::vector<std::string> zones = {"America/Chicago", "America/New_York",
                                                   "Europe/Berlin",   "Australia/Lord_Howe",
                                                   "Asia/Kathmandu",  "UTC"};
    Tenant tenant{.id = TenantId("ten_1"),
                  .zone = Zone::find(zones[static_cast<std::size_t>(below(6))]).value()};
    for (auto& day : tenant.hours) {
      if (below(4) == 0) continue;
      const Minutes opens(below(20) * 30);
      day = {{opens, opens + Minutes(60 + below(28) * 30)}};
      day[0].closes = std::min(day[0].closes, Minutes(24 * 60));
    }
    for (int i = 0; i < 1 + below(4); ++i) {
      Technician technician{.id = TechnicianId("t" + std::to_string(i)), .name = "T"};
      if (below(2) == 0) technician.skills = {"gas"};
      if (below(5) == 0) technician.active = false;
      if (below(3) == 0) technician.hours = tenant.hours;
      tenant.technicians.push_back(std::move(technician));
    }
    tenant.services = {{.id = ServiceId("s"),
                        .name = "s",
                        .duration = Minutes(5 + below(40) * 7),
                        .buffer_before = Minutes(below(50)),
                        .buffer_after = Minutes(below(50))}};
    if (below(2) == 0) tenant.services[0].skills = {"gas"};
    tenant.policies.booking_notice = Minutes(below(600));
    tenant.policies.booking_horizon_days = 1 + below(20);
    return tenant;
  }

  std::mt19937 random_{GetParam()};
};

TEST_P(RandomPlans, never_overlap_and_keep_hours_notice_horizon_and_skills) {
  const Tenant tenant = random_tenant();
  const Service& service = tenant.services[0];
  // Within two weeks of a change of the clocks.
  const Instant now = at("2026-03-01T00:00:00Z") + Minutes(below(60 * 24 * 40));
  const SlotRequest request{
      .service = service.id,
      .window = {.begin = now, .end = now + std::chrono::days(1 + below(12))}};
  std::vector<BusyTime> taken;
  for (int booked = 0; booked < 60; ++booked) {
    const auto slots = find_slots(tenant, taken, request, now, 1 + below(5));
    if (slots.empty()) break;
    const Slot& wish = slots[static_cast<std::size_t>(below(static_cast<int>(slots.size())))];
    const auto decision = decide_booking(tenant, taken, request, wish.visit.begin, now);
    ASSERT_TRUE(std::holds_alternative<Bookable>(decision)) << to_string(*refusal(decision));
    const Slot& slot = std::get<Bookable>(decision).slot;

    const Technician& technician = *tenant.find_technician(slot.technician);
    const LocalTime local = tenant.zone.to_local(slot.visit.begin);
    ASSERT_TRUE(technician.active);
    ASSERT_TRUE(service.skills.empty() || technician.skills == service.skills);
    ASSERT_GE(slot.visit.begin, now + tenant.policies.booking_notice);
    ASSERT_LT(slot.visit.begin, now + std::chrono::days(tenant.policies.booking_horizon_days));
    ASSERT_TRUE(request.window.contains(slot.visit.begin));
    ASSERT_EQ(local.time_of_day % 30min, 0min);
    for (Instant minute = slot.visit.begin; minute < slot.visit.end; minute += 1min) {
      ASSERT_TRUE(
          std::ranges::any_of(working_ranges(tenant, technician, tenant.zone.to_local(minute).date),
                              [&](const TimeRange& range) { return range.contains(minute); }));
    }
    ASSERT_TRUE(slot.blocks.contains(slot.visit));
    ASSERT_GE(slot.visit.begin - slot.blocks.begin, service.buffer_before);
    ASSERT_GE(slot.blocks.end - slot.visit.end, service.buffer_after);
    ASSERT_EQ(slot.blocks.begin.time_since_epoch() % occupancy_step, 0ms);
    ASSERT_EQ(slot.blocks.end.time_since_epoch() % occupancy_step, 0ms);
    for (const BusyTime& other : taken) {
      ASSERT_FALSE(other.technician == slot.technician && other.blocks.overlaps(slot.blocks));
    }
    taken.push_back({.technician = slot.technician, .blocks = slot.blocks});
  }
}

TEST_P(RandomPlans, find_nothing_only_where_no_start_on_the_grid_can_be_booked) {
  const Tenant tenant = random_tenant();
  const Instant now = at("2026-03-06T00:00:00Z") + Minutes(below(60 * 24 * 5));
  const SlotRequest request{.service = tenant.services[0].id,
                            .window = {.begin = now, .end = now + std::chrono::days(3)}};
  std::vector<BusyTime> taken;
  for (int i = 0; i < 12; ++i) {
    const Instant begin = now + Minutes(below(3 * 24 * 60));
    taken.push_back({.technician = tenant.technicians[0].id,
                     .blocks = {.begin = begin, .end = begin + Minutes(below(300))}});
  }
  std::vector<Instant> bookable;
  for (Instant start = now; start < request.window.end; start += 1min) {
    const LocalTime local = tenant.zone.to_local(start);
    const ResolvedTime resolved = tenant.zone.resolve(local);
    if (local.time_of_day % 30min != 0min || resolved.instant != start) continue;
    if (std::holds_alternative<Bookable>(decide_booking(tenant, taken, request, start, now))) {
      bookable.push_back(start);
    }
  }
  std::vector<Instant> offered;
  for (const Slot& slot : find_slots(tenant, taken, request, now, 10'000)) {
    offered.push_back(slot.visit.begin);
  }
  EXPECT_EQ(offered, bookable);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomPlans, ::testing::Range(0U, 200U));

}  // namespace
}  // namespace callwright::scheduling
