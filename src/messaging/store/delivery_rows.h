#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "messaging/delivery_book.h"
#include "messaging/domain/message.h"
#include "platform/db/database.h"

namespace callwright::messaging::store {

struct AttemptCount {
  int begun = 0;
  int in_doubt = 0;  // No answer came: a copy may have gone.
  std::optional<Instant> in_doubt_since;
};
Result<AttemptCount> count_attempts(db::Transaction& tx, const TenantId& tenant,
                                    const MessageId& message);
Result<void> insert_attempt(db::Transaction& tx, const TenantId& tenant, const MessageId& message,
                            int number, Instant at);
// An attempt that was settled stays so.
Result<void> settle_attempt(db::Transaction& tx, const TenantId& tenant, const MessageId& message,
                            int number, AttemptResult result, std::string_view detail, Instant at);
// The same for those in doubt up to that number.
Result<void> settle_doubt(db::Transaction& tx, const TenantId& tenant, const MessageId& message,
                          int number_max, AttemptResult result, std::string_view detail,
                          Instant at);
Result<std::vector<Attempt>> attempts_of(db::Transaction& tx, const TenantId& tenant,
                                         const MessageId& message);

// A copy of a message as its provider knows it.
struct CopyRow {
  std::string provider_id;
  std::optional<MessageId> message;  // Nothing while only the provider's news has come.
  MessageStatus status = MessageStatus::Accepted;
  std::string failure;
  Instant at;
};
// Inserts the copy, or, where its row is there, names its message if it has none yet. The row as it
// was before the news in it, kept from other writers until the transaction ends.
Result<CopyRow> meet_copy(db::Transaction& tx, const TenantId& tenant, const CopyRow& copy);
Result<void> set_copy_status(db::Transaction& tx, const TenantId& tenant, const CopyRow& copy);
// Whether any copy of the message but this one has not failed.
Result<bool> another_copy_lives(db::Transaction& tx, const TenantId& tenant,
                                const MessageId& message, std::string_view provider_id);
Result<void> forget_unnamed_copies(db::Transaction& tx, const TenantId& tenant, Instant before);

}  // namespace callwright::messaging::store
