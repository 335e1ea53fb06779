#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "sim/world/businesses.h"
#include "sim/world/world.h"

namespace callwright::sim {

// A few businesses and nobody who calls: for one actor to act in. Only one kind of fault is on.
class QuietWorld {
 public:
  QuietWorld(Instant now, Fault fault) {
    auto rehearsal = server::Rehearsal::make({.now = now});
    EXPECT_TRUE(rehearsal.has_value());
    rehearsal_ = *std::move(rehearsal);
    // Each kind is on in half of the plans.
    for (std::uint64_t seed = 0; !plan_.is_on(fault); ++seed) {
      plan_ = FaultPlan(Draw(seed), FaultSet().set(index_of(fault)));
    }
    world_ = std::make_unique<World>(*rehearsal_, plan_, post_, tally_, trace_);
    for (const Json& document : draw_businesses(Draw(1))) {
      auto tenant = rehearsal_->apply_tenant(document);
      EXPECT_TRUE(tenant.has_value());
      world_->businesses().push_back({.document = document, .tenant = *std::move(tenant)});
    }
  }

  World& operator*() { return *world_; }
  World* operator->() { return world_.get(); }

 private:
  std::unique_ptr<server::Rehearsal> rehearsal_;
  FaultPlan plan_;
  Post post_;
  Tally tally_;
  Trace trace_;
  std::unique_ptr<World> world_;
};

}  // namespace callwright::sim
