#include "sim/checks/tenancy_checker.h"

namespace callwright::sim {
namespace {

std::size_t tenant_column(Table table) {
  return table == Table::TenantNumbers || table == Table::TenantSlugs ? 1 : 0;
}

struct Reference {
  Table table;
  std::size_t conversation;
  std::size_t correlation;
};

// Rows that name a conversation, and with it the id that joins them.
constexpr Reference references[] = {
    {Table::Messages, column(Table::Messages, "conversation_id"),
     column(Table::Messages, "correlation")},
    {Table::Alerts, column(Table::Alerts, "conversation_id"), column(Table::Alerts, "correlation")},
};

}  // namespace

void TenancyChecker::committed(const Batch& batch) {
  std::string_view owner;  // Of everything in this commit.
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Change change = batch[i];
    if (change.table == Table::Other) continue;
    const std::string_view tenant = change.row().text(tenant_column(change.table));
    expect(25, !tenant.empty(), [&] { return told("a row of ", change.name, " is nobody's"); });
    if (change.is_update()) {
      expect(25, change.before->text(tenant_column(change.table)) == tenant,
             [&] { return told("a row of ", change.name, " went to another tenant"); });
    }
    // The queue claims the work of many, and what is old is swept out for all.
    const bool is_shared =
        change.is_delete() || (change.table == Table::Jobs && !change.is_insert());
    if (!is_shared) {
      if (owner.empty()) owner = tenant;
      expect(25, owner == tenant, [&] {
        return told("one commit wrote a row of ", change.name, " for ", tenant, " and others for ",
                    owner);
      });
    }
    check_owner(change, tenant);
    check_joined(change);
  }
}

void TenancyChecker::check_owner(const Change& change, std::string_view tenant) {
  for (const Reference& reference : references) {
    if (reference.table != change.table || !change.after) continue;
    const ShadowConversation* conversation =
        shadow().conversation(change.after->text(reference.conversation));
    if (conversation == nullptr) continue;
    expect(25, conversation->tenant == tenant, [&] {
      return told("a row of ", change.name, " of ", tenant, " names a conversation of ",
                  conversation->tenant);
    });
    expect(39, conversation->correlation == change.after->text(reference.correlation), [&] {
      return told("a row of ", change.name, " does not carry the id of its conversation");
    });
  }
}

void TenancyChecker::check_joined(const Change& change) {
  if (!change.is_insert()) return;
  const RowView& row = *change.after;
  if (change.table == Table::Jobs) {
    const std::string_view correlation = row.text(column(Table::Jobs, "correlation"));
    const std::string_view payload = row.text(column(Table::Jobs, "payload"));
    expect(39, !correlation.empty(), [&] { return told("a job for ", payload, " joins nothing"); });
    if (const ShadowMessage* message = shadow().message(payload)) {
      expect(39, message->correlation == correlation,
             [&] { return told("the job of message ", payload, " carries another id"); });
    }
  }
  if (change.table == Table::AuditEntries) {
    constexpr std::string_view caller = "caller:";
    const std::string_view actor = row.text(column(Table::AuditEntries, "actor"));
    if (!actor.starts_with(caller)) return;
    const ShadowConversation* conversation = shadow().conversation(actor.substr(caller.size()));
    expect(39,
           conversation != nullptr &&
               conversation->correlation == row.text(column(Table::AuditEntries, "correlation")),
           [&] { return told("an audit entry of ", actor, " does not carry its call's id"); });
  }
}

}  // namespace callwright::sim
