#pragma once

#include "platform/http/router.h"
#include "platform/json/json.h"
#include "providers/sandbox/sandbox_carrier.h"

namespace callwright::emulators {

// The people on the phone, for programs: dial, speak, press, text, and break things, as JSON under
// /emulator/. For loopback only: it asks for no credentials.
class AdminApi {
 public:
  explicit AdminApi(providers::sandbox::SandboxCarrier& carrier) : carrier_(carrier) {}

  void add_routes(http::Router& router);

 private:
  using Act = std::function<Task<bool>(std::string sid, Json body)>;
  void add_act(http::Router& router, std::string verb, Act act);
  Task<http::Response> act(http::Request request, std::string sid, Act act);

  Task<http::Response> dial(http::Request request);
  Task<http::Response> text_in(http::Request request);
  Task<http::Response> owner_answers(http::Request request);
  Task<http::Response> redeliver(http::Request request);
  Task<http::Response> set_faults(http::Request request);

  providers::sandbox::SandboxCarrier& carrier_;
};

}  // namespace callwright::emulators
