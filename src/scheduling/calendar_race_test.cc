#include <gtest/gtest.h>

#include <latch>
#include <set>
#include <thread>

#include "support/calendar_test.h"

namespace callwright::scheduling {
namespace {

using namespace std::chrono_literals;
using tests::one_shared_of_each_engine;
using tests::store_name;

class CalendarRace : public CalendarTest {};

TEST_P(CalendarRace, of_fifty_callers_who_want_one_slot_one_gets_it) {
  constexpr int callers = 50;
  tenant_.technicians.pop_back();
  std::latch start(callers);
  std::vector<std::optional<BookingAnswer>> answers(callers);
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < callers; ++i) {
      threads.emplace_back([&, i] {
        start.arrive_and_wait();
        answers[static_cast<std::size_t>(i)] = book(request("k" + std::to_string(i), one));
      });
    }
  }
  int booked = 0;
  for (const auto& answer : answers) {
    ASSERT_TRUE(answer.has_value());
    if (std::holds_alternative<Booked>(*answer)) {
      ++booked;
    } else {
      EXPECT_EQ(std::get<Refused>(*answer).why, WhyNot::Taken);
    }
  }
  EXPECT_EQ(booked, 1);
  EXPECT_EQ(all().size(), 1U);
  expect_occupancy_is_that_of_live_visits();
}

TEST_P(CalendarRace, one_request_that_arrives_many_times_at_once_makes_one_visit) {
  constexpr int deliveries = 16;
  std::latch start(deliveries);
  std::vector<std::string> ids(deliveries);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < deliveries; ++i) {
      threads.emplace_back([&, i] {
        start.arrive_and_wait();
        ids[i] = std::get<Booked>(book(request("k", one))).appointment.id.text();
      });
    }
  }
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 1U);
  expect_occupancy_is_that_of_live_visits();
}

TEST_P(CalendarRace, two_who_move_and_cancel_one_visit_leave_no_stray_time) {
  for (int round = 0; round < 20; ++round) {
    const AppointmentId id =
        std::get<Booked>(book(request("k" + std::to_string(round), one))).appointment.id;
    {
      std::jthread mover([&] { move(id, one + 1h); });
      std::jthread other([&] { move(id, one + 2h); });
      std::jthread canceller([&] { cancel(id); });
    }
    EXPECT_EQ(appointment(id).status, AppointmentStatus::Cancelled);
  }
  expect_occupancy_is_that_of_live_visits();
}

INSTANTIATE_TEST_SUITE_P(Stores, CalendarRace, ::testing::ValuesIn(one_shared_of_each_engine()),
                         store_name);

}  // namespace
}  // namespace callwright::scheduling
