#include "notifications/domain/delivery_step.h"

#include <gtest/gtest.h>

namespace callwright::notifications {
namespace {

using enum DeliveryStep;
using messaging::MessageStatus;

struct Case {
  bool wanted;
  bool repeatable;
  bool can_look_up;
  int copies_in_doubt;
  DeliveryStep step;
};

constexpr Case cases[] = {
    // wanted  repeat. look up  in doubt  step
    {true, false, true, 0, HandOver},
    {true, true, false, 0, HandOver},
    {false, false, true, 0, Cancel},
    {false, true, false, 0, Cancel},
    // Never twice without asking.
    {true, false, true, 1, AskProvider},
    {false, false, true, 1, AskProvider},
    {true, false, false, 1, LeaveUnconfirmed},
    {false, false, false, 1, LeaveUnconfirmed},
    // An emergency is repeated at once, but not for ever, and not when somebody has taken it.
    {true, true, true, 1, HandOver},
    {true, true, false, copies_in_doubt_max - 1, HandOver},
    {true, true, true, copies_in_doubt_max, AskProvider},
    {true, true, false, copies_in_doubt_max, LeaveUnconfirmed},
    {false, true, true, 1, AskProvider},
    {false, true, false, 1, LeaveUnconfirmed},
};

TEST(DeliveryStep, follows_the_table) {
  for (const Case& row : cases) {
    EXPECT_EQ(next_delivery_step({.wanted = row.wanted,
                                  .repeatable = row.repeatable,
                                  .can_look_up = row.can_look_up,
                                  .copies_in_doubt = row.copies_in_doubt}),
              row.step)
        << "row " << &row - cases;
  }
}

TEST(DeliveryStep, what_is_not_queued_is_left_alone) {
  for (const MessageStatus status :
       {MessageStatus::Accepted, MessageStatus::Sent, MessageStatus::Delivered,
        MessageStatus::Failed, MessageStatus::Cancelled}) {
    for (const Case& row : cases) {
      EXPECT_EQ(next_delivery_step({.status = status,
                                    .wanted = row.wanted,
                                    .repeatable = row.repeatable,
                                    .can_look_up = row.can_look_up,
                                    .copies_in_doubt = row.copies_in_doubt}),
                Nothing);
    }
  }
}

TEST(Repetition, is_for_emergencies_and_for_the_operator) {
  using messaging::MessageKind;
  using messaging::RecipientRole;
  EXPECT_TRUE(may_be_repeated(MessageKind::EmergencyAlert, RecipientRole::Technician));
  EXPECT_TRUE(may_be_repeated(MessageKind::Other, RecipientRole::Operator));
  EXPECT_FALSE(may_be_repeated(MessageKind::OwnerNotice, RecipientRole::Owner));
  EXPECT_FALSE(may_be_repeated(MessageKind::Confirmation, RecipientRole::Customer));
}

}  // namespace
}  // namespace callwright::notifications
