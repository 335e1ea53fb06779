#pragma once

#include <string>
#include <vector>

#include "server/rehearsal/rehearsal.h"
#include "sim/faults/fault_plan.h"
#include "sim/trace.h"
#include "sim/world/post.h"
#include "sim/world/tally.h"
#include "tenants/tenant_directory.h"

namespace callwright::sim {

// A business of this universe: its document, as it was applied last.
struct Business {
  Json document;
  tenants::TenantPtr tenant;
};

// What actors can do, and what they can see.
class World {
 public:
  World(server::Rehearsal& rehearsal, const FaultPlan& faults, Post& post, Tally& tally,
        Trace& trace)
      : rehearsal_(rehearsal), faults_(faults), post_(post), tally_(tally), trace_(trace) {}

  Instant now() const { return rehearsal_.clock().now(); }
  server::Rehearsal& rehearsal() { return rehearsal_; }
  providers::sandbox::SandboxCarrier& carrier() { return rehearsal_.carrier(); }
  const FaultPlan& faults() const { return faults_; }
  const Post& post() const { return post_; }
  Tally& tally() { return tally_; }
  Trace& trace() { return trace_; }
  std::vector<Business>& businesses() { return businesses_; }
  // Where the process dies meanwhile, or the settings make no sense, they stay as they were.
  void apply(Business& business, Json document);

  // What people with phones do. Each is a turn.
  std::string dial(const std::string& from, const PhoneNumber& to,
                   reception::Verification verification);
  bool say(const std::string& call, const std::string& words, double confidence);
  bool press(const std::string& call, const std::string& keys);
  void hang_up(const std::string& call);
  bool pick_up(const std::string& call);
  void decline(const std::string& call);
  void text(const std::string& from, const PhoneNumber& to, const std::string& words);

 private:
  void note(std::string_view act, std::string_view who, std::string_view what);

  server::Rehearsal& rehearsal_;
  const FaultPlan& faults_;
  Post& post_;
  Tally& tally_;
  Trace& trace_;
  std::vector<Business> businesses_;
};

}  // namespace callwright::sim
