#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "crash/paths.h"
#include "harness/caller.h"
#include "harness/load.h"
#include "server/rehearsal/rehearsal.h"
#include "sim/disk/sim_disk.h"

namespace callwright::crash {

// How the machine comes back after it has stopped.
enum class Return : std::uint8_t {
  PowerLoss,
  Kill,
  // Killed and started again; then, once something was answered, the power is lost.
  KillThenPowerLoss,
};

// A disk with one business on it, in the newest schema, at rest.
void furnish(sim::SimDisk& disk);
void furnish(const std::string& file);

// The whole product over a simulated disk, with a carrier who delivers each webhook until it is
// properly answered. Whenever the disk stops, the machine is started again and the house is looked
// through: what was answered must be answered the same, and everything must be whole.
class House {
 public:
  House(const sim::SimDisk& furnished, std::uint64_t seed);
  // The same on a file of this machine, which outlives the process: nothing fails there by itself.
  explicit House(const std::string& furnished_file);
  ~House();
  House(const House&) = delete;
  House& operator=(const House&) = delete;

  sim::SimDisk& disk() { return disk_; }
  void return_by(Return way, sim::Losses losses);

  void take(const std::vector<Step>& steps);
  void fill_log(std::size_t pages);
  // Lets everything that was begun come to its end.
  void rest();
  // The process is another one, on what the last has left.
  void start_again_after_kill() { start_again(Return::Kill, {}); }

  // Everything that a path leaves behind, without the ids and times that differ from run to run.
  std::string traces();
  // The texts that the carrier took, with their recipients, sorted.
  std::vector<std::string> texts_taken();

  // What should not be, in the order it was found.
  const std::vector<std::string>& complaints() const { return complaints_; }
  // How often a webhook was answered with the apology, or not at all, and came again.
  int deliveries_repeated() const { return deliveries_repeated_; }
  int starts() const { return starts_; }

 private:
  struct Answered {
    harness::Webhook webhook;
    std::string answer;
  };
  class Wire;

  void open(const db::SqliteSettings& database, std::uint64_t seed);
  std::optional<harness::Answer> knock(const harness::Webhook& webhook);
  void deliver(const harness::Webhook& webhook, bool is_heard);
  void settle();
  void start_again(Return way, const sim::Losses& losses);
  void look_through();
  void complain(std::string what);
  Result<std::int64_t> count_receipts();
  Result<std::string> find_faults();

  sim::SimDisk disk_;
  std::unique_ptr<Wire> wire_;
  std::unique_ptr<server::Rehearsal> rehearsal_;
  harness::Account account_;
  harness::Call call_;
  std::uint64_t texts_ = 0;
  Return way_ = Return::PowerLoss;
  sim::Losses losses_;
  bool power_will_go_ = false;
  std::vector<Answered> answered_;
  std::vector<std::string> complaints_;
  int deliveries_repeated_ = 0;
  int starts_ = 0;
};

}  // namespace callwright::crash
