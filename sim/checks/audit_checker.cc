#include "sim/checks/audit_checker.h"

#include "platform/crypto/crypto.h"
#include "platform/json/json.h"

namespace callwright::sim {
namespace {

// The page of an entry, one line, as the chain covers it.
std::string page_of(const RowView& row) {
  std::string page = std::to_string(row.integer(column(Table::AuditEntries, "number"))) + "," +
                     std::to_string(row.integer(column(Table::AuditEntries, "at")));
  for (const std::size_t at :
       {column(Table::AuditEntries, "actor"), column(Table::AuditEntries, "action"),
        column(Table::AuditEntries, "object"), column(Table::AuditEntries, "correlation"),
        column(Table::AuditEntries, "commitment")}) {
    page += ",";
    append_json_string(page, row.text(at));
  }
  return page;
}

std::string digest(std::string_view above, std::string_view below) {
  return crypto::hex(crypto::sha256(std::string(above) + "\n" + std::string(below)));
}

}  // namespace

void AuditChecker::committed(const Batch& batch) {
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Change change = batch[i];
    if (change.table == Table::AuditEntries) entry_changed(change);
    if (change.table == Table::Consents) consent_changed(batch, change);
  }
  // A head is written before its entries and after them; only what it says in the end counts.
  for (std::size_t i = batch.size(); i > 0; --i) {
    const Change change = batch[i - 1];
    if (change.table != Table::AuditHeads) continue;
    head_changed(change);
    break;
  }
}

void AuditChecker::entry_changed(const Change& change) {
  const std::string tenant = change.row().string(column(Table::AuditEntries, "tenant_id"));
  expect(38, change.is_insert(),
         [&] { return told("an audit entry of ", tenant, " was changed"); });
  if (!change.is_insert()) return;
  const RowView& row = *change.after;
  Head& head = heads_[tenant];
  const std::int64_t number = row.integer(column(Table::AuditEntries, "number"));
  const std::string_view hash = row.text(column(Table::AuditEntries, "hash"));
  const std::string_view above = number == 1 ? tenant : head.hash;
  const std::string committed = digest(row.text(column(Table::AuditEntries, "salt")),
                                       row.text(column(Table::AuditEntries, "details")));
  expect(38,
         number == head.number + 1 && hash == digest(above, page_of(row)) &&
             committed == row.text(column(Table::AuditEntries, "commitment")),
         [&] {
           return told("audit entry ", std::to_string(number), " of ", tenant,
                       " does not follow from the one before");
         });
  expect(15, !row.text(column(Table::AuditEntries, "actor")).empty(),
         [&] { return told("audit entry ", std::to_string(number), " names nobody"); });
  head = {.number = number, .hash = std::string(hash)};
}

void AuditChecker::head_changed(const Change& change) {
  if (!change.after) return;
  const std::string_view tenant = change.after->text(column(Table::AuditHeads, "tenant_id"));
  const Head* head = find(heads_, tenant);
  expect(38,
         head != nullptr &&
             head->number == change.after->integer(column(Table::AuditHeads, "number")) &&
             head->hash == change.after->text(column(Table::AuditHeads, "hash")),
         [&] { return told("the head of the audit of ", tenant, " is not its last entry"); });
}

void AuditChecker::consent_changed(const Batch& batch, const Change& change) {
  if (change.is_update() && change.before->text(column(Table::Consents, "consent")) ==
                                change.after->text(column(Table::Consents, "consent"))) {
    return;
  }
  bool on_record = false;
  batch.for_each(Table::AuditEntries, [&](const Change& entry) {
    on_record =
        on_record || entry.row().text(column(Table::AuditEntries, "action")) == "consent.changed";
  });
  expect(38, on_record, [&] {
    return told("the consent of ", change.row().text(column(Table::Consents, "number")),
                " changed and nobody is on record for it");
  });
}

}  // namespace callwright::sim
