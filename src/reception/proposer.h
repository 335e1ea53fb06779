#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "platform/async/task.h"
#include "reception/domain/proposal.h"

namespace callwright::reception {

// What a model is told: no more than this, and the words only after redaction.
struct ProposalRequest {
  std::string words;
  language::Question asked = language::Question::None;
  language::Language language = language::Language::English;
  language::Trade trade = language::Trade::General;
};

// A model that proposes what a person may have meant. Never waits longer than the budget.
class Proposer {
 public:
  virtual ~Proposer() = default;

  virtual std::string_view name() const = 0;  // For records and metrics: "openai".
  virtual Task<ProposalResult> propose(ProposalRequest request, Milliseconds budget) = 0;
};

}  // namespace callwright::reception
