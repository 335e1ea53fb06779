#pragma once

#include "messaging/conversations.h"
#include "platform/jobs/jobs.h"
#include "platform/journal/journal.h"
#include "reception/parts.h"

namespace callwright::reception {

inline constexpr std::string_view close_conversation_job = "conversation.close";

// No conversation stays open because a store was down or a worker died: it is looked at again
// within seconds, for more than a day.
inline constexpr jobs::RetryPolicy closing_policy{.attempts_max = 10'000,
                                                  .delay_first = Milliseconds(1'000),
                                                  .delay_max = Milliseconds(10'000),
                                                  .lease = Milliseconds(10'000)};

// Books the first look at a conversation that may be forgotten by its carrier. In the transaction
// that opens it, so that no conversation stays open for ever.
Result<void> schedule_closing(const jobs::Queue& queue, db::Transaction& tx,
                              const tenants::Tenant& tenant,
                              const messaging::Conversation& conversation, Instant now);

// Ends what nobody ends: a call whose hang-up never arrived, also where the conversation in it was
// over long before, and a text thread that fell silent.
class ConversationCloser final : public jobs::Handler {
 public:
  ConversationCloser(db::Database& database, const Parts& parts,
                     tenants::TenantDirectory& directory, journal::Journal& journal)
      : database_(database), parts_(parts), directory_(directory), journal_(journal) {}

  Task<jobs::Outcome> run(jobs::Job job) override;

 private:
  Result<jobs::Outcome> close_if_over(db::Transaction& tx, const tenants::TenantPtr& tenant,
                                      const jobs::Job& job) const;
  // Of a conversation that is over: the receptionist has hung up, and the carrier says when it has.
  Result<jobs::Outcome> close_call(db::Transaction& tx, const tenants::Tenant& tenant,
                                   const messaging::Conversation& conversation) const;

  db::Database& database_;
  const Parts& parts_;
  tenants::TenantDirectory& directory_;
  journal::Journal& journal_;
};

}  // namespace callwright::reception
