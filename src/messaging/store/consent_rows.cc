#include "messaging/store/consent_rows.h"

namespace callwright::messaging::store {
namespace {

Consent to_consent(const std::string& text) {
  ASSERT(text == to_string(Consent::OptedIn) || text == to_string(Consent::OptedOut));
  return text == to_string(Consent::OptedOut) ? Consent::OptedOut : Consent::OptedIn;
}

}  // namespace

Result<std::optional<Consent>> find_consent(db::Transaction& tx, const TenantId& tenant,
                                            const PhoneNumber& number) {
  TRY_ASSIGN(const auto row,
             tx.query_one("SELECT consent FROM consents WHERE tenant_id = ? AND number = ?", tenant,
                          number));
  if (!row) return std::nullopt;
  return to_consent(row->text(0));
}

Result<void> write_consent(db::Transaction& tx, const TenantId& tenant, const PhoneNumber& number,
                           Consent consent, Instant at) {
  TRY(
      tx.execute("INSERT INTO consents (tenant_id, number, consent, at) VALUES (?, ?, ?, ?) "
                 "ON CONFLICT (tenant_id, number) DO UPDATE "
                 "SET consent = excluded.consent, at = excluded.at",
                 tenant, number, to_string(consent), at));
  return {};
}

Result<std::map<std::string, Consent>> all_consents(db::Transaction& tx, const TenantId& tenant) {
  TRY_ASSIGN(const db::Rows rows,
             tx.query("SELECT number, consent FROM consents WHERE tenant_id = ?", tenant));
  std::map<std::string, Consent> consents;
  for (const db::Row& row : rows) consents.emplace(row.text(0), to_consent(row.text(1)));
  return consents;
}

}  // namespace callwright::messaging::store
