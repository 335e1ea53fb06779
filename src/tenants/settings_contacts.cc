#include "tenants/settings_contacts.h"

#include <algorithm>

#include "tenants/json_lists.h"
#include "tenants/pin.h"

namespace callwright::tenants {
namespace {

using Need = ObjectReader::Need;

constexpr std::size_t name_bytes_max = 120;
constexpr std::size_t contacts_max = 20;
constexpr std::size_t pin_digits_min = 4;
constexpr std::size_t pin_digits_max = 8;
constexpr std::size_t hash_bytes = 64;

bool is_pin(std::string_view text) {
  return text.size() >= pin_digits_min &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Contact read_contact(ObjectReader& object, const TenantId& tenant, SettingsForm form,
                     Need name_needed) {
  Contact contact{.name = object.line("name", name_bytes_max, name_needed),
                  .phone = object.phone("phone"),
                  .email = object.email("email")};
  if (form == SettingsForm::Stored) {
    contact.pin_sha256 = object.line("pin_sha256", hash_bytes);
  } else if (const std::string pin = object.line("pin", pin_digits_max); !pin.empty()) {
    if (is_pin(pin)) {
      contact.pin_sha256 = hash_pin(tenant, pin);
    } else {
      object.mistake("pin", "must be four to eight digits");
    }
  }
  object.refuse_unknown();
  return contact;
}

bool same_person(const Contact& a, const Contact& b) {
  return a.phone && b.phone ? a.phone == b.phone : a.name == b.name;
}

bool mentions_pin(const Json& contact) {
  return contact.find("pin") != nullptr;
}

}  // namespace

Contact read_owner(ObjectReader& document, const TenantId& tenant, SettingsForm form) {
  auto owner = document.object("owner");
  return owner ? read_contact(*owner, tenant, form, Need::Optional) : Contact();
}

std::vector<Contact> read_on_call(ObjectReader& document, const TenantId& tenant,
                                  SettingsForm form) {
  std::vector<Contact> contacts;
  for (const auto& item : document.items("on_call", contacts_max)) {
    ObjectReader object(item.json, item.path, document.mistakes());
    contacts.push_back(read_contact(object, tenant, form, Need::Required));
    if (!object.has("phone") && !object.has("email")) {
      add_mistake(document.mistakes(), item.path, "needs a phone or an email to be reached at");
    }
  }
  return contacts;
}

void keep_unmentioned_pins(Tenant& replacement, const Tenant& current, const Json& document) {
  if (!mentions_pin(document["owner"]) && same_person(replacement.owner, current.owner)) {
    replacement.owner.pin_sha256 = current.owner.pin_sha256;
  }
  const Json::Array* on_call = document["on_call"].as_array();
  for (std::size_t i = 0; i < replacement.on_call.size(); ++i) {
    Contact& contact = replacement.on_call[i];
    if (on_call == nullptr || mentions_pin((*on_call)[i])) continue;
    const auto known = std::ranges::find_if(
        current.on_call, [&](const Contact& other) { return same_person(contact, other); });
    if (known != current.on_call.end()) contact.pin_sha256 = known->pin_sha256;
  }
}

Json contact_to_json(const Contact& contact, SettingsForm form) {
  Json json = Json::object();
  set_unless_empty(json, "name", contact.name);
  if (contact.phone) json.set("phone", contact.phone->e164());
  set_unless_empty(json, "email", contact.email);
  if (form == SettingsForm::Stored) set_unless_empty(json, "pin_sha256", contact.pin_sha256);
  return json;
}

}  // namespace callwright::tenants
