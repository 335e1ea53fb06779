#include "messaging/delivery_book.h"

#include <algorithm>
#include <array>

#include "messaging/message_news.h"
#include "messaging/store/delivery_rows.h"
#include "messaging/store/message_rows.h"

namespace callwright::messaging {
namespace {

constexpr std::array<std::string_view, 6> result_words = {
    "open", "accepted", "refused", "not_handed_over", "perhaps", "never_went"};

}  // namespace

std::string_view to_string(AttemptResult result) {
  return result_words.at(static_cast<std::size_t>(result));
}

AttemptResult parse_attempt_result(std::string_view text) {
  const auto found = std::ranges::find(result_words, text);
  ASSERT(found != result_words.end());
  return static_cast<AttemptResult>(found - result_words.begin());
}

Result<std::optional<Delivery>> DeliveryBook::find(db::Transaction& tx, const TenantId& tenant,
                                                   const MessageId& id) const {
  TRY_ASSIGN(auto row, store::lock_message(tx, tenant, id));
  if (!row) return std::nullopt;
  TRY_ASSIGN(const store::AttemptCount count, store::count_attempts(tx, tenant, id));
  return Delivery{.message = std::move(row->message),
                  .correlation = std::move(row->correlation),
                  .withdrawn = row->withdrawn,
                  .attempts = count.begun,
                  .copies_in_doubt = count.in_doubt,
                  .in_doubt_since = count.in_doubt_since};
}

Result<int> DeliveryBook::begin_attempt(db::Transaction& tx, const TenantId& tenant,
                                        const Delivery& delivery) const {
  const int number = delivery.attempts + 1;
  TRY(store::insert_attempt(tx, tenant, delivery.message.id, number, clock_.now()));
  return number;
}

Result<void> DeliveryBook::end_attempt(db::Transaction& tx, const TenantId& tenant,
                                       const MessageId& id, int number, AttemptResult result,
                                       std::string_view detail) const {
  return store::settle_attempt(tx, tenant, id, number, result, detail, clock_.now());
}

Result<void> DeliveryBook::end_doubt(db::Transaction& tx, const TenantId& tenant,
                                     const Delivery& delivery, AttemptResult result,
                                     std::string_view detail) const {
  return store::settle_doubt(tx, tenant, delivery.message.id, delivery.attempts, result, detail,
                             clock_.now());
}

Result<std::vector<Attempt>> DeliveryBook::attempts(db::Transaction& tx, const TenantId& tenant,
                                                    const MessageId& id) const {
  return store::attempts_of(tx, tenant, id);
}

Result<bool> DeliveryBook::accept(db::Transaction& tx, const TenantId& tenant, const MessageId& id,
                                  std::string_view provider_id) const {
  return name_copy(tx, tenant, provider_id, id, clock_.now());
}

Result<bool> DeliveryBook::fail(db::Transaction& tx, const TenantId& tenant, const MessageId& id,
                                std::string_view code) const {
  return move_message(tx, tenant, id, MessageStatus::Failed, code);
}

Result<bool> DeliveryBook::cancel(db::Transaction& tx, const TenantId& tenant, const MessageId& id,
                                  std::string_view why) const {
  return move_message(tx, tenant, id, MessageStatus::Cancelled, why);
}

Result<bool> DeliveryBook::reopen(db::Transaction& tx, const TenantId& tenant,
                                  const MessageId& id) const {
  TRY_ASSIGN(const auto row, store::lock_message(tx, tenant, id));
  if (!row || row->message.status != MessageStatus::Failed || row->message.failure != gave_up) {
    return false;
  }
  TRY(store::set_status(tx, tenant, id, MessageStatus::Queued, {}));
  return true;
}

}  // namespace callwright::messaging
