#pragma once

#include <memory>
#include <optional>

#include "server/rehearsal/rehearsal.h"
#include "sim/checks/checks.h"
#include "sim/disk/sim_disk.h"
#include "sim/faults/fault_plan.h"
#include "sim/faults/mortal_database.h"
#include "sim/world/tally.h"

namespace callwright::sim {

// The machine the product runs on: its process may die at any point, its power may be lost in the
// middle of a write, and its disk may fail. Comes back when told to.
class Machine {
 public:
  Machine(std::uint64_t seed, const FaultPlan& plan, Checks& checks, Tally& tally);

  Life& life() { return life_; }

  // A database of this machine, in sight of the checkers.
  Result<std::unique_ptr<db::Database>> open_database();

  // Draws what will go wrong in the step that begins.
  void begin_step(Random& chance);
  // Starts what is down again, and lets nothing more go wrong by what was drawn.
  void end_step(server::Rehearsal& rehearsal);
  // Starts the process again where it is down and not to stay away, and the machine where its power
  // was lost.
  void bring_back(server::Rehearsal& rehearsal);
  // When a process that is away for longer comes back.
  std::optional<Instant> back_at() const { return back_at_; }
  // Whatever was to stay away comes back now.
  void end_downtime(server::Rehearsal& rehearsal);

 private:
  const FaultPlan& plan_;
  Checks& checks_;
  Tally& tally_;
  std::optional<SimDisk> disk_;  // Only where something of it may fail: memory is quicker.
  Life life_;
  std::int64_t failures_seen_ = 0;
  // How long the process will be away once it has died, and until when it is.
  std::optional<Milliseconds> downtime_;
  std::optional<Instant> back_at_;
};

}  // namespace callwright::sim
