#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "platform/http/router.h"
#include "platform/json/json.h"

namespace callwright::emulators {

// How the emulated model misbehaves.
enum class ModelFault : std::uint8_t {
  None,
  Slow,          // Answers, after a while.
  Hang,          // Holds the answer back longer than any client waits.
  Throttle,      // 429.
  Fail,          // 500.
  Overload,      // 529, as Anthropic says it.
  Malformed,     // What should be JSON is prose.
  WrongSchema,   // A member that nobody asked for.
  UnknownLabel,  // An intent that was not offered.
  TooLong,       // A value of 10,000 letters.
  CutOff,        // Ends in the middle, and says so.
  Refuse,        // Will not answer.
  Obey,          // Does what the words of the person tell it: answers with the JSON they hold.
};

// A language model on loopback, for both wires: POST /v1/chat/completions as OpenAI has it, and
// POST /v1/messages as Anthropic has it. It understands nothing: it proposes what it was told to.
class ModelApi {
 public:
  using Hold = std::function<Task<>(std::chrono::milliseconds)>;
  // Requests without the key are turned away.
  ModelApi(std::string api_key, Hold hold);

  void add_routes(http::Router& router);

  void set_fault(ModelFault fault);
  // What is proposed from now on: members of the schema; the others are null.
  void set_proposal(const Json& proposal);
  // The bodies of the requests so far.
  std::vector<std::string> requests() const;

 private:
  struct Answer {
    int status = 200;
    std::string text;  // What the model says.
    bool cut_off = false;
    bool refused = false;
  };
  Task<http::Response> chat_completion(http::Request request);
  Task<http::Response> message(http::Request request);
  Task<http::Response> set_up(http::Request request);
  Task<http::Response> show() const;
  http::Response shown() const;
  Task<Answer> answer(std::string body, std::string user_message);

  const std::string api_key_;
  const Hold hold_;
  mutable std::mutex mutex_;
  ModelFault fault_ = ModelFault::None;
  Json proposal_;
  std::vector<std::string> requests_;
};

std::string_view to_string(ModelFault fault);
std::optional<ModelFault> parse_model_fault(std::string_view name);

}  // namespace callwright::emulators
