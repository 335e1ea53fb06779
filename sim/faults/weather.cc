#include "sim/faults/weather.h"

#include <algorithm>
#include <cmath>

namespace callwright::sim {
namespace {

using providers::sandbox::FaultMenu;
using providers::sandbox::RequestFaults;

constexpr std::array<RequestFaults FaultMenu::*, 3> services = {&FaultMenu::sms, &FaultMenu::calls,
                                                                &FaultMenu::mail};
constexpr double outage_seconds_max = 6 * 3'600;
constexpr Milliseconds between_changes_min = Minutes(10);
constexpr Milliseconds between_changes_max = Minutes(240);
constexpr std::int64_t clock_step_max_ms = 5 * 60'000;

// How likely each fault is where its weight is 1.
FaultMenu menu_of_the_day(const FaultPlan& plan) {
  FaultMenu menu;
  menu.webhooks = {.duplicate = 0.3 * plan.weight(Fault::WebhookDuplicate),
                   .reorder = 0.3 * plan.weight(Fault::WebhookReorder),
                   .delay = 0.3 * plan.weight(Fault::WebhookDelay),
                   .drop = 0.1 * plan.weight(Fault::WebhookDrop),
                   .truncate = 0.05 * plan.weight(Fault::WebhookTruncate),
                   .lose_answer = 0.05 * plan.weight(Fault::WebhookLoseAnswer)};
  for (const auto service : services) {
    menu.*service = {.refuse = 0.03 * plan.weight(Fault::ProviderRefuse),
                     .fail = 0.2 * plan.weight(Fault::ProviderFail),
                     .throttle = 0.2 * plan.weight(Fault::ProviderThrottle),
                     .hang = 0.1 * plan.weight(Fault::ProviderHang),
                     .accept_then_timeout = 0.1 * plan.weight(Fault::ProviderAcceptThenTimeout)};
  }
  menu.sms_undelivered = 0.1 * plan.weight(Fault::ProviderUndelivered);
  menu.recogniser_deaf = 0.2 * plan.weight(Fault::RecogniserDeaf);
  return menu;
}

}  // namespace

std::optional<Milliseconds> Weather::act(World& world) {
  if (begun_) {
    for (const Fault kind : {Fault::ProviderOutage, Fault::ProviderFlapping}) {
      if (draw_.chance(0.3 * world.faults().weight(kind))) begin_outage(world, kind);
    }
    if (draw_.chance(0.4 * world.faults().weight(Fault::ClockStep))) step_clock(world);
  }
  begun_ = true;
  const Milliseconds next = pass_outages(world.now());
  put_in_force(world);
  return next;
}

void Weather::begin_outage(World& world, Fault kind) {
  // Short ones are as likely as long ones, at every scale.
  const double seconds = std::pow(outage_seconds_max, draw_.fraction());
  outages_[draw_.below(outages_.size())] = {
      .until = world.now() + Milliseconds(static_cast<std::int64_t>(seconds * 1'000)),
      .flaps = kind == Fault::ProviderFlapping,
      .down = true};
  world.tally().count_fault(fault_rows()[index_of(kind)].name);
}

// How long until the weather changes.
Milliseconds Weather::pass_outages(Instant now) {
  Milliseconds next(draw_.between(between_changes_min.count(), between_changes_max.count()));
  for (Outage& outage : outages_) {
    if (outage.until <= now) {
      outage = {};
      continue;
    }
    next = std::min(next, outage.until - now);
    if (!outage.flaps) continue;
    outage.down = !outage.down;
    next = std::min(next, Milliseconds(draw_.between(2'000, 20'000)));
  }
  return std::max(next, Milliseconds(1));
}

void Weather::step_clock(World& world) {
  const Milliseconds ahead(draw_.between(-clock_step_max_ms, clock_step_max_ms));
  world.rehearsal().step_product_clock(ahead - clock_ahead_);
  clock_ahead_ = ahead;
  world.tally().count_fault("clock_step");
}

void Weather::put_in_force(World& world) const {
  FaultMenu menu = menu_of_the_day(world.faults());
  for (std::size_t i = 0; i < services.size(); ++i) {
    if (outages_[i].down) (menu.*services[i]).fail = 1;
  }
  world.carrier().set_faults(menu);
}

}  // namespace callwright::sim
