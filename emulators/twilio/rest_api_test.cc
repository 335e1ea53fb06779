#include "emulators/twilio/rest_api.h"

#include <gtest/gtest.h>

#include "notifications/test_support/port_meaning.h"
#include "platform/clock/clock.h"
#include "providers/twilio/rest_client.h"

// Our client of the carrier's API against our emulator of it: the ports keep their meaning across
// HTTP.
namespace callwright::notifications {
namespace {

using providers::sandbox::FaultMenu;
using providers::sandbox::RequestFaults;
using providers::sandbox::SandboxCarrier;

const std::string account = "AC00000000000000000000000000000001";

Task<http::ClientResult> nobody_is_there(http::ClientRequest) {
  co_return std::unexpected(http::ClientError{http::SendFailure::NotSent, "no server"});
}

// A wire that gives up on answers that are held back.
class ImpatientClient final : public http::Client {
 public:
  explicit ImpatientClient(const http::Router& router)
      : deliver_(providers::sandbox::deliver_to(router)) {}

  Task<http::ClientResult> send(http::ClientRequest request) override {
    held = false;
    http::ClientResult result = co_await deliver_(std::move(request));
    if (!held) co_return result;
    co_return std::unexpected(http::ClientError{http::SendFailure::Ambiguous, "timed out"});
  }
  bool held = false;

 private:
  providers::sandbox::Deliver deliver_;
};

class RestRig final : public PortRig {
 public:
  RestRig() { api_.add_routes(router_); }

  SmsSender& sms() override { return *client_; }
  CallPlacer& calls() override { return *client_; }
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
  void set_look_up_works(bool works) override {
    settings_.password = works ? "secret" : "wrong";
    client_ = std::make_unique<providers::twilio::RestClient>(settings_, links_, wire_);
  }
  Instant now() const override { return clock_.now(); }
  void advance(Milliseconds by) override { clock_.advance(by); }
  std::size_t held() const override {
    return carrier_.texts().size() + carrier_.calls().size() + carrier_.mails().size();
  }

 private:
  static Task<> hold(ImpatientClient* wire) {
    wire->held = true;
    co_return;
  }

  ManualClock clock_{*parse_iso8601("2026-03-10T15:05:00Z")};
  SeededRandom random_{1};
  SandboxCarrier carrier_{{}, clock_, random_, nobody_is_there};
  http::Router router_;
  ImpatientClient wire_{router_};
  emulators::RestApi api_{
      {.account_sid = account, .auth_token = "secret"}, clock_, random_, carrier_, [this] {
        return hold(&wire_);
      }};
  providers::twilio::Links links_{"https://calls.example.com", "key"};
  providers::twilio::RestSettings settings_{.api_base_url = "https://api.example.com",
                                            .account_sid = account,
                                            .user = account,
                                            .password = "secret"};
  std::unique_ptr<providers::twilio::RestClient> client_ =
      std::make_unique<providers::twilio::RestClient>(settings_, links_, wire_);
};

std::unique_ptr<PortRig> make_rest_rig() {
  return std::make_unique<RestRig>();
}

INSTANTIATE_TEST_SUITE_P(TwilioRest, PortMeaning, testing::Values(make_rest_rig));

}  // namespace
}  // namespace callwright::notifications
