#include "messaging/outbox.h"

#include "messaging/message_news.h"
#include "messaging/store/delivery_rows.h"
#include "messaging/store/message_rows.h"

namespace callwright::messaging {
namespace {

constexpr std::string_view opted_out = "opted_out";

std::string_view deliver_kind(jobs::Lane lane) {
  return lane == jobs::Lane::Emergency ? deliver_urgent_job : deliver_job;
}

}  // namespace

Result<bool> Outbox::may_send(db::Transaction& tx, const TenantId& tenant,
                              const Message& message) const {
  if (!needs_consent(message.kind) || !is_by_number(message.channel)) return true;
  const auto number = PhoneNumber::parse(message.to);
  if (!number) return true;  // Nobody can have opted out under it; delivery says it is no number.
  TRY_ASSIGN(const Consent consent, consent_.of(tx, tenant, *number));
  return consent != Consent::OptedOut;
}

Result<SendAnswer> Outbox::send(db::Transaction& tx, const TenantId& tenant,
                                const NewMessage& message) const {
  const Instant now = clock_.now();
  const bool carried = is_carried(message.channel);
  const store::MessageRow row{
      .message = {.id = ids_.make<MessageId>("msg"),
                  .at = now,
                  .to = message.to,
                  .role = message.role,
                  .channel = message.channel,
                  .kind = message.kind,
                  .body = message.body,
                  .status = carried ? MessageStatus::Queued : MessageStatus::Sent,
                  .failure = {},
                  .conversation = message.conversation},
      .cause_key = message.cause_key,
      .correlation = message.correlation};

  TRY_ASSIGN(const bool allowed, may_send(tx, tenant, row.message));
  if (!allowed) return Suppressed{opted_out};

  TRY_ASSIGN(const bool inserted, store::insert_message(tx, tenant, row));
  if (!inserted) {
    TRY_ASSIGN(const auto known, store::id_by_cause(tx, tenant, message.cause_key));
    ASSERT(known.has_value());
    return AlreadyQueued{*known};
  }
  if (carried) {
    TRY(queue_.enqueue(tx, {.tenant = tenant,
                            .kind = std::string(deliver_kind(message.lane)),
                            .dedupe_key = row.message.id.text(),
                            .payload = row.message.id.text(),
                            .lane = message.lane,
                            .run_at = message.not_before.value_or(now),
                            .correlation = message.correlation}));
  }
  return Queued{row.message.id};
}

Result<bool> Outbox::record_status(db::Transaction& tx, const TenantId& tenant,
                                   std::string_view provider_message_id, MessageStatus status,
                                   std::string_view failure) const {
  return record_copy_news(tx, tenant, provider_message_id, status, failure, clock_.now());
}

Result<bool> Outbox::withdraw(db::Transaction& tx, const TenantId& tenant, const MessageId& id,
                              std::string_view why) const {
  TRY_ASSIGN(const auto row, store::lock_message(tx, tenant, id));
  if (!row || row->message.status != MessageStatus::Queued) return false;
  TRY(store::set_withdrawn(tx, tenant, id));
  TRY_ASSIGN(const store::AttemptCount count, store::count_attempts(tx, tenant, id));
  // It may be with the provider already. Delivery finds out and says so; another copy will not go.
  if (count.in_doubt > 0) return false;
  return move_message(tx, tenant, id, MessageStatus::Cancelled, why);
}

Result<int> Outbox::cancel_queued(db::Transaction& tx, const TenantId& tenant,
                                  const std::string& to) const {
  TRY_ASSIGN(const auto queued, store::queued_for(tx, tenant, to));
  int cancelled = 0;
  for (const MessageId& id : queued) {
    TRY_ASSIGN(const auto row, store::find_message(tx, tenant, id));
    if (!row || !needs_consent(row->message.kind)) continue;
    TRY_ASSIGN(const bool taken_back, withdraw(tx, tenant, id, opted_out));
    if (taken_back) ++cancelled;
  }
  return cancelled;
}

Result<std::optional<Message>> Outbox::find(db::Transaction& tx, const TenantId& tenant,
                                            const MessageId& id) const {
  TRY_ASSIGN(auto row, store::find_message(tx, tenant, id));
  if (!row) return std::nullopt;
  return std::move(row->message);
}

Result<std::vector<Message>> Outbox::all(db::Transaction& tx, const TenantId& tenant) const {
  return store::all_messages(tx, tenant);
}

Result<std::vector<Message>> Outbox::of_conversation(db::Transaction& tx, const TenantId& tenant,
                                                     const ConversationId& conversation) const {
  return store::messages_of(tx, tenant, conversation);
}

}  // namespace callwright::messaging
