#include "messaging/domain/message.h"

#include <gtest/gtest.h>

#include <array>

namespace callwright::messaging {
namespace {

using enum MessageStatus;

constexpr std::array statuses = {Queued, Accepted, Sent, Delivered, Failed, Cancelled};

TEST(MessageStatus, only_higher_ranks_are_taken_and_an_end_is_an_end) {
  // From the row to the column.
  constexpr bool moves[statuses.size()][statuses.size()] = {
      //            Queued Accepted Sent  Deliv. Failed Cancelled
      /*Queued*/ {false, true, true, true, true, true},
      /*Accepted*/ {false, false, true, true, true, false},
      /*Sent*/ {false, false, false, true, true, false},
      /*Delivered*/ {false, false, false, false, false, false},
      /*Failed*/ {false, false, false, false, false, false},
      /*Cancelled*/ {false, false, false, false, false, false},
  };
  for (std::size_t from = 0; from < statuses.size(); ++from) {
    for (std::size_t to = 0; to < statuses.size(); ++to) {
      EXPECT_EQ(moves_forward(statuses[from], statuses[to]), moves[from][to])
          << to_string(statuses[from]) << " to " << to_string(statuses[to]);
    }
  }
}

TEST(Consent, is_asked_for_everything_but_emergencies_and_what_the_law_asks_for) {
  using enum MessageKind;
  for (const MessageKind kind : {EmergencyAlert, OptOutAck, HelpAck}) {
    EXPECT_FALSE(needs_consent(kind)) << to_string(kind);
  }
  for (const MessageKind kind :
       {Confirmation, ChangeNotice, Reply, Summary, OwnerNotice, CallbackPromise, Other}) {
    EXPECT_TRUE(needs_consent(kind)) << to_string(kind);
  }
}

TEST(Words, of_every_enumerator_are_read_back) {
  for (const MessageStatus status : statuses) {
    EXPECT_EQ(parse_message_status(to_string(status)), status);
  }
  for (int i = 0; i <= static_cast<int>(MessageKind::Other); ++i) {
    EXPECT_EQ(parse_message_kind(to_string(static_cast<MessageKind>(i))),
              static_cast<MessageKind>(i));
  }
  for (int i = 0; i <= static_cast<int>(MessageChannel::Chat); ++i) {
    EXPECT_EQ(parse_message_channel(to_string(static_cast<MessageChannel>(i))),
              static_cast<MessageChannel>(i));
  }
  for (int i = 0; i <= static_cast<int>(RecipientRole::Operator); ++i) {
    EXPECT_EQ(parse_recipient_role(to_string(static_cast<RecipientRole>(i))),
              static_cast<RecipientRole>(i));
  }
  EXPECT_EQ(parse_message_status("undelivered"), std::nullopt);
}

}  // namespace
}  // namespace callwright::messaging
