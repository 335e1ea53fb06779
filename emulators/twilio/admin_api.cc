#include "emulators/twilio/admin_api.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <vector>

#include "emulators/twilio/rest_shapes.h"

namespace callwright::emulators {
namespace {

using namespace providers::sandbox;  // The emulator is a shell around these.

Task<http::Response> now(http::Response response) {
  co_return response;
}

http::Response ok(const Json& body) {
  return http::json(200, body.dump());
}
http::Response wrong(std::string_view why) {
  return http::problem(400, "invalid", why);
}

std::string_view name_of(PhoneState state) {
  static constexpr std::array<std::string_view, 7> names = {
      "ringing", "listening", "recording", "waiting", "transferring", "bridged", "ended"};
  return names.at(static_cast<std::size_t>(state));
}

reception::Verification verification_of(std::string_view name) {
  using enum reception::Verification;
  if (name == "A") return A;
  if (name == "B") return B;
  if (name == "C") return C;
  return name == "failed" ? Failed : None;
}

Json shown(const PhoneCall& call) {
  Json heard = Json::array();
  for (const Heard& one : call.heard) {
    heard.push_back(Json::object(
        {{"at", iso8601_utc(one.at)}, {"text", one.text}, {"language", one.language}}));
  }
  Json complaints = Json::array();
  for (const std::string& complaint : call.complaints) complaints.push_back(complaint);
  return Json::object({{"sid", call.sid},
                       {"parent_sid", call.parent_sid},
                       {"from", call.from},
                       {"to", call.to},
                       {"inbound", call.inbound},
                       {"state", name_of(call.state)},
                       {"status", call.carrier_status},
                       {"words_heard", call.words_heard},
                       {"transfer_to", call.transfer_to},
                       {"recording_sid", call.recording_sid},
                       {"heard", heard},
                       {"complaints", complaints}});
}

Json shown(const DeliveredWebhook& webhook) {
  return Json::object({{"at", iso8601_utc(webhook.at)},
                       {"url", webhook.url},
                       {"body", webhook.body},
                       {"token", webhook.token},
                       {"status", webhook.status},
                       {"answer", webhook.answer}});
}

template <class Items, class Show>
http::Response list(const Items& items, Show show) {
  Json all = Json::array();
  for (const auto& item : items) all.push_back(show(item));
  return ok(all);
}

// After so many (`skip`), so many at most (`count`): all of a long day is too long for one answer.
template <class Item>
std::span<const Item> part_of(const std::vector<Item>& items, const http::Request& request) {
  const http::Form query = http::parse_form(request.query()).value_or(http::Form());
  const auto number = [&](std::string_view name, std::size_t otherwise) {
    const auto text = http::field(query, name).value_or("");
    std::size_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  };
  const std::span<const Item> all(items);
  const std::span<const Item> rest = all.subspan(std::min(number("skip", 0), all.size()));
  return rest.first(std::min(number("count", all.size()), rest.size()));
}

}  // namespace

void AdminApi::add_routes(http::Router& router) {
  router.add("POST", "/emulator/calls", "emulator.dial",
             [this](http::Request request) { return dial(std::move(request)); });
  router.add("GET", "/emulator/calls", "emulator.calls", [this](http::Request) {
    return now(list(carrier_.calls(), [](const PhoneCall& call) { return shown(call); }));
  });
  router.add(
      "GET", "/emulator/calls/{sid}", "emulator.call",
      [this](http::Request, http::Parameters parameters) {
        const auto call = carrier_.call(parameters[0]);
        return now(call ? ok(shown(*call)) : http::problem(404, "not_found", "no such call"));
      });
  add_act(router, "say", [this](std::string sid, Json body) {
    return carrier_.say(std::move(sid), body.string_or("text", ""),
                        body["confidence"].as_number().value_or(0.92));
  });
  add_act(router, "keys", [this](std::string sid, Json body) {
    return carrier_.press(std::move(sid), body.string_or("keys", ""));
  });
  add_act(router, "silence", [this](std::string sid, Json body) {
    return carrier_.silence(std::move(sid), Seconds(body.integer_or("seconds", 0)));
  });
  add_act(router, "hang-up",
          [this](std::string sid, Json) { return carrier_.hang_up(std::move(sid)); });
  add_act(router, "pick-up",
          [this](std::string sid, Json) { return carrier_.pick_up(std::move(sid)); });
  add_act(router, "decline",
          [this](std::string sid, Json) { return carrier_.decline(std::move(sid)); });
  router.add("POST", "/emulator/owner-answers", "emulator.owner_answers",
             [this](http::Request request) { return owner_answers(std::move(request)); });
  router.add("POST", "/emulator/messages", "emulator.text_in",
             [this](http::Request request) { return text_in(std::move(request)); });
  router.add("GET", "/emulator/messages", "emulator.texts", [this](http::Request request) {
    const auto texts = carrier_.texts();
    return now(
        list(part_of(texts, request), [](const TextMessage& text) { return text_json(text, ""); }));
  });
  router.add("GET", "/emulator/faults", "emulator.faults",
             [this](http::Request) { return now(ok(to_json(carrier_.faults()))); });
  router.add("POST", "/emulator/faults", "emulator.set_faults",
             [this](http::Request request) { return set_faults(std::move(request)); });
  router.add("GET", "/emulator/log", "emulator.log", [this](http::Request) {
    return now(
        list(carrier_.webhooks(), [](const DeliveredWebhook& webhook) { return shown(webhook); }));
  });
  router.add("POST", "/emulator/redeliver", "emulator.redeliver",
             [this](http::Request request) { return redeliver(std::move(request)); });
}

void AdminApi::add_act(http::Router& router, std::string verb, Act perform) {
  router.add("POST", "/emulator/calls/{sid}/" + verb, "emulator." + verb,
             [this, perform](http::Request request, http::Parameters parameters) {
               return act(std::move(request), parameters[0], perform);
             });
}

Task<http::Response> AdminApi::act(http::Request request, std::string sid, Act perform) {
  const auto body = Json::parse(request.body.empty() ? "{}" : request.body);
  if (!body) co_return wrong(body.error().message);
  if (!carrier_.call(sid)) co_return http::problem(404, "not_found", "no such call");
  if (!co_await perform(sid, *body)) {
    co_return http::problem(409, "conflict", "the call is in no state for that");
  }
  co_return ok(shown(*carrier_.call(sid)));
}

Task<http::Response> AdminApi::dial(http::Request request) {
  const auto body = Json::parse(request.body);
  if (!body) co_return wrong(body.error().message);
  const auto to = PhoneNumber::parse(body->string_or("to", ""));
  if (!to) co_return wrong("to: a phone number is needed");
  const std::string sid = co_await carrier_.dial(
      {.from = body->string_or("from", "anonymous"),
       .to = *to,
       .verification = verification_of(body->string_or("verification", ""))});
  co_return ok(shown(*carrier_.call(sid)));
}

Task<http::Response> AdminApi::text_in(http::Request request) {
  const auto body = Json::parse(request.body);
  if (!body) co_return wrong(body.error().message);
  const auto to = PhoneNumber::parse(body->string_or("to", ""));
  if (!to) co_return wrong("to: a phone number is needed");
  const std::string sid =
      co_await carrier_.text_in(body->string_or("from", ""), *to, body->string_or("body", ""));
  co_return ok(Json::object({{"sid", sid}}));
}

Task<http::Response> AdminApi::owner_answers(http::Request request) {
  const auto body = Json::parse(request.body.empty() ? "{}" : request.body);
  if (!body) co_return wrong(body.error().message);
  const bool answered = co_await carrier_.owner_answers(body->string_or("keys", ""));
  co_return ok(Json::object({{"answered", answered}}));
}

Task<http::Response> AdminApi::redeliver(http::Request request) {
  const auto body = Json::parse(request.body.empty() ? "{}" : request.body);
  if (!body) co_return wrong(body.error().message);
  const bool reversed = body->string_or("order", "as_sent") == "reversed";
  const Redelivery done =
      co_await carrier_.redeliver(reversed ? RedeliveryOrder::Reversed : RedeliveryOrder::AsSent);
  co_return ok(
      Json::object({{"sent", done.sent}, {"answered_differently", done.answered_differently}}));
}

Task<http::Response> AdminApi::set_faults(http::Request request) {
  const auto body = Json::parse(request.body);
  if (!body || !body->is_object()) co_return wrong("an object of probabilities is needed");
  FaultMenu menu = carrier_.faults();
  for (const auto& [name, value] : *body->as_object()) {
    double* fault = find_fault(menu, name);
    if (fault == nullptr) co_return wrong("there is no fault of that name");
    const auto probability = value.as_number();
    if (!probability || *probability < 0 || *probability > 1) {
      co_return wrong("a probability is from 0 to 1");
    }
    *fault = *probability;
  }
  carrier_.set_faults(menu);
  co_return ok(to_json(menu));
}

}  // namespace callwright::emulators
