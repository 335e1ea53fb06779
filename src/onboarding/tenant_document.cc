#include "onboarding/tenant_document.h"

#include <unordered_map>

#include "base/text.h"
#include "onboarding/parsed_document.h"
#include "tenants/json_lists.h"
#include "tenants/save_tenant.h"
#include "tenants/tenant_settings.h"

namespace callwright::onboarding {
namespace {

using customers::Address;
using customers::Customer;
using scheduling::Appointment;
using tenants::SettingsForm;
using tenants::Tenant;
using tenants::TenantPtr;

// The tenant with the slug of the document; null when there is none yet.
Result<TenantPtr> find_current(db::Transaction& tx, tenants::TenantDirectory& directory,
                               const Json& document) {
  auto found = directory.by_slug(tx, tenants::slug_of(document));
  if (!found && found.error().code == ErrorCode::NotFound) return TenantPtr();
  return found;
}

Json written_settings(const TenantPtr& tenant) {
  return tenant ? tenants::settings_to_json(*tenant, SettingsForm::Written) : Json();
}

Json export_address(const Address& address) {
  Json json = Json::object({{"street", address.street}});
  tenants::set_unless_empty(json, "unit", address.unit);
  tenants::set_unless_empty(json, "city", address.city);
  tenants::set_unless_empty(json, "state", address.state);
  tenants::set_unless_empty(json, "zip", address.zip);
  return json;
}

Json export_customer(const Customer& customer) {
  Json json = Json::object({{"id", customer.id.text()}});
  tenants::set_unless_empty(json, "name", customer.name);
  json.set("phones", tenants::array_of(customer.phones, [](const PhoneNumber& phone) {
             return Json(phone.e164());
           }));
  json.set("emails", tenants::array_of(customer.emails));
  json.set("addresses", tenants::array_of(customer.addresses, export_address));
  tenants::set_unless_empty(json, "notes", customer.notes);
  return json;
}

Json export_visit(const Appointment& appointment, const Zone& zone) {
  Json json =
      Json::object({{"id", appointment.id.text()}, {"customer", appointment.customer.text()}});
  tenants::set_unless_empty(json, "name", appointment.name);
  if (appointment.phone) json.set("phone", appointment.phone->e164());
  json.set("service", appointment.service.text());
  json.set("technician", appointment.technician.text());
  json.set("start", zone.iso8601(appointment.visit.begin));
  json.set("end", zone.iso8601(appointment.visit.end));
  json.set("status", to_string(appointment.status));
  if (!appointment.address.empty()) json.set("address", export_address(appointment.address));
  json.set("emergency", appointment.emergency);
  tenants::set_unless_empty(json, "notes", appointment.notes);
  return json;
}

}  // namespace

Result<TenantPtr> TenantDocument::apply(db::Transaction& tx, const Json& document,
                                        const access::Actor& actor) const {
  TRY_ASSIGN(const TenantPtr current, find_current(tx, directory_, document));
  const TenantId id = current ? current->id : ids_.make<TenantId>("ten");
  std::vector<std::string> mistakes;
  ParsedDocument parsed = parse_document(document, id, mistakes);
  if (!mistakes.empty()) return failure(ErrorCode::Invalid, joined(mistakes, "; "));
  if (current) {
    tenants::keep_unmentioned_pins(parsed.tenant, *current, document);
    parsed.tenant.settings_hash = tenants::hash_settings(parsed.tenant);
  }
  const auto correlation = ids_.make<CorrelationId>("cor");
  return tx.attempt([&]() -> Result<TenantPtr> {
    TRY(save_settings(tx, current, parsed.tenant, actor, correlation));
    TRY(enter_people_and_visits(tx, parsed, actor, correlation));
    return directory_.by_id(tx, id);
  });
}

Result<void> TenantDocument::save_settings(db::Transaction& tx, const TenantPtr& current,
                                           const Tenant& tenant, const access::Actor& actor,
                                           const CorrelationId& correlation) const {
  TRY_ASSIGN(const tenants::Saved saved, tenants::save_tenant(tx, tenant, clock_.now()));
  if (saved == tenants::Saved::Unchanged) return {};
  return audit_.record(tx, tenant.id, actor,
                       saved == tenants::Saved::Created ? "tenant.created" : "tenant.changed",
                       tenant.id.text(), written_settings(current),
                       tenants::settings_to_json(tenant, SettingsForm::Written), correlation);
}

Result<void> TenantDocument::enter_people_and_visits(db::Transaction& tx,
                                                     const ParsedDocument& parsed,
                                                     const access::Actor& actor,
                                                     const CorrelationId& correlation) const {
  const Tenant& tenant = parsed.tenant;
  // Somebody the receptionist has met already keeps the id they have.
  std::unordered_map<CustomerId, CustomerId> entered;
  for (const Customer& customer : parsed.customers) {
    TRY_ASSIGN(const CustomerId id, customers_.enter(tx, tenant.id, customer, actor, correlation));
    entered.emplace(customer.id, id);
  }
  for (std::size_t i = 0; i < parsed.visits.size(); ++i) {
    scheduling::PlacedVisit visit = parsed.visits[i];
    visit.appointment.customer = entered.at(visit.appointment.customer);
    TRY_ASSIGN(const auto answer, calendar_.place(tx, tenant, visit, actor, correlation));
    if (std::holds_alternative<scheduling::Refused>(answer)) {
      return failure(ErrorCode::Conflict, "visits[" + std::to_string(i) +
                                              "]: the technician's time is taken by a visit that "
                                              "is on the calendar already");
    }
  }
  return {};
}

std::vector<std::string> TenantDocument::mistakes(const Json& document) {
  std::vector<std::string> mistakes;
  parse_document(document, TenantId("unapplied"), mistakes);
  return mistakes;
}

Tenant TenantDocument::settings_of(const Json& document, std::vector<std::string>& mistakes) {
  tenants::ObjectReader reader(document, "", mistakes);
  return tenants::read_settings(reader, TenantId("unapplied"));
}

Result<Json> TenantDocument::export_document(db::Transaction& tx, const TenantPtr& tenant) const {
  Json document = written_settings(tenant);
  TRY_ASSIGN(const auto customers, customers_.all(tx, tenant->id));
  document.set("customers", tenants::array_of(customers, export_customer));
  TRY_ASSIGN(const auto visits, calendar_.all(tx, tenant->id));
  document.set("visits", tenants::array_of(visits, [&](const Appointment& appointment) {
                 return export_visit(appointment, tenant->zone);
               }));
  return document;
}

}  // namespace callwright::onboarding
