#include "reception/proposals.h"

#include "base/text.h"
#include "dialogue/domain/memory.h"
#include "dialogue/memory_codec.h"
#include "platform/log/log.h"
#include "reception/proposal_json.h"
#include "reception/reading.h"
#include "reception/store/proposal_rows.h"

namespace callwright::reception {
namespace {

using language::Question;
using language::Understanding;

constexpr std::chrono::hours rows_kept{24};
constexpr std::string_view proposed = "proposed";

std::string_view outcome_of(const ProposalResult& result) {
  return result ? proposed : to_string(result.error());
}

// The provider could not do its work, which it may not do for the next caller either. One that
// answers nonsense is up.
bool is_outage(const ProposalResult& result) {
  if (result) return false;
  switch (result.error()) {
    case NoProposal::Unreachable:
    case NoProposal::Timeout:
    case NoProposal::Throttled:
    case NoProposal::ProviderError:
      return true;
    default:
      return false;
  }
}

}  // namespace

Task<> Proposals::ask(tenants::TenantPtr tenant, Turn turn, std::optional<Understanding> reading) {
  // Most turns go no further. Where the wire does not carry the question, this may ask the database
  // in vain.
  const Said* said = words_of(turn);
  if (said == nullptr || !reading) co_return;
  if (!wants_proposal(*reading, turn.asked, words_for_outsiders(said->text.text()))) co_return;

  const Instant begun = parts_.clock.now();
  const bool blocked = is_blocked(begun);
  const auto asking = co_await parts_.database.write_async(
      [&](db::Transaction& tx) { return begin(tx, *tenant, turn, *reading, blocked); });
  if (!asking) log::warning("reception.proposal_not_asked");
  if (!asking || !*asking) co_return;

  ProposalResult result = std::unexpected(NoProposal::BreakerOpen);
  if (may_ask(begun)) {
    const ProposalRequest request{.words = (*asking)->words,
                                  .asked = (*asking)->asked,
                                  .language = (*asking)->language,
                                  .trade = tenant->trade};
    result = co_await parts_.proposer.propose(request, settings_.budget);
    report(result, parts_.clock.now());
  }
  co_await keep(tenant->id, turn.source_event, std::move(result), parts_.clock.now() - begun);
}

Task<> Proposals::keep(TenantId tenant, std::string event_key, ProposalResult result,
                       Milliseconds latency) {
  count(outcome_of(result), latency);
  const store::ProposalRow row{.question = "",
                               .provider = "",
                               .outcome = std::string(outcome_of(result)),
                               .answer = result ? to_json(*result).dump() : "",
                               .latency_ms = latency.count()};
  const auto kept = co_await parts_.database.write_async(
      [&](db::Transaction& tx) { return store::settle_proposal(tx, tenant, event_key, row); });
  if (!kept) log::warning("reception.proposal_not_kept");
}

Result<std::optional<Proposals::Asking>> Proposals::begin(db::Transaction& tx,
                                                          const tenants::Tenant& tenant,
                                                          const Turn& turn,
                                                          const Understanding& reading,
                                                          bool blocked) const {
  TRY_ASSIGN(const auto conversation,
             parts_.conversations.latest(tx, tenant.id, turn.channel, turn.conversation_key));
  dialogue::Memory memory;  // A text opens a conversation, or an ended one again.
  if (conversation && !conversation->ended_at) {
    if (turn.number && *turn.number != conversation->turn) return std::nullopt;
    TRY_ASSIGN(memory, dialogue::decode(conversation->memory));
  } else if (turn.channel == language::Channel::Voice) {
    return std::nullopt;
  }
  if (memory.alert) return std::nullopt;  // Somebody in danger waits for nobody.

  const Instant now = parts_.clock.now();
  const Question asked = dialogue::question_of(memory.stage);
  const Understanding heard = asked == turn.asked ? reading : *read_words(tenant, turn, asked, now);
  std::string words = words_for_outsiders(words_of(turn)->text.text());
  if (!wants_proposal(heard, asked, words)) return std::nullopt;

  const std::string day = iso_date(tenant.zone.to_local(now).date);
  TRY(store::forget_proposals(tx, tenant.id, now - rows_kept, day));
  store::ProposalRow row{.question = std::string(to_string(asked)),
                         .provider = std::string(parts_.proposer.name()),
                         .outcome = std::string(to_string(NoProposal::Unanswered)),
                         .answer = ""};
  if (blocked) {
    row.outcome = to_string(NoProposal::BreakerOpen);
  } else {
    TRY_ASSIGN(const bool counted, store::count_proposal(tx, tenant.id, day, settings_.daily_max));
    if (!counted) row.outcome = to_string(NoProposal::DailyCap);
  }
  TRY_ASSIGN(const bool is_new, store::add_proposal(tx, tenant.id, turn.source_event, now, row));
  if (!is_new) return std::nullopt;
  if (row.outcome != to_string(NoProposal::Unanswered)) {
    tx.after_commit([this, outcome = row.outcome] { count(outcome, Milliseconds(0)); });
    return std::nullopt;
  }
  return Asking{.words = std::move(words), .asked = asked, .language = heard.language};
}

void Proposals::count(std::string_view outcome, Milliseconds latency) const {
  const std::string provider(parts_.proposer.name());
  parts_.metrics
      .counter("callwright_proposals_total", "Models asked for a proposal, by what came of it.",
               {{"provider", provider}, {"outcome", std::string(outcome)}})
      .increment();
  parts_.metrics
      .histogram("callwright_proposal_seconds", "How long a model took.", {{"provider", provider}})
      .observe(std::chrono::duration<double>(latency).count());
  log::info("reception.proposal",
            {{"provider", provider}, {"outcome", outcome}, {"latency_ms", latency.count()}});
}

void Proposals::report(const ProposalResult& result, Instant now) {
  const std::scoped_lock lock(mutex_);
  if (is_outage(result)) {
    failed(breaker_, now);
  } else {
    succeeded(breaker_);
  }
}

bool Proposals::is_blocked(Instant now) {
  const std::scoped_lock lock(mutex_);
  return blocks(breaker_, now);
}

bool Proposals::may_ask(Instant now) {
  const std::scoped_lock lock(mutex_);
  return may_pass(breaker_, now);
}

}  // namespace callwright::reception
