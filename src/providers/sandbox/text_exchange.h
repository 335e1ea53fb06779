#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "providers/sandbox/courier.h"

namespace callwright::providers::sandbox {

// All texts, who wants none, and how far each has come. Safe from any thread.
class TextExchange {
 public:
  static constexpr std::size_t body_characters_max = 1'600;
  static constexpr Milliseconds sent_after{1'000};
  static constexpr Milliseconds delivered_after{3'000};

  TextExchange(const SandboxSettings& settings, const Clock& clock, FaultBox& faults,
               Schedule& schedule)
      : settings_(settings), clock_(clock), faults_(faults), schedule_(schedule) {}

  // From us to a person.
  std::expected<std::string, ApiError> submit(const NewText& text);
  // From a person to us: the webhook that tells us, and the message's sid.
  struct Incoming {
    std::string sid;
    Webhook webhook;
  };
  Incoming receive(const std::string& from, const std::string& to, const std::string& body,
                   const std::string& sms_url);

  void set_blocked(const std::string& person, const std::string& business, bool blocked);

  // Moves every text on that has waited long enough.
  void advance();
  std::optional<Instant> next_step() const;
  std::vector<TextMessage> all() const;
  std::vector<TextMessage> all(const std::function<bool(const TextMessage&)>& wanted) const;

 private:
  struct Step {
    Instant due;
    std::string sid;
    std::string status;
    std::string error_code;
    std::string callback;
  };
  std::string answer_keyword(const TextMessage& text);

  const SandboxSettings& settings_;
  const Clock& clock_;
  FaultBox& faults_;
  Schedule& schedule_;
  mutable std::mutex mutex_;
  std::vector<TextMessage> texts_;
  std::unordered_map<std::string, std::size_t> by_sid_;    // Of those we sent.
  std::set<std::pair<std::string, std::string>> blocked_;  // Person, business.
  std::deque<Step> steps_;
};

}  // namespace callwright::providers::sandbox
