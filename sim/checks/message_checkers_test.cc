#include "sim/checks/test_support/hand_made.h"

namespace callwright::sim {
namespace {

using notifications::AcceptedByProvider;
using notifications::PerhapsHandedOver;

HandMade::Values message(const std::string& id, const std::string& kind,
                         const std::string& status = "queued") {
  return {{"message_id", id},
          {"cause_key", "cause:" + id},
          {"recipient", "+15550100120"},
          {"role", "customer"},
          {"channel", "sms"},
          {"kind", kind},
          {"body", "text " + id},
          {"status", status}};
}

struct MessageChecks : ChecksTest {
  bool breaks_handing_over(int invariant, const std::string& id) {
    broken();
    checks.handing_over(parcel(id));
    const std::vector<int> numbers = broken();
    return std::ranges::find(numbers, invariant) != numbers.end();
  }
  static Parcel parcel(const std::string& id) {
    return {.message_id = id, .to = "+15550100120", .body = "text " + id};
  }
  void queue(const std::string& id, const std::string& kind) {
    commit(HandMade()
               .insert(Table::Messages, message(id, kind))
               .insert(Table::Jobs, {{"job_id", "job_" + id},
                                     {"payload", id},
                                     {"correlation", "CA1"},
                                     {"due_at", start_ms}}));
  }
  void begin_attempt(const std::string& id, std::int64_t number = 1) {
    commit(HandMade().insert(Table::DeliveryAttempts,
                             {{"message_id", id}, {"number", number}, {"result", "open"}}));
  }
  void news(const std::string& sid, const std::string& status) {
    const Webhook webhook{.path = "/twilio/sms-status",
                          .body = "MessageSid=" + sid + "&MessageStatus=" + status,
                          .token = ""};
    checks.webhook_begins(webhook);
    checks.webhook_ends(webhook, 503, "");
  }
};

TEST_F(MessageChecks, nothing_leaves_before_its_commit) {
  EXPECT_TRUE(breaks_handing_over(20, "msg_1"));
  queue("msg_1", "confirmation");
  EXPECT_TRUE(breaks_handing_over(20, "msg_1"));
  begin_attempt("msg_1");
  EXPECT_FALSE(breaks_handing_over(20, "msg_1"));
}

TEST_F(MessageChecks, a_queued_message_has_somebody_to_send_it) {
  EXPECT_TRUE(breaks(20, HandMade().insert(Table::Messages, message("msg_1", "reply"))));
}

TEST_F(MessageChecks, a_dead_worker_gives_its_job_up_soon) {
  const HandMade::Values waiting = {{"job_id", "job_1"}, {"payload", "p"}, {"due_at", start_ms}};
  const auto claimed = [&](std::int64_t lease_ms, std::int64_t lane) {
    HandMade::Values row = waiting;
    row.emplace_back("lane", lane);
    return HandMade().update(Table::Jobs, row, {{"lease", "w:1"}, {"due_at", start_ms + lease_ms}});
  };
  EXPECT_FALSE(breaks(20, claimed(10'000, 0)));
  EXPECT_TRUE(breaks(20, claimed(60'000, 0)));
  EXPECT_FALSE(breaks(20, claimed(60'000, 1)));
  EXPECT_TRUE(breaks(20, claimed(3'600'000, 1)));
}

TEST_F(MessageChecks, what_may_have_gone_is_not_sent_again) {
  queue("msg_1", "confirmation");
  begin_attempt("msg_1");
  EXPECT_FALSE(breaks_handing_over(19, "msg_1"));
  checks.handed_over(parcel("msg_1"), PerhapsHandedOver{"timeout"});
  EXPECT_TRUE(breaks_handing_over(19, "msg_1"));
  checks.looked_up(parcel("msg_1"), false);
  EXPECT_FALSE(breaks_handing_over(19, "msg_1"));
}

TEST_F(MessageChecks, an_alert_may_go_twice) {
  queue("msg_1", "emergency_alert");
  begin_attempt("msg_1");
  EXPECT_FALSE(breaks_handing_over(19, "msg_1"));
  checks.handed_over(parcel("msg_1"), AcceptedByProvider{"SM1"});
  EXPECT_FALSE(breaks_handing_over(19, "msg_1"));
}

TEST_F(MessageChecks, the_same_words_are_not_written_twice_in_one_commit) {
  HandMade::Values again = message("msg_2", "confirmation");
  again.at(6).second = "text msg_1";
  EXPECT_TRUE(breaks(19, HandMade()
                             .insert(Table::Messages, message("msg_1", "confirmation"))
                             .insert(Table::Messages, again)));
}

TEST_F(MessageChecks, who_said_stop_is_not_written_to) {
  commit(
      HandMade().insert(Table::Consents, {{"number", "+15550100120"}, {"consent", "opted_out"}}));
  queue("msg_1", "confirmation");
  begin_attempt("msg_1");
  EXPECT_TRUE(breaks_handing_over(22, "msg_1"));
  queue("msg_2", "opt_out_ack");
  begin_attempt("msg_2");
  EXPECT_FALSE(breaks_handing_over(22, "msg_2"));
}

TEST_F(MessageChecks, a_status_does_not_go_back) {
  queue("msg_1", "reply");
  EXPECT_FALSE(breaks(
      21, HandMade().update(Table::Messages, message("msg_1", "reply"), {{"status", "accepted"}})));
  EXPECT_TRUE(breaks(21, HandMade().update(Table::Messages, message("msg_1", "reply", "sent"),
                                           {{"status", "accepted"}})));
}

TEST_F(MessageChecks, a_status_is_not_ahead_of_the_carrier) {
  const HandMade::Values copy = {
      {"provider_id", "SM1"}, {"message_id", "msg_1"}, {"status", "accepted"}};
  commit(HandMade().insert(Table::MessageCopies, copy));
  const HandMade delivered =
      HandMade().update(Table::MessageCopies, copy, {{"status", "delivered"}});
  EXPECT_TRUE(breaks(21, delivered));
  news("SM1", "sent");
  EXPECT_TRUE(breaks(21, delivered));
  news("SM1", "delivered");
  EXPECT_FALSE(breaks(21, delivered));
}

struct AlertChecks : MessageChecks {
  const HandMade::Values alert = {{"alert_id", "alr_1"},
                                  {"conversation_id", "cnv_1"},
                                  {"state", "ringing"},
                                  {"raised_at", start_ms},
                                  {"rungs_climbed", 1}};
  HandMade raised() const {
    HandMade rows;
    rows.insert(Table::Alerts, alert)
        .insert(Table::Messages, message("msg_1", "emergency_alert"))
        .insert(Table::AlertNotices, {{"alert_id", "alr_1"}, {"message_id", "msg_1"}});
    return rows;
  }
};

TEST_F(AlertChecks, the_first_alert_is_in_the_commit_that_raises_it) {
  EXPECT_TRUE(breaks(16, HandMade().insert(Table::Alerts, alert)));
  HandMade::Values other = alert;
  other.at(0).second = "alr_2";
  EXPECT_FALSE(breaks(16, raised()));
}

TEST_F(AlertChecks, it_is_handed_over_within_a_minute) {
  commit(raised());
  EXPECT_FALSE(breaks_later(16, Seconds(60)));
  EXPECT_TRUE(breaks_later(16, Seconds(2)));
}

TEST_F(AlertChecks, it_was_handed_over_in_time) {
  commit(raised());
  checks.handing_over(parcel("msg_1"));
  EXPECT_FALSE(breaks_later(16, Seconds(62)));
}

TEST_F(AlertChecks, what_nobody_accepts_climbs) {
  commit(raised());
  EXPECT_TRUE(breaks_later(17, Seconds(42)));
}

TEST_F(AlertChecks, the_operator_is_told_in_the_end) {
  commit(raised());
  commit(HandMade().update(Table::Alerts, alert, {{"rungs_climbed", 2}}));
  EXPECT_FALSE(breaks_later(17, Seconds(90)));
  EXPECT_TRUE(breaks_later(17, Seconds(20)));
}

TEST_F(AlertChecks, the_operator_was_told) {
  commit(raised());
  commit(HandMade()
             .update(Table::Alerts, alert, {{"rungs_climbed", 2}})
             .insert(Table::Messages, {{"message_id", "msg_9"},
                                       {"cause_key", "operator:alert_not_accepted:alr_1:email"},
                                       {"role", "operator"},
                                       {"status", "sent"}}));
  EXPECT_FALSE(breaks_later(17, Seconds(110)));
}

TEST_F(AlertChecks, what_nobody_took_climbs_although_it_was_accepted) {
  commit(raised());
  checks.handing_over(parcel("msg_1"));
  checks.handed_over(parcel("msg_1"), AcceptedByProvider{"SM1"});
  EXPECT_FALSE(breaks_later(17, Seconds(95)));
  EXPECT_TRUE(breaks_later(17, Seconds(10)));
}

TEST_F(AlertChecks, an_alert_is_given_up_to_the_operator) {
  commit(raised());
  HandMade given_up = HandMade().update(Table::Alerts, alert, {{"state", "exhausted"}});
  EXPECT_TRUE(breaks(17, given_up));
  given_up.insert(Table::Messages, {{"message_id", "msg_9"},
                                    {"cause_key", "operator:alert_exhausted:alr_1:email"},
                                    {"role", "operator"},
                                    {"status", "sent"}});
  EXPECT_FALSE(breaks(17, given_up));
}

TEST_F(AlertChecks, no_policy_takes_an_alert_away) {
  commit(raised());
  const HandMade::Values queued = message("msg_1", "emergency_alert");
  const auto cancelled = [&](const std::string& why, std::int64_t withdrawn) {
    return HandMade().update(Table::Messages, queued,
                             {{"status", "cancelled"}, {"failure", why}, {"withdrawn", withdrawn}});
  };
  EXPECT_TRUE(breaks(18, cancelled("opted_out", 0)));
  EXPECT_TRUE(breaks(18, cancelled("withdrawn", 0)));
  EXPECT_TRUE(breaks(18, cancelled("taken", 1)));
}

TEST_F(AlertChecks, an_alert_that_was_taken_is_taken_back) {
  commit(raised());
  HandMade taken = HandMade().update(Table::Alerts, alert, {{"state", "acknowledged"}});
  taken.update(Table::Messages, message("msg_1", "emergency_alert"),
               {{"status", "cancelled"}, {"failure", "taken"}, {"withdrawn", 1}});
  EXPECT_FALSE(breaks(18, taken));
}

TEST_F(AlertChecks, an_alert_that_is_repeated_takes_the_one_before_back) {
  commit(raised());
  HandMade again =
      HandMade().update(Table::Messages, message("msg_1", "emergency_alert"), {{"withdrawn", 1}});
  EXPECT_TRUE(breaks(18, again));
  again.insert(Table::AlertNotices, {{"alert_id", "alr_1"},
                                     {"message_id", "msg_2"},
                                     {"channel", "sms"},
                                     {"recipient", "+15550100120"}});
  EXPECT_FALSE(breaks(18, again));
}

TEST_F(AlertChecks, a_detected_emergency_is_told_of) {
  const HandMade turn = HandMade().insert(
      Table::Turns, {{"conversation_id", "cnv_1"},
                     {"turn", 1},
                     {"trace", R"({"understood":{"emergency":{"level":"emergency","score":1}}})"}});
  commit(HandMade().insert(Table::Conversations, {{"conversation_id", "cnv_1"}}));
  EXPECT_TRUE(breaks(16, turn));
  commit(raised());
  EXPECT_FALSE(breaks(16, turn));
}

TEST_F(AlertChecks, an_emergency_is_told_of_by_the_alert_of_who_named_the_number_later) {
  const HandMade::Values other = {{"conversation_id", "cnv_2"}, {"person", "+15550100142"}};
  const HandMade turn = HandMade().insert(
      Table::Turns, {{"conversation_id", "cnv_2"},
                     {"turn", 1},
                     {"trace", R"({"understood":{"emergency":{"level":"emergency","score":1}}})"}});
  commit(raised());
  commit(HandMade().insert(Table::Conversations, other));
  EXPECT_TRUE(breaks(16, turn));
  commit(HandMade().update(Table::Alerts, alert, {{"caller", "+15550100142"}}));
  EXPECT_FALSE(breaks(16, turn));
}

}  // namespace
}  // namespace callwright::sim
