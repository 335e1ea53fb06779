#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "notifications/ports.h"
#include "notifications/test_support/ports_stub.h"

// What the ports of delivery mean. Every provider passes this suite, the stub of our own tests too:
//
//   INSTANTIATE_TEST_SUITE_P(Sandbox, PortMeaning, testing::Values(make_sandbox_rig));
namespace callwright::notifications {

// A provider under test, with the switches of the world behind it.
class PortRig {
 public:
  virtual ~PortRig() = default;

  virtual SmsSender& sms() = 0;
  virtual CallPlacer& calls() = 0;
  virtual MailSender& mail() = 0;

  // From now on the provider behind every port behaves so.
  virtual void set_mood(Mood mood) = 0;
  virtual void set_look_up_works(bool works) = 0;
  virtual Instant now() const = 0;
  virtual void advance(Milliseconds by) = 0;

  // How much the provider has taken, of any kind.
  virtual std::size_t held() const = 0;
};
using MakePortRig = std::unique_ptr<PortRig> (*)();

inline OutboundSms an_sms(std::string_view body = "Your visit is on Friday.",
                          std::string_view to = "+15550100120") {
  return {.id = MessageId("msg_1"),
          .from = *PhoneNumber::parse("+15550100100"),
          .to = *PhoneNumber::parse(to),
          .body = PrivateText(std::string(body))};
}
inline OutboundCall a_call() {
  return {.id = MessageId("msg_2"),
          .from = *PhoneNumber::parse("+15550100100"),
          .to = *PhoneNumber::parse("+15550100101")};
}
inline OutboundMail a_mail() {
  return {.id = MessageId("msg_3"),
          .to = "owner@example.com",
          .subject = "Emergency",
          .body = PrivateText("Gas smell.")};
}

class PortMeaning : public testing::TestWithParam<MakePortRig> {
 protected:
  // The same question for each of the three ways out.
  void for_each_port(const std::function<void(const HandOver&)>& check) {
    {
      SCOPED_TRACE("sms");
      check(wait_for(rig_->sms().send(an_sms())));
    }
    {
      SCOPED_TRACE("call");
      check(wait_for(rig_->calls().place(a_call())));
    }
    {
      SCOPED_TRACE("mail");
      check(wait_for(rig_->mail().send(a_mail())));
    }
  }
  std::optional<std::string> looked_up(const OutboundSms& sms, Instant since) {
    const auto found = wait_for(rig_->sms().look_up(sms, since));
    EXPECT_TRUE(found.has_value());
    return found.value_or(std::nullopt);
  }

  std::unique_ptr<PortRig> rig_ = GetParam()();
};

TEST_P(PortMeaning, what_is_accepted_is_held_once_under_an_id_of_its_own) {
  std::vector<std::string> ids;
  for_each_port([&](const HandOver& answer) {
    const auto* accepted = std::get_if<AcceptedByProvider>(&answer);
    ASSERT_NE(accepted, nullptr);
    EXPECT_FALSE(accepted->provider_id.empty());
    EXPECT_EQ(std::ranges::count(ids, accepted->provider_id), 0);
    ids.push_back(accepted->provider_id);
    EXPECT_EQ(rig_->held(), ids.size());
  });
}

TEST_P(PortMeaning, what_is_refused_has_a_code_and_is_not_held) {
  rig_->set_mood(Mood::Refuses);
  for_each_port([&](const HandOver& answer) {
    const auto* refused = std::get_if<RefusedByProvider>(&answer);
    ASSERT_NE(refused, nullptr);
    EXPECT_FALSE(refused->code.empty());
    EXPECT_EQ(rig_->held(), 0u);
  });
}

TEST_P(PortMeaning, a_provider_that_throttles_says_when_to_come_back_and_holds_nothing) {
  rig_->set_mood(Mood::Throttles);
  for_each_port([&](const HandOver& answer) {
    const auto* kept = std::get_if<NotHandedOver>(&answer);
    ASSERT_NE(kept, nullptr);
    ASSERT_TRUE(kept->retry_after.has_value());
    EXPECT_GT(*kept->retry_after, Milliseconds(0));
    EXPECT_EQ(rig_->held(), 0u);
  });
}

TEST_P(PortMeaning, a_provider_that_is_down_has_surely_taken_nothing) {
  rig_->set_mood(Mood::Down);
  for_each_port([&](const HandOver& answer) {
    EXPECT_TRUE(std::holds_alternative<NotHandedOver>(answer));
    EXPECT_EQ(rig_->held(), 0u);
  });
}

TEST_P(PortMeaning, a_lost_answer_is_never_called_a_failure) {
  for (const Mood mood : {Mood::Hangs, Mood::AcceptsThenHangs}) {
    rig_->set_mood(mood);
    for_each_port([&](const HandOver& answer) {
      EXPECT_TRUE(std::holds_alternative<PerhapsHandedOver>(answer));
    });
  }
}

TEST_P(PortMeaning, a_text_whose_answer_was_lost_is_found_by_looking_it_up) {
  const Instant since = rig_->now();
  rig_->set_mood(Mood::AcceptsThenHangs);
  wait_for(rig_->sms().send(an_sms()));
  rig_->set_mood(Mood::Answers);
  const auto found = looked_up(an_sms(), since);
  ASSERT_TRUE(found.has_value());
  EXPECT_FALSE(found->empty());
}

TEST_P(PortMeaning, a_text_that_was_never_taken_is_not_found) {
  const Instant since = rig_->now();
  rig_->set_mood(Mood::Hangs);
  wait_for(rig_->sms().send(an_sms()));
  rig_->set_mood(Mood::Answers);
  EXPECT_EQ(looked_up(an_sms(), since), std::nullopt);
}

TEST_P(PortMeaning, another_text_is_not_taken_for_the_one_looked_up) {
  wait_for(rig_->sms().send(an_sms()));
  rig_->advance(Seconds(60));
  const Instant since = rig_->now();
  EXPECT_EQ(looked_up(an_sms(), since), std::nullopt) << "it is older";
  wait_for(rig_->sms().send(an_sms("Other words.")));
  wait_for(rig_->sms().send(an_sms("Your visit is on Friday.", "+15550100121")));
  EXPECT_EQ(looked_up(an_sms(), since), std::nullopt) << "other words, other people";
}

TEST_P(PortMeaning, a_provider_that_cannot_say_what_it_has_gives_an_error) {
  wait_for(rig_->sms().send(an_sms()));
  rig_->set_look_up_works(false);
  EXPECT_FALSE(wait_for(rig_->sms().look_up(an_sms(), rig_->now())).has_value());
}

}  // namespace callwright::notifications
