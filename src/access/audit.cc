#include "access/audit.h"

#include "access/store/audit_rows.h"
#include "platform/crypto/crypto.h"

namespace callwright::access {
namespace {

constexpr std::int64_t entries_per_page = 1000;

std::string commitment_to(std::string_view salt, std::string_view details) {
  std::string committed(salt);
  committed += '\n';  // A salt has no line break, so no two pairs give the same text.
  committed += details;
  return crypto::hex(crypto::sha256(committed));
}

// A chain begins with its tenant, so that no entry holds in another's, the first included.
std::string chained_hash(const TenantId& tenant, std::string_view previous_hash,
                         const store::AuditRow& row) {
  std::string text(row.number == 1 ? std::string_view(tenant.text()) : previous_hash);
  text += "\n" + std::to_string(row.number) + "," + std::to_string(to_ms(row.at));
  for (const std::string* part :
       {&row.actor, &row.action, &row.object, &row.correlation, &row.commitment}) {
    text += ',';
    append_json_string(text, *part);
  }
  return crypto::hex(crypto::sha256(text));
}

Result<AuditEntry> to_entry(store::AuditRow row) {
  Json details;
  if (row.details) {
    TRY_ASSIGN(details, Json::parse(*row.details));
  }
  return AuditEntry{.at = row.at,
                    .actor = std::move(row.actor),
                    .action = std::move(row.action),
                    .object = std::move(row.object),
                    .before = details["before"],
                    .after = details["after"],
                    .correlation = std::move(row.correlation)};
}

// Hands every entry to `visit`, oldest first, without holding them all. Stops at the first error.
template <class Visit>
Result<void> for_each_entry(db::Transaction& tx, const TenantId& tenant, Visit visit) {
  std::int64_t last = 0;
  while (true) {
    TRY_ASSIGN(auto page, store::entries_after(tx, tenant, last, entries_per_page));
    if (page.empty()) return {};
    last = page.back().number;
    for (store::AuditRow& row : page) TRY(visit(std::move(row)));
  }
}

std::string broken_at(std::int64_t number, std::string_view why) {
  return "entry " + std::to_string(number) + ": " + std::string(why);
}

// Why an entry does not follow the one before it; empty when it does.
std::string fault_of(const TenantId& tenant, const store::AuditRow& row,
                     const store::AuditHead& before) {
  if (row.number != before.number + 1) return broken_at(before.number + 1, "is missing");
  if (row.hash != chained_hash(tenant, before.hash, row)) {
    return broken_at(row.number, "its hash does not follow from the entry and the one before it");
  }
  if (row.details.has_value() != row.salt.has_value()) {
    return broken_at(row.number, "its details are half erased");
  }
  if (row.details && commitment_to(*row.salt, *row.details) != row.commitment) {
    return broken_at(row.number, "its details are not the ones that were recorded");
  }
  return {};
}

}  // namespace

Result<void> Audit::record(db::Transaction& tx, const TenantId& tenant, const Actor& actor,
                           std::string_view action, std::string_view object, const Json& before,
                           const Json& after, const CorrelationId& correlation) const {
  std::string details = Json::object({{"before", before}, {"after", after}}).dump();
  std::string salt = ids_.text("salt");
  TRY_ASSIGN(const store::AuditHead head, store::take_next(tx, tenant));
  store::AuditRow row{.number = head.number,
                      .at = clock_.now(),
                      .actor = to_string(actor),
                      .action = std::string(action),
                      .object = std::string(object),
                      .correlation = correlation.text(),
                      .details = std::move(details),
                      .salt = std::move(salt)};
  row.commitment = commitment_to(*row.salt, *row.details);
  row.hash = chained_hash(tenant, head.hash, row);
  TRY(store::insert_entry(tx, tenant, row));
  return store::set_head_hash(tx, tenant, row.hash);
}

Result<std::vector<AuditEntry>> Audit::entries(db::Transaction& tx, const TenantId& tenant) const {
  std::vector<AuditEntry> entries;
  TRY(for_each_entry(tx, tenant, [&](store::AuditRow row) -> Result<void> {
    TRY_ASSIGN(AuditEntry entry, to_entry(std::move(row)));
    entries.push_back(std::move(entry));
    return {};
  }));
  return entries;
}

Result<std::string> Audit::verify(db::Transaction& tx, const TenantId& tenant) const {
  store::AuditHead newest;
  std::string fault;
  TRY(for_each_entry(tx, tenant, [&](store::AuditRow row) -> Result<void> {
    if (fault.empty()) fault = fault_of(tenant, row, newest);
    newest = {.number = row.number, .hash = std::move(row.hash)};
    return {};
  }));
  if (!fault.empty()) return fault;

  TRY_ASSIGN(const store::AuditHead head, store::find_head(tx, tenant));
  if (head.number != newest.number || head.hash != newest.hash) {
    return broken_at(newest.number + 1, "is missing at the end of the chain");
  }
  return std::string();
}

}  // namespace callwright::access
