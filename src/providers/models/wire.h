#pragma once

#include <string>
#include <string_view>

#include "platform/http/client.h"
#include "platform/json/json.h"
#include "reception/proposer.h"

// What every model is told and how its answers are judged, whatever its wire.
namespace callwright::providers::models {

struct ModelSettings {
  std::string base_url;  // "https://api.openai.com".
  std::string model;     // The provider's name for it.
  std::string api_key;   // Empty: the server asks for none.
};

constexpr std::string_view proposal_tool = "proposal";
constexpr std::string_view proposal_purpose = "What the person said, as far as it is plain.";
constexpr int answer_tokens_max = 400;

// Who it is and what it must never do. Nothing a person said is in here.
std::string_view instructions();

// The person's words as a value inside a JSON text, beside what is needed to read them.
std::string message_of(const reception::ProposalRequest& request);

http::ClientRequest post(std::string url, const Json& body, Milliseconds budget);

// The body of a good answer as JSON, or what went wrong before there was one.
std::expected<Json, reception::NoProposal> body_of(const http::ClientResult& result);

// A text that should be the JSON of a proposal.
reception::ProposalResult read_text(std::string_view text);

}  // namespace callwright::providers::models
