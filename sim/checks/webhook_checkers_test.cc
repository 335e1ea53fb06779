#include "platform/crypto/crypto.h"
#include "sim/checks/test_support/hand_made.h"

namespace callwright::sim {
namespace {

struct WebhookChecks : ChecksTest {
  // What the checkers say of a webhook that commits these rows and is answered so.
  bool breaks_webhook(int invariant, const Webhook& webhook, const HandMade& rows, int status,
                      const std::string& answer) {
    broken();
    checks.webhook_begins(webhook);
    commit(rows);
    checks.webhook_ends(webhook, status, answer);
    const std::vector<int> numbers = broken();
    return std::ranges::find(numbers, invariant) != numbers.end();
  }
  static Webhook text(const std::string& body, const std::string& token = "t1") {
    return {.path = "/twilio/sms",
            .body = "To=%2B15550100100&From=%2B15550100120&Body=" + body,
            .token = token};
  }
  static HandMade receipt(const std::string& token = "t1", const std::string& tenant = "ten_1") {
    HandMade rows;
    rows.insert(Table::WebhookReceipts, {{"tenant_id", tenant},
                                         {"natural_key", token},
                                         {"token", token},
                                         {"response", "<Response/>"}});
    return rows;
  }
};

TEST_F(WebhookChecks, an_event_is_answered_as_it_is_stored) {
  EXPECT_FALSE(breaks_webhook(3, text("hi"), receipt(), 200, "<Response/>"));
  EXPECT_TRUE(breaks_webhook(3, text("hi"), HandMade(), 200, "<Response><Hangup/></Response>"));
}

TEST_F(WebhookChecks, a_repeated_event_changes_nothing) {
  EXPECT_FALSE(breaks_webhook(2, text("hi"), receipt(), 200, "<Response/>"));
  EXPECT_FALSE(breaks_webhook(2, text("hi"), HandMade(), 200, "<Response/>"));
  EXPECT_TRUE(breaks_webhook(2, text("hi"), receipt(), 200, "<Response/>"));
}

TEST_F(WebhookChecks, what_is_accepted_is_committed) {
  const Webhook webhook = text("hi");
  broken();
  checks.webhook_begins(webhook);
  checks.webhook_ends(webhook, 200, "<Response/>");
  EXPECT_EQ(broken(), std::vector{acknowledged_is_kept});
  checks.webhook_begins(webhook);
  checks.webhook_ends(webhook, 503, "");
  EXPECT_EQ(broken(), std::vector<int>());
}

TEST_F(WebhookChecks, a_webhook_acts_for_the_owner_of_its_number) {
  EXPECT_FALSE(breaks_webhook(26, text("hi"), receipt(), 200, "<Response/>"));
  EXPECT_TRUE(breaks_webhook(26, text("hi", "t2"), receipt("t2", "ten_2"), 200, "<Response/>"));
}

TEST_F(WebhookChecks, what_is_turned_away_changes_nothing) {
  EXPECT_FALSE(breaks_webhook(27, text("hi"), HandMade(), 403, ""));
  EXPECT_TRUE(breaks_webhook(27, text("hi"), receipt(), 403, ""));
}

TEST_F(WebhookChecks, what_a_start_found_on_the_disk_is_not_the_webhooks_that_waited_for_it) {
  broken();
  checks.webhook_begins(text("hi"));
  commit(receipt());
  checks.interrupted();
  checks.webhook_ends(text("hi"), 403, "");
  EXPECT_EQ(broken(), std::vector<int>());
}

TEST_F(WebhookChecks, what_is_not_signed_is_turned_away) {
  Webhook forged = text("hi");
  forged.signature = SignatureSeen::Wrong;
  EXPECT_TRUE(breaks_webhook(27, forged, receipt(), 200, "<Response/>"));
  EXPECT_FALSE(breaks_webhook(27, forged, HandMade(), 403, ""));
}

HandMade taken_text(const std::string& consent, int acknowledgements) {
  HandMade rows = WebhookChecks::receipt();
  rows.insert(Table::Turns, {{"conversation_id", "cnv_1"}});
  if (!consent.empty()) {
    rows.insert(Table::Consents, {{"number", "+15550100120"}, {"consent", consent}});
  }
  for (int i = 0; i < acknowledgements; ++i) {
    rows.insert(Table::Messages,
                {{"message_id", "msg_" + std::to_string(i)}, {"kind", "opt_out_ack"}});
  }
  return rows;
}

TEST_F(WebhookChecks, stop_is_written_down_and_answered_once) {
  EXPECT_FALSE(breaks_webhook(23, text("Stop."), taken_text("opted_out", 1), 200, "<Response/>"));
  EXPECT_TRUE(breaks_webhook(23, text("STOP"), taken_text("opted_out", 2), 200, "<Response/>"));
  EXPECT_TRUE(breaks_webhook(23, text("STOP"), taken_text("opted_in", 1), 200, "<Response/>"));
}

TEST_F(WebhookChecks, start_is_written_down_and_help_changes_nothing) {
  EXPECT_FALSE(breaks_webhook(23, text("start"), taken_text("opted_in", 0), 200, "<Response/>"));
  EXPECT_TRUE(breaks_webhook(23, text("start"), taken_text("opted_out", 0), 200, "<Response/>"));
  EXPECT_FALSE(breaks_webhook(23, text("help"), taken_text("", 0), 200, "<Response/>"));
  EXPECT_TRUE(breaks_webhook(23, text("help"), taken_text("opted_out", 0), 200, "<Response/>"));
}

TEST_F(WebhookChecks, a_commit_is_one_tenants) {
  const HandMade::Values mine = {{"callback_id", "cbk_1"}, {"reason", "voicemail"}};
  HandMade::Values theirs = mine;
  theirs.emplace_back("tenant_id", "ten_2");
  EXPECT_FALSE(
      breaks(25, HandMade().insert(Table::Callbacks, mine).insert(Table::Callbacks, mine)));
  EXPECT_TRUE(
      breaks(25, HandMade().insert(Table::Callbacks, mine).insert(Table::Callbacks, theirs)));
  EXPECT_TRUE(breaks(25, HandMade().insert(Table::Callbacks, {{"tenant_id", ""}})));
  EXPECT_TRUE(breaks(25, HandMade().update(Table::Callbacks, mine, {{"tenant_id", "ten_2"}})));
}

TEST_F(WebhookChecks, one_id_joins_what_a_call_caused) {
  commit(HandMade().insert(Table::Conversations,
                           {{"conversation_id", "cnv_1"}, {"correlation", "CA1"}}));
  const auto message = [](const std::string& correlation) {
    return HandMade().insert(
        Table::Messages,
        {{"message_id", "msg_1"}, {"conversation_id", "cnv_1"}, {"correlation", correlation}});
  };
  EXPECT_FALSE(breaks(39, message("CA1")));
  EXPECT_TRUE(breaks(39, message("CA2")));
  EXPECT_TRUE(breaks(39, HandMade().insert(Table::Jobs, {{"job_id", "j"}, {"payload", "p"}})));
}

// An entry as the chain wants it.
HandMade::Values entry(std::int64_t number, const std::string& above) {
  const std::string details = R"({"before":null,"after":null})";
  const std::string commitment = crypto::hex(crypto::sha256("salt_1\n" + details));
  const std::string page =
      std::to_string(number) + R"(,7,"owner","acted","object","CA1",")" + commitment + "\"";
  return {{"number", number},         {"at", 7},
          {"actor", "owner"},         {"action", "acted"},
          {"object", "object"},       {"correlation", "CA1"},
          {"details", details},       {"salt", "salt_1"},
          {"commitment", commitment}, {"hash", crypto::hex(crypto::sha256(above + "\n" + page))}};
}

TEST_F(WebhookChecks, the_audit_is_a_chain) {
  const HandMade::Values first = entry(1, "ten_1");
  const std::string hash = std::get<std::string>(first.back().second);
  EXPECT_FALSE(breaks(38, HandMade().insert(Table::AuditEntries, first)));
  EXPECT_FALSE(breaks(38, HandMade().insert(Table::AuditEntries, entry(2, hash))));
  EXPECT_TRUE(breaks(38, HandMade().insert(Table::AuditEntries, entry(3, hash))));
  EXPECT_TRUE(breaks(38, HandMade().update(Table::AuditEntries, first, {{"actor", "nobody"}})));
}

TEST_F(WebhookChecks, an_entry_is_what_was_committed_to) {
  HandMade::Values edited = entry(1, "");
  edited.at(6).second = R"({"before":null,"after":1})";
  EXPECT_TRUE(breaks(38, HandMade().insert(Table::AuditEntries, edited)));
}

TEST_F(WebhookChecks, a_consent_changes_on_record) {
  const HandMade::Values consent = {{"number", "+15550100120"}, {"consent", "opted_out"}};
  EXPECT_TRUE(breaks(38, HandMade().insert(Table::Consents, consent)));
}

TEST_F(WebhookChecks, spoken_card_numbers_are_in_no_row) {
  checks.add_secret("4111111111111111");
  const auto turn = [](const std::string& heard) {
    return HandMade().insert(Table::Turns, {{"conversation_id", "cnv_1"}, {"heard", heard}});
  };
  const Webhook spoken = text("my+card+is+4111+1111+1111+1111");
  const auto stores = [&](const std::string& heard) {
    return breaks_webhook(35, spoken, turn(heard), 503, "");
  };
  EXPECT_FALSE(stores("my card is [CARD_NUMBER], 1204 Oak Street"));
  EXPECT_TRUE(stores("my card is 4111 1111 1111 1111 thanks"));
  EXPECT_TRUE(stores("4111-1111-1111-1111"));
}

}  // namespace
}  // namespace callwright::sim
