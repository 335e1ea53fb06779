#include "providers/models/anthropic_proposer.h"

#include "reception/proposal_json.h"

namespace callwright::providers::models {
namespace {

using reception::NoProposal;
using reception::ProposalResult;

Json request_body(const ModelSettings& settings, const reception::ProposalRequest& request) {
  const Json tool = Json::object({{"name", proposal_tool},
                                  {"description", proposal_purpose},
                                  {"input_schema", reception::proposal_schema()}});
  return Json::object(
      {{"model", settings.model},
       {"max_tokens", answer_tokens_max},
       {"temperature", 0},
       {"system", instructions()},
       {"messages",
        Json::array({Json::object({{"role", "user"}, {"content", message_of(request)}})})},
       {"tools", Json::array({tool})},
       {"tool_choice",
        Json::object(
            {{"type", "tool"}, {"name", proposal_tool}, {"disable_parallel_tool_use", true}})}});
}

ProposalResult read_answer(const Json& body) {
  const std::string stopped = body.string_or("stop_reason", "");
  if (stopped == "refusal") return std::unexpected(NoProposal::Declined);
  const Json::Array* content = body["content"].as_array();
  if (content == nullptr || stopped != "tool_use") return std::unexpected(NoProposal::Malformed);
  for (const Json& block : *content) {
    if (block.string_or("type", "") != "tool_use") continue;
    if (block.string_or("name", "") != proposal_tool) break;
    return reception::read_proposal(block["input"]);
  }
  return std::unexpected(NoProposal::Malformed);
}

}  // namespace

Task<ProposalResult> AnthropicProposer::propose(reception::ProposalRequest request,
                                                Milliseconds budget) {
  http::ClientRequest sent =
      post(settings_.base_url + "/v1/messages", request_body(settings_, request), budget);
  sent.headers.add("x-api-key", settings_.api_key);
  sent.headers.add("anthropic-version", "2023-06-01");
  const auto body = body_of(co_await client_.send(std::move(sent)));
  if (!body) co_return std::unexpected(body.error());
  co_return read_answer(*body);
}

}  // namespace callwright::providers::models
