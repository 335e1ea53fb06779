#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "platform/log/log.h"
#include "robustness/database_view.h"
#include "robustness/trial.h"

namespace callwright::robustness {

// A test of the real programs; skipped where there are none.
class RobustnessTest : public testing::Test {
 protected:
  void SetUp() override {
    log::configure({.level = log::Level::Error, .clock = nullptr, .sink = {}});
    programs_ = harness::find_programs();
    if (!programs_) GTEST_SKIP() << "no callwright and callwright-emulators to run";
  }

  void begin(const harness::Business& business) { begin_in(business, folder_.path()); }
  void begin_in(const harness::Business& business, const std::string& folder) {
    auto trial = Trial::begin(*programs_, business, folder);
    ASSERT_TRUE(trial) << trial.error().message;
    trial_ = *std::move(trial);
  }

  // When nothing of what was asked before is still being done.
  std::string quiet_state() const {
    std::string last = state_hash(trial_->file());
    eventually(std::chrono::seconds(10), [&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
      return last == std::exchange(last, state_hash(trial_->file()));
    });
    return last;
  }

  harness::TemporaryFolder folder_;
  std::optional<harness::Programs> programs_;
  std::unique_ptr<Trial> trial_;
};

}  // namespace callwright::robustness
