#pragma once

#include <functional>
#include <vector>

#include "sim/universe.h"
#include "sim/world/conversations_again.h"
#include "sim/world/world.h"

namespace callwright::sim {

// The end of a universe: every fault stops, everything gets the time it needs, and then nothing may
// be left open. In some universes all webhooks of the day come once more, and change nothing; in
// some, conversations are played again from their records.
class Epilogue {
 public:
  Epilogue(World& world, std::uint64_t seed, std::uint64_t index)
      : world_(world),
        draw_(derived_seed(seed, epilogue_stream)),
        replays_(index % replay_every == 0),
        has_records_(records_conversations(index)) {}

  void run(const std::function<void(Instant)>& move_to, std::vector<FoundViolation>& found);

 private:
  static constexpr std::uint64_t epilogue_stream = 77;
  static constexpr std::uint64_t replay_every = 8;

  void count_what_happened();
  void check_nothing_is_open(std::vector<FoundViolation>& found);
  std::vector<providers::sandbox::DeliveredWebhook> kept_webhooks();
  void replay(std::vector<FoundViolation>& found);
  void report(int invariant, std::string what, std::vector<FoundViolation>& found);

  World& world_;
  Draw draw_;
  const bool replays_;
  const bool has_records_;
};

}  // namespace callwright::sim
