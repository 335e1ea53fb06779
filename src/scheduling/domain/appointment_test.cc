#include "scheduling/domain/appointment.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace callwright::scheduling {
namespace {

using enum AppointmentStatus;
using enum AppointmentEvent;

TEST(AppointmentStatus, a_visit_that_is_over_never_comes_back) {
  for (const AppointmentStatus over : {Completed, Invoiced, Paid, Cancelled, NoShow}) {
    EXPECT_FALSE(is_live(over));
    for (const AppointmentEvent event : {SetOut, Arrive, Cancel, MarkNoShow, Move}) {
      EXPECT_EQ(next_status(over, event), std::nullopt) << to_string(over) << to_string(event);
    }
  }
}

TEST(AppointmentStatus, goes_from_booked_to_paid) {
  AppointmentStatus status = Booked;
  for (const AppointmentEvent event : {Move, SetOut, Arrive, Complete, Invoice, Pay}) {
    const auto next = next_status(status, event);
    ASSERT_TRUE(next.has_value()) << to_string(status) << " " << to_string(event);
    status = *next;
  }
  EXPECT_EQ(status, Paid);
}

TEST(AppointmentStatus, work_that_has_begun_is_neither_moved_nor_cancelled) {
  EXPECT_TRUE(is_live(InProgress));
  EXPECT_FALSE(is_open_to_change(InProgress));
  EXPECT_EQ(next_status(InProgress, Cancel), std::nullopt);
}

TEST(AppointmentStatus, is_read_back_from_its_word) {
  for (const AppointmentStatus status :
       {Booked, EnRoute, InProgress, Completed, Invoiced, Paid, Cancelled, NoShow}) {
    EXPECT_EQ(parse_appointment_status(to_string(status)), status);
  }
  EXPECT_EQ(parse_appointment_status("Booked"), std::nullopt);
}

// CALLWRIGHT_WRITE_DOCS=1 writes the page instead of comparing it.
TEST(AppointmentLifecyclePage, is_the_table_of_the_code) {
  const std::string path = CALLWRIGHT_SOURCE_DIR "/docs/appointment-lifecycle.md";
  if (std::getenv("CALLWRIGHT_WRITE_DOCS") != nullptr) {
    std::ofstream(path) << appointment_lifecycle_markdown();
  }
  std::ostringstream page;
  page << std::ifstream(path).rdbuf();
  EXPECT_EQ(page.str(), appointment_lifecycle_markdown())
      << "run this test with CALLWRIGHT_WRITE_DOCS=1 and commit " << path;
}

}  // namespace
}  // namespace callwright::scheduling
