#pragma once

#include <cstdint>
#include <vector>

#include "platform/json/json.h"
#include "tenants/document_reader.h"
#include "tenants/domain/tenant.h"

// The people who are told of emergencies, as JSON.
namespace callwright::tenants {

// A document people write has a PIN that is never shown again; what is stored has its hash.
enum class SettingsForm : std::uint8_t { Written, Stored };

Contact read_owner(ObjectReader& document, const TenantId& tenant, SettingsForm form);
std::vector<Contact> read_on_call(ObjectReader& document, const TenantId& tenant,
                                  SettingsForm form);

// As a written document does not show PINs, one that is exported, edited and applied again keeps
// the PIN of every person about whose PIN it says nothing. An empty PIN removes it.
void keep_unmentioned_pins(Tenant& replacement, const Tenant& current, const Json& document);

Json contact_to_json(const Contact& contact, SettingsForm form);

}  // namespace callwright::tenants
