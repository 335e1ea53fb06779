#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "platform/db/database.h"

// The tables of the product as the observer knows them: written down once more, so that a checker's
// idea of a row does not follow when the product's changes by mistake.
namespace callwright::sim {

enum class Table : std::uint8_t {
  Alerts,
  AlertNotices,
  Appointments,
  AuditEntries,
  AuditHeads,
  Callbacks,
  CallEvents,
  Calls,
  Consents,
  Conversations,
  CustomerAddresses,
  CustomerEmails,
  CustomerPhones,
  Customers,
  DeliveryAttempts,
  Jobs,
  MessageCopies,
  Messages,
  Occupancy,
  TenantNumbers,
  Tenants,
  TenantSlugs,
  Turns,
  WebhookReceipts,
  Other,  // A table no checker knows: only whose row it is matters.
};

struct Layout {
  static constexpr std::size_t columns_max = 24;

  std::string_view table;
  std::array<std::string_view, columns_max> columns{};
  std::size_t size = 0;

  constexpr Layout(std::string_view name, std::initializer_list<std::string_view> names)
      : table(name) {
    for (const std::string_view column : names) columns[size++] = column;
  }
};

// In the order of the enumerators.
// clang-format off
inline constexpr std::array layouts = {
    Layout("alerts", {"tenant_id", "alert_id", "conversation_id", "correlation", "state", "hazard",
                      "caller", "address", "words", "raised_at", "changed_at", "rungs_climbed",
                      "last_climbed_at", "operator_told", "taken_by", "taken_at"}),
    Layout("alert_notices", {"tenant_id", "alert_id", "message_id", "at", "rung", "role", "channel",
                             "recipient"}),
    Layout("appointments", {"tenant_id", "appointment_id", "request_key", "customer_id", "name",
                            "phone", "street", "unit", "city", "state", "zip", "service_id",
                            "technician_id", "visit_begin", "visit_end", "blocks_begin",
                            "blocks_end", "status", "live", "emergency", "notes", "created_at"}),
    Layout("audit_entries", {"tenant_id", "number", "at", "actor", "action", "object",
                             "correlation", "details", "salt", "commitment", "hash"}),
    Layout("audit_heads", {"tenant_id", "number", "hash"}),
    Layout("callbacks", {"tenant_id", "callback_id", "phone", "reason", "priority", "due", "status",
                         "recording", "note", "conversation_id", "created_at", "outcome",
                         "closed_at"}),
    Layout("call_events", {"tenant_id", "call_id", "number", "at", "source", "event", "from_state",
                           "to_state", "source_event"}),
    Layout("calls", {"tenant_id", "call_id", "provider_id", "conversation_id", "state",
                     "carrier_status", "started_at", "ended_at"}),
    Layout("consents", {"tenant_id", "number", "consent", "at"}),
    Layout("conversations", {"tenant_id", "conversation_id", "channel", "conversation_key",
                             "person", "customer_id", "correlation", "turn", "memory", "outcome",
                             "emergency", "opened_at", "last_at", "ended_at"}),
    Layout("customer_addresses", {"tenant_id", "customer_id", "address_key", "street", "unit",
                                  "city", "state", "zip", "place"}),
    Layout("customer_emails", {"tenant_id", "email", "customer_id", "place"}),
    Layout("customer_phones", {"tenant_id", "phone", "customer_id", "place"}),
    Layout("customers", {"tenant_id", "customer_id", "name", "notes", "created_at"}),
    Layout("delivery_attempts", {"tenant_id", "message_id", "number", "begun_at", "ended_at",
                                 "result", "detail"}),
    Layout("jobs", {"tenant_id", "job_id", "kind", "dedupe_key", "payload", "lane", "due_at",
                    "lease", "attempts", "reason", "correlation", "created_at", "parked_at",
                    "finished_at"}),
    Layout("message_copies", {"tenant_id", "provider_id", "message_id", "status", "failure", "at"}),
    Layout("messages", {"tenant_id", "message_id", "cause_key", "at", "recipient", "role",
                        "channel", "kind", "body", "status", "failure", "withdrawn",
                        "conversation_id", "correlation"}),
    Layout("occupancy", {"tenant_id", "technician_id", "bucket", "appointment_id"}),
    Layout("tenant_numbers", {"number", "tenant_id"}),
    Layout("tenants", {"tenant_id", "slug", "settings", "settings_hash", "updated_at"}),
    Layout("tenant_slugs", {"slug", "tenant_id"}),
    Layout("turns", {"tenant_id", "conversation_id", "turn", "at", "heard", "said", "trace"}),
    Layout("webhook_receipts", {"tenant_id", "source", "natural_key", "token", "response",
                                "received_at"}),
};
// clang-format on
static_assert(layouts.size() == static_cast<std::size_t>(Table::Other));

constexpr const Layout& layout_of(Table table) {
  return layouts[static_cast<std::size_t>(table)];
}

// Where a column stands in its table. Asking for one that is not there does not compile.
consteval std::size_t column(Table table, std::string_view name) {
  const Layout& layout = layout_of(table);
  for (std::size_t i = 0; i < layout.size; ++i) {
    if (layout.columns[i] == name) return i;
  }
  throw "no such column";
}

// Invalid when the database's tables do not begin with the columns written down here. Further
// columns and further tables are fine: nobody judges them.
Result<void> verify_layouts(db::Database& database);

}  // namespace callwright::sim
