#include "sim/checks/shadow.h"

#include <algorithm>

namespace callwright::sim {
namespace {

constexpr std::string_view caller_prefix = "caller:";

}  // namespace

void Shadow::apply(const Batch& batch) {
  for (std::size_t i = 0; i < batch.size(); ++i) apply(batch[i]);
}

void Shadow::apply(const Change& change) {
  switch (change.table) {
    case Table::Tenants:
      return take_tenant(change);
    case Table::TenantNumbers: {
      constexpr auto number = column(Table::TenantNumbers, "number");
      constexpr auto tenant = column(Table::TenantNumbers, "tenant_id");
      if (change.before) owners_.erase(change.before->string(number));
      if (change.after) owners_[change.after->string(number)] = change.after->string(tenant);
      return;
    }
    case Table::Conversations:
      return take_conversation(change);
    case Table::Turns:
      return take_turn(change);
    case Table::Messages:
      return take_message(change);
    case Table::DeliveryAttempts:
      return take_attempt(change);
    case Table::AuditEntries:
      return take_audit(change);
    case Table::Calls:
      if (change.is_insert()) {
        calls_[change.after->string(column(Table::Calls, "provider_id"))] =
            change.after->string(column(Table::Calls, "conversation_id"));
      }
      return;
    case Table::Consents: {
      const RowView& row = change.row();
      std::string key = joined_key(row.text(column(Table::Consents, "tenant_id")),
                                   row.text(column(Table::Consents, "number")));
      const bool out =
          change.after && change.after->text(column(Table::Consents, "consent")) == "opted_out";
      if (out) {
        opted_out_.insert(std::move(key));
      } else {
        opted_out_.erase(key);
      }
      return;
    }
    default:
      return;
  }
}

void Shadow::take_tenant(const Change& change) {
  if (!change.after) return;
  const RowView& row = *change.after;
  auto business = read_business(row.text(column(Table::Tenants, "settings")));
  if (!business) return;
  businesses_.insert_or_assign(row.string(column(Table::Tenants, "tenant_id")),
                               *std::move(business));
}

void Shadow::take_conversation(const Change& change) {
  constexpr auto id = column(Table::Conversations, "conversation_id");
  if (!change.after) {
    conversations_.erase(change.before->string(id));
    return;
  }
  const RowView& row = *change.after;
  ShadowConversation& conversation = conversations_[row.string(id)];
  if (change.is_insert()) {
    conversation.tenant = row.string(column(Table::Conversations, "tenant_id"));
    conversation.channel = row.string(column(Table::Conversations, "channel"));
    conversation.key = row.string(column(Table::Conversations, "conversation_key"));
    conversation.correlation = row.string(column(Table::Conversations, "correlation"));
    conversation.opened_at = row.instant(column(Table::Conversations, "opened_at"));
  }
  conversation.person = row.text(column(Table::Conversations, "person"));
  conversation.outcome = row.text(column(Table::Conversations, "outcome"));
  conversation.latest_at =
      std::max(conversation.latest_at, row.instant(column(Table::Conversations, "last_at")));
  conversation.ended = !row.is_null(column(Table::Conversations, "ended_at"));
}

void Shadow::take_turn(const Change& change) {
  if (!change.is_insert()) return;
  const RowView& row = *change.after;
  ShadowConversation* conversation =
      find(conversations_, row.text(column(Table::Turns, "conversation_id")));
  if (conversation == nullptr) return;
  std::swap(conversation->before, conversation->turn);
  ShadowTurn& turn = conversation->turn;
  turn.number = row.integer(column(Table::Turns, "turn"));
  turn.said = row.text(column(Table::Turns, "said"));
  turn.trace = row.text(column(Table::Turns, "trace"));
}

void Shadow::take_message(const Change& change) {
  constexpr auto id = column(Table::Messages, "message_id");
  if (!change.after) {
    messages_.erase(change.before->string(id));
    return;
  }
  const RowView& row = *change.after;
  ShadowMessage& message = messages_[row.string(id)];
  if (change.is_insert()) {
    message.tenant = row.string(column(Table::Messages, "tenant_id"));
    message.kind = row.string(column(Table::Messages, "kind"));
    message.role = row.string(column(Table::Messages, "role"));
    message.channel = row.string(column(Table::Messages, "channel"));
    message.recipient = row.string(column(Table::Messages, "recipient"));
    message.conversation = row.string(column(Table::Messages, "conversation_id"));
    message.correlation = row.string(column(Table::Messages, "correlation"));
    message.at = row.instant(column(Table::Messages, "at"));
  }
  message.status = row.text(column(Table::Messages, "status"));
}

void Shadow::take_attempt(const Change& change) {
  const RowView& row = change.row();
  ShadowMessage* message = find(messages_, row.text(column(Table::DeliveryAttempts, "message_id")));
  if (message == nullptr) return;
  constexpr auto result = column(Table::DeliveryAttempts, "result");
  if (change.before && change.before->text(result) == "open") --message->open_attempts;
  if (change.after && change.after->text(result) == "open") ++message->open_attempts;
  if (change.is_insert()) ++message->attempts;
}

void Shadow::take_audit(const Change& change) {
  if (!change.is_insert()) return;
  const RowView& row = *change.after;
  const std::string_view actor = row.text(column(Table::AuditEntries, "actor"));
  if (!actor.starts_with(caller_prefix)) return;
  ShadowConversation* conversation = find(conversations_, actor.substr(caller_prefix.size()));
  if (conversation == nullptr) return;
  const std::string_view action = row.text(column(Table::AuditEntries, "action"));
  if (action == "appointment.booked") ++conversation->visits_made;
  if (action == "appointment.moved") ++conversation->visits_moved;
  if (action == "appointment.cancelled") ++conversation->visits_cancelled;
}

std::string_view Shadow::owner_of(std::string_view number) const {
  const std::string* owner = find(owners_, number);
  return owner == nullptr ? std::string_view() : std::string_view(*owner);
}

const ShadowConversation* Shadow::conversation_of_call(std::string_view sid) const {
  const std::string* id = find(calls_, sid);
  return id == nullptr ? nullptr : conversation(*id);
}

bool Shadow::has_opted_out(std::string_view tenant, std::string_view number) const {
  return opted_out_.contains(joined_key(tenant, number));
}

}  // namespace callwright::sim
