#include "robustness/fixture.h"

namespace callwright::robustness {
namespace {

using harness::Answer;
using harness::Booking;
using harness::Call;

constexpr std::string_view booked_words = "You are booked";
constexpr std::string_view taken_words = "somebody has just taken that time";

class Races : public RobustnessTest {};

TEST_F(Races, fifty_callers_confirm_one_slot_at_once_and_one_gets_it) {
  constexpr std::size_t callers = 50;
  begin({.technicians = 1});
  std::vector<Call> calls;
  std::vector<std::string> requests;
  for (std::size_t i = 0; i < callers; ++i) {
    calls.push_back(trial_->new_call());
    ASSERT_TRUE(trial_->talk_until(calls.back(), Booking{}, "confirm")) << "caller " << i;
  }
  for (Call& call : calls) {
    requests.push_back(signed_request(trial_->account(), call.say("yes please")));
  }
  const std::vector<Answer> answers = harness::exchange_at_once(trial_->port(), requests);

  std::size_t booked = 0;
  std::size_t honest = 0;
  for (const Answer& answer : answers) {
    EXPECT_TRUE(harness::is_proper_twiml(answer.status, answer.body))
        << answer.status << answer.body;
    if (answer.body.find(booked_words) != std::string::npos) ++booked;
    if (answer.body.find(taken_words) != std::string::npos) ++honest;
  }
  EXPECT_EQ(booked, 1U);
  EXPECT_EQ(honest, callers - 1);
  EXPECT_EQ(number(trial_->file(), "SELECT COUNT(*) FROM appointments"), 1);

  // Whoever came too late was offered other times, and can have one.
  for (std::size_t i = 0; i < callers; ++i) {
    ASSERT_TRUE(calls[i].hear(answers[i].status, answers[i].body));
    if (calls[i].asked() != "time") continue;
    const Answer offered = trial_->send(calls[i].say("the first one"));
    ASSERT_TRUE(calls[i].hear(offered.status, offered.body));
    EXPECT_EQ(calls[i].asked(), "confirm");
    const Answer second = trial_->send(calls[i].say("yes please"));
    EXPECT_NE(second.body.find(booked_words), std::string::npos) << second.body;
    break;
  }
  EXPECT_EQ(number(trial_->file(), "SELECT COUNT(*) FROM appointments"), 2);
}

TEST_F(Races, one_webhook_ten_times_at_once_books_once_and_texts_once_though_the_provider_hangs) {
  constexpr std::size_t copies = 10;
  begin({.technicians = 1});
  Call call = trial_->new_call();
  ASSERT_TRUE(trial_->talk_until(call, Booking{}, "confirm"));
  trial_->set_fault("sms.hang", 1);
  const std::string request = signed_request(trial_->account(), call.say("yes please"));
  const std::vector<Answer> answers =
      harness::exchange_at_once(trial_->port(), std::vector<std::string>(copies, request));
  for (const Answer& answer : answers) {
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, answers.front().body);
    EXPECT_NE(answer.body.find(booked_words), std::string::npos) << answer.body;
  }
  EXPECT_EQ(number(trial_->file(), "SELECT COUNT(*) FROM appointments"), 1);

  // The provider stalls until the server gives up on it, and is well again before the next try.
  const std::string tried = "SELECT COUNT(*) FROM delivery_attempts";
  EXPECT_TRUE(
      eventually(std::chrono::seconds(5), [&] { return number(trial_->file(), tried) > 0; }));
  trial_->set_fault("sms.hang", 0);
  EXPECT_TRUE(eventually(std::chrono::seconds(40), [&] {
    return number(trial_->file(), "SELECT COUNT(*) FROM messages WHERE status = 'queued'") == 0;
  }));
  int to_caller = 0;
  for (const auto& [text, count] : trial_->texts_sent()) {
    EXPECT_EQ(count, 1) << "a text was sent twice";
    if (text.starts_with(call.person())) ++to_caller;
  }
  EXPECT_EQ(to_caller, 1);
}

}  // namespace
}  // namespace callwright::robustness
