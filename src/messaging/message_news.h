#pragma once

#include <string_view>

#include "base/id.h"
#include "base/time.h"
#include "messaging/domain/message.h"
#include "platform/db/database.h"

// How news moves a message. News may come twice, late, out of order, or before the answer that says
// which message it is about.
namespace callwright::messaging {

// Waits this long for the answer that names it; then it was about nothing of ours.
inline constexpr std::chrono::hours unnamed_news_kept{24};

// True when the message moved.
Result<bool> move_message(db::Transaction& tx, const TenantId& tenant, const MessageId& id,
                          MessageStatus status, std::string_view failure);

// A provider's news about a copy. True when its message moved.
Result<bool> record_copy_news(db::Transaction& tx, const TenantId& tenant,
                              std::string_view provider_id, MessageStatus status,
                              std::string_view failure, Instant now);

// Says which message a copy is of, and applies what is known of it. False when it is another
// message's.
Result<bool> name_copy(db::Transaction& tx, const TenantId& tenant, std::string_view provider_id,
                       const MessageId& id, Instant now);

}  // namespace callwright::messaging
