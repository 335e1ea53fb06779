#pragma once

#include <cstdint>
#include <mutex>
#include <optional>

#include "messaging/conversations.h"
#include "platform/clock/clock.h"
#include "platform/db/database.h"
#include "platform/metrics/metrics.h"
#include "reception/domain/circuit_breaker.h"
#include "reception/proposer.h"
#include "reception/turn.h"
#include "tenants/tenant_directory.h"

namespace callwright::reception {

struct ProposalSettings {
  std::int64_t daily_max = 200;  // Of one tenant, on a day of its own zone.
  Milliseconds budget{1'200};    // What a person may be kept waiting.
};

// Asks a model where the rules are unsure. An event of its own between the transactions: one notes
// that it is asked, another keeps the answer or why there is none, and the turn's takes it.
class Proposals {
 public:
  struct Parts {
    db::Database& database;
    const Clock& clock;
    metrics::Registry& metrics;
    const messaging::Conversations& conversations;
    Proposer& proposer;
  };
  Proposals(const Parts& parts, ProposalSettings settings) : parts_(parts), settings_(settings) {}

  // Before the turn is taken. Whatever goes wrong, the turn can be taken without.
  Task<> ask(tenants::TenantPtr tenant, Turn turn, std::optional<language::Understanding> reading);

 private:
  struct Asking {
    std::string words;
    language::Question asked = language::Question::None;
    language::Language language = language::Language::English;
  };
  // What to ask, where it is worth it, is allowed and was not done before.
  Result<std::optional<Asking>> begin(db::Transaction& tx, const tenants::Tenant& tenant,
                                      const Turn& turn, const language::Understanding& reading,
                                      bool blocked) const;
  void count(std::string_view outcome, Milliseconds latency) const;
  void report(const ProposalResult& result, Instant now);
  bool is_blocked(Instant now);
  bool may_ask(Instant now);
  Task<> keep(TenantId tenant, std::string event_key, ProposalResult result, Milliseconds latency);

  Parts parts_;
  ProposalSettings settings_;
  std::mutex mutex_;
  CircuitBreaker breaker_;
};

}  // namespace callwright::reception
