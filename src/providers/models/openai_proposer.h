#pragma once

#include "providers/models/wire.h"

namespace callwright::providers::models {

// Chat completions with a JSON schema, as OpenAI and the many servers that speak like it.
class OpenAiProposer final : public reception::Proposer {
 public:
  OpenAiProposer(ModelSettings settings, http::Client& client)
      : settings_(std::move(settings)), client_(client) {}

  std::string_view name() const override { return "openai"; }
  Task<reception::ProposalResult> propose(reception::ProposalRequest request,
                                          Milliseconds budget) override;

 private:
  ModelSettings settings_;
  http::Client& client_;
};

}  // namespace callwright::providers::models
