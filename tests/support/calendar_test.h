#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "customers/customer_book.h"
#include "scheduling/calendar.h"
#include "support/store_test.h"

namespace callwright::scheduling {

inline const access::Actor caller = access::Actor::caller(ConversationId("cnv_1"));
inline const CorrelationId correlation("cor_1");
inline const Instant tuesday_ten = parse_iso8601("2026-03-10T10:00:00-05:00").value();
inline const Instant one = tuesday_ten + std::chrono::hours(3);

inline tenants::Tenant two_technicians() {
  tenants::Tenant tenant{.id = TenantId("ten_1"), .zone = Zone::find("America/Chicago").value()};
  for (std::size_t day = 0; day < 5; ++day)
    tenant.hours[day] = {{std::chrono::hours(8), std::chrono::hours(17)}};
  tenant.technicians = {{.id = TechnicianId("ann"), .name = "Ann"},
                        {.id = TechnicianId("bob"), .name = "Bob"}};
  tenant.services = {{.id = ServiceId("drain"),
                      .name = "drain cleaning",
                      .duration = Minutes(60),
                      .buffer_before = Minutes(10),
                      .buffer_after = Minutes(20)}};
  return tenant;
}

// Two technicians' calendars on a store, and the use cases as plain calls.
class CalendarTest : public tests::StoreTest {
 protected:
  CalendarTest() : customer_(make_customer()) {}

  VisitRequest request(const std::string& key, Instant start) const {
    return {.request_key = key,
            .customer = customer_,
            .name = "Pat",
            .phone = PhoneNumber::parse("+15550100130"),
            .address = {.street = "1204 Oak Street", .city = "Springfield"},
            .slot = {.service = ServiceId("drain")},
            .start = start,
            .notes = "clogged"};
  }
  PlacedVisit placed(const std::string& id, const std::string& technician, TimeRange visit) const {
    return {.appointment = {.id = AppointmentId(id),
                            .customer = customer_,
                            .service = ServiceId("drain"),
                            .technician = TechnicianId(technician),
                            .visit = visit},
            .blocks = blocked_range(tenant_.services[0], visit)};
  }

  BookingAnswer book(const VisitRequest& request) {
    return write([&](db::Transaction& tx) {
      return calendar_.book(tx, tenant_, request, caller, correlation);
    });
  }
  MoveAnswer move(const AppointmentId& id, Instant start) {
    return write([&](db::Transaction& tx) {
      return calendar_.move(tx, tenant_, id, start, caller, correlation);
    });
  }
  CancelAnswer cancel(const AppointmentId& id) {
    return write([&](db::Transaction& tx) {
      return calendar_.cancel(tx, tenant_, id, caller, correlation);
    });
  }
  BookingAnswer place(const PlacedVisit& visit) {
    return write([&](db::Transaction& tx) {
      return calendar_.place(tx, tenant_, visit, caller, correlation);
    });
  }
  std::vector<Slot> find_slots(TimeRange window, int limit) {
    const SlotRequest request{.service = ServiceId("drain"), .window = window};
    return read(
        [&](db::Transaction& tx) { return calendar_.find_slots(tx, tenant_, request, limit); });
  }
  std::vector<Appointment> all() {
    return read([&](db::Transaction& tx) { return calendar_.all(tx, tenant_.id); });
  }
  Appointment appointment(const AppointmentId& id) {
    return read([&](db::Transaction& tx) { return calendar_.find(tx, tenant_.id, id); }).value();
  }
  std::vector<access::AuditEntry> audit() {
    return read([&](db::Transaction& tx) { return audit_.entries(tx, tenant_.id); });
  }

  // What the rows say must be what the visits say: each live visit holds exactly its own five
  // minutes.
  void expect_occupancy_is_that_of_live_visits() {
    std::map<std::pair<std::string, std::int64_t>, std::string> held;
    for (const Appointment& visit : all()) {
      if (!is_live(visit.status)) continue;
      const TimeRange blocks = blocked_range(tenant_.services[0], visit.visit);
      for (Instant step = blocks.begin; step < blocks.end; step += occupancy_step) {
        const auto [place, free] =
            held.try_emplace({visit.technician.text(), to_ms(step) / 300'000}, visit.id.text());
        ASSERT_TRUE(free) << visit.id.text() << " overlaps " << place->second;
      }
    }
    const db::Rows rows = read([&](db::Transaction& tx) {
      return tx.query(
          "SELECT technician_id, bucket, appointment_id FROM occupancy WHERE tenant_id = ?",
          tenant_.id);
    });
    std::map<std::pair<std::string, std::int64_t>, std::string> stored;
    for (const db::Row& row : rows) stored[{row.text(0), row.integer(1)}] = row.text(2);
    EXPECT_EQ(stored, held);
  }

  CustomerId make_customer() {
    return write([&](db::Transaction& tx) {
      return book_.remember(tx, tenant_.id, {.name = "Pat"}, caller, correlation);
    });
  }

  tenants::Tenant tenant_ = two_technicians();
  ManualClock clock_{tuesday_ten};
  SeededRandom random_{1};
  Ids ids_{clock_, random_};
  access::Audit audit_{clock_, ids_};
  customers::CustomerBook book_{clock_, ids_, audit_};
  Calendar calendar_{clock_, ids_, audit_};
  CustomerId customer_;
};

}  // namespace callwright::scheduling
