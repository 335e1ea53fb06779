#pragma once

#include <string>
#include <vector>

#include "base/id.h"
#include "platform/json/json.h"
#include "tenants/document_reader.h"
#include "tenants/domain/tenant.h"
#include "tenants/settings_contacts.h"

// The settings of a business as JSON: the tenant document without its customers and visits. The
// words are those of api/tenant.schema.json.
namespace callwright::tenants {

// Reads what a person wrote. Everything that is left out gets its default. The tenant is usable
// only when no mistake was added. Members the reader does not ask for are left to the caller to
// refuse, because a whole document also has customers and visits.
Tenant read_settings(ObjectReader& document, const TenantId& id);

// The slug of a document, given or made from the name; empty when neither will do.
std::string slug_of(const Json& document);

// Canonical: every setting is there, in one order, so equal settings give equal text.
Json settings_to_json(const Tenant& tenant, SettingsForm form);

// SHA-256 of the stored form, in hex.
std::string hash_settings(const Tenant& tenant);

// Reads back the stored form. Invalid when it is not one.
Result<Tenant> read_stored_settings(const Json& stored, const TenantId& id);

}  // namespace callwright::tenants
