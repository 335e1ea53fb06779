#include "messaging/consent_book.h"

#include "messaging/store/consent_rows.h"

namespace callwright::messaging {

std::string_view to_string(Consent consent) {
  return consent == Consent::OptedOut ? "opted_out" : "opted_in";
}

Result<Consent> ConsentBook::of(db::Transaction& tx, const TenantId& tenant,
                                const PhoneNumber& number) const {
  TRY_ASSIGN(const auto known, store::find_consent(tx, tenant, number));
  return known.value_or(Consent::OptedIn);
}

Result<bool> ConsentBook::set(db::Transaction& tx, const TenantId& tenant,
                              const PhoneNumber& number, Consent consent,
                              const access::Actor& actor, const CorrelationId& correlation) const {
  TRY_ASSIGN(const auto known, store::find_consent(tx, tenant, number));
  if (known == consent) return false;

  TRY(store::write_consent(tx, tenant, number, consent, clock_.now()));
  // The chain of the audit outlives a person; only its details can be erased. So the number is in
  // them, and what names the object does not lead to a person.
  TRY(audit_.record(tx, tenant, actor, "consent.changed", number.redacted(),
                    Json::object({{"consent", known ? Json(to_string(*known)) : Json()}}),
                    Json::object({{"consent", to_string(consent)}, {"number", number.e164()}}),
                    correlation));
  return known.value_or(Consent::OptedIn) != consent;
}

Result<std::map<std::string, Consent>> ConsentBook::all(db::Transaction& tx,
                                                        const TenantId& tenant) const {
  return store::all_consents(tx, tenant);
}

}  // namespace callwright::messaging
