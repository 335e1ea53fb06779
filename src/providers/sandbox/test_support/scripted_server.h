#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "platform/http/message.h"
#include "providers/sandbox/sandbox_carrier.h"

// A server that answers from a script, for tests of the practice network alone.
namespace callwright::providers::sandbox {

inline const PhoneNumber business = *PhoneNumber::parse("+15550100100");
inline const PhoneNumber owner = *PhoneNumber::parse("+15550100101");
inline const std::string caller = "+15550100120";
inline const Instant start_time = *parse_iso8601("2026-03-10T15:05:00Z");

inline http::Response xml(std::string body) {
  http::Response response;
  response.headers.add("Content-Type", "text/xml");
  response.body = "<Response>" + std::move(body) + "</Response>";
  return response;
}

// What our server would answer, page by page, and what it was told.
struct Script {
  std::map<std::string, http::Response> pages;  // By path.
  struct Got {
    std::string path;
    std::string query;
    http::Form form;
    std::string token;
  };
  std::vector<Got> got;
  std::set<std::string> unreachable;  // Paths where no connection is possible.

  Task<http::ClientResult> take(http::ClientRequest sent) {
    const std::size_t path = sent.url.find('/', 8);
    const std::string target = sent.url.substr(path);
    const std::size_t mark = std::min(target.find('?'), target.size());
    const std::string page = target.substr(0, mark);
    if (unreachable.contains(page)) {
      co_return std::unexpected(http::ClientError{http::SendFailure::NotSent, "no connection"});
    }
    got.push_back({page, target.substr(mark), http::parse_form(sent.body).value_or(http::Form()),
                   std::string(*sent.headers.get("I-Twilio-Idempotency-Token"))});
    const auto known = pages.find(page);
    co_return known == pages.end() ? http::text(404, "") : known->second;
  }

  std::string last(std::string_view path, std::string_view name) const {
    for (auto it = got.rbegin(); it != got.rend(); ++it) {
      if (it->path == path) return std::string(http::field(it->form, name).value_or("(absent)"));
    }
    return "(never asked)";
  }
  int count(std::string_view path) const {
    return static_cast<int>(
        std::ranges::count(got, path, [](const Got& one) { return std::string_view(one.path); }));
  }
};

template <class T>
T done(Task<T> task) {
  return wait_for(std::move(task));
}
inline void done(Task<> task) {
  bool ended = false;
  start(std::move(task), [&] { ended = true; });
  ASSERT_TRUE(ended);
}

struct SandboxCarrierTest : testing::Test {
  SandboxCarrierTest() {
    script.pages["/twilio/voice"] =
        xml("<Gather input=\"dtmf speech\" action=\"/twilio/turn?turn=1\" timeout=\"6\" "
            "actionOnEmptyResult=\"true\" numDigits=\"1\" finishOnKey=\"\"><Say language=\"es-US\">"
            "Hola</Say></Gather>");
    script.pages["/twilio/turn"] = xml("<Say>Bye</Say><Hangup/>");
    script.pages["/twilio/status"] = xml("");
    script.pages["/twilio/sms"] = xml("");
    script.pages["/twilio/sms-status"] = xml("");
  }

  void pass(Milliseconds time) {
    clock.advance(time);
    done(carrier.run_due());
  }
  std::string dial() { return done(carrier.dial({.from = caller, .to = business})); }
  void break_things(std::string_view fault, double probability = 1) {
    FaultMenu menu = carrier.faults();
    *find_fault(menu, fault) = probability;
    carrier.set_faults(menu);
  }

  Script script;
  ManualClock clock{start_time};
  SeededRandom random{1};
  SandboxCarrier carrier{{}, clock, random, [this](http::ClientRequest request) {
                           return script.take(std::move(request));
                         }};
};

}  // namespace callwright::providers::sandbox
