#include "sim/checks/test_support/hand_made.h"

namespace callwright::sim {
namespace {

const HandMade::Values call = {{"call_id", "cal_1"},
                               {"provider_id", "CA1"},
                               {"conversation_id", "cnv_1"},
                               {"state", "active"},
                               {"started_at", 1'767'600'000'000}};

HandMade moved(const std::string& from, const std::string& to, const std::string& recorded_from) {
  HandMade rows;
  HandMade::Values before = call;
  before.at(3).second = from;
  rows.update(Table::Calls, before,
              {{"state", to},
               {"ended_at",
                to == "ended" ? HandMade::Value(1'767'600'001'000) : HandMade::Value(nullptr)}});
  return rows.insert(Table::CallEvents, {{"call_id", "cal_1"},
                                         {"number", 1},
                                         {"source", "state"},
                                         {"from_state", recorded_from},
                                         {"to_state", to},
                                         {"source_event", "CA1/answered"}});
}

struct CallChecks : ChecksTest {
  CallChecks() { commit(HandMade().insert(Table::Calls, call)); }
};

TEST_F(CallChecks, a_call_moves_along_its_edges) {
  EXPECT_FALSE(breaks(1, moved("active", "ended", "active")));
}

TEST_F(CallChecks, nothing_revives_a_call) {
  HandMade::Values ended = call;
  ended.at(3).second = "ended";
  EXPECT_TRUE(breaks(1, HandMade().update(Table::Calls, ended, {{"state", "active"}})));
}

TEST_F(CallChecks, a_change_of_state_is_recorded_with_it) {
  EXPECT_TRUE(breaks(1, HandMade().update(Table::Calls, call, {{"state", "voicemail"}})));
  EXPECT_TRUE(breaks(1, moved("active", "voicemail", "initiated")));
}

TEST_F(CallChecks, the_record_of_a_call_is_only_added_to) {
  const HandMade::Values event = {{"call_id", "cal_1"}, {"number", 1}};
  EXPECT_FALSE(breaks(1, HandMade().insert(Table::CallEvents, event)));
  EXPECT_TRUE(breaks(1, HandMade().remove(Table::CallEvents, event)));
  EXPECT_TRUE(
      breaks(1, HandMade().insert(Table::CallEvents, {{"call_id", "cal_1"}, {"number", 3}})));
}

TEST_F(CallChecks, the_carriers_status_does_not_go_back) {
  HandMade::Values before = call;
  before.emplace_back("carrier_status", "completed");
  EXPECT_TRUE(breaks(1, HandMade().update(Table::Calls, before, {{"carrier_status", "ringing"}})));
  EXPECT_FALSE(breaks(1, HandMade().update(Table::Calls, call, {{"carrier_status", "completed"}})));
}

TEST_F(CallChecks, a_call_does_not_stand_still) {
  EXPECT_FALSE(breaks_later(5, Minutes(2)));
  EXPECT_TRUE(breaks_later(5, Minutes(1)));
}

TEST_F(CallChecks, time_the_process_is_away_is_not_counted) {
  checks.went_away();
  EXPECT_FALSE(breaks_later(5, Minutes(60)));
  checks.came_back();
  EXPECT_FALSE(breaks_later(5, Minutes(2)));
  EXPECT_TRUE(breaks_later(5, Minutes(1)));
}

TEST_F(CallChecks, a_clock_that_is_set_back_while_the_process_is_away_gives_it_no_time) {
  checks.went_away();
  EXPECT_FALSE(breaks_later(5, -Minutes(4)));
  checks.came_back();
  EXPECT_FALSE(breaks_later(5, Minutes(6)));
  EXPECT_TRUE(breaks_later(5, Minutes(1)));
}

TEST_F(CallChecks, what_was_due_when_the_process_died_is_taken_up_again_soon) {
  EXPECT_FALSE(breaks_later(5, Minutes(2)));
  checks.interrupted();
  EXPECT_FALSE(breaks_later(5, Seconds(15)));
  EXPECT_TRUE(breaks_later(5, Seconds(1)));
}

const HandMade::Values conversation = {
    {"conversation_id", "cnv_1"}, {"channel", "voice"}, {"correlation", "CA1"}};

TEST_F(CallChecks, a_call_that_is_opened_is_looked_after) {
  HandMade opened;
  HandMade::Values row = conversation;
  row.emplace_back("opened_at", start_ms);
  opened.insert(Table::Conversations, row);
  EXPECT_TRUE(breaks(5, opened));
  HandMade late = opened;
  late.insert(Table::Jobs,
              {{"job_id", "j"}, {"payload", "cnv_1"}, {"due_at", start_ms + 86'400'000}});
  EXPECT_TRUE(breaks(5, late));
  opened.insert(Table::Jobs,
                {{"job_id", "j"}, {"payload", "cnv_1"}, {"due_at", start_ms + 120'000}});
  EXPECT_FALSE(breaks(5, opened));
}

TEST_F(CallChecks, a_clock_that_is_set_back_gives_a_call_until_its_latest_turn_is_over) {
  HandMade::Values turns = conversation;
  turns.emplace_back("last_at", start_ms + 120'000);
  commit(HandMade().insert(Table::Conversations, turns));
  commit(HandMade().update(Table::Conversations, turns, {{"last_at", start_ms}}));
  EXPECT_FALSE(breaks_later(5, Minutes(4)));
  EXPECT_TRUE(breaks_later(5, Minutes(1)));
}

TEST_F(CallChecks, an_end_has_an_outcome_from_the_list) {
  commit(HandMade().insert(Table::Conversations, conversation));
  EXPECT_FALSE(breaks(4, HandMade().update(Table::Conversations, conversation,
                                           {{"outcome", "booked"}, {"ended_at", 5}})));
  EXPECT_TRUE(breaks(4, HandMade().update(Table::Conversations, conversation, {{"ended_at", 5}})));
  EXPECT_TRUE(breaks(4, HandMade().update(Table::Conversations, conversation,
                                          {{"outcome", "forgotten"}, {"ended_at", 5}})));
}

TEST_F(CallChecks, a_call_ends_once) {
  HandMade::Values ended = conversation;
  ended.emplace_back("outcome", "booked");
  ended.emplace_back("ended_at", 5);
  commit(HandMade().insert(Table::Conversations, ended));
  EXPECT_TRUE(
      breaks(4, HandMade().update(Table::Conversations, ended, {{"outcome", "abandoned"}})));
}

TEST_F(CallChecks, a_failure_is_told_to_the_operator) {
  commit(HandMade().insert(Table::Conversations, conversation));
  const HandMade::Values failed = {{"outcome", "failed"}, {"ended_at", 5}};
  EXPECT_TRUE(breaks(4, HandMade().update(Table::Conversations, conversation, failed)));
  EXPECT_FALSE(
      breaks(4, HandMade()
                    .update(Table::Conversations, conversation, failed)
                    .insert(Table::Messages, {{"message_id", "msg_1"}, {"role", "operator"}})));
}

TEST_F(CallChecks, a_promised_call_back_is_in_the_queue) {
  const HandMade::Values queued = {{"outcome", "callback_queued"}, {"ended_at", 5}};
  commit(HandMade().insert(Table::Conversations, conversation));
  EXPECT_TRUE(breaks(7, HandMade().update(Table::Conversations, conversation, queued)));
  EXPECT_FALSE(
      breaks(7, HandMade()
                    .update(Table::Conversations, conversation, queued)
                    .insert(Table::Callbacks, {{"callback_id", "cbk_1"},
                                               {"conversation_id", "cnv_1"},
                                               {"reason", "asked for it"},
                                               {"status", "open"}})
                    .insert(Table::AuditEntries,
                            {{"object", "cbk_1"}, {"actor", "caller:cnv_1"}, {"number", 1}})));
}

TEST_F(CallChecks, a_call_back_is_closed_by_somebody_with_an_outcome) {
  const HandMade::Values open = {
      {"callback_id", "cbk_1"}, {"reason", "voicemail"}, {"status", "open"}};
  HandMade closed;
  closed.update(Table::Callbacks, open, {{"status", "done"}, {"outcome", "called"}});
  EXPECT_TRUE(breaks(7, closed));
  closed.insert(Table::AuditEntries, {{"object", "cbk_1"}, {"actor", "owner"}, {"number", 1}});
  EXPECT_FALSE(breaks(7, closed));
}

}  // namespace
}  // namespace callwright::sim
