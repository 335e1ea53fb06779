#pragma once

#include "providers/models/wire.h"

namespace callwright::providers::models {

// Anthropic's messages, answered by the call of the one tool there is.
class AnthropicProposer final : public reception::Proposer {
 public:
  AnthropicProposer(ModelSettings settings, http::Client& client)
      : settings_(std::move(settings)), client_(client) {}

  std::string_view name() const override { return "anthropic"; }
  Task<reception::ProposalResult> propose(reception::ProposalRequest request,
                                          Milliseconds budget) override;

 private:
  ModelSettings settings_;
  http::Client& client_;
};

}  // namespace callwright::providers::models
