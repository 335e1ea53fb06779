#include "emulators/model/model_api.h"

#include <algorithm>
#include <array>

namespace callwright::emulators {
namespace {

constexpr std::chrono::milliseconds slow_length{700};
constexpr std::chrono::milliseconds hang_length{10'000};
constexpr std::size_t requests_kept_max = 1'000;
constexpr std::size_t too_long_bytes = 10'000;

constexpr std::array<std::string_view, 13> fault_names = {
    "none",         "slow",          "hang",     "throttle", "fail",   "overload", "malformed",
    "wrong_schema", "unknown_label", "too_long", "cut_off",  "refuse", "obey"};

// Every member of the schema, with nothing in it.
Json nothing_proposed() {
  Json nothing = Json::object({{"intent", "none"}, {"confidence", 0.0}, {"emergency", false}});
  for (const char* name :
       {"faq_topic", "service", "name", "address", "phone", "email", "problem", "date_time"}) {
    nothing.set(name, nullptr);
  }
  return nothing;
}

Json completed(Json proposal) {
  Json whole = nothing_proposed();
  if (const Json::Object* members = proposal.as_object()) {
    for (const Json::Member& member : *members) whole.set(member.first, member.second);
  }
  return whole;
}

// The JSON that a person's words hold, with what is missing made up: an obedient model.
std::string obeyed(const std::string& user_message) {
  const auto message = Json::parse(user_message);
  const std::string words = message ? message->string_or("words", "") : user_message;
  const std::size_t begin = words.find('{');
  const std::size_t end = words.rfind('}');
  if (begin == std::string::npos || end == std::string::npos || end < begin) {
    return nothing_proposed().dump();
  }
  const std::string order = words.substr(begin, end + 1 - begin);
  const auto json = Json::parse(order);
  return json ? completed(*json).dump() : order;
}

http::Response anthropic_error(int status, std::string_view type, std::string_view why) {
  const Json error = Json::object({{"type", type}, {"message", why}});
  return http::json(status, Json::object({{"type", "error"}, {"error", error}}).dump());
}

http::Response openai_error(int status, std::string_view type, std::string_view why) {
  const Json error =
      Json::object({{"message", why}, {"type", type}, {"param", nullptr}, {"code", nullptr}});
  return http::json(status, Json::object({{"error", error}}).dump());
}

std::string_view error_type(int status) {
  if (status == 429) return "rate_limit_error";
  return status == 529 ? "overloaded_error" : "api_error";
}

}  // namespace

ModelApi::ModelApi(std::string api_key, Hold hold)
    : api_key_(std::move(api_key)), hold_(std::move(hold)), proposal_(nothing_proposed()) {}

void ModelApi::add_routes(http::Router& router) {
  router.add("POST", "/v1/chat/completions", "model.chat_completions",
             [this](http::Request request) { return chat_completion(std::move(request)); });
  router.add("POST", "/v1/messages", "model.messages",
             [this](http::Request request) { return message(std::move(request)); });
  router.add("POST", "/emulator/model", "emulator.model",
             [this](http::Request request) { return set_up(std::move(request)); });
  router.add("GET", "/emulator/model", "emulator.model_shown",
             [this](http::Request) { return show(); });
}

void ModelApi::set_fault(ModelFault fault) {
  const std::scoped_lock lock(mutex_);
  fault_ = fault;
}

void ModelApi::set_proposal(const Json& proposal) {
  const std::scoped_lock lock(mutex_);
  proposal_ = completed(proposal);
}

std::vector<std::string> ModelApi::requests() const {
  const std::scoped_lock lock(mutex_);
  return requests_;
}

Task<ModelApi::Answer> ModelApi::answer(std::string body, std::string user_message) {
  ModelFault fault = ModelFault::None;
  Json proposal;
  {
    const std::scoped_lock lock(mutex_);
    fault = fault_;
    proposal = proposal_;
    if (requests_.size() < requests_kept_max) requests_.push_back(std::move(body));
  }
  if (fault == ModelFault::Slow) co_await hold_(slow_length);
  if (fault == ModelFault::Hang) co_await hold_(hang_length);
  Answer answer{.text = proposal.dump()};
  switch (fault) {
    case ModelFault::Throttle:
      answer.status = 429;
      break;
    case ModelFault::Fail:
      answer.status = 500;
      break;
    case ModelFault::Overload:
      answer.status = 529;
      break;
    case ModelFault::Malformed:
      answer.text = "The person would like to schedule a visit.";
      break;
    case ModelFault::WrongSchema:
      proposal.set("action", "book_now");
      answer.text = proposal.dump();
      break;
    case ModelFault::UnknownLabel:
      proposal.set("intent", "affirm");
      answer.text = proposal.dump();
      break;
    case ModelFault::TooLong:
      proposal.set("problem", std::string(too_long_bytes, 'x'));
      answer.text = proposal.dump();
      break;
    case ModelFault::CutOff:
      answer.text.resize(answer.text.size() / 2);
      answer.cut_off = true;
      break;
    case ModelFault::Refuse:
      answer.refused = true;
      break;
    case ModelFault::Obey:
      answer.text = obeyed(user_message);
      break;
    case ModelFault::None:
    case ModelFault::Slow:
    case ModelFault::Hang:
      break;
  }
  co_return answer;
}

Task<http::Response> ModelApi::chat_completion(http::Request request) {
  if (request.headers.get("Authorization") != "Bearer " + api_key_) {
    co_return openai_error(401, "invalid_request_error", "Incorrect API key provided");
  }
  const auto body = Json::parse(request.body);
  const Json::Array* messages = body ? (*body)["messages"].as_array() : nullptr;
  const bool has_schema = body && (*body)["response_format"].string_or("type", "") == "json_schema";
  if (messages == nullptr || messages->empty() || !has_schema ||
      body->string_or("model", "").empty()) {
    co_return openai_error(400, "invalid_request_error", "messages, model and a schema are needed");
  }
  const Answer given = co_await answer(request.body, messages->back().string_or("content", ""));
  if (given.status != 200) {
    co_return openai_error(given.status, error_type(given.status), "The model cannot answer now");
  }
  const Json refusal = given.refused ? Json("I cannot help with that.") : Json();
  const Json message = Json::object({{"role", "assistant"},
                                     {"content", given.refused ? Json() : Json(given.text)},
                                     {"refusal", refusal}});
  const Json choice = Json::object(
      {{"index", 0}, {"message", message}, {"finish_reason", given.cut_off ? "length" : "stop"}});
  co_return http::json(200, Json::object({{"id", "chatcmpl-emulated"},
                                          {"object", "chat.completion"},
                                          {"model", (*body)["model"]},
                                          {"choices", Json::array({choice})},
                                          {"usage", Json::object({{"prompt_tokens", 1},
                                                                  {"completion_tokens", 1},
                                                                  {"total_tokens", 2}})}})
                                .dump());
}

Task<http::Response> ModelApi::message(http::Request request) {
  if (request.headers.get("x-api-key") != api_key_) {
    co_return anthropic_error(401, "authentication_error", "invalid x-api-key");
  }
  if (!request.headers.get("anthropic-version")) {
    co_return anthropic_error(400, "invalid_request_error",
                              "anthropic-version: header is required");
  }
  const auto body = Json::parse(request.body);
  const Json::Array* messages = body ? (*body)["messages"].as_array() : nullptr;
  const Json::Array* tools = body ? (*body)["tools"].as_array() : nullptr;
  if (messages == nullptr || messages->empty() || tools == nullptr || tools->empty() ||
      body->integer_or("max_tokens", 0) < 1) {
    co_return anthropic_error(400, "invalid_request_error",
                              "messages, max_tokens and a tool are needed");
  }
  const Answer given = co_await answer(request.body, messages->back().string_or("content", ""));
  if (given.status != 200) {
    co_return anthropic_error(given.status, error_type(given.status),
                              "The model cannot answer now");
  }
  // What is no JSON cannot be a tool's input: such a model answers in prose.
  const auto input = Json::parse(given.text);
  const Json block = input ? Json::object({{"type", "tool_use"},
                                           {"id", "toolu_emulated"},
                                           {"name", tools->front().string_or("name", "")},
                                           {"input", *input}})
                           : Json::object({{"type", "text"}, {"text", given.text}});
  std::string_view stop = input ? "tool_use" : "end_turn";
  if (given.cut_off) stop = "max_tokens";
  if (given.refused) stop = "refusal";
  co_return http::json(
      200, Json::object({{"id", "msg_emulated"},
                         {"type", "message"},
                         {"role", "assistant"},
                         {"model", (*body)["model"]},
                         {"content", given.refused ? Json::array() : Json::array({block})},
                         {"stop_reason", stop},
                         {"stop_sequence", nullptr},
                         {"usage", Json::object({{"input_tokens", 1}, {"output_tokens", 1}})}})
               .dump());
}

Task<http::Response> ModelApi::set_up(http::Request request) {
  const auto body = Json::parse(request.body);
  if (!body || !body->is_object()) co_return http::problem(400, "invalid", "no JSON object");
  const auto fault = parse_model_fault(body->string_or("fault", "none"));
  if (!fault) co_return http::problem(400, "invalid", "there is no such fault");
  set_fault(*fault);
  if (const Json* proposal = body->find("proposal")) set_proposal(*proposal);
  co_return shown();
}

Task<http::Response> ModelApi::show() const {
  co_return shown();
}

http::Response ModelApi::shown() const {
  const std::scoped_lock lock(mutex_);
  Json requests = Json::array();
  for (const std::string& body : requests_) requests.push_back(body);
  return http::json(
      200,
      Json::object({{"fault", to_string(fault_)}, {"proposal", proposal_}, {"requests", requests}})
          .dump());
}

std::string_view to_string(ModelFault fault) {
  return fault_names[static_cast<std::size_t>(fault)];
}

std::optional<ModelFault> parse_model_fault(std::string_view name) {
  const auto found = std::ranges::find(fault_names, name);
  if (found == fault_names.end()) return std::nullopt;
  return static_cast<ModelFault>(found - fault_names.begin());
}

}  // namespace callwright::emulators
