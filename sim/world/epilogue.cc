#include "sim/world/epilogue.h"

#include <algorithm>
#include <map>

#include "sim/checks/form_reading.h"

namespace callwright::sim {

using providers::sandbox::DeliveredWebhook;

namespace {

// The longest a call may stay open, and the backoff of what could not be sent.
constexpr Milliseconds time_to_end = Minutes(45);

struct Question {
  int invariant;
  std::string_view what;
  std::string_view sql;  // Counts what must not be.
};

constexpr Question questions[] = {
    {4, "calls are still open", "SELECT count(*) FROM calls WHERE ended_at IS NULL"},
    {4, "conversations by phone are still open",
     "SELECT count(*) FROM conversations WHERE ended_at IS NULL AND channel = 'voice'"},
    {4, "conversations by phone ended without an outcome",
     "SELECT count(*) FROM conversations WHERE ended_at IS NOT NULL AND outcome = ''"},
    {20, "messages are queued and nothing will send them",
     "SELECT count(*) FROM messages m WHERE m.status = 'queued' AND NOT EXISTS ("
     "SELECT 1 FROM jobs j WHERE j.tenant_id = m.tenant_id AND j.payload = m.message_id "
     "AND j.finished_at IS NULL)"},
};

// The name of the event that somebody who was rung took the call: the caller's line, the turn in
// which it was put through, and their own line.
std::string acceptance_of(const DeliveredWebhook& webhook) {
  constexpr std::string_view turn_name = "turn=";
  const std::size_t at = webhook.url.find(turn_name);
  if (at == std::string::npos) return "";
  const std::size_t begin = at + turn_name.size();
  const std::string turn = webhook.url.substr(begin, webhook.url.find('&', begin) - begin);
  return form_value(webhook.body, "ParentCallSid") + "/" + turn + "/" +
         form_value(webhook.body, "CallSid");
}

}  // namespace

void Epilogue::run(const std::function<void(Instant)>& move_to,
                   std::vector<FoundViolation>& found) {
  world_.carrier().set_faults({});
  world_.rehearsal().set_product_clock_right();
  move_to(world_.now() + time_to_end);
  count_what_happened();
  check_nothing_is_open(found);
  if (replays_ && found.empty()) replay(found);
  if (has_records_ && found.empty()) play_conversations_again(world_, draw_, found);
}

void Epilogue::count_what_happened() {
  Tally& tally = world_.tally();
  const auto rows = world_.rehearsal().product().world.database.read([](db::Transaction& tx) {
    return tx.query(
        "SELECT channel || ' ' || outcome, count(*) FROM conversations GROUP BY 1 ORDER BY 1");
  });
  ASSERT(rows);
  for (const db::Row& row : *rows) {
    tally.outcomes[row.text(0)] += static_cast<std::uint64_t>(row.integer(1));
    world_.trace().add(row.text(0));
    world_.trace().add(static_cast<std::uint64_t>(row.integer(1)));
  }
  providers::sandbox::FaultMenu struck = world_.carrier().faults_struck();
  for (const std::string_view name : providers::sandbox::fault_names()) {
    const auto count = static_cast<std::uint64_t>(*providers::sandbox::find_fault(struck, name));
    if (count > 0) tally.faults["carrier: " + std::string(name)] += count;
  }
}

void Epilogue::check_nothing_is_open(std::vector<FoundViolation>& found) {
  for (const Question& question : questions) {
    const auto rows = world_.rehearsal().product().world.database.read(
        [&](db::Transaction& tx) { return tx.query(question.sql); });
    ASSERT(rows);
    const std::int64_t count = rows->front().integer(0);
    if (count > 0) {
      report(question.invariant, std::to_string(count) + " " + std::string(question.what), found);
    }
  }
  ++world_.tally().checks["liveness at the end"];
}

// Those that were acted upon. Where nothing could be kept, a caller was asked for a message and
// thanked for it, who took an alert call was asked to read the text, and whoever was rung for a
// caller was hung up on: such an event may still count later.
std::vector<DeliveredWebhook> Epilogue::kept_webhooks() {
  const auto rows = world_.rehearsal().product().world.database.read([](db::Transaction& tx) {
    return tx.query(
        "SELECT natural_key, response FROM webhook_receipts "
        "WHERE source IN ('twilio.fallback_recorded', 'twilio.whisper_accept')");
  });
  ASSERT(rows);
  std::map<std::string, std::string> kept;
  for (const db::Row& row : *rows) kept.emplace(row.text(0), row.text(1));
  std::vector<DeliveredWebhook> webhooks = world_.carrier().webhooks();
  std::erase_if(webhooks, [&](const DeliveredWebhook& webhook) {
    const bool apologised = webhook.answer.contains("/twilio/fallback/recorded") ||
                            webhook.answer.contains("we have technical trouble");
    const bool thanked = webhook.url.contains("/twilio/fallback/recorded");
    // It may have come twice, and have been kept the second time.
    const auto acceptance = kept.find(acceptance_of(webhook));
    const bool hung_up = webhook.url.contains("/twilio/whisper") &&
                         webhook.answer.contains("<Hangup/>") &&
                         (acceptance == kept.end() || acceptance->second != webhook.answer);
    return webhook.status / 100 != 2 || apologised || hung_up ||
           (thanked && !kept.contains(form_value(webhook.body, "RecordingSid")));
  });
  return webhooks;
}

void Epilogue::replay(std::vector<FoundViolation>& found) {
  server::Rehearsal& rehearsal = world_.rehearsal();
  std::vector<DeliveredWebhook> webhooks = kept_webhooks();
  const std::string before = rehearsal.state_hash();
  for (int round = 0; round < 2; ++round) {
    for (std::size_t i = webhooks.size(); i > 1; --i) {
      std::swap(webhooks[i - 1], webhooks[draw_.below(i)]);
    }
    const auto redelivery = rehearsal.run(world_.carrier().redeliver(webhooks));
    if (redelivery.answered_differently > 0) {
      report(3,
             std::to_string(redelivery.answered_differently) +
                 " webhooks were answered differently the second time",
             found);
    }
  }
  if (rehearsal.state_hash() != before) {
    report(2, "the day's webhooks once more changed the state", found);
  }
  world_.trace().add(before);
  world_.tally().checks["webhooks replayed"] += 2 * webhooks.size();
}

void Epilogue::report(int invariant, std::string what, std::vector<FoundViolation>& found) {
  found.push_back({.violation = {.invariant = invariant, .what = std::move(what)},
                   .step = world_.tally().steps,
                   .at = world_.now()});
}

}  // namespace callwright::sim
