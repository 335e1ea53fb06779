#include "scheduling/calendar.h"

#include <algorithm>

#include "scheduling/appointment_json.h"
#include "scheduling/store/appointment_rows.h"

namespace callwright::scheduling {
namespace {

using store::AppointmentRow;
using tenants::Tenant;

// Slots are looked for in stretches that double in length, so that an answer that lies near is
// found without reading a month of visits.
constexpr std::chrono::days first_stretch{2};

// Who else is busy near a visit also decides whom to send.
constexpr std::chrono::hours near_a_visit{12};

// What has to be read to decide about a visit that begins at the instant. Where the service is not
// known there is nothing to decide.
TimeRange reach_of(const Tenant& tenant, const SlotRequest& request, Instant start) {
  TimeRange reach{.begin = start - near_a_visit, .end = start + near_a_visit};
  if (const tenants::Service* service = tenant.find_service(request.service.text())) {
    const TimeRange blocks = blocked_range(*service, visit_at(start, *service, request));
    reach = {.begin = std::min(reach.begin, blocks.begin), .end = std::max(reach.end, blocks.end)};
  }
  return reach;
}

bool is_conflict(const Result<void>& outcome) {
  return !outcome && outcome.error().code == ErrorCode::Conflict;
}

AppointmentRow new_row(const VisitRequest& request, const Slot& slot, AppointmentId id,
                       Instant now) {
  return {.appointment = {.id = std::move(id),
                          .customer = request.customer,
                          .name = request.name,
                          .phone = request.phone,
                          .address = request.address,
                          .service = request.slot.service,
                          .technician = slot.technician,
                          .visit = slot.visit,
                          .emergency = request.slot.emergency,
                          .notes = request.notes,
                          .created_at = now},
          .request_key = request.request_key,
          .blocks = slot.blocks};
}

// A receipt must never be given for a visit that is off.
Result<BookingAnswer> receipt_again(AppointmentRow row) {
  if (!is_live(row.appointment.status)) {
    return failure(ErrorCode::Conflict, "the visit of this request is no longer live");
  }
  return Booked{std::move(row.appointment)};
}

// Writes a new visit and takes its time. The audit entry comes first in every change: it makes
// writers of one tenant wait for each other before they hold any time, so that two of them cannot
// each wait for the other.
Result<void> add(db::Transaction& tx, const Tenant& tenant, const access::Audit& audit,
                 const AppointmentRow& row, std::string_view action, const access::Actor& actor,
                 const CorrelationId& correlation) {
  TRY(audit.record(tx, tenant.id, actor, action, row.appointment.id.text(), nullptr,
                   to_json(row.appointment, tenant.zone), correlation));
  TRY(store::insert(tx, tenant.id, row));
  if (is_live(row.appointment.status)) TRY(store::occupy(tx, tenant.id, row));
  return {};
}

Result<void> change(db::Transaction& tx, const Tenant& tenant, const access::Audit& audit,
                    const AppointmentRow& before, const AppointmentRow& after,
                    std::string_view action, const access::Actor& actor,
                    const CorrelationId& correlation) {
  TRY(audit.record(tx, tenant.id, actor, action, before.appointment.id.text(),
                   to_json(before.appointment, tenant.zone),
                   to_json(after.appointment, tenant.zone), correlation));
  TRY(store::update(tx, tenant.id, before, after));
  TRY(store::vacate(tx, tenant.id, before));
  if (is_live(after.appointment.status)) TRY(store::occupy(tx, tenant.id, after));
  return {};
}

// The visit as a wish: with the same technician, and as long as it is.
SlotRequest request_again(const Appointment& appointment) {
  return {.service = appointment.service,
          .technician = appointment.technician,
          .duration = std::chrono::ceil<Minutes>(appointment.visit.length()),
          .emergency = appointment.emergency};
}

// Where a visit would go: with the same technician if that can be, else with anyone.
BookingDecision decide_move(const Tenant& tenant, std::vector<BusyTime> busy,
                            const AppointmentRow& row, Instant start, Instant now) {
  std::erase_if(busy, [&](const BusyTime& taken) {
    return taken.technician == row.appointment.technician && taken.blocks == row.blocks;
  });
  SlotRequest request = request_again(row.appointment);
  BookingDecision same = decide_booking(tenant, busy, request, start, now);
  if (std::holds_alternative<Bookable>(same)) return same;
  request.technician.reset();
  return decide_booking(tenant, busy, request, start, now);
}

AppointmentRow moved_to(const AppointmentRow& row, const Slot& slot) {
  AppointmentRow moved = row;
  moved.appointment.technician = slot.technician;
  moved.appointment.visit = slot.visit;
  moved.blocks = slot.blocks;
  return moved;
}

}  // namespace

Result<std::vector<Slot>> Calendar::find_slots(db::Transaction& tx, const Tenant& tenant,
                                               const SlotRequest& request, int limit) const {
  std::vector<Slot> slots;
  const tenants::Service* service = tenant.find_service(request.service.text());
  if (service == nullptr) return slots;

  const Instant now = clock_.now();
  const Instant end =
      std::min(request.window.end, now + std::chrono::days(tenant.policies.booking_horizon_days));
  auto stretch = first_stretch;
  Instant from = std::max(request.window.begin, now);
  while (from < end && std::ssize(slots) < limit && !(request.latest && !slots.empty())) {
    // Whole days: the latest start of a day is not known from a part of it.
    const LocalTime last = tenant.zone.to_local(from + stretch);
    const Instant days_end =
        tenant.zone.resolve({.date = last.date, .time_of_day = Minutes(24 * 60)}).instant;
    SlotRequest part = request;
    part.window = {.begin = from, .end = std::min(end, days_end)};
    from = part.window.end;
    stretch *= 2;
    const Instant last_end = visit_at(part.window.end, *service, request).end;
    const TimeRange reach = blocked_range(*service, {.begin = part.window.begin, .end = last_end});
    TRY_ASSIGN(const auto busy, store::busy(tx, tenant.id, reach));
    for (Slot& slot :
         scheduling::find_slots(tenant, busy, part, now, limit - static_cast<int>(slots.size()))) {
      slots.push_back(std::move(slot));
    }
  }
  return slots;
}

Result<BookingDecision> Calendar::check(db::Transaction& tx, const Tenant& tenant,
                                        const SlotRequest& request, Instant start) const {
  TRY_ASSIGN(const auto busy, store::busy(tx, tenant.id, reach_of(tenant, request, start)));
  return decide_booking(tenant, busy, request, start, clock_.now());
}

Result<BookingAnswer> Calendar::book(db::Transaction& tx, const Tenant& tenant,
                                     const VisitRequest& request, const access::Actor& actor,
                                     const CorrelationId& correlation) const {
  TRY_ASSIGN(auto existing, store::find_by_request(tx, tenant.id, request.request_key));
  if (existing) return receipt_again(std::move(*existing));

  const Instant now = clock_.now();
  TRY_ASSIGN(auto busy, store::busy(tx, tenant.id, reach_of(tenant, request.slot, request.start)));
  while (true) {
    const BookingDecision decision = decide_booking(tenant, busy, request.slot, request.start, now);
    if (const auto* no = std::get_if<NotBookable>(&decision)) return Refused{no->why};
    const Slot& slot = std::get<Bookable>(decision).slot;

    const AppointmentRow row = new_row(request, slot, ids_.make<AppointmentId>("apt"), now);
    const Result<void> added = tx.attempt(
        [&] { return add(tx, tenant, audit_, row, "appointment.booked", actor, correlation); });
    if (added) return Booked{row.appointment};
    if (!is_conflict(added)) return std::unexpected(added.error());

    // Somebody got there first, perhaps with this very request. Another technician may still be
    // free.
    TRY_ASSIGN(existing, store::find_by_request(tx, tenant.id, request.request_key));
    if (existing) return receipt_again(std::move(*existing));
    busy.push_back({.technician = slot.technician, .blocks = slot.blocks});
  }
}

Result<MoveAnswer> Calendar::move(db::Transaction& tx, const Tenant& tenant,
                                  const AppointmentId& id, Instant start,
                                  const access::Actor& actor,
                                  const CorrelationId& correlation) const {
  const Instant now = clock_.now();
  std::vector<BusyTime> taken_meanwhile;
  TRY_ASSIGN(auto before, store::find(tx, tenant.id, id));
  while (true) {
    if (!before || !is_open_to_change(before->appointment.status)) return NoSuchVisit{};
    if (before->appointment.visit.begin == start) {
      return Moved{.before = before->appointment, .after = before->appointment};
    }
    const TimeRange reach = reach_of(tenant, request_again(before->appointment), start);
    TRY_ASSIGN(auto busy, store::busy(tx, tenant.id, reach));
    busy.insert(busy.end(), taken_meanwhile.begin(), taken_meanwhile.end());
    const BookingDecision decision = decide_move(tenant, std::move(busy), *before, start, now);
    if (const auto* no = std::get_if<NotBookable>(&decision)) return Refused{no->why};
    const Slot& slot = std::get<Bookable>(decision).slot;

    const AppointmentRow after = moved_to(*before, slot);
    const Result<void> moved = tx.attempt([&] {
      return change(tx, tenant, audit_, *before, after, "appointment.moved", actor, correlation);
    });
    if (moved) return Moved{.before = before->appointment, .after = after.appointment};
    if (!is_conflict(moved)) return std::unexpected(moved.error());

    // Either the visit itself was changed by somebody else, or the time was taken.
    const AppointmentRow seen = std::move(*before);
    TRY_ASSIGN(before, store::find(tx, tenant.id, id));
    if (before == seen) {
      taken_meanwhile.push_back({.technician = slot.technician, .blocks = slot.blocks});
    }
  }
}

Result<CancelAnswer> Calendar::cancel(db::Transaction& tx, const Tenant& tenant,
                                      const AppointmentId& id, const access::Actor& actor,
                                      const CorrelationId& correlation) const {
  while (true) {
    TRY_ASSIGN(const auto before, store::find(tx, tenant.id, id));
    if (!before) return NoSuchVisit{};
    const auto cancelled = next_status(before->appointment.status, AppointmentEvent::Cancel);
    if (!cancelled) return NoSuchVisit{};

    AppointmentRow after = *before;
    after.appointment.status = *cancelled;
    const Result<void> changed = tx.attempt([&] {
      return change(tx, tenant, audit_, *before, after, "appointment.cancelled", actor,
                    correlation);
    });
    if (changed) return Cancelled{std::move(after.appointment)};
    if (!is_conflict(changed)) return std::unexpected(changed.error());
    // Somebody else changed the visit: look again whether it can still be cancelled.
  }
}

Result<BookingAnswer> Calendar::place(db::Transaction& tx, const Tenant& tenant,
                                      const PlacedVisit& visit, const access::Actor& actor,
                                      const CorrelationId& correlation) const {
  TRY_ASSIGN(auto existing, store::find(tx, tenant.id, visit.appointment.id));
  if (existing) return Booked{std::move(existing->appointment)};

  AppointmentRow row{.appointment = visit.appointment,
                     .request_key = visit.appointment.id.text(),
                     .blocks = visit.blocks};
  row.appointment.created_at = clock_.now();
  const Result<void> added = tx.attempt(
      [&] { return add(tx, tenant, audit_, row, "appointment.placed", actor, correlation); });
  if (is_conflict(added)) return Refused{WhyNot::Taken};
  TRY(added);
  return Booked{std::move(row.appointment)};
}

Result<std::vector<Appointment>> Calendar::upcoming(db::Transaction& tx, const TenantId& tenant,
                                                    const CustomerId& customer) const {
  return store::live_of_customer(tx, tenant, customer, clock_.now());
}

Result<std::vector<Appointment>> Calendar::between(db::Transaction& tx, const TenantId& tenant,
                                                   TimeRange range) const {
  return store::touching(tx, tenant, range);
}

Result<std::vector<Appointment>> Calendar::all(db::Transaction& tx, const TenantId& tenant) const {
  return store::all(tx, tenant);
}

Result<std::optional<Appointment>> Calendar::find(db::Transaction& tx, const TenantId& tenant,
                                                  const AppointmentId& id) const {
  TRY_ASSIGN(auto row, store::find(tx, tenant, id));
  if (!row) return std::nullopt;
  return std::move(row->appointment);
}

}  // namespace callwright::scheduling
