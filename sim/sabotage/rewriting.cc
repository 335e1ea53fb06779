#include "sim/sabotage/rewriting.h"

#include <array>
#include <vector>

namespace callwright::sim {
namespace {

constexpr std::string_view every_hour =
    R"(json_set(settings, '$.holidays', json('[]'), '$.hours', )"
    R"(json('{"mon":["00:00-24:00"],"tue":["00:00-24:00"],"wed":["00:00-24:00"],)"
    R"("thu":["00:00-24:00"],"fri":["00:00-24:00"],"sat":["00:00-24:00"],)"
    R"("sun":["00:00-24:00"]}')), settings_hash FROM)";

// clang-format off
constexpr auto table = std::to_array<Rewriting>({
    // Events of the carrier.
    {"dedupe_dropped", "INTO webhook_receipts", "INSERT INTO", "INSERT OR REPLACE INTO"},
    {"dedupe_dropped", "INTO webhook_receipts", " ON CONFLICT DO NOTHING", ""},
    {"dedupe_dropped", "SELECT response, 0 AS by_token FROM webhook_receipts",
     "natural_key = ?", "natural_key = ? AND 1 = 0"},
    {"dedupe_dropped", "SELECT response, 0 AS by_token FROM webhook_receipts", "AND token <> ''",
     "AND 1 = 0"},
    {"answered_anew", "SELECT response, 0 AS by_token FROM webhook_receipts", "response, 0",
     "'<Response></Response>', 0"},
    {"answered_anew", "SELECT response, 0 AS by_token FROM webhook_receipts", "response, 1",
     "'<Response></Response>', 1"},
    {"call_revived", "FROM calls WHERE tenant_id = ? AND provider_id", "state,",
     "CASE WHEN state = 'ended' THEN 'active' ELSE state END,"},
    {"call_revived", "UPDATE calls SET state", " AND state = ?", " AND ? IS NOT NULL"},
    {"carrier_status_forgotten", "FROM calls WHERE tenant_id = ? AND provider_id",
     "carrier_status,", "'',"},
    {"call_events_unrecorded", "INSERT INTO call_events", "", ""},
    {"outcome_decided_again", "FROM conversations WHERE tenant_id = ? AND channel", "ended_at FROM",
     "NULL FROM"},
    {"reaper_forgotten", "INSERT INTO jobs (", "(?, ?, ?, ?, ?, ?, ?, 0",
     "(?, ?, ?, ?, ?, ?, CASE WHEN ?3 = 'conversation.close' THEN ?7 + 86400000 ELSE ?7 END, 0"},
    {"callback_lost", "INSERT INTO callbacks", "", ""},

    // Visits.
    {"unique_key_skipped", "INSERT INTO occupancy", "INSERT INTO", "INSERT OR IGNORE INTO"},
    {"unique_key_skipped", "blocks_end FROM appointments WHERE tenant_id = ? AND live = 1",
     "live = 1", "live = 2"},
    {"calendar_not_filled", "INSERT INTO occupancy", "", ""},
    {"calendar_not_freed", "DELETE FROM occupancy", "", ""},
    {"move_not_written", "UPDATE appointments SET technician_id", "", ""},
    {"booked_in_words_only", "INSERT INTO appointments", "", ""},
    {"booked_in_words_only", "INSERT INTO occupancy", "", ""},
    {"hours_ignored", "SELECT settings, settings_hash FROM tenants", "settings, settings_hash FROM",
     every_hour},
    {"buffers_ignored", "SELECT settings, settings_hash FROM tenants", "SELECT settings,",
     "SELECT json_set(settings, '$.services', (SELECT json_group_array(json_set(value, "
     "'$.buffer_before_minutes', 0, '$.buffer_after_minutes', 0)) "
     "FROM json_each(settings, '$.services'))),"},
    {"plan_ignored", "SELECT settings, settings_hash FROM tenants", "SELECT settings,",
     "SELECT replace(replace(replace(settings, '\"past_due\"', '\"active\"'), '\"canceled\"', "
     "'\"active\"'), '\"lockdown\":true', '\"lockdown\":false'),"},

    // The record.
    {"audit_skipped", "INSERT INTO audit_entries", "", ""},
    {"audit_not_chained", "UPDATE audit_heads SET hash", "", ""},
    {"settings_of_then_lost", "INSERT INTO tenant_settings", "", ""},

    // Messages.
    {"consent_ignored", "SELECT consent FROM consents", "consent FROM", "'opted_in' FROM"},
    {"stop_not_written_down", "INSERT INTO consents", "", ""},
    {"late_news_wins", "FROM messages WHERE tenant_id = ? AND message_id", "status,",
     "CASE WHEN status IN ('sent', 'delivered', 'failed') THEN 'accepted' ELSE status END,"},
    {"late_news_wins", "INSERT INTO message_copies", "RETURNING message_id, status",
     "RETURNING message_id, 'accepted'"},
    {"ahead_of_the_carrier", "UPDATE messages SET status", "status = ?",
     "status = CASE ?1 WHEN 'accepted' THEN 'delivered' ELSE ?1 END"},

    // Emergencies.
    {"alert_delayed", "INSERT INTO jobs (", "(?, ?, ?, ?, ?, ?, ?, 0",
     "(?, ?, ?, ?, ?, ?, CASE WHEN ?3 = 'message.deliver_urgent' THEN ?7 + 300000 ELSE ?7 END, 0"},
    {"ladder_not_climbed", "INSERT INTO jobs (", "(?, ?, ?, ?, ?, ?, ?, 0",
     "(?, ?, ?, ?, ?, ?, CASE WHEN ?3 = 'alert.step' THEN ?7 + 3600000 ELSE ?7 END, 0"},
    {"alerts_withdrawn", "INSERT INTO messages", "?, ?, ?, ?) ON CONFLICT",
     "?, CASE WHEN ?8 = 'emergency_alert' THEN 1 ELSE ? END, ?, ?) ON CONFLICT"},
});
// clang-format on

class RewritingSaboteur final : public Saboteur {
 public:
  explicit RewritingSaboteur(std::string_view bug) {
    for (const Rewriting& row : table) {
      if (row.bug == bug) rows_.push_back(row);
    }
    ASSERT(!rows_.empty());
  }

  std::optional<Swallowed> on_write(Statement& statement, db::Transaction& /*tx*/) override {
    for (const Rewriting& row : rows_) {
      if (!statement.contains(row.when)) continue;
      if (row.part.empty()) return Swallowed{};
      statement.replace(row.part, row.with);
    }
    return std::nullopt;
  }
  void on_query(Statement& statement, db::Transaction& /*tx*/) override {
    for (const Rewriting& row : rows_) {
      if (statement.contains(row.when)) statement.replace(row.part, row.with);
    }
  }

 private:
  std::vector<Rewriting> rows_;
};

}  // namespace

std::span<const Rewriting> rewritings() {
  return table;
}

std::unique_ptr<Saboteur> plant_rewriting(const Bug& bug) {
  return std::make_unique<RewritingSaboteur>(bug.name);
}

}  // namespace callwright::sim
