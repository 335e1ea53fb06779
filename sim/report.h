#pragma once

#include <chrono>
#include <string>

#include "platform/json/json.h"
#include "sim/run.h"
#include "sim/shrink.h"

namespace callwright::sim {

// How far the run is, on one line that is written over; only where a person watches.
class Progress {
 public:
  explicit Progress(const RunSettings& settings);
  void show(std::uint64_t calls);
  void clear();

 private:
  const RunSettings& settings_;
  const bool watched_;
  const std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point shown_;
};

std::string as_page(const RunSettings& settings, const RunResult& result);
Json as_json(const RunSettings& settings, const RunResult& result);
std::string as_page(const Shrunk& shrunk);

// The command that plays that universe again.
std::string replay_command(const UniverseSpec& spec);

}  // namespace callwright::sim
