#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/phone_number.h"
#include "base/time.h"
#include "platform/async/task.h"
#include "reception/turn.h"

namespace callwright::endpoints {

// A call as its phone shows it.
struct PracticeCall {
  std::string id;
  std::string
      state;  // "ringing", "listening", "recording", "waiting", "transferring", "bridged", "ended".
  std::vector<std::string> heard;  // What was spoken to the caller, in order.
  std::string transfer_to;         // While a person is being rung: the number.
};

// A story that can be watched.
struct PracticeStory {
  std::string name;
  std::string about;  // Its first comment.
};

// What the playground needs of the practice telephone network. Every verb goes through the same
// signed webhooks as a real carrier's.
class PracticeNetwork {
 public:
  virtual ~PracticeNetwork() = default;

  virtual Task<std::string> dial(std::string from, PhoneNumber to,
                                 reception::Verification verification) = 0;
  // False: the phone is in no state for it.
  virtual Task<bool> say(std::string call, std::string words) = 0;
  virtual Task<bool> press(std::string call, std::string keys) = 0;
  virtual Task<bool> silence(std::string call) = 0;
  virtual Task<bool> hang_up(std::string call) = 0;
  virtual Task<bool> owner_answers(std::string keys) = 0;
  virtual Task<std::string> text(std::string from, PhoneNumber to, std::string body) = 0;

  virtual std::optional<PracticeCall> call(const std::string& id) const = 0;

  virtual std::vector<PracticeStory> stories() const = 0;
  // Plays the people of a story towards a business, at the pace of talk. The first call's id, once
  // it has been dialled; the rest goes on by itself. NotFound for an unknown name.
  virtual Task<Result<std::string>> play(std::string story, PhoneNumber to) = 0;
};

}  // namespace callwright::endpoints
