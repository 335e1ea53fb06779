#include "messaging/message_news.h"

#include "messaging/store/delivery_rows.h"
#include "messaging/store/message_rows.h"
#include "platform/journal/event_scope.h"

namespace callwright::messaging {
namespace {

Result<bool> apply_copy_news(db::Transaction& tx, const TenantId& tenant,
                             const store::CopyRow& copy) {
  // An emergency may have gone out in several copies: it has failed when the last of them has.
  if (copy.status == MessageStatus::Failed) {
    TRY_ASSIGN(const bool lives,
               store::another_copy_lives(tx, tenant, *copy.message, copy.provider_id));
    if (lives) return false;
  }
  return move_message(tx, tenant, *copy.message, copy.status, copy.failure);
}

}  // namespace

Result<bool> move_message(db::Transaction& tx, const TenantId& tenant, const MessageId& id,
                          MessageStatus status, std::string_view failure) {
  TRY_ASSIGN(const auto row, store::lock_message(tx, tenant, id));
  if (row) journal::belongs_to(row->correlation);
  if (!row || !moves_forward(row->message.status, status)) return false;
  TRY(store::set_status(tx, tenant, id, status, failure));
  return true;
}

Result<bool> record_copy_news(db::Transaction& tx, const TenantId& tenant,
                              std::string_view provider_id, MessageStatus status,
                              std::string_view failure, Instant now) {
  store::CopyRow news{.provider_id = std::string(provider_id),
                      .message = std::nullopt,
                      .status = status,
                      .failure = std::string(failure),
                      .at = now};
  TRY_ASSIGN(const store::CopyRow known, store::meet_copy(tx, tenant, news));
  if (moves_forward(known.status, status)) TRY(store::set_copy_status(tx, tenant, news));
  if (!known.message) {
    TRY(store::forget_unnamed_copies(tx, tenant, now - unnamed_news_kept));
    return false;
  }
  if (!moves_forward(known.status, status)) return false;
  news.message = known.message;
  return apply_copy_news(tx, tenant, news);
}

Result<bool> name_copy(db::Transaction& tx, const TenantId& tenant, std::string_view provider_id,
                       const MessageId& id, Instant now) {
  TRY_ASSIGN(const store::CopyRow known, store::meet_copy(tx, tenant,
                                                          {.provider_id = std::string(provider_id),
                                                           .message = id,
                                                           .status = MessageStatus::Accepted,
                                                           .failure = {},
                                                           .at = now}));
  if (known.message != id) return false;
  TRY(move_message(tx, tenant, id, MessageStatus::Accepted, {}));
  TRY(apply_copy_news(tx, tenant, known));
  return true;
}

}  // namespace callwright::messaging
