#include "onboarding/tenant_document.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/text.h"
#include "support/store_test.h"
#include "tenants/pin.h"

namespace callwright::onboarding {
namespace {

using tenants::TenantPtr;
using tests::one_of_each_engine;
using tests::store_name;
using tests::StoreTest;

const access::Actor operator_ = access::Actor::operator_named("test");

Json example(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(CALLWRIGHT_SOURCE_DIR "/api/examples/" + name).rdbuf();
  return Json::parse(text.str()).value();
}

Json minimal_with(const std::string& members) {
  return Json::parse(
             R"({"name": "Cedar", "zone": "America/Denver", "numbers": ["+15550100140"], )" +
             members + "}")
      .value();
}

class TenantDocumentTest : public StoreTest {
 protected:
  Result<TenantPtr> try_apply(const Json& document) {
    return database_->write(
        [&](db::Transaction& tx) { return documents_.apply(tx, document, operator_); });
  }
  TenantPtr apply(const Json& document) {
    auto applied = try_apply(document);
    if (!applied) ADD_FAILURE() << applied.error().message;
    return std::move(applied).value();
  }
  Json exported(const TenantPtr& tenant) {
    return read([&](db::Transaction& tx) { return documents_.export_document(tx, tenant); });
  }
  std::vector<customers::Customer> customers(const TenantPtr& tenant) {
    return read([&](db::Transaction& tx) { return customers_.all(tx, tenant->id); });
  }
  std::vector<scheduling::Appointment> visits(const TenantPtr& tenant) {
    return read([&](db::Transaction& tx) { return calendar_.all(tx, tenant->id); });
  }
  std::size_t audit_entries(const TenantPtr& tenant) {
    return read([&](db::Transaction& tx) { return audit_.entries(tx, tenant->id); }).size();
  }

  ManualClock clock_{parse_iso8601("2026-03-01T12:00:00Z").value()};
  SeededRandom random_{1};
  Ids ids_{clock_, random_};
  access::Audit audit_{clock_, ids_};
  tenants::TenantDirectory directory_;
  customers::CustomerBook customers_{clock_, ids_, audit_};
  scheduling::Calendar calendar_{clock_, ids_, audit_};
  TenantDocument documents_{clock_, ids_, audit_, directory_, customers_, calendar_};
};

TEST_P(TenantDocumentTest, a_name_a_zone_and_a_number_make_a_business) {
  const TenantPtr tenant = apply(example("tenant-minimal.json"));
  EXPECT_EQ(tenant->slug, "cedar-street-electric");
  const auto called = PhoneNumber::parse("+15550100140").value();
  const TenantPtr found =
      read([&](db::Transaction& tx) { return directory_.by_number(tx, called); });
  EXPECT_EQ(found->id, tenant->id);
}

TEST_P(TenantDocumentTest, customers_and_visits_are_there_from_the_start) {
  const TenantPtr tenant = apply(example("tenant-prairie-plumbing.json"));
  const auto people = customers(tenant);
  ASSERT_EQ(people.size(), 3U);
  const auto walkin = std::ranges::find(people, "Sam Walkin", &customers::Customer::name);
  ASSERT_NE(walkin, people.end());
  EXPECT_TRUE(walkin->phones.empty());

  const auto on_calendar = visits(tenant);
  ASSERT_EQ(on_calendar.size(), 3U);
  EXPECT_EQ(on_calendar[0].status, scheduling::AppointmentStatus::Completed);
  const scheduling::Appointment& oak = on_calendar[1];
  EXPECT_EQ(oak.name, "Pat Example");
  EXPECT_EQ(oak.phone->e164(), "+15550100130");
  EXPECT_EQ(oak.address.street, "1204 Oak Street");
  EXPECT_EQ(oak.visit.length(), Minutes(90));
  EXPECT_EQ(tenant->zone.iso8601(on_calendar[2].visit.begin), "2026-03-10T13:00:00-05:00");
  EXPECT_EQ(on_calendar[2].service.text(), "leak_repair");
}

TEST_P(TenantDocumentTest, given_visits_hold_their_time_with_buffers) {
  const TenantPtr tenant = apply(example("tenant-prairie-plumbing.json"));
  clock_.set(parse_iso8601("2026-03-10T06:00:00-05:00").value());
  const auto start_with_tech_a = [&](std::string_view start) {
    const scheduling::VisitRequest request{
        .request_key = std::string(start),
        .customer = customers(tenant).front().id,
        .slot = {.service = ServiceId("drain_cleaning"), .technician = TechnicianId("tech-a")},
        .start = parse_iso8601(start).value()};
    return write([&](db::Transaction& tx) {
      return calendar_.book(tx, *tenant, request, operator_, CorrelationId("cor_1"));
    });
  };
  const auto refused = start_with_tech_a("2026-03-10T10:45:00-05:00");
  EXPECT_EQ(std::get<scheduling::Refused>(refused).why, scheduling::WhyNot::Taken);
  EXPECT_TRUE(
      std::holds_alternative<scheduling::Booked>(start_with_tech_a("2026-03-10T11:00:00-05:00")));
}

TEST_P(TenantDocumentTest, the_same_document_twice_changes_nothing) {
  const Json document = example("tenant-prairie-plumbing.json");
  const TenantPtr first = apply(document);
  const Json before = exported(first);
  const std::size_t entries = audit_entries(first);
  clock_.advance(Minutes(5));
  const TenantPtr second = apply(document);
  EXPECT_EQ(second->settings_hash, first->settings_hash);
  EXPECT_EQ(exported(second), before);
  EXPECT_EQ(audit_entries(second), entries);
}

TEST_P(TenantDocumentTest, what_callers_changed_meanwhile_stays_changed) {
  const Json document = example("tenant-prairie-plumbing.json");
  const TenantPtr tenant = apply(document);
  const AppointmentId id = visits(tenant)[1].id;
  write([&](db::Transaction& tx) {
    return calendar_.cancel(tx, *tenant, id, operator_, CorrelationId("cor_1"));
  });
  apply(document);
  EXPECT_EQ(visits(tenant)[1].status, scheduling::AppointmentStatus::Cancelled);
}

TEST_P(TenantDocumentTest, somebody_who_called_before_keeps_their_id) {
  const TenantPtr tenant = apply(example("tenant-minimal.json"));
  const auto known = write([&](db::Transaction& tx) {
    return customers_.remember(tx, tenant->id,
                               {.name = "Pat", .phone = PhoneNumber::parse("+15550100130")},
                               operator_, CorrelationId("cor_1"));
  });
  Json document = example("tenant-minimal.json");
  document.set("customers",
               Json::parse(R"([{"name": "Pat Example", "phones": ["+15550100130"]}])").value());
  document.set("visits", Json::parse(R"([{"customer": "Pat Example", "service": "general",
                                          "start": "2026-03-10T10:00"}])")
                             .value());
  apply(document);
  ASSERT_EQ(customers(tenant).size(), 1U);
  EXPECT_EQ(customers(tenant)[0].id, known);
  EXPECT_EQ(visits(tenant).at(0).customer, known);
}

