#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace callwright::harness {

using SteadyClock = std::chrono::steady_clock;

// Status 0: the connection broke before a whole answer came.
struct Answer {
  int status = 0;
  std::string body;
  double wait_ms = 0;
};

// What one connection says, request after request.
class Script {
 public:
  virtual ~Script() = default;
  // The next request as it goes over the wire; nothing ends the script.
  virtual std::optional<std::string> next() = 0;
  virtual void answered(const Answer& answer) = 0;
};

// Plays each script on a connection of its own to this machine, all at once in this thread, until
// they end or the time is over. What is under way then is waited for. A script whose connection
// breaks ends; one that the server closes after an answer, as is its right, goes on on another.
void drive(std::uint16_t port, std::span<Script* const> scripts, SteadyClock::time_point end);

// One request on a connection of its own.
Answer exchange(std::uint16_t port, std::string request);
// All of them at the same moment, each on a connection of its own; answers in the same order.
std::vector<Answer> exchange_at_once(std::uint16_t port, std::vector<std::string> requests);

Answer get(std::uint16_t port, const std::string& target);
Answer post_json(std::uint16_t port, const std::string& target, const std::string& body);

// Waits, sorted, so that a percentile can be taken.
struct Waits {
  std::vector<double> ms;

  void sort();
  double percentile(double part) const;  // 0.5 is the median. Of nothing: 0.
};

}  // namespace callwright::harness
