#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "platform/db/database.h"
#include "scheduling/domain/appointment.h"
#include "scheduling/domain/slots.h"

namespace callwright::scheduling::store {

struct AppointmentRow {
  Appointment appointment;
  std::string request_key;
  TimeRange blocks;

  friend bool operator==(const AppointmentRow&, const AppointmentRow&) = default;
};

Result<std::optional<AppointmentRow>> find(db::Transaction& tx, const TenantId& tenant,
                                           const AppointmentId& id);
Result<std::optional<AppointmentRow>> find_by_request(db::Transaction& tx, const TenantId& tenant,
                                                      const std::string& request_key);
// Live visits that begin at or after `from`, soonest first.
Result<std::vector<Appointment>> live_of_customer(db::Transaction& tx, const TenantId& tenant,
                                                  const CustomerId& customer, Instant from);
// Visits that touch the range, by start.
Result<std::vector<Appointment>> touching(db::Transaction& tx, const TenantId& tenant,
                                          TimeRange range);
Result<std::vector<Appointment>> all(db::Transaction& tx, const TenantId& tenant);

// What live visits block inside the range.
Result<std::vector<BusyTime>> busy(db::Transaction& tx, const TenantId& tenant, TimeRange range);

// Conflict when the id or the request key is there already.
Result<void> insert(db::Transaction& tx, const TenantId& tenant, const AppointmentRow& row);
// Writes what may change: technician, times, status. Conflict when the visit is not as `before` any
// more.
Result<void> update(db::Transaction& tx, const TenantId& tenant, const AppointmentRow& before,
                    const AppointmentRow& after);

// Takes the technician's time for a live visit. Conflict when any part of it is taken.
Result<void> occupy(db::Transaction& tx, const TenantId& tenant, const AppointmentRow& row);
Result<void> vacate(db::Transaction& tx, const TenantId& tenant, const AppointmentRow& row);

}  // namespace callwright::scheduling::store