TEST_P(TenantDocumentTest, a_document_with_mistakes_is_refused_whole_and_all_are_named) {
  Json document = example("tenant-prairie-plumbing.json");
  document.set("zone", "Nowhere");
  document.set("colour", "blue");
  const auto refused = try_apply(document);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::Invalid);
  EXPECT_NE(refused.error().message.find("zone: is not in the IANA"), std::string::npos);
  EXPECT_NE(refused.error().message.find("colour: is not known here"), std::string::npos);
  EXPECT_TRUE(read([&](db::Transaction& tx) { return directory_.all(tx); }).empty());
}

TEST_P(TenantDocumentTest, a_visit_that_meets_one_on_the_calendar_refuses_the_whole_document) {
  const TenantPtr tenant = apply(example("tenant-prairie-plumbing.json"));
  const Json before = exported(tenant);
  Json document = example("tenant-prairie-plumbing.json");
  document.set("sandbox", false);
  document.set(
      "visits",
      Json::parse(R"([{"customer": "New Person", "service": "general", "technician": "tech-a",
                                          "start": "2026-03-10T10:00:00-05:00"}])")
          .value());
  const auto refused = try_apply(document);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
  EXPECT_EQ(exported(tenant), before);
  EXPECT_TRUE(read([&](db::Transaction& tx) { return directory_.by_id(tx, tenant->id); })->sandbox);
}

TEST_P(TenantDocumentTest, a_number_of_another_business_is_refused) {
  apply(example("tenant-minimal.json"));
  Json document = example("tenant-minimal.json");
  document.set("name", "Birch Electric");
  const auto refused = try_apply(document);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error(),
            (Error{ErrorCode::Conflict, "numbers[0]: belongs to another business"}));
}

TEST_P(TenantDocumentTest, what_is_exported_makes_the_same_business_elsewhere) {
  const Json document = exported(apply(example("tenant-prairie-plumbing.json")));
  EXPECT_EQ(joined(TenantDocument::mistakes(document), "\n"), "");
  const tests::TestDatabase elsewhere(GetParam());
  migrate(elsewhere);
  tenants::TenantDirectory directory;
  const TenantDocument documents(clock_, ids_, audit_, directory, customers_, calendar_);
  const auto again = elsewhere->write([&](db::Transaction& tx) -> Result<Json> {
    TRY_ASSIGN(const TenantPtr tenant, documents.apply(tx, document, operator_));
    return documents.export_document(tx, tenant);
  });
  ASSERT_TRUE(again.has_value()) << again.error().message;
  EXPECT_EQ(again->pretty(), document.pretty());
}

