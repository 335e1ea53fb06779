#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "sim/draw.h"

namespace callwright::sim {

enum class Fault : std::uint8_t {
  WebhookDuplicate,
  WebhookReorder,
  WebhookDelay,
  WebhookDrop,
  WebhookTruncate,
  WebhookLoseAnswer,
  ProviderRefuse,
  ProviderFail,
  ProviderThrottle,
  ProviderHang,
  ProviderAcceptThenTimeout,
  ProviderUndelivered,
  ProviderOutage,
  ProviderFlapping,
  EarlyCallback,
  Crash,
  Downtime,
  PowerLoss,
  DiskError,
  DiskFull,
  ClockStep,
  LeapSecond,
  DstNight,
  RecogniserDeaf,
  Noise,
  SettingsChange,
  CrewChange,
  CallerLeaves,
  SharedNumber,
  OwnerCalls,
};
inline constexpr std::size_t fault_count = static_cast<std::size_t>(Fault::OwnerCalls) + 1;

using FaultSet = std::bitset<fault_count>;

inline std::size_t index_of(Fault fault) {
  return static_cast<std::size_t>(fault);
}

struct FaultRow {
  Fault fault;
  std::string_view name;
  std::string_view what;
};
const std::array<FaultRow, fault_count>& fault_rows();

// "all", "none", or names separated by commas. Invalid for an unknown name: the message lists the
// known ones.
Result<FaultSet> parse_faults(std::string_view text);
std::string to_text(const FaultSet& faults);

// The swarm: which kinds are on in one universe, and how strongly. Each allowed kind is on in half
// of the universes, so that every mixture comes, the calm ones too.
class FaultPlan {
 public:
  FaultPlan() = default;
  FaultPlan(Draw draw, const FaultSet& allowed);

  bool is_on(Fault fault) const { return weight_[index_of(fault)] > 0; }
  // In (0, 1] when it is on.
  double weight(Fault fault) const { return weight_[index_of(fault)]; }

 private:
  std::array<double, fault_count> weight_{};
};

}  // namespace callwright::sim
