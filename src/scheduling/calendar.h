#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "access/audit.h"
#include "platform/clock/ids.h"
#include "platform/db/database.h"
#include "scheduling/domain/appointment.h"
#include "scheduling/domain/slots.h"
#include "tenants/domain/tenant.h"

namespace callwright::scheduling {

// Everything a visit needs. There is no way to ask for one without an address and a start.
struct VisitRequest {
  std::string request_key;  // One visit per tenant and key, however often it is asked for.
  CustomerId customer;
  std::string name;
  std::optional<PhoneNumber> phone;
  customers::Address address;
  SlotRequest slot;
  Instant start;
  std::string notes;
};

// A visit with everything decided: who, when, which technician, how far it has come.
struct PlacedVisit {
  Appointment appointment;  // But created_at, which is now.
  TimeRange blocks;         // Free for it alone while it is live; holds the visit.
};

// The committed row, in hand. Only a renderer that is given one may say "booked", "moved" or
// "cancelled". Valid as a receipt once the transaction that made it is durable; replies are sent
// only after that.
struct Booked {
  Appointment appointment;
};
struct Moved {
  Appointment before;
  Appointment after;
};
struct Cancelled {
  Appointment appointment;
};
// Somebody else has it, or the rules say no: nothing was written.
struct Refused {
  WhyNot why;
};
struct NoSuchVisit {};  // Not there, not this customer's, or no longer live.

using BookingAnswer = std::variant<Booked, Refused>;
using MoveAnswer = std::variant<Moved, Refused, NoSuchVisit>;
using CancelAnswer = std::variant<Cancelled, NoSuchVisit>;

// The calendars of one tenant's technicians. A technician's time is a row for each five minutes
// with a unique key, so that no path through this code, on either engine, can promise it twice.
class Calendar {
 public:
  Calendar(const Clock& clock, Ids& ids, const access::Audit& audit)
      : clock_(clock), ids_(ids), audit_(audit) {}

  // Slots free now, best first.
  Result<std::vector<Slot>> find_slots(db::Transaction& tx, const tenants::Tenant& tenant,
                                       const SlotRequest& request, int limit) const;

  // Whether one exact start could be had now, and if not, why.
  Result<BookingDecision> check(db::Transaction& tx, const tenants::Tenant& tenant,
                                const SlotRequest& request, Instant start) const;

  // Decides again, in this transaction, and promises the time. The same request key gives the same
  // visit; once that visit is no longer live, asking with its key again is a Conflict, for nothing
  // is booked.
  Result<BookingAnswer> book(db::Transaction& tx, const tenants::Tenant& tenant,
                             const VisitRequest& request, const access::Actor& actor,
                             const CorrelationId& correlation) const;

  // One transition: at no moment are both times held or neither. The id stays.
  Result<MoveAnswer> move(db::Transaction& tx, const tenants::Tenant& tenant,
                          const AppointmentId& id, Instant start, const access::Actor& actor,
                          const CorrelationId& correlation) const;

  Result<CancelAnswer> cancel(db::Transaction& tx, const tenants::Tenant& tenant,
                              const AppointmentId& id, const access::Actor& actor,
                              const CorrelationId& correlation) const;

  // Puts down a visit that is a fact already: the owner's own, or one from another system. No rule
  // is asked but that the technician is free. A visit whose id is there already is left as it is.
  Result<BookingAnswer> place(db::Transaction& tx, const tenants::Tenant& tenant,
                              const PlacedVisit& visit, const access::Actor& actor,
                              const CorrelationId& correlation) const;

  // Live visits of a customer that have not begun, soonest first.
  Result<std::vector<Appointment>> upcoming(db::Transaction& tx, const TenantId& tenant,
                                            const CustomerId& customer) const;
  // Visits that touch the range, cancelled ones included, by start.
  Result<std::vector<Appointment>> between(db::Transaction& tx, const TenantId& tenant,
                                           TimeRange range) const;
  Result<std::vector<Appointment>> all(db::Transaction& tx, const TenantId& tenant) const;
  Result<std::optional<Appointment>> find(db::Transaction& tx, const TenantId& tenant,
                                          const AppointmentId& id) const;

 private:
  const Clock& clock_;
  Ids& ids_;
  const access::Audit& audit_;
};

}  // namespace callwright::scheduling
