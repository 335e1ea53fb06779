#pragma once

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "endpoints/playground/practice_network.h"
#include "providers/sandbox/sandbox_carrier.h"

namespace callwright::server {

// The practice network of a running server: its timers run on a thread of its own, and its webhooks
// go through our own front door.
class LivePracticeNetwork final : public endpoints::PracticeNetwork {
 public:
  explicit LivePracticeNetwork(providers::sandbox::SandboxCarrier& carrier);
  ~LivePracticeNetwork() override;

  // Lets time pass on the network: from now on its timers ring.
  void start();

  Task<std::string> dial(std::string from, PhoneNumber to,
                         reception::Verification verification) override;
  Task<bool> say(std::string call, std::string words) override;
  Task<bool> press(std::string call, std::string keys) override;
  Task<bool> silence(std::string call) override;
  Task<bool> hang_up(std::string call) override;
  Task<bool> owner_answers(std::string keys) override;
  Task<std::string> text(std::string from, PhoneNumber to, std::string body) override;
  std::optional<endpoints::PracticeCall> call(const std::string& id) const override;
  std::vector<endpoints::PracticeStory> stories() const override;
  Task<Result<std::string>> play(std::string story, PhoneNumber to) override;

 private:
  struct Playing;
  void run_timers(const std::stop_token& stop);
  void play_rest(const std::stop_token& stop, Playing playing);

  providers::sandbox::SandboxCarrier& carrier_;
  std::jthread timers_;
  std::mutex mutex_;
  std::vector<std::jthread> players_;
};

}  // namespace callwright::server
