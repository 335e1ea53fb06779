#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "platform/http/router.h"
#include "providers/sandbox/sandbox_carrier.h"

namespace callwright::emulators {

struct RestAccount {
  std::string account_sid;
  std::string auth_token;
};

// Holds an answer back for as long as the faults want it.
using Hold = std::function<Task<>()>;

// The carrier's REST interface (2010-04-01) over the practice network: calls, texts and numbers, as
// far as our server and the carrier's own client library need them.
class RestApi {
 public:
  RestApi(RestAccount account, const Clock& clock, Random& random,
          providers::sandbox::SandboxCarrier& carrier, Hold hold)
      : account_(std::move(account)),
        clock_(clock),
        random_(random),
        carrier_(carrier),
        hold_(std::move(hold)) {}

  void add_routes(http::Router& router);

 private:
  using Service = providers::sandbox::RequestFaults providers::sandbox::FaultMenu::*;
  using Create =
      std::function<std::expected<http::Response, providers::sandbox::ApiError>(const http::Form&)>;

  // Adds a route that needs the account's credentials.
  void add(http::Router& router, std::string method, std::string path, std::string name,
           std::function<Task<http::Response>(http::Request, http::Parameters)> handle);
  Task<http::Response> create(http::Request request, Service service, Create create);

  Task<http::Response> create_call(http::Request request);
  Task<http::Response> create_text(http::Request request);
  Task<http::Response> update_call(http::Request request, std::string sid);
  http::Response list_calls(const http::Request& request) const;
  http::Response list_texts(const http::Request& request) const;
  http::Response fetch_call(const std::string& sid) const;
  http::Response fetch_text(const std::string& sid) const;
  http::Response available_numbers(const http::Request& request) const;
  http::Response list_numbers() const;
  http::Response configure_number(const http::Request& request, const std::string& sid);

  struct Number {
    std::string sid;
    std::string number;
    providers::sandbox::NumberAddresses addresses;
  };
  http::Response saved_number(Number number, int status);
  Json json_of(const Number& number) const;

  RestAccount account_;
  const Clock& clock_;
  Random& random_;
  providers::sandbox::SandboxCarrier& carrier_;
  Hold hold_;
  mutable std::mutex mutex_;
  std::vector<Number> numbers_;
};

}  // namespace callwright::emulators
