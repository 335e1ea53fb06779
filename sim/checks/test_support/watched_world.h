#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "server/commands/ready_tenant.h"
#include "server/rehearsal/rehearsal.h"
#include "sim/checks/checks.h"
#include "sim/observe/observed_database.h"
#include "sim/observe/observed_network.h"
#include "sim/observe/observed_webhooks.h"

namespace callwright::sim {

// The practice business with all checkers watching, for one caller at a time.
class WatchedWorld {
 public:
  WatchedWorld() {
    server::RehearsalSeams seams;
    seams.open_database = [this] { return open(); };
    seams.in_front_of_network = [this](const notifications::Network& network) {
      network_ = std::make_unique<ObservedNetwork>(network, checks_);
      return network_->network();
    };
    seams.in_front_of_webhooks = [this](providers::sandbox::Deliver deliver) {
      return observed(std::move(deliver), checks_, LookAtSignatures::Yes);
    };
    // Monday morning in Kansas City.
    auto made = server::Rehearsal::make({.now = from_ms(1'772'463'600'000), .seams = seams});
    EXPECT_TRUE(made.has_value());
    rehearsal_ = std::move(*made);
    checks_.watch(rehearsal_->product().world.clock);
    const auto tenant = rehearsal_->apply_tenant(server::ready_tenant());
    EXPECT_TRUE(tenant.has_value());
    business_ = (*tenant)->numbers.front();
  }

  void play(const std::vector<std::string>& words) {
    auto& carrier = rehearsal_->carrier();
    const std::string sid =
        rehearsal_->run(carrier.dial({.from = "+15550100120", .to = *business_}));
    step();
    for (const std::string& said : words) {
      rehearsal_->run(carrier.say(sid, said));
      step();
    }
    rehearsal_->run(carrier.hang_up(sid));
    step();
  }

  // Ten minutes later, nothing being under way any more.
  std::vector<std::string> finish() {
    for (int i = 0; i < 60; ++i) {
      rehearsal_->advance(Seconds(10));
      step();
    }
    checks_.at_end(database(), rehearsal_->carrier());
    std::vector<std::string> told;
    for (const Violation& violation : checks_.findings().take_violations()) {
      told.push_back(std::to_string(violation.invariant) + ": " + violation.what);
    }
    return told;
  }

  Checks& checks() { return checks_; }
  server::Rehearsal& rehearsal() { return *rehearsal_; }
  db::Database& database() { return rehearsal_->product().world.database; }
  // The database where nobody listens.
  db::Database& unseen() { return *unseen_; }

 private:
  Result<std::unique_ptr<db::Database>> open() {
    const Recorder::Attach attach(checks_.recorder());
    TRY_ASSIGN(auto database, db::open_sqlite({.path = ":memory:", .single_threaded = true}));
    unseen_ = database.get();
    return std::make_unique<ObservedDatabase>(std::move(database), checks_.recorder());
  }
  void step() { checks_.after_step(); }

  Checks checks_;
  db::Database* unseen_ = nullptr;
  std::unique_ptr<ObservedNetwork> network_;
  std::unique_ptr<server::Rehearsal> rehearsal_;
  std::optional<PhoneNumber> business_;
};

}  // namespace callwright::sim
