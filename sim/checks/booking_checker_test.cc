#include "sim/checks/test_support/hand_made.h"

namespace callwright::sim {
namespace {

constexpr std::int64_t hour = 3'600'000;
constexpr std::int64_t five_minutes = 300'000;
// Tuesday at nine.
constexpr std::int64_t nine = 1'767'600'000'000 + 25 * hour;

// A visit of an hour, with half an hour kept free behind it.
HandMade::Values visit(const std::string& id, std::int64_t begin,
                       const std::string& request = "r1") {
  return {{"appointment_id", id},      {"request_key", request + id},
          {"name", "Dana Lee"},        {"phone", "+15550100120"},
          {"street", "12 Oak Street"}, {"zip", "66101"},
          {"service_id", "drain"},     {"technician_id", "ann"},
          {"visit_begin", begin},      {"visit_end", begin + hour},
          {"blocks_begin", begin},     {"blocks_end", begin + hour + hour / 2},
          {"status", "booked"},        {"live", 1}};
}

HandMade& hold(HandMade& rows, const std::string& id, std::int64_t begin) {
  for (int step = 0; step < 18; ++step) {
    rows.insert(Table::Occupancy, {{"technician_id", "ann"},
                                   {"bucket", begin / five_minutes + step},
                                   {"appointment_id", id}});
  }
  return rows;
}

HandMade& recorded(HandMade& rows, const std::string& id, const std::string& actor,
                   const std::string& action, const std::string& start) {
  return rows.insert(Table::AuditEntries,
                     {{"number", 1},
                      {"actor", actor},
                      {"action", action},
                      {"object", id},
                      {"details", R"({"before":null,"after":{"start":")" + start +
                                      R"(","status":"booked","technician":"ann"}})"}});
}

HandMade booking(const std::string& id, std::int64_t begin, const std::string& start) {
  HandMade rows;
  rows.insert(Table::Appointments, visit(id, begin));
  hold(rows, id, begin);
  return recorded(rows, id, "caller:cnv_1", "appointment.booked", start);
}

struct BookingChecks : ChecksTest {
  // A caller to whom everything was read back and who said yes.
  BookingChecks() { talk("booking_confirm", R"(["booking","time"])", "yes"); }

  void talk(const std::string& stage, const std::string& about, const std::string& signal) {
    const std::string said =
        "To be sure: drain for Dana Lee at 12 Oak Street, Tuesday at 9 AM, (555) 010-0120?";
    commit(HandMade()
               .insert(Table::Conversations, {{"conversation_id", "cnv_1"}, {"channel", "voice"}})
               .insert(Table::Turns, {{"conversation_id", "cnv_1"},
                                      {"turn", 3},
                                      {"said", said},
                                      {"trace", R"({"stage":")" + stage + R"(","about":)" + about +
                                                    R"(,"steps":[]})"}})
               .insert(Table::Turns, {{"conversation_id", "cnv_1"},
                                      {"turn", 4},
                                      {"said", "You are booked: Tuesday at 9 AM."},
                                      {"trace", R"({"steps":[{"signal":")" + signal +
                                                    R"(","action":"book"}]})"}}));
  }
};

TEST_F(BookingChecks, a_lawful_booking_breaks_nothing_of_theirs) {
  for (const int invariant : {8, 10, 11, 12, 13, 14, 15}) {
    SCOPED_TRACE(invariant);
    const std::string id = "apt_" + std::to_string(invariant);
    ChecksTest::broken();
    EXPECT_FALSE(breaks(invariant, booking(id, nine, "2026-01-06T09:00:00+00:00")));
    HandMade off;
    off.update(Table::Appointments, visit(id, nine), {{"status", "cancelled"}, {"live", 0}});
    for (int step = 0; step < 18; ++step) {
      off.remove(Table::Occupancy, {{"technician_id", "ann"},
                                    {"bucket", nine / five_minutes + step},
                                    {"appointment_id", id}});
    }
    commit(off);
  }
}

TEST_F(BookingChecks, nobody_is_in_two_places) {
  commit(booking("apt_1", nine, "2026-01-06T09:00:00+00:00"));
  EXPECT_TRUE(breaks(10, booking("apt_2", nine + hour, "2026-01-06T10:00:00+00:00")));
  EXPECT_FALSE(breaks(10, booking("apt_3", nine + 4 * hour, "2026-01-06T13:00:00+00:00")));
}

TEST_F(BookingChecks, buffers_are_kept_free) {
  HandMade::Values tight = visit("apt_1", nine);
  tight.at(11).second = nine + hour;
  HandMade rows;
  rows.insert(Table::Appointments, tight);
  EXPECT_TRUE(breaks(10, recorded(rows, "apt_1", "caller:cnv_1", "appointment.booked",
                                  "2026-01-06T09:00:00+00:00")));
}

TEST_F(BookingChecks, visits_lie_in_hours_and_not_on_holidays) {
  EXPECT_TRUE(breaks(11, booking("apt_1", nine + 8 * hour, "2026-01-06T17:00:00+00:00")));
  EXPECT_TRUE(breaks(11, booking("apt_2", nine + 24 * hour, "2026-01-07T09:00:00+00:00")));
}

TEST_F(BookingChecks, what_the_owner_puts_down_is_a_fact) {
  HandMade rows;
  rows.insert(Table::Appointments, visit("apt_1", nine + 9 * hour));
  EXPECT_FALSE(breaks(
      11, recorded(rows, "apt_1", "owner", "appointment.placed", "2026-01-06T18:00:00+00:00")));
}

