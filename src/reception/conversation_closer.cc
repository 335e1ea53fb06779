#include "reception/conversation_closer.h"

#include "dialogue/domain/patience.h"
#include "dialogue/memory_codec.h"
#include "platform/log/log.h"
#include "reception/receptionist.h"
#include "tenants/journal_owner.h"

namespace callwright::reception {
namespace {

Turn hang_up_of(const messaging::Conversation& conversation) {
  return {.channel = conversation.channel,
          .conversation_key = conversation.key,
          .source_event = std::string(close_conversation_job),
          .person = conversation.person,
          .event = HungUp{}};
}

// When the conversation is over if nothing more happens in it.
Result<Instant> over_at(const messaging::Conversation& conversation,
                        const tenants::Tenant& tenant) {
  TRY_ASSIGN(const dialogue::Memory memory, dialogue::decode(conversation.memory));
  const Instant quiet = conversation.last_at +
                        dialogue::patience(memory.stage, conversation.channel, tenant.policies);
  const bool bridged = memory.stage == dialogue::Stage::Transferring;
  if (conversation.channel != language::Channel::Voice || bridged) return quiet;
  return std::min(quiet, conversation.opened_at + dialogue::call_length_max);
}

}  // namespace

Result<void> schedule_closing(const jobs::Queue& queue, db::Transaction& tx,
                              const tenants::Tenant& tenant,
                              const messaging::Conversation& conversation, Instant now) {
  const Instant first_look =
      now + dialogue::patience(dialogue::Stage::Opening, conversation.channel, tenant.policies);
  TRY(queue.enqueue(tx,
                    {.tenant = tenant.id,
                     .kind = std::string(close_conversation_job),
                     .dedupe_key = conversation.id.text() + ":" + std::to_string(conversation.turn),
                     .payload = conversation.id.text(),
                     .run_at = first_look,
                     .correlation = conversation.correlation}));
  return {};
}

Task<jobs::Outcome> ConversationCloser::run(jobs::Job job) {
  const Instant now = parts_.clock.now();
  const auto outcome = co_await database_.write_async(
      [this, &job, now](db::Transaction& tx) -> Result<jobs::Outcome> {
        TRY_ASSIGN(const tenants::TenantPtr tenant, directory_.by_id(tx, job.tenant));
        return journal_.run_for(
            tx, tenants::journal_owner(*tenant), journal::event_of(job, now),
            [&](db::Transaction& noted) { return close_if_over(noted, tenant, job); }, jobs::words);
      });
  if (outcome) co_return *outcome;
  co_return jobs::RetryLater{.reason = outcome.error().message};
}

Result<jobs::Outcome> ConversationCloser::close_if_over(db::Transaction& tx,
                                                        const tenants::TenantPtr& tenant,
                                                        const jobs::Job& job) const {
  TRY_ASSIGN(const auto conversation,
             parts_.conversations.find(tx, job.tenant, ConversationId(job.payload)));
  if (!conversation) return jobs::Outcome(jobs::Done{});
  if (conversation->ended_at) return close_call(tx, *tenant, *conversation);

  TRY_ASSIGN(const Instant over, over_at(*conversation, *tenant));
  const Instant now = parts_.clock.now();
  // A bridged call and a recording are waited for longer, until a turn says that they are over.
  const Instant next_look =
      now + dialogue::patience(dialogue::Stage::Opening, conversation->channel, tenant->policies);
  if (now < over) return jobs::Outcome(jobs::Again{std::min(over, next_look)});

  log::info("conversation.closed_by_reaper", {{"conversation", conversation->id}});
  const Receptionist receptionist(parts_);
  TRY(receptionist.take_turn(tx, tenant, hang_up_of(*conversation), std::nullopt));
  return jobs::Outcome(jobs::Done{});
}

Result<jobs::Outcome> ConversationCloser::close_call(
    db::Transaction& tx, const tenants::Tenant& tenant,
    const messaging::Conversation& conversation) const {
  if (conversation.channel != language::Channel::Voice) return jobs::Outcome(jobs::Done{});
  TRY_ASSIGN(auto call, parts_.calls.of_conversation(tx, conversation.tenant, conversation.id));
  if (!call || call->ended_at) return jobs::Outcome(jobs::Done{});

  const Instant over =
      *conversation.ended_at +
      dialogue::patience(dialogue::Stage::Done, conversation.channel, tenant.policies);
  const Instant now = parts_.clock.now();
  if (now < over) return jobs::Outcome(jobs::Again{over});

  log::info("call.closed_by_reaper", {{"call", call->id}});
  TRY(parts_.calls.apply(tx, *call, calls::CallEvent::HungUp, close_conversation_job, now));
  return jobs::Outcome(jobs::Done{});
}

}  // namespace callwright::reception
