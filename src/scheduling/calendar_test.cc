#include "scheduling/calendar.h"

#include <gtest/gtest.h>

#include <random>

#include "support/calendar_test.h"

namespace callwright::scheduling {
namespace {

using namespace std::chrono_literals;
using tenants::Tenant;
using tests::one_of_each_engine;
using tests::store_name;

TEST_P(CalendarTest, a_booked_visit_is_on_the_calendar_as_it_was_asked_for) {
  const BookingAnswer answer = book(request("k", one));
  const Appointment& booked = std::get<Booked>(answer).appointment;
  EXPECT_EQ(appointment(booked.id), booked);
  EXPECT_EQ(booked.visit, (TimeRange{one, one + 1h}));
  EXPECT_EQ(booked.address.street, "1204 Oak Street");
  EXPECT_EQ(booked.phone->e164(), "+15550100130");
  EXPECT_EQ(booked.notes, "clogged");
  EXPECT_EQ(booked.created_at, tuesday_ten);
  EXPECT_EQ(read([&](db::Transaction& tx) {
              return calendar_.upcoming(tx, tenant_.id, customer_);
            }).size(),
            1U);
  expect_occupancy_is_that_of_live_visits();
}

TEST_P(CalendarTest, the_same_request_gives_the_same_visit) {
  const BookingAnswer first = book(request("k", one));
  const BookingAnswer again = book(request("k", one + 1h));
  EXPECT_EQ(std::get<Booked>(first).appointment, std::get<Booked>(again).appointment);
  EXPECT_EQ(all().size(), 1U);
}

TEST_P(CalendarTest, no_receipt_is_given_again_once_the_visit_is_off) {
  const AppointmentId id = std::get<Booked>(book(request("k", one))).appointment.id;
  cancel(id);
  const auto again = database_->write([&](db::Transaction& tx) {
    return calendar_.book(tx, tenant_, request("k", one), caller, correlation);
  });
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error().code, ErrorCode::Conflict);
}

TEST_P(CalendarTest, the_next_technician_goes_when_the_first_is_taken_and_then_nobody) {
  EXPECT_EQ(std::get<Booked>(book(request("a", one))).appointment.technician.text(), "ann");
  EXPECT_EQ(std::get<Booked>(book(request("b", one))).appointment.technician.text(), "bob");
  EXPECT_EQ(std::get<Refused>(book(request("c", one))).why, WhyNot::Taken);
  EXPECT_EQ(all().size(), 2U);
  expect_occupancy_is_that_of_live_visits();
}

TEST_P(CalendarTest, a_refusal_writes_nothing) {
  EXPECT_EQ(std::get<Refused>(book(request("a", tuesday_ten))).why, WhyNot::TooSoon);
  EXPECT_EQ(std::get<Refused>(book(request("b", one + 9h))).why, WhyNot::OutsideHours);
  EXPECT_TRUE(all().empty());
  EXPECT_EQ(audit().size(), 1U);  // The customer's.
}

TEST_P(CalendarTest, says_whether_a_start_can_be_had_without_taking_it) {
  const auto why_not = [&](Instant start) -> std::optional<WhyNot> {
    const SlotRequest request{.service = ServiceId("drain")};
    const BookingDecision decision =
        read([&](db::Transaction& tx) { return calendar_.check(tx, tenant_, request, start); });
    const auto* no = std::get_if<NotBookable>(&decision);
    return no == nullptr ? std::nullopt : std::optional(no->why);
  };
  EXPECT_EQ(why_not(one), std::nullopt);
  EXPECT_EQ(why_not(one), std::nullopt);
  book(request("a", one));
  book(request("b", one));
  EXPECT_EQ(why_not(one), WhyNot::Taken);
  EXPECT_EQ(why_not(tuesday_ten), WhyNot::TooSoon);
}

TEST_P(CalendarTest, time_that_was_taken_behind_the_rules_is_still_refused) {
  // Held in the schema alone: whatever the decision believes, the key has the last word.
  write([&](db::Transaction& tx) {
    return tx.execute(
        "INSERT INTO occupancy (tenant_id, technician_id, bucket, appointment_id) "
        "VALUES ('ten_1', 'ann', ?, 'x'), ('ten_1', 'bob', ?, 'y')",
        to_ms(one + 30min) / 300'000, to_ms(one + 30min) / 300'000);
  });
  EXPECT_EQ(std::get<Refused>(book(request("a", one))).why, WhyNot::Taken);
  EXPECT_TRUE(all().empty());
  EXPECT_EQ(audit().size(), 1U);
  const std::int64_t held =
      read([&](db::Transaction& tx) { return tx.query("SELECT COUNT(*) FROM occupancy"); })
          .front()
          .integer(0);
  EXPECT_EQ(held, 2);
}

TEST_P(CalendarTest, a_move_keeps_the_id_and_frees_the_old_time) {
  const Appointment booked = std::get<Booked>(book(request("k", one))).appointment;
  const Moved moved = std::get<Moved>(move(booked.id, one + 30min));  // Overlaps its own old time.
  EXPECT_EQ(moved.before, booked);
  EXPECT_EQ(moved.after.id, booked.id);
  EXPECT_EQ(moved.after.technician, booked.technician);
  EXPECT_EQ(moved.after.visit, (TimeRange{one + 30min, one + 90min}));
  EXPECT_EQ(appointment(booked.id), moved.after);
  expect_occupancy_is_that_of_live_visits();
}

TEST_P(CalendarTest, a_move_that_cannot_be_leaves_the_visit_where_it_was) {
  const Appointment booked = std::get<Booked>(book(request("k", one))).appointment;
  place(placed("apt_a", "ann", {one + 2h, one + 3h}));
  place(placed("apt_b", "bob", {one + 2h, one + 3h}));
  EXPECT_EQ(std::get<Refused>(move(booked.id, one + 2h)).why, WhyNot::Taken);
  EXPECT_EQ(std::get<Refused>(move(booked.id, one + 12h)).why, WhyNot::OutsideHours);
  EXPECT_EQ(appointment(booked.id), booked);
  expect_occupancy_is_that_of_live_visits();
}

TEST_P(CalendarTest, a_move_goes_to_another_technician_rather_than_nowhere) {
  const Appointment booked = std::get<Booked>(book(request("k", one))).appointment;
  place(placed("apt_a", "ann", {one + 2h, one + 3h}));
  EXPECT_EQ(std::get<Moved>(move(booked.id, one + 2h)).after.technician.text(), "bob");
  expect_occupancy_is_that_of_live_visits();
}

TEST_P(CalendarTest, a_move_keeps_the_length_that_was_given) {
  place(placed("apt_long", "ann", {one, one + 150min}));
  const Moved moved = std::get<Moved>(move(AppointmentId("apt_long"), one + 30min));
  EXPECT_EQ(moved.after.visit.length(), 150min);
}

TEST_P(CalendarTest, cancelling_frees_the_time_once) {
  const Appointment booked = std::get<Booked>(book(request("k", one))).appointment;
  EXPECT_EQ(std::get<Cancelled>(cancel(booked.id)).appointment.status,
            AppointmentStatus::Cancelled);
  EXPECT_TRUE(std::holds_alternative<NoSuchVisit>(cancel(booked.id)));
  EXPECT_TRUE(std::holds_alternative<NoSuchVisit>(move(booked.id, one + 1h)));
  EXPECT_TRUE(std::holds_alternative<NoSuchVisit>(cancel(AppointmentId("apt_none"))));
  EXPECT_TRUE(read([&](db::Transaction& tx) {
                return calendar_.upcoming(tx, tenant_.id, customer_);
              }).empty());
  EXPECT_EQ(std::get<Booked>(book(request("l", one))).appointment.technician, booked.technician);
  expect_occupancy_is_that_of_live_visits();
}

TEST_P(CalendarTest, a_visit_that_is_a_fact_is_placed_once_and_only_where_it_is_free) {
  const PlacedVisit visit = placed("apt_night", "ann", {one + 12h, one + 13h});
  EXPECT_TRUE(std::holds_alternative<Booked>(place(visit)));
  EXPECT_TRUE(std::holds_alternative<Booked>(place(visit)));
  EXPECT_EQ(std::get<Refused>(place(placed("apt_x", "ann", {one + 13h + 15min, one + 14h}))).why,
            WhyNot::Taken);
  EXPECT_EQ(all().size(), 1U);
  PlacedVisit over = placed("apt_over", "ann", {one + 12h, one + 13h});
  over.appointment.status = AppointmentStatus::Completed;
  EXPECT_TRUE(std::holds_alternative<Booked>(place(over)));
  expect_occupancy_is_that_of_live_visits();
}

TEST_P(CalendarTest, every_change_is_in_the_audit_with_before_and_after) {
  const AppointmentId id = std::get<Booked>(book(request("k", one))).appointment.id;
  move(id, one + 1h);
  cancel(id);
  std::vector<std::string> actions;
  for (const auto& entry : audit()) {
    actions.push_back(entry.action);
    EXPECT_EQ(entry.actor, "caller:cnv_1");
  }
  EXPECT_EQ(actions, (std::vector<std::string>{"customer.created", "appointment.booked",
                                               "appointment.moved", "appointment.cancelled"}));
  const auto entries = audit();
  EXPECT_TRUE(entries[1].before.is_null());
  EXPECT_EQ(entries[2].before["start"], Json("2026-03-10T13:00:00-05:00"));
  EXPECT_EQ(entries[2].after["start"], Json("2026-03-10T14:00:00-05:00"));
  EXPECT_EQ(entries[3].after["status"], Json("cancelled"));
  EXPECT_EQ(read([&](db::Transaction& tx) { return audit_.verify(tx, tenant_.id); }), "");
}

TEST_P(CalendarTest, slots_that_are_offered_are_free_and_found_beyond_a_full_week) {
  for (int day = 0; day < 12; ++day) {
    for (const char* technician : {"ann", "bob"}) {
      const Instant morning = tuesday_ten - 2h + std::chrono::days(day);
      place(placed("apt_" + std::to_string(day) + technician, technician, {morning, morning + 9h}));
    }
  }
  const auto slots = find_slots({tuesday_ten, tuesday_ten + std::chrono::days(20)}, 3);
  ASSERT_EQ(slots.size(), 3U);
  EXPECT_EQ(slots[0].visit.begin, tuesday_ten - 2h + std::chrono::days(13));  // A Monday.
  EXPECT_TRUE(find_slots({tuesday_ten, tuesday_ten + std::chrono::days(6)}, 3).empty());
}

TEST_P(CalendarTest, between_gives_what_touches_the_range_cancelled_visits_included) {
  const AppointmentId id = std::get<Booked>(book(request("k", one))).appointment.id;
  cancel(id);
  const auto between = [&](Instant begin, Instant end) {
    return read(
               [&](db::Transaction& tx) { return calendar_.between(tx, tenant_.id, {begin, end}); })
        .size();
  };
  EXPECT_EQ(between(one + 59min, one + 3h), 1U);
  EXPECT_EQ(between(one - 3h, one + 1min), 1U);
  EXPECT_EQ(between(one + 1h, one + 3h), 0U);
  EXPECT_EQ(between(one - 3h, one), 0U);
}

TEST_P(CalendarTest, tenants_hold_time_apart_and_see_nothing_of_each_other) {
  const AppointmentId id = std::get<Booked>(book(request("k", one))).appointment.id;
  const Tenant mine = tenant_;
  tenant_.id = TenantId("ten_2");
  customer_ = make_customer();
  EXPECT_EQ(std::get<Booked>(book(request("k", one))).appointment.technician.text(), "ann");
  EXPECT_TRUE(std::holds_alternative<NoSuchVisit>(cancel(id)));
  EXPECT_EQ(all().size(), 1U);
  tenant_ = mine;
  EXPECT_EQ(all().size(), 1U);
}

TEST_P(CalendarTest, no_order_of_changes_lets_visits_overlap_or_rows_stray) {
  for (unsigned seed = 0; seed < 8; ++seed) {
    std::mt19937 random(seed);
    const auto below = [&](int bound) {
      return static_cast<int>(random() % static_cast<unsigned>(bound));
    };
    std::vector<AppointmentId> ids;
    for (int step = 0; step < 40; ++step) {
      const Instant start = tuesday_ten + std::chrono::days(below(3)) + Minutes(below(80) * 7);
      const std::string name = std::to_string(seed) + "_" + std::to_string(step);
      const int what = below(10);
      if (what < 5 || ids.empty()) {
        const BookingAnswer answer = book(request(name, start));
        if (const auto* booked = std::get_if<Booked>(&answer))
          ids.push_back(booked->appointment.id);
      } else if (what < 7) {
        move(ids[static_cast<std::size_t>(below(static_cast<int>(ids.size())))], start);
      } else if (what < 8) {
        cancel(ids[static_cast<std::size_t>(below(static_cast<int>(ids.size())))]);
      } else {
        place(placed("apt_" + name, below(2) == 0 ? "ann" : "bob", {start, start + 1h}));
      }
    }
    expect_occupancy_is_that_of_live_visits();
  }
}

INSTANTIATE_TEST_SUITE_P(Stores, CalendarTest, ::testing::ValuesIn(one_of_each_engine()),
                         store_name);

}  // namespace
}  // namespace callwright::scheduling
