#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/clock/clock.h"
#include "platform/clock/random.h"
#include "platform/db/database.h"
#include "platform/json/json.h"
#include "providers/sandbox/sandbox_carrier.h"
#include "server/product.h"
#include "tenants/tenant_directory.h"

namespace callwright::server {

// Where whoever watches a rehearsal, or makes trouble in it, stands between the product and its
// world. What is not set is not there.
struct RehearsalSeams {
  // Opens the database; it is then brought to the newest schema. Not set: one in memory.
  std::function<Result<std::unique_ptr<db::Database>>()> open_database;
  // In place of the rehearsal's own chance; outlives it.
  Random* random = nullptr;
  // What the product sends through; what it hands out outlives the rehearsal.
  std::function<notifications::Network(const notifications::Network&)> in_front_of_network;
  // The model that is asked where the rules are unsure, and how often; outlives the rehearsal.
  reception::Proposer* proposer = nullptr;
  reception::ProposalSettings proposals = {};
  // What webhooks come through.
  std::function<providers::sandbox::Deliver(providers::sandbox::Deliver)> in_front_of_webhooks;
};

struct RehearsalSettings {
  Instant now;
  std::uint64_t seed = 1;
  RehearsalSeams seams = {};
  bool journal = false;  // Whether conversations can be replayed; without it a rehearsal is faster.
};

// The whole product in one thread on a hand-moved clock: the real parts over an embedded database
// in memory and the practice telephone network, which speaks to it over signed webhooks.
class Rehearsal {
 public:
  static Result<std::unique_ptr<Rehearsal>> make(const RehearsalSettings& settings);

  // Makes the tenant of the document.
  Result<tenants::TenantPtr> apply_tenant(const Json& document);

  // Runs a task to its end on this thread. Everything here is immediate, so it does end.
  template <class T>
  T run(Task<T> task) {
    std::optional<T> value;
    start(std::move(task), [&](T result) { value.emplace(std::move(result)); });
    ASSERT(value);
    return std::move(*value);
  }
  void run(Task<> task);

  // Does everything that is due now.
  void settle();
  // When something is due next, for whoever moves the clock by hand.
  std::optional<Instant> next_due();
  // Moves the clock, stopping at every moment something is due.
  void advance(Milliseconds by);

  // The caller says nothing for so long, or until the receptionist reacts to it; true when it did.
  bool stay_silent(const std::string& call, Milliseconds at_most);

  // The process dies and starts again on the same data: what was only in its memory is gone.
  void crash();
  // The same, with nothing done about what is due. Nothing of the product may be on the stack.
  void restart_process();
  // The machine loses its power: the database is closed as well and opened again after `meanwhile`.
  Result<void> restart_machine(const std::function<void()>& meanwhile);

  // The clock of the product's machine is wrong by so much more. The world's is right.
  void step_product_clock(Milliseconds by) { product_clock_.ahead += by; }
  void set_product_clock_right() { product_clock_.ahead = Milliseconds(0); }

  // The kinds of the jobs that ran since the last call, in order.
  std::vector<std::string> take_fired_jobs();

  // A hash over every row of the database: equal when nothing was changed.
  std::string state_hash();

  Product& product() { return *product_; }
  providers::sandbox::SandboxCarrier& carrier() { return *carrier_; }
  ManualClock& clock() { return clock_; }

 private:
  explicit Rehearsal(const RehearsalSettings& settings);
  Result<void> open_database();
  void start_product();
  Result<bool> run_jobs();
  std::optional<Instant> next_job();
  void step_towards(Instant end);

  // The clock on the wall of the machine that the product runs on.
  struct ProductClock final : Clock {
    explicit ProductClock(const Clock& world_clock) : world(world_clock) {}
    Instant now() const override { return world.now() + ahead; }
    const Clock& world;
    Milliseconds ahead{0};
  };

  const RehearsalSeams seams_;
  const bool journal_;
  ManualClock clock_;
  ProductClock product_clock_;
  SeededRandom own_random_;
  Random& random_;
  std::unique_ptr<db::Database> database_;
  std::unique_ptr<providers::sandbox::SandboxCarrier> carrier_;
  std::unique_ptr<Product> product_;
  std::vector<std::string> fired_jobs_;
  // When the next job is due by the product's clock, as far as that was looked up since a job was
  // made or ran. Looking costs more than most steps do.
  std::optional<std::optional<Instant>> next_job_;
};

}  // namespace callwright::server
