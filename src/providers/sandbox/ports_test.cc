#include <gtest/gtest.h>

#include "notifications/test_support/port_meaning.h"
#include "platform/clock/clock.h"
#include "providers/sandbox/sandbox_carrier.h"

// The practice network keeps the meaning of the ports, as every provider does.
namespace callwright::notifications {
namespace {

using providers::sandbox::FaultMenu;
using providers::sandbox::RequestFaults;
using providers::sandbox::SandboxCarrier;

Task<http::ClientResult> nobody_is_there(http::ClientRequest) {
  co_return std::unexpected(http::ClientError{http::SendFailure::NotSent, "no server"});
}

class SandboxRig final : public PortRig {
 public:
  SmsSender& sms() override { return carrier_; }
  CallPlacer& calls() override { return carrier_; }
  MailSender& mail() override { return carrier_; }

  void set_mood(Mood mood) override {
    RequestFaults faults;
    if (mood == Mood::Refuses) faults.refuse = 1;
    if (mood == Mood::Throttles) faults.throttle = 1;
    if (mood == Mood::Down) faults.fail = 1;
    if (mood == Mood::Hangs) faults.hang = 1;
    if (mood == Mood::AcceptsThenHangs) faults.accept_then_timeout = 1;
    carrier_.set_faults(FaultMenu{.sms = faults, .calls = faults, .mail = faults});
  }
  void set_look_up_works(bool works) override { set_mood(works ? Mood::Answers : Mood::Down); }
  Instant now() const override { return clock_.now(); }
  void advance(Milliseconds by) override { clock_.advance(by); }
  std::size_t held() const override {
    return carrier_.texts().size() + carrier_.calls().size() + carrier_.mails().size();
  }

 private:
  ManualClock clock_{*parse_iso8601("2026-03-10T15:05:00Z")};
  SeededRandom random_{1};
  SandboxCarrier carrier_{{}, clock_, random_, nobody_is_there};
};

std::unique_ptr<PortRig> make_sandbox_rig() {
  return std::make_unique<SandboxRig>();
}

INSTANTIATE_TEST_SUITE_P(Sandbox, PortMeaning, testing::Values(make_sandbox_rig));

}  // namespace
}  // namespace callwright::notifications
