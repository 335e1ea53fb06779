#include "messaging/conversations.h"

#include "messaging/store/conversation_rows.h"

namespace callwright::messaging {

Result<Conversation> Conversations::open(db::Transaction& tx, const TenantId& tenant,
                                         language::Channel channel, const std::string& key,
                                         const std::optional<PhoneNumber>& person,
                                         const CorrelationId& correlation, Instant now) const {
  Conversation conversation{.id = ids_.make<ConversationId>("cnv"),
                            .tenant = tenant,
                            .channel = channel,
                            .key = key,
                            .person = person,
                            .customer = std::nullopt,
                            .correlation = correlation,
                            .memory = {},
                            .outcome = {},
                            .emergency = {},
                            .opened_at = now,
                            .last_at = now,
                            .ended_at = std::nullopt};
  TRY(store::insert_conversation(tx, conversation));
  return conversation;
}

Result<std::optional<Conversation>> Conversations::latest(db::Transaction& tx,
                                                          const TenantId& tenant,
                                                          language::Channel channel,
                                                          const std::string& key) const {
  return store::lock_latest(tx, tenant, channel, key);
}

Result<std::optional<Conversation>> Conversations::find(db::Transaction& tx, const TenantId& tenant,
                                                        const ConversationId& id) const {
  return store::find_conversation(tx, tenant, id);
}

Result<void> Conversations::save(db::Transaction& tx, const Conversation& conversation,
                                 const std::optional<TurnRecord>& turn) const {
  TRY(store::update_conversation(tx, conversation));
  if (!turn) return {};
  return store::insert_turn(tx, conversation.tenant, conversation.id, *turn);
}

Result<std::vector<TurnRecord>> Conversations::turns(db::Transaction& tx, const TenantId& tenant,
                                                     const ConversationId& id) const {
  return store::turns_of(tx, tenant, id);
}

Result<std::vector<TranscriptLine>> Conversations::transcript(db::Transaction& tx,
                                                              const TenantId& tenant,
                                                              const ConversationId& id) const {
  TRY_ASSIGN(const auto turns, store::turns_of(tx, tenant, id));
  std::vector<TranscriptLine> lines;
  for (const TurnRecord& turn : turns) {
    if (!turn.heard.empty()) lines.push_back({turn.at, Speaker::Caller, turn.heard});
    if (!turn.said.empty()) lines.push_back({turn.at, Speaker::Receptionist, turn.said});
  }
  return lines;
}

}  // namespace callwright::messaging
