// Every action that changes what a business or its customers rely on leaves an entry in the record,
// in the commit of the change or not at all.
#include <gtest/gtest.h>

#include <functional>

#include "server/commands/ready_tenant.h"
#include "server/rehearsal/rehearsal.h"
#include "support/tenant_hash.h"

namespace callwright::server {
namespace {

using access::Actor;

// A business in which something can be done.
struct Office {
  Office() : rehearsal(Rehearsal::make({.now = *parse_iso8601("2026-03-10T15:00:00Z")}).value()) {
    tenant = rehearsal->apply_tenant(ready_tenant()).value();
  }

  Product& product() { return rehearsal->product(); }
  template <class Work>
  auto write(Work&& work) {
    return product().world.database.write(std::forward<Work>(work));
  }
  std::vector<access::AuditEntry> entries() {
    return product()
        .world.database
        .read([&](db::Transaction& tx) { return product().audit.entries(tx, tenant->id); })
        .value();
  }
  std::string hash() {
    return product()
        .world.database
        .read([&](db::Transaction& tx) { return tests::tenant_hash(tx, tenant->id); })
        .value();
  }

  std::unique_ptr<Rehearsal> rehearsal;
  tenants::TenantPtr tenant;
};

const CorrelationId cause("cor_1");
const ConversationId conversation("cnv_1");
const PhoneNumber person = *PhoneNumber::parse("+15550100145");
const Actor owner{Actor::Kind::Owner, "owner"};

// The first of these customers' visits, made where it is needed.
Result<scheduling::Appointment> visit(Office& office, db::Transaction& tx) {
  TRY_ASSIGN(const CustomerId customer,
             office.product().customers.remember(
                 tx, office.tenant->id, {.name = "Morgan Example", .phone = person}, owner, cause));
  const Instant now = office.rehearsal->clock().now();
  const scheduling::SlotRequest slot{.service = office.tenant->services.front().id,
                                     .window = {now, now + std::chrono::days(7)}};
  TRY_ASSIGN(const auto slots, office.product().calendar.find_slots(tx, *office.tenant, slot, 1));
  TRY_ASSIGN(const auto answer,
             office.product().calendar.book(tx, *office.tenant,
                                            {.request_key = "request_1",
                                             .customer = customer,
                                             .name = "Morgan Example",
                                             .phone = person,
                                             .address = {.street = "1 Cedar Street"},
                                             .slot = slot,
                                             .start = slots.at(0).visit.begin},
                                            owner, cause));
  return std::get<scheduling::Booked>(answer).appointment;
}

Result<AlertId> alert(Office& office, db::Transaction& tx) {
  TRY_ASSIGN(const auto answer, office.product().alerts.raise(tx, *office.tenant,
                                                              {.conversation = conversation,
                                                               .correlation = cause,
                                                               .hazard = "gas.smell",
                                                               .caller = person}));
  return std::get<notifications::Raised>(answer).id;
}

Result<CallbackId> callback(Office& office, db::Transaction& tx, std::string_view reason) {
  return office.product().callbacks.add(tx, office.tenant->id,
                                        {.id = CallbackId("new"),
                                         .phone = person.e164(),
                                         .reason = std::string(reason),
                                         .due = office.rehearsal->clock().now(),
                                         .recording = reason == "voicemail" ? "recording" : "",
                                         .conversation = conversation},
                                        owner, cause);
}

// What came of it is not asked here.
template <class T>
Result<void> done(const Result<T>& answer) {
  if (!answer) return std::unexpected(answer.error());
  return {};
}

struct Action {
  std::string_view entry;
  std::function<Result<void>(Office&, db::Transaction&)> act;
};

const Action actions[] = {
    {"tenant.changed",
     [](Office& office, db::Transaction& tx) -> Result<void> {
       Json document = ready_tenant();
       document.set("name", "Another Name");
       TRY(office.product().documents.apply(tx, document, Actor::operator_named("test")));
       return {};
     }},
    {"customer.created",
     [](Office& office, db::Transaction& tx) -> Result<void> { return done(visit(office, tx)); }},
    {"appointment.booked",
     [](Office& office, db::Transaction& tx) -> Result<void> { return done(visit(office, tx)); }},
    {"appointment.moved",
     [](Office& office, db::Transaction& tx) -> Result<void> {
       TRY_ASSIGN(const auto booked, visit(office, tx));
       const auto later = booked.visit.begin + std::chrono::days(7);
       return done(
           office.product().calendar.move(tx, *office.tenant, booked.id, later, owner, cause));
     }},
    {"appointment.cancelled",
     [](Office& office, db::Transaction& tx) -> Result<void> {
       TRY_ASSIGN(const auto booked, visit(office, tx));
       return done(office.product().calendar.cancel(tx, *office.tenant, booked.id, owner, cause));
     }},
    {"consent.changed",
     [](Office& office, db::Transaction& tx) -> Result<void> {
       return done(office.product().consent.set(tx, office.tenant->id, person,
                                                messaging::Consent::OptedOut, owner, cause));
     }},
    {"callback.added",
     [](Office& office, db::Transaction& tx) -> Result<void> {
       return done(callback(office, tx, "wants_person"));
     }},
    {"callback.changed",
     [](Office& office, db::Transaction& tx) -> Result<void> {
       TRY(callback(office, tx, "wants_person"));
       return done(callback(office, tx, "voicemail"));
     }},
    {"callback.closed",
     [](Office& office, db::Transaction& tx) -> Result<void> {
       TRY_ASSIGN(const CallbackId id, callback(office, tx, "wants_person"));
       return done(
           office.product().callbacks.close(tx, office.tenant->id, id, "reached", owner, cause));
     }},
    {"alert.raised",
     [](Office& office, db::Transaction& tx) -> Result<void> { return done(alert(office, tx)); }},
    {"alert.climbed",
     [](Office& office, db::Transaction& tx) -> Result<void> { return done(alert(office, tx)); }},
    {"alert.acknowledged",
     [](Office& office, db::Transaction& tx) -> Result<void> {
       TRY_ASSIGN(const AlertId id, alert(office, tx));
       return done(office.product().alerts.acknowledge(tx, *office.tenant, id, owner));
     }},
};

class Audited : public testing::TestWithParam<Action> {};

TEST_P(Audited, actions_have_an_entry_in_the_commit_of_the_change) {
  Office office;
  const std::string before = office.hash();
  const std::size_t known = office.entries().size();
  const auto undone = office.write([&](db::Transaction& tx) -> Result<void> {
    TRY(GetParam().act(office, tx));
    return failure(ErrorCode::Invalid, "the commit does not happen");
  });
  EXPECT_EQ(undone.error().message, "the commit does not happen");
  EXPECT_EQ(office.hash(), before);

  const auto acted =
      office.write([&](db::Transaction& tx) -> Result<void> { return GetParam().act(office, tx); });
  ASSERT_TRUE(acted) << acted.error().message;
  EXPECT_NE(office.hash(), before);
  const auto entries = office.entries();
  int found = 0;
  for (std::size_t i = known; i < entries.size(); ++i) {
    if (entries[i].action != GetParam().entry) continue;
    ++found;
    EXPECT_FALSE(entries[i].actor.empty());
    EXPECT_FALSE(entries[i].correlation.empty());
  }
  EXPECT_EQ(found, 1);
}

INSTANTIATE_TEST_SUITE_P(Actions, Audited, testing::ValuesIn(actions), [](const auto& info) {
  std::string name(info.param.entry);
  std::ranges::replace(name, '.', '_');
  return name;
});

}  // namespace
}  // namespace callwright::server
