#include "platform/journal/entry_rows.h"

namespace callwright::journal {

Result<void> insert_entry(db::Transaction& tx, const EntryRow& row) {
  TRY(
      tx.execute("INSERT INTO journal_entries "
                 "(tenant_id, correlation, entry_id, at, name, run, settings_hash, input, notes) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 row.tenant, row.correlation, row.id, row.at, row.name, row.run, row.settings_hash,
                 row.input, row.notes));
  return {};
}

Result<std::vector<Entry>> entries_of(db::Transaction& tx, const TenantId& tenant,
                                      const CorrelationId& correlation) {
  TRY_ASSIGN(const db::Rows rows,
             tx.query("SELECT entry_id, at, name, run, settings_hash, input, notes "
                      "FROM journal_entries WHERE tenant_id = ? AND correlation = ? "
                      "ORDER BY entry_id",
                      tenant, correlation));
  std::vector<Entry> entries;
  for (const db::Row& row : rows) {
    TRY_ASSIGN(Notes notes, decode_notes(row.text(6)));
    entries.push_back({.id = row.text(0),
                       .at = row.instant(1),
                       .name = row.text(2),
                       .run = row.text(3),
                       .settings_hash = row.text(4),
                       .input = row.text(5),
                       .notes = std::move(notes)});
  }
  return entries;
}

Result<std::int64_t> forget_entries(db::Transaction& tx, const TenantId& tenant, Instant horizon,
                                    int limit) {
  return tx.execute(
      "DELETE FROM journal_entries WHERE (tenant_id, correlation, entry_id) IN "
      "(SELECT tenant_id, correlation, entry_id FROM journal_entries "
      "WHERE tenant_id = ? AND at < ? ORDER BY at LIMIT ?)",
      tenant, horizon, limit);
}

}  // namespace callwright::journal