TEST_F(BookingChecks, places_lie_in_the_area) {
  HandMade::Values away = visit("apt_1", nine);
  away.at(5).second = "90210";
  HandMade rows;
  rows.insert(Table::Appointments, away);
  EXPECT_TRUE(breaks(11, recorded(rows, "apt_1", "caller:cnv_1", "appointment.booked",
                                  "2026-01-06T09:00:00+00:00")));
}

TEST_F(BookingChecks, a_plan_that_ended_books_nothing) {
  commit(HandMade().insert(Table::Tenants, {{"settings", settings(R"(,"lockdown":true)")}}));
  EXPECT_TRUE(breaks(31, booking("apt_1", nine, "2026-01-06T09:00:00+00:00")));
}

TEST_F(BookingChecks, one_request_makes_one_visit) {
  commit(HandMade().insert(Table::Appointments, visit("apt_1", nine)));
  HandMade::Values again = visit("apt_2", nine + 4 * hour);
  again.at(1).second = "r1apt_1";
  EXPECT_TRUE(breaks(12, HandMade().insert(Table::Appointments, again)));
}

TEST_F(BookingChecks, one_conversation_books_a_start_once) {
  commit(booking("apt_1", nine, "2026-01-06T09:00:00+00:00"));
  EXPECT_TRUE(breaks(12, booking("apt_2", nine, "2026-01-06T09:00:00+00:00")));
}

TEST_F(BookingChecks, a_live_visit_holds_its_own_time) {
  EXPECT_TRUE(breaks(13, HandMade().insert(Table::Appointments, visit("apt_1", nine))));
}

TEST_F(BookingChecks, a_visit_that_is_off_holds_nothing) {
  commit(booking("apt_1", nine, "2026-01-06T09:00:00+00:00"));
  EXPECT_TRUE(breaks(13, HandMade().update(Table::Appointments, visit("apt_1", nine),
                                           {{"status", "cancelled"}, {"live", 0}})));
}

TEST_F(BookingChecks, nothing_is_booked_without_a_yes) {
  talk("booking_confirm", R"(["booking"])", "facts");
  EXPECT_TRUE(breaks(8, booking("apt_1", nine, "2026-01-06T09:00:00+00:00")));
}

TEST_F(BookingChecks, nothing_is_booked_that_was_not_read_back) {
  talk("offers", "[]", "yes");
  EXPECT_TRUE(breaks(8, booking("apt_1", nine, "2026-01-06T09:00:00+00:00")));
}

TEST_F(BookingChecks, what_was_read_back_is_what_is_booked) {
  EXPECT_TRUE(breaks(8, booking("apt_1", nine + hour, "2026-01-06T10:00:00+00:00")));
}

TEST_F(BookingChecks, the_told_time_is_the_stored_time) {
  EXPECT_TRUE(breaks(14, booking("apt_1", nine + hour, "2026-01-06T10:00:00+00:00")));
  HandMade rows = booking("apt_2", nine, "2026-01-06T09:00:00+00:00");
  rows.insert(Table::Messages, {{"message_id", "msg_1"},
                                {"conversation_id", "cnv_1"},
                                {"kind", "confirmation"},
                                {"body", "You are booked: Tuesday at 3 AM."}});
  EXPECT_TRUE(breaks(14, rows));
}

TEST_F(BookingChecks, a_change_is_on_record_as_it_is) {
  EXPECT_TRUE(breaks(15, HandMade().insert(Table::Appointments, visit("apt_1", nine))));
  HandMade rows;
  rows.insert(Table::Appointments, visit("apt_2", nine));
  EXPECT_TRUE(breaks(15, recorded(rows, "apt_2", "caller:cnv_1", "appointment.moved",
                                  "2026-01-06T09:00:00+00:00")));
  EXPECT_TRUE(breaks(14, booking("apt_3", nine, "2026-01-06T10:00:00+00:00")));
}

TEST_F(BookingChecks, what_is_on_record_was_done) {
  HandMade rows;
  EXPECT_TRUE(breaks(15, recorded(rows, "apt_1", "caller:cnv_1", "appointment.moved",
                                  "2026-01-06T09:00:00+00:00")));
}

TEST_F(BookingChecks, a_move_takes_the_new_time_and_frees_the_old) {
  commit(booking("apt_1", nine, "2026-01-06T09:00:00+00:00"));
  HandMade elsewhere;
  for (int step = 0; step < 18; ++step) {
    elsewhere.remove(Table::Occupancy, {{"technician_id", "ann"},
                                        {"bucket", nine / five_minutes + step},
                                        {"appointment_id", "apt_1"}});
  }
  EXPECT_TRUE(breaks(13, hold(elsewhere, "apt_1", nine + 2 * hour)));
}

TEST_F(BookingChecks, a_receipt_is_spoken_for_a_row) {
  EXPECT_TRUE(breaks(8, HandMade().insert(Table::Turns, {{"conversation_id", "cnv_1"},
                                                         {"turn", 5},
                                                         {"trace", R"({"prompts":["booked"]})"}})));
  EXPECT_TRUE(breaks(
      8, HandMade().insert(Table::Messages, {{"message_id", "msg_1"},
                                             {"conversation_id", "cnv_1"},
                                             {"body", "You are booked: Tuesday at 9 AM."}})));
}

}  // namespace
}  // namespace callwright::sim
