#include "messaging/domain/message.h"

#include <algorithm>
#include <array>

namespace callwright::messaging {
namespace {

constexpr std::array<std::string_view, 5> channel_words = {"sms", "call", "email", "webhook",
                                                           "chat"};
constexpr std::array<std::string_view, 4> role_words = {"customer", "owner", "technician",
                                                        "operator"};
constexpr std::array<std::string_view, 10> kind_words = {
    "emergency_alert", "confirmation", "change_notice",    "reply", "summary", "opt_out_ack",
    "help_ack",        "owner_notice", "callback_promise", "other"};
constexpr std::array<std::string_view, 6> status_words = {"queued",    "accepted", "sent",
                                                          "delivered", "failed",   "cancelled"};

template <class Enum, std::size_t size>
std::string_view word_of(const std::array<std::string_view, size>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

template <class Enum, std::size_t size>
std::optional<Enum> parsed(const std::array<std::string_view, size>& words, std::string_view text) {
  const auto found = std::ranges::find(words, text);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

struct RankedStatus {
  MessageStatus status;
  int rank;
  bool is_end;
};

// In the order of the enumerators.
// clang-format off
constexpr auto ranks = [] {
  using enum MessageStatus;
  return std::to_array<RankedStatus>({
      // status     rank  is_end
      {Queued,      0,    false},
      {Accepted,    1,    false},
      {Sent,        2,    false},
      {Delivered,   3,    true},
      {Failed,      3,    true},
      {Cancelled,   3,    true},
  });
}();
// clang-format on

constexpr const RankedStatus& row_of(MessageStatus status) {
  return ranks[static_cast<std::size_t>(status)];
}

constexpr bool is_forward(MessageStatus from, MessageStatus to) {
  // What a provider has taken cannot be taken back, so it is never called cancelled.
  if (to == MessageStatus::Cancelled) return from == MessageStatus::Queued;
  return !row_of(from).is_end && row_of(to).rank > row_of(from).rank;
}

constexpr bool for_all_pairs(auto rule) {
  return std::ranges::all_of(ranks, [&](const RankedStatus& from) {
    return std::ranges::all_of(ranks, [&](const RankedStatus& to) { return rule(from, to); });
  });
}

static_assert(std::ranges::all_of(ranks, [](const RankedStatus& row) {
  return &row == &row_of(row.status);
}));
// An end is an end, nothing is queued again, and rank never decreases.
static_assert(for_all_pairs([](const RankedStatus& from, const RankedStatus& to) {
  if (!is_forward(from.status, to.status)) return true;
  return !from.is_end && to.status != MessageStatus::Queued && to.rank > from.rank;
}));
// No limbo: whatever is known of a message, news of its end is taken.
static_assert(std::ranges::all_of(ranks, [](const RankedStatus& row) {
  return row.is_end || (is_forward(row.status, MessageStatus::Delivered) &&
                        is_forward(row.status, MessageStatus::Failed));
}));

}  // namespace

bool moves_forward(MessageStatus from, MessageStatus to) {
  return is_forward(from, to);
}

bool needs_consent(MessageKind kind) {
  switch (kind) {
    case MessageKind::EmergencyAlert:
    case MessageKind::OptOutAck:
    case MessageKind::HelpAck:
      return false;
    case MessageKind::Confirmation:
    case MessageKind::ChangeNotice:
    case MessageKind::Reply:
    case MessageKind::Summary:
    case MessageKind::OwnerNotice:
    case MessageKind::CallbackPromise:
    case MessageKind::Other:
      return true;
  }
  return true;
}

bool is_carried(MessageChannel channel) {
  switch (channel) {
    case MessageChannel::Sms:
    case MessageChannel::Call:
    case MessageChannel::Email:
      return true;
    case MessageChannel::Webhook:
    case MessageChannel::Chat:
      return false;
  }
  return true;
}

bool is_by_number(MessageChannel channel) {
  return channel == MessageChannel::Sms || channel == MessageChannel::Call;
}

std::string_view to_string(MessageChannel channel) {
  return word_of(channel_words, channel);
}
std::string_view to_string(RecipientRole role) {
  return word_of(role_words, role);
}
std::string_view to_string(MessageKind kind) {
  return word_of(kind_words, kind);
}
std::string_view to_string(MessageStatus status) {
  return word_of(status_words, status);
}

std::optional<MessageChannel> parse_message_channel(std::string_view text) {
  return parsed<MessageChannel>(channel_words, text);
}
std::optional<RecipientRole> parse_recipient_role(std::string_view text) {
  return parsed<RecipientRole>(role_words, text);
}
std::optional<MessageKind> parse_message_kind(std::string_view text) {
  return parsed<MessageKind>(kind_words, text);
}
std::optional<MessageStatus> parse_message_status(std::string_view text) {
  return parsed<MessageStatus>(status_words, text);
}

}  // namespace callwright::messaging
