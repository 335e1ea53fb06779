#include "providers/models/openai_proposer.h"

#include "reception/proposal_json.h"

namespace callwright::providers::models {
namespace {

using reception::NoProposal;
using reception::ProposalResult;

Json request_body(const ModelSettings& settings, const reception::ProposalRequest& request) {
  const Json schema = Json::object(
      {{"name", proposal_tool}, {"strict", true}, {"schema", reception::proposal_schema()}});
  return Json::object(
      {{"model", settings.model},
       {"messages",
        Json::array({Json::object({{"role", "system"}, {"content", instructions()}}),
                     Json::object({{"role", "user"}, {"content", message_of(request)}})})},
       {"temperature", 0},
       {"seed", 1},
       {"max_tokens", answer_tokens_max},
       {"response_format", Json::object({{"type", "json_schema"}, {"json_schema", schema}})}});
}

ProposalResult read_answer(const Json& body) {
  const Json::Array* choices = body["choices"].as_array();
  if (choices == nullptr || choices->empty()) return std::unexpected(NoProposal::Malformed);
  const Json& choice = choices->front();
  const std::string finished = choice.string_or("finish_reason", "");
  const Json& message = choice["message"];
  if (finished == "content_filter" || message["refusal"].as_string() != nullptr) {
    return std::unexpected(NoProposal::Declined);
  }
  if (finished == "length") return std::unexpected(NoProposal::Malformed);
  if (const std::string* content = message["content"].as_string()) return read_text(*content);
  // Some servers answer a schema with the call of a function.
  const Json::Array* calls = message["tool_calls"].as_array();
  if (calls == nullptr || calls->size() != 1) return std::unexpected(NoProposal::Malformed);
  return read_text(calls->front()["function"].string_or("arguments", ""));
}

}  // namespace

Task<ProposalResult> OpenAiProposer::propose(reception::ProposalRequest request,
                                             Milliseconds budget) {
  http::ClientRequest sent =
      post(settings_.base_url + "/v1/chat/completions", request_body(settings_, request), budget);
  if (!settings_.api_key.empty()) sent.headers.add("Authorization", "Bearer " + settings_.api_key);
  const auto body = body_of(co_await client_.send(std::move(sent)));
  if (!body) co_return std::unexpected(body.error());
  co_return read_answer(*body);
}

}  // namespace callwright::providers::models
