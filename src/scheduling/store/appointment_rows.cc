#include "scheduling/store/appointment_rows.h"

#include <cstdint>

namespace callwright::scheduling::store {
namespace {

// The columns of to_row, in its order.
std::string select_where(std::string_view rest) {
  return "SELECT appointment_id, customer_id, name, phone, street, unit, city, state, zip, "
         "service_id, technician_id, visit_begin, visit_end, status, emergency, notes, "
         "created_at, request_key, blocks_begin, blocks_end FROM appointments WHERE " +
         std::string(rest);
}

AppointmentRow to_row(const db::Row& row) {
  const auto status = parse_appointment_status(row.text(13));
  ASSERT(status.has_value());
  return {
      .appointment = {.id = row.id<AppointmentId>(0),
                      .customer = row.id<CustomerId>(1),
                      .name = row.text(2),
                      .phone = row.optional_phone_number(3),
                      .address = {.street = row.text(4),
                                  .unit = row.text(5),
                                  .city = row.text(6),
                                  .state = row.text(7),
                                  .zip = row.text(8)},
                      .service = row.id<ServiceId>(9),
                      .technician = row.id<TechnicianId>(10),
                      .visit = {.begin = row.instant(11), .end = row.instant(12)},
                      .status = *status,
                      .emergency = row.boolean(14),
                      .notes = row.text(15),
                      .created_at = row.instant(16)},
      .request_key = row.text(17),
      .blocks = {.begin = row.instant(18), .end = row.instant(19)},
  };
}

std::optional<AppointmentRow> to_optional(const std::optional<db::Row>& row) {
  if (!row) return std::nullopt;
  return to_row(*row);
}

std::vector<Appointment> to_appointments(const db::Rows& rows) {
  std::vector<Appointment> appointments;
  appointments.reserve(rows.size());
  for (const db::Row& row : rows) appointments.push_back(to_row(row).appointment);
  return appointments;
}

std::int64_t first_bucket(const TimeRange& blocks) {
  return blocks.begin.time_since_epoch() / occupancy_step;
}
std::int64_t end_bucket(const TimeRange& blocks) {
  return blocks.end.time_since_epoch() / occupancy_step;
}

}  // namespace

Result<std::optional<AppointmentRow>> find(db::Transaction& tx, const TenantId& tenant,
                                           const AppointmentId& id) {
  static const std::string sql = select_where("tenant_id = ? AND appointment_id = ?");
  TRY_ASSIGN(const auto row, tx.query_one(sql, tenant, id));
  return to_optional(row);
}

Result<std::optional<AppointmentRow>> find_by_request(db::Transaction& tx, const TenantId& tenant,
                                                      const std::string& request_key) {
  static const std::string sql = select_where("tenant_id = ? AND request_key = ?");
  TRY_ASSIGN(const auto row, tx.query_one(sql, tenant, request_key));
  return to_optional(row);
}

Result<std::vector<Appointment>> live_of_customer(db::Transaction& tx, const TenantId& tenant,
                                                  const CustomerId& customer, Instant from) {
  static const std::string sql = select_where(
      "tenant_id = ? AND customer_id = ? AND visit_begin >= ? AND live = 1 "
      "ORDER BY visit_begin, appointment_id");
  TRY_ASSIGN(const db::Rows rows, tx.query(sql, tenant, customer, from));
  return to_appointments(rows);
}

Result<std::vector<Appointment>> touching(db::Transaction& tx, const TenantId& tenant,
                                          TimeRange range) {
  static const std::string sql = select_where(
      "tenant_id = ? AND visit_begin > ? AND visit_begin < ? AND visit_end > ? "
      "ORDER BY visit_begin, appointment_id");
  TRY_ASSIGN(const db::Rows rows, tx.query(sql, tenant, range.begin - tenants::visit_length_max,
                                           range.end, range.begin));
  return to_appointments(rows);
}

Result<std::vector<Appointment>> all(db::Transaction& tx, const TenantId& tenant) {
  static const std::string sql = select_where("tenant_id = ? ORDER BY visit_begin, appointment_id");
  TRY_ASSIGN(const db::Rows rows, tx.query(sql, tenant));
  return to_appointments(rows);
}

Result<std::vector<BusyTime>> busy(db::Transaction& tx, const TenantId& tenant, TimeRange range) {
  TRY_ASSIGN(const db::Rows rows,
             tx.query("SELECT technician_id, blocks_begin, blocks_end FROM appointments "
                      "WHERE tenant_id = ? AND live = 1 "
                      "AND blocks_begin > ? AND blocks_begin < ? AND blocks_end > ?",
                      tenant, range.begin - blocks_length_max, range.end, range.begin));
  std::vector<BusyTime> taken;
  taken.reserve(rows.size());
  for (const db::Row& row : rows) {
    taken.push_back({.technician = row.id<TechnicianId>(0),
                     .blocks = {.begin = row.instant(1), .end = row.instant(2)}});
  }
  return taken;
}

Result<void> insert(db::Transaction& tx, const TenantId& tenant, const AppointmentRow& row) {
  const Appointment& appointment = row.appointment;
  const customers::Address& address = appointment.address;
  TRY(tx.execute(
      "INSERT INTO appointments (tenant_id, appointment_id, request_key, customer_id, name, phone, "
      "street, unit, city, state, zip, service_id, technician_id, visit_begin, visit_end, "
      "blocks_begin, blocks_end, status, live, emergency, notes, created_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      tenant, appointment.id, row.request_key, appointment.customer, appointment.name,
      appointment.phone, address.street, address.unit, address.city, address.state, address.zip,
      appointment.service, appointment.technician, appointment.visit.begin, appointment.visit.end,
      row.blocks.begin, row.blocks.end, to_string(appointment.status), is_live(appointment.status),
      appointment.emergency, appointment.notes, appointment.created_at));
  return {};
}

Result<void> update(db::Transaction& tx, const TenantId& tenant, const AppointmentRow& before,
                    const AppointmentRow& after) {
  const Appointment& is = before.appointment;
  const Appointment& becomes = after.appointment;
  TRY_ASSIGN(const std::int64_t changed,
             tx.execute("UPDATE appointments SET technician_id = ?, visit_begin = ?, "
                        "visit_end = ?, blocks_begin = ?, blocks_end = ?, status = ?, live = ? "
                        "WHERE tenant_id = ? AND appointment_id = ? AND technician_id = ? "
                        "AND blocks_begin = ? AND blocks_end = ? AND status = ?",
                        becomes.technician, becomes.visit.begin, becomes.visit.end,
                        after.blocks.begin, after.blocks.end, to_string(becomes.status),
                        is_live(becomes.status), tenant, is.id, is.technician, before.blocks.begin,
                        before.blocks.end, to_string(is.status)));
  if (changed == 0) return failure(ErrorCode::Conflict, "the visit was changed meanwhile");
  return {};
}

// A plain insert: the taken row's unique violation undoes the whole attempt. To skip taken rows
// instead would leave a visit that holds only part of its time.
Result<void> occupy(db::Transaction& tx, const TenantId& tenant, const AppointmentRow& row) {
  TRY(
      tx.execute("WITH RECURSIVE buckets (bucket) AS ("
                 "SELECT CAST(? AS BIGINT) "
                 "UNION ALL SELECT bucket + 1 FROM buckets WHERE bucket + 1 < ?) "
                 "INSERT INTO occupancy (tenant_id, technician_id, bucket, appointment_id) "
                 "SELECT ?, ?, bucket, ? FROM buckets",
                 first_bucket(row.blocks), end_bucket(row.blocks), tenant,
                 row.appointment.technician, row.appointment.id));
  return {};
}

Result<void> vacate(db::Transaction& tx, const TenantId& tenant, const AppointmentRow& row) {
  TRY(
      tx.execute("DELETE FROM occupancy WHERE tenant_id = ? AND technician_id = ? "
                 "AND bucket >= ? AND bucket < ? AND appointment_id = ?",
                 tenant, row.appointment.technician, first_bucket(row.blocks),
                 end_bucket(row.blocks), row.appointment.id));
  return {};
}

}  // namespace callwright::scheduling::store