TEST_P(TenantDocumentTest, a_pin_is_never_exported_and_stays_when_the_export_is_applied) {
  const TenantPtr tenant = apply(example("tenant-prairie-plumbing.json"));
  const Json document = exported(tenant);
  EXPECT_EQ(document.dump().find("pin"), std::string::npos);
  EXPECT_EQ(document.dump().find(tenant->owner.pin_sha256), std::string::npos);
  const TenantPtr again = apply(document);
  EXPECT_TRUE(tenants::pin_matches(again->id, again->owner, "2468"));
  EXPECT_EQ(again->settings_hash, tenant->settings_hash);
}

TEST_P(TenantDocumentTest, applying_is_in_the_audit_with_the_settings_before_and_after) {
  const TenantPtr tenant = apply(example("tenant-minimal.json"));
  Json document = example("tenant-minimal.json");
  document.set("sandbox", true);
  apply(document);
  const auto entries = read([&](db::Transaction& tx) { return audit_.entries(tx, tenant->id); });
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].action, "tenant.created");
  EXPECT_TRUE(entries[0].before.is_null());
  EXPECT_EQ(entries[1].action, "tenant.changed");
  EXPECT_EQ(entries[1].actor, "operator:test");
  EXPECT_EQ(entries[1].before["sandbox"], Json(false));
  EXPECT_EQ(entries[1].after["sandbox"], Json(true));
}

INSTANTIATE_TEST_SUITE_P(Stores, TenantDocumentTest, ::testing::ValuesIn(one_of_each_engine()),
                         store_name);

TEST(GivenVisits, that_overlap_are_a_mistake_unless_they_are_over_or_somebody_elses) {
  const auto mistakes = [](std::string_view second) {
    return TenantDocument::mistakes(minimal_with(
        R"("technicians": [{"name": "Ann"}, {"name": "Bob"}],
           "services": [{"name": "s", "duration_minutes": 60, "buffer_after_minutes": 30}],
           "visits": [{"customer": "A", "service": "s", "technician": "ann",
                       "start": "2026-03-10T10:00"}, )" +
        std::string(second) + "]"));
  };
  EXPECT_EQ(
      mistakes(
          R"({"customer": "B", "service": "s", "technician": "ann", "start": "2026-03-10T11:00"})"),
      std::vector<std::string>{
          "visits[1]: overlaps visits[0] of the same technician, buffers included"});
  EXPECT_EQ(
      mistakes(
          R"({"customer": "B", "service": "s", "technician": "ann", "start": "2026-03-10T09:00"})"),
      std::vector<std::string>{
          "visits[0]: overlaps visits[1] of the same technician, buffers included"});
  for (const std::string_view fine : {
           R"({"customer": "B", "service": "s", "technician": "ann", "start": "2026-03-10T11:30"})",
           R"({"customer": "B", "service": "s", "technician": "bob", "start": "2026-03-10T10:00"})",
           R"({"customer": "B", "service": "s", "technician": "ann", "start": "2026-03-10T10:00",
               "status": "cancelled"})",
       }) {
    EXPECT_EQ(joined(mistakes(fine), "\n"), "") << fine;
  }
}

TEST(GivenVisits, tell_what_is_wrong_with_them) {
  const auto mistakes = TenantDocument::mistakes(minimal_with(R"(
      "technicians": [{"name": "Ann"}, {"name": "Bob"}],
      "customers": [{"name": "Twin", "phones": ["+15550100150"]}, {"name": "twin"},
                    {"phones": ["+15550100150"]}],
      "visits": [
        {"customer": "Twin", "service": "general", "technician": "Ann",
         "start": "2026-03-10T10:00"},
        {"customer": "A", "service": "roofing", "start": "2026-03-08T02:30"},
        {"customer": "A", "service": "general", "technician": "Cid", "start": "soon",
         "status": "lost"},
        {"customer": "A", "service": "general", "technician": "Bob", "start": "2026-03-10T10:00",
         "end": "2026-03-10T09:00"}
      ])"));
  EXPECT_EQ(mistakes,
            (std::vector<std::string>{
                "customers[2]: is the same customer as an earlier one",
                "visits[0].customer: is the name of several customers; give a phone or an id",
                "visits[1].service: is not one of the services",
                "visits[1].technician: is required unless there is exactly one technician",
                "visits[1].start: is in an hour that the clocks skip",
                "visits[2].status: must be a status such as booked, completed or cancelled",
                "visits[2].technician: is not one of the technicians",
                "visits[2].start: must look like \"2026-03-10T10:00:00-05:00\"",
                "visits[3].end: is not after the start",
            }));
}

}  // namespace
}  // namespace callwright::onboarding
