#include "sim/faults/machine.h"

#include <cmath>
#include <utility>

#include "sim/observe/observed_database.h"

namespace callwright::sim {
namespace {

// How likely each trouble is in a step where its weight is 1.
constexpr double crash_share = 0.02;
constexpr double downtime_share = 0.005;
constexpr double power_loss_share = 0.02;
constexpr double disk_error_share = 0.05;
constexpr double disk_full_share = 0.02;

constexpr std::uint64_t crash_points_max = 120;
constexpr std::uint64_t disk_changes_max = 40;
constexpr double error_odds = 0.02;

// From a minute on; short ones are as likely as long ones, at every scale.
constexpr double downtime_minutes_max = 4 * 60;

}  // namespace

Machine::Machine(std::uint64_t seed, const FaultPlan& plan, Checks& checks, Tally& tally)
    : plan_(plan), checks_(checks), tally_(tally) {
  const bool needs_disk =
      plan.is_on(Fault::PowerLoss) || plan.is_on(Fault::DiskError) || plan.is_on(Fault::DiskFull);
  if (needs_disk) disk_.emplace(seed);
  if (disk_) life_.depend_on([this] { return disk_->has_stopped(); });
}

Result<std::unique_ptr<db::Database>> Machine::open_database() {
  const Recorder::Attach attach(checks_.recorder());
  db::SqliteSettings settings{.path = ":memory:", .single_threaded = true};
  if (disk_) {
    settings.path = "callwright.db";
    settings.vfs = disk_->vfs();
  }
  TRY_ASSIGN(auto database, db::open_sqlite(settings));
  auto observed = std::make_unique<ObservedDatabase>(std::move(database), checks_.recorder());
  return std::make_unique<MortalDatabase>(std::move(observed), life_);
}

void Machine::begin_step(Random& chance) {
  if (life_.is_dead()) return;
  const auto strikes = [&](Fault fault, double share) {
    return chance.fraction() < share * plan_.weight(fault);
  };
  if (strikes(Fault::Crash, crash_share)) life_.end_after(1 + chance.below(crash_points_max));
  if (strikes(Fault::Downtime, downtime_share)) {
    life_.end_after(1 + chance.below(crash_points_max));
    downtime_ = Milliseconds(
        static_cast<std::int64_t>(60'000 * std::pow(downtime_minutes_max, chance.fraction())));
  }
  if (!disk_) return;
  const auto change = static_cast<std::int64_t>(1 + chance.below(disk_changes_max));
  if (strikes(Fault::PowerLoss, power_loss_share)) disk_->stop_before_change(change);
  if (strikes(Fault::DiskError, disk_error_share)) {
    disk_->set_odds(
        {.read = error_odds, .write = error_odds, .short_write = error_odds, .sync = error_odds});
  }
  if (strikes(Fault::DiskFull, disk_full_share)) {
    disk_->fail_call(change, DiskTrouble::Full, true);
  }
}

void Machine::end_step(server::Rehearsal& rehearsal) {
  bring_back(rehearsal);
  if (life_.is_dead()) return;
  life_.spare();
  downtime_.reset();
  if (!disk_) return;
  disk_->heal();
  disk_->keep_running();
  if (disk_->failures() == failures_seen_) return;
  failures_seen_ = disk_->failures();
  tally_.count_fault("disk_trouble");
  checks_.interrupted();
}

void Machine::bring_back(server::Rehearsal& rehearsal) {
  if (!life_.is_dead()) return;
  const Instant now = rehearsal.clock().now();
  if (downtime_) {
    tally_.count_fault("downtime");
    checks_.went_away();
    back_at_ = now + *std::exchange(downtime_, std::nullopt);
  }
  if (back_at_ && now < *back_at_) return;
  const bool was_away = std::exchange(back_at_, std::nullopt).has_value();
  const bool lost_power = disk_ && disk_->has_stopped();
  if (lost_power || !was_away) tally_.count_fault(lost_power ? "power_loss" : "crash");
  if (disk_) {
    disk_->heal();
    const auto restarted = rehearsal.restart_machine([&] {
      if (lost_power) {
        disk_->restart_after_power_loss();
      } else {
        disk_->restart_after_kill();
      }
      life_.begin_anew();
    });
    ASSERT(restarted);
  } else {
    life_.begin_anew();
    rehearsal.restart_process();
  }
  checks_.came_back();
  checks_.after_restart(rehearsal.product().world.database);
  checks_.interrupted();
}

void Machine::end_downtime(server::Rehearsal& rehearsal) {
  back_at_.reset();
  downtime_.reset();
  bring_back(rehearsal);
}

}  // namespace callwright::sim
