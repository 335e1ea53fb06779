#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/db/database.h"
#include "sim/checks/checker.h"
#include "sim/checks/ledger.h"
#include "sim/observe/recorder.h"

namespace callwright::sim {

class PrivacyChecker;

// All checkers over one world. What is seen goes in as a witness; what was wrong comes out.
class Checks final : public Witness {
 public:
  Checks();
  ~Checks() override;

  // The clock of the product, whose times are compared. To be set before anything happens.
  void watch(const Clock& clock) { clock_.watched = &clock; }

  // Hears the database's connections that are opened while it is attached.
  Recorder& recorder() { return recorder_; }

  // Digits that somebody is about to speak and nobody may store.
  void add_secret(std::string digits);
  // The process is away for longer: until it is back nothing is asked of it, and the time that
  // passes on its clock, which may be set meanwhile, is not counted against it.
  void went_away() { away_since_ = clock_.now(); }
  void came_back();

  // The process has died, or its disk has failed. What it was at is taken up again when its lease
  // has ended.
  void interrupted();

  // Everything that was due at this moment is done, unless the process is away.
  void after_step();
  // The process or the machine came back: what was committed is there, no more and no less.
  void after_restart(db::Database& database);
  // Nothing is under way any more and every fault has stopped.
  void at_end(db::Database& database, const providers::sandbox::SandboxCarrier& carrier);

  Findings& findings() { return findings_; }
  const Shadow& shadow() const { return shadow_; }

  void committed(const Batch& batch) override;
  void handing_over(const Parcel& parcel) override;
  void handed_over(const Parcel& parcel, const notifications::HandOver& answer) override;
  void looked_up(const Parcel& parcel, const Result<bool>& has_it) override;
  void webhook_begins(const Webhook& webhook) override;
  void webhook_ends(const Webhook& webhook, int status, std::string_view answer) override;

 private:
  // The world that holds the clock is made later than what looks at it.
  struct LateClock final : Clock {
    Instant now() const override { return watched == nullptr ? Instant() : watched->now(); }
    const Clock* watched = nullptr;
  };

  void compare(db::Database& database);

  LateClock clock_;
  Shadow shadow_;
  Ledger ledger_;
  Findings findings_;
  Milliseconds excused_{0};
  std::optional<Instant> away_since_;
  const Scene scene_;
  Recorder recorder_;
  std::vector<std::unique_ptr<Checker>> checkers_;
  PrivacyChecker* privacy_;
};

}  // namespace callwright::sim
