#include "sim/universe.h"

#include "platform/json/json.h"
#include "server/commands/ready_tenant.h"
#include "server/rehearsal/rehearsal.h"
#include "sim/draw.h"

namespace callwright::sim {
namespace {

constexpr Instant first_moment = Instant(Milliseconds(1'798'000'000'000));
constexpr int calls_per_universe = 20;

// Where liveness is looked at: everything has had time to come to its end.
constexpr Milliseconds quiet_end = Seconds(600);

class Universe {
 public:
  explicit Universe(std::uint64_t seed) : draw_(derived_seed(seed, 0)) {
    auto made = server::Rehearsal::make({.now = first_moment, .seed = seed});
    ASSERT(made);
    rehearsal_ = std::move(*made);
  }

  Outcome run() {
    const auto tenant = rehearsal_->apply_tenant(server::ready_tenant());
    ASSERT(tenant);
    for (int i = 0; i < calls_per_universe && outcome_.violations.empty(); ++i) {
      call((*tenant)->numbers.front());
    }
    rehearsal_->advance(quiet_end);
    return std::move(outcome_);
  }

 private:
  void call(const PhoneNumber& to) {
    auto& carrier = rehearsal_->carrier();
    const std::string sid = rehearsal_->run(
        carrier.dial({.from = "+155501001" + std::to_string(draw_.between(10, 99)), .to = to}));
    step();
    if (draw_.chance(0.5)) {
      rehearsal_->run(carrier.say(sid, "my kitchen sink is clogged"));
      step();
    }
    rehearsal_->run(carrier.hang_up(sid));
    step();
    rehearsal_->advance(Seconds(draw_.between(1, 600)));
    step();
    ++outcome_.calls;
  }

  void step() { ++outcome_.steps; }

  Draw draw_;
  std::unique_ptr<server::Rehearsal> rehearsal_;
  Outcome outcome_;
};

}  // namespace

Outcome run_universe(std::uint64_t seed) {
  return Universe(seed).run();
}

}  // namespace callwright::sim
