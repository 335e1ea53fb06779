#pragma once

#include "platform/clock/clock.h"
#include "providers/sandbox/sandbox_carrier.h"
#include "sim/checks/findings.h"
#include "sim/checks/shadow.h"
#include "sim/observe/witness.h"

namespace callwright::sim {

// What every checker looks at the world through.
struct Scene {
  const Clock& clock;
  const Shadow& shadow;
  Findings& findings;
  // How long the product could not work at all so far: nobody counts that time against it.
  const Milliseconds& excused;
};

// One topic of the list of invariants, looked at from outside: it shares no rule with the code it
// judges. Everything arrives in the order it happens; the shadow has taken a batch in before.
class Checker {
 public:
  explicit Checker(const Scene& scene) : scene_(scene) {}
  virtual ~Checker() = default;

  virtual void committed(const Batch& /*batch*/) {}
  virtual void handing_over(const Parcel& /*parcel*/) {}
  virtual void handed_over(const Parcel& /*parcel*/, const notifications::HandOver& /*answer*/) {}
  virtual void looked_up(const Parcel& /*parcel*/, const Result<bool>& /*has_it*/) {}
  virtual void webhook_begins(const Webhook& /*webhook*/) {}
  virtual void webhook_ends(const Webhook& /*webhook*/, int /*status*/,
                            std::string_view /*answer*/) {}
  // The process died or its disk failed: what was under way is taken up again by then.
  virtual void interrupted(Instant /*resumed*/) {}
  // Everything that was due at this moment is done.
  virtual void after_step() {}
  // Nothing is under way any more and every fault has stopped.
  virtual void at_end(const providers::sandbox::SandboxCarrier& /*carrier*/) {}

 protected:
  Instant now() const { return scene_.clock.now(); }
  const Shadow& shadow() const { return scene_.shadow; }
  template <class What>
  void expect(int invariant, bool holds, What what) {
    scene_.findings.expect(invariant, holds, what);
  }

  const Scene scene_;
};

// "conversation cnv_1: it ended without an outcome", built only for a violation.
template <class... Parts>
std::string told(const Parts&... parts) {
  std::string text;
  ((text += parts), ...);
  return text;
}

}  // namespace callwright::sim
