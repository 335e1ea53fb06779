#include "providers/twilio/alert_webhook.h"

#include <gtest/gtest.h>

#include "providers/twilio/test_support/whole_house.h"

namespace callwright::providers::twilio {
namespace {

struct AlertCall : WebhooksTest {
  AlertCall() {
    const auto raised = storage->write([&](db::Transaction& tx) -> Result<AlertId> {
      TRY_ASSIGN(const auto conversation,
                 conversations.open(tx, plumber().id, language::Channel::Voice, "CA7", std::nullopt,
                                    CorrelationId("CA7"), clock.now()));
      TRY_ASSIGN(const auto answer, alerts.raise(tx, plumber(),
                                                 {.conversation = conversation.id,
                                                  .correlation = conversation.correlation,
                                                  .hazard = "gas.smell"}));
      return std::get<notifications::Raised>(answer).id;
    });
    EXPECT_TRUE(raised);
    // The owner is texted first and called when nothing comes of it.
    for (int i = 0; i < 60 && carrier.calls().empty(); ++i) pass(Seconds(10));
  }
  std::optional<AlertId> ringing() {
    return *storage->read(
        [&](db::Transaction& tx) { return alerts.ringing_for(tx, plumber().id, owner); });
  }
};

TEST_F(AlertCall, speaks_and_is_taken_by_pressing_one) {
  ASSERT_EQ(carrier.calls().size(), 1U);
  ASSERT_TRUE(ringing());
  EXPECT_TRUE(done(carrier.owner_answers("1")));
  const auto call = carrier.calls()[0];
  EXPECT_TRUE(call.complaints.empty());
  EXPECT_FALSE(call.heard.empty());
  EXPECT_EQ(ringing(), std::nullopt);
}

TEST_F(AlertCall, is_not_taken_by_another_key_or_a_machine) {
  ASSERT_EQ(carrier.calls().size(), 1U);
  const std::string sid = carrier.calls()[0].sid;
  EXPECT_TRUE(done(carrier.pick_up(sid)));
  EXPECT_TRUE(done(carrier.press(sid, "2")));
  EXPECT_TRUE(done(carrier.silence(sid, Seconds(6))));
  EXPECT_TRUE(done(carrier.silence(sid, Seconds(6))));
  EXPECT_EQ(carrier.call(sid)->state, PhoneState::Ended);
  EXPECT_TRUE(ringing());
}

TEST_F(AlertCall, says_that_there_is_one_even_without_a_database) {
  ASSERT_EQ(carrier.calls().size(), 1U);
  database.down = true;
  EXPECT_TRUE(done(carrier.owner_answers("1")));
  EXPECT_NE(carrier.calls()[0].heard[0].text.find("emergency"), std::string::npos);
}

}  // namespace
}  // namespace callwright::providers::twilio
