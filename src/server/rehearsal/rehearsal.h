#pragma once

#include <cstdint>
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

struct RehearsalSettings {
  Instant now;
  std::uint64_t seed = 1;
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
  // Moves the clock, stopping at every moment something is due.
  void advance(Milliseconds by);

  // The caller says nothing for so long, or until the receptionist reacts to it.
  void stay_silent(const std::string& call, Milliseconds at_most);

  // The process dies and starts again on the same data: what was only in its memory is gone.
  void crash();

  // The kinds of the jobs that ran since the last call, in order.
  std::vector<std::string> take_fired_jobs();

  // A hash over every row of the database: equal when nothing was changed.
  std::string state_hash();

  Product& product() { return *product_; }
  providers::sandbox::SandboxCarrier& carrier() { return *carrier_; }
  ManualClock& clock() { return clock_; }

 private:
  explicit Rehearsal(const RehearsalSettings& settings);
  void start_product();
  void step_towards(Instant end);

  ManualClock clock_;
  SeededRandom random_;
  std::unique_ptr<db::Database> database_;
  std::unique_ptr<providers::sandbox::SandboxCarrier> carrier_;
  std::unique_ptr<Product> product_;
  std::vector<std::string> fired_jobs_;
};

}  // namespace callwright::server
