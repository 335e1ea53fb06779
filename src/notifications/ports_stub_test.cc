#include "notifications/test_support/ports_stub.h"

#include "notifications/test_support/port_meaning.h"

namespace callwright::notifications {
namespace {

class StubRig final : public PortRig {
 public:
  SmsSender& sms() override { return network_; }
  CallPlacer& calls() override { return network_; }
  MailSender& mail() override { return network_; }
  void set_mood(Mood mood) override {
    network_.sms_mood = network_.call_mood = network_.mail_mood = mood;
  }
  void set_look_up_works(bool works) override { network_.look_up_works = works; }
  Instant now() const override { return clock_.now(); }
  void advance(Milliseconds by) override { clock_.advance(by); }
  std::size_t held() const override {
    return network_.texts.size() + network_.calls.size() + network_.mails.size();
  }

 private:
  ManualClock clock_{from_ms(1'800'000'000'000)};
  StubNetwork network_{clock_};
};

std::unique_ptr<PortRig> make_stub_rig() {
  return std::make_unique<StubRig>();
}

INSTANTIATE_TEST_SUITE_P(Stub, PortMeaning, testing::Values(make_stub_rig));

}  // namespace
}  // namespace callwright::notifications
