#include "emulators/twilio/rest_api.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "emulators/twilio/rest_shapes.h"
#include "platform/crypto/crypto.h"
#include "providers/sandbox/courier.h"

namespace callwright::emulators {
namespace {

using namespace providers::sandbox;  // The emulator is a shell around these.

constexpr std::size_t call_timeout_default = 60;

// The body's own reply, as a coroutine that has nothing to wait for.
Task<http::Response> now(http::Response response) {
  co_return response;
}

std::string text_of(const http::Form& form, std::string_view name) {
  return std::string(http::field(form, name).value_or(""));
}

std::string without_suffix(std::string file) {
  if (file.ends_with(".json")) file.resize(file.size() - 5);
  return file;
}

// "2026-03-10": the day a text was sent on, as the list's filters have it.
std::string day_of(Instant at) {
  return iso8601_utc(at).substr(0, 10);
}

// The people first: the day of a text costs more to tell, and most texts are not theirs.
bool is_wanted(const TextMessage& text, const http::Form& query) {
  for (const auto& [name, value] : query) {
    if (name == "To" && text.to != value) return false;
    if (name == "From" && text.from != value) return false;
  }
  const std::string day = day_of(text.at);
  for (const auto& [name, value] : query) {
    if (name == "DateSent" && day != value.substr(0, 10)) return false;
    if (name == "DateSent>" && day < value.substr(0, 10)) return false;
    if (name == "DateSent<" && day > value.substr(0, 10)) return false;
  }
  return true;
}

ApiError unauthorized() {
  return {401, 20003, "Authenticate"};
}
ApiError not_found() {
  return {404, 20404, "The requested resource was not found"};
}

NewCall call_of(const http::Form& form) {
  NewCall call{.from = text_of(form, "From"),
               .to = text_of(form, "To"),
               .url = text_of(form, "Url"),
               .fallback_url = text_of(form, "FallbackUrl"),
               .status_callback = text_of(form, "StatusCallback")};
  for (const auto& [name, value] : form) {
    if (name == "StatusCallbackEvent") call.status_events.push_back(value);
  }
  std::size_t timeout = call_timeout_default;
  const std::string text = text_of(form, "Timeout");
  std::from_chars(text.data(), text.data() + text.size(), timeout);
  call.ring_timeout = Seconds(timeout);
  return call;
}

}  // namespace

void RestApi::add_routes(http::Router& router) {
  add(router, "POST", "Calls.json", "create_call",
      [this](http::Request request, http::Parameters) { return create_call(std::move(request)); });
  add(router, "GET", "Calls.json", "list_calls",
      [this](http::Request request, http::Parameters) { return now(list_calls(request)); });
  add(router, "POST", "Calls/{call}", "update_call",
      [this](http::Request request, http::Parameters parameters) {
        return update_call(std::move(request), without_suffix(parameters[1]));
      });
  add(router, "GET", "Calls/{call}", "call", [this](http::Request, http::Parameters parameters) {
    return now(fetch_call(without_suffix(parameters[1])));
  });
  add(router, "POST", "Messages.json", "create_text",
      [this](http::Request request, http::Parameters) { return create_text(std::move(request)); });
  add(router, "GET", "Messages.json", "list_texts",
      [this](http::Request request, http::Parameters) { return now(list_texts(request)); });
  add(router, "GET", "Messages/{text}", "text", [this](http::Request, http::Parameters parameters) {
    return now(fetch_text(without_suffix(parameters[1])));
  });
  add(router, "GET", "AvailablePhoneNumbers/{country}/{kind}", "available_numbers",
      [this](http::Request request, http::Parameters) { return now(available_numbers(request)); });
  add(router, "GET", "IncomingPhoneNumbers.json", "list_numbers",
      [this](http::Request, http::Parameters) { return now(list_numbers()); });
  add(router, "POST", "IncomingPhoneNumbers.json", "create_number",
      [this](http::Request request, http::Parameters) {
        return now(configure_number(request, ""));
      });
  add(router, "POST", "IncomingPhoneNumbers/{number}", "update_number",
      [this](http::Request request, http::Parameters parameters) {
        return now(configure_number(request, without_suffix(parameters[1])));
      });
}

void RestApi::add(http::Router& router, std::string method, std::string path, std::string name,
                  std::function<Task<http::Response>(http::Request, http::Parameters)> handle) {
  const std::string expected =
      "Basic " + crypto::base64(account_.account_sid + ":" + account_.auth_token);
  router.add(std::move(method), "/2010-04-01/Accounts/{account}/" + path, "twilio." + name,
             [this, expected, handle = std::move(handle)](http::Request request,
                                                          http::Parameters parameters) {
               const auto given = request.headers.get("Authorization").value_or("");
               if (!equal_in_constant_time(given, expected)) {
                 return now(error_response(unauthorized()));
               }
               if (parameters[0] != account_.account_sid) return now(error_response(not_found()));
               return handle(std::move(request), std::move(parameters));
             });
}

Task<http::Response> RestApi::create(http::Request request, Service service, Create create) {
  const auto form = http::parse_form(request.body);
  if (!form) co_return error_response({400, 20001, "The request body could not be read"});
  const RequestFate fate = carrier_.draw_fate(service);
  if (fate == RequestFate::Refuse)
    co_return error_response({400, 21211, "Invalid 'To' Phone Number"});
  if (fate == RequestFate::Fail) co_return error_response({503, 20503, "Service unavailable"});
  if (fate == RequestFate::Throttle) co_return error_response({429, 20429, "Too Many Requests"});
  if (fate == RequestFate::Hang) {
    co_await hold_();
    co_return error_response({504, 20504, "Gateway timeout"});
  }
  const auto created = create(*form);
  if (fate == RequestFate::AcceptThenTimeout) co_await hold_();
  co_return created ? *created : error_response(created.error());
}

Task<http::Response> RestApi::create_call(http::Request request) {
  return create(std::move(request), &FaultMenu::calls,
                [this](const http::Form& form) -> std::expected<http::Response, ApiError> {
                  const auto sid = carrier_.create_call(call_of(form));
                  if (!sid) return std::unexpected(sid.error());
                  Json body = call_json(*carrier_.call(*sid), account_.account_sid);
                  // The answer is older than the first news.
                  body.set("status", "queued");
                  return http::json(201, body.dump());
                });
}

Task<http::Response> RestApi::create_text(http::Request request) {
  return create(std::move(request), &FaultMenu::sms,
                [this](const http::Form& form) -> std::expected<http::Response, ApiError> {
                  const auto sid =
                      carrier_.create_text({.from = text_of(form, "From"),
                                            .to = text_of(form, "To"),
                                            .body = text_of(form, "Body"),
                                            .status_callback = text_of(form, "StatusCallback")});
                  if (!sid) return std::unexpected(sid.error());
                  http::Response response = fetch_text(*sid);
                  response.status = 201;
                  return response;
                });
}

Task<http::Response> RestApi::update_call(http::Request request, std::string sid) {
  const auto form = http::parse_form(request.body);
  if (!form) co_return error_response({400, 20001, "The request body could not be read"});
  const auto updated =
      co_await carrier_.update_call(sid, text_of(*form, "Status"), text_of(*form, "Url"));
  co_return updated ? fetch_call(sid) : error_response(updated.error());
}

http::Response RestApi::list_calls(const http::Request& request) const {
  const auto query = http::parse_form(request.query()).value_or(http::Form());
  std::vector<PhoneCall> calls = carrier_.calls();
  std::erase_if(calls, [&](const PhoneCall& call) {
    const auto differs = [&](std::string_view name, std::string_view value) {
      const auto wanted = http::field(query, name);
      return wanted && *wanted != value;
    };
    return differs("To", call.to) || differs("From", call.from) ||
           differs("Status", call.carrier_status);
  });
  std::ranges::reverse(calls);
  return page_response(
      "calls", calls.size(),
      [&](std::size_t i) { return call_json(calls[i], account_.account_sid); }, request);
}

http::Response RestApi::list_texts(const http::Request& request) const {
  const auto query = http::parse_form(request.query()).value_or(http::Form());
  // Of ten thousand texts somebody looks up one, again and again.
  std::vector<TextMessage> texts =
      carrier_.texts([&](const TextMessage& each) { return is_wanted(each, query); });
  std::ranges::reverse(texts);
  return page_response(
      "messages", texts.size(),
      [&](std::size_t i) { return text_json(texts[i], account_.account_sid); }, request);
}

http::Response RestApi::fetch_call(const std::string& sid) const {
  const auto call = carrier_.call(sid);
  if (!call) return error_response(not_found());
  return http::json(200, call_json(*call, account_.account_sid).dump());
}

http::Response RestApi::fetch_text(const std::string& sid) const {
  const auto found = carrier_.texts([&](const TextMessage& each) { return each.sid == sid; });
  if (found.empty()) return error_response(not_found());
  return http::json(200, text_json(found.front(), account_.account_sid).dump());
}

// Numbers that are nobody's: 555-01xx in the wanted area.
http::Response RestApi::available_numbers(const http::Request& request) const {
  const auto query = http::parse_form(request.query()).value_or(http::Form());
  std::string area = text_of(query, "AreaCode");
  if (area.size() != 3) area = "913";
  Json numbers = Json::array();
  for (int i = 0; i < 10; ++i) {
    const std::string number = "+1" + area + "55501" + std::to_string(10 + i);
    numbers.push_back(Json::object(
        {{"friendly_name", number},
         {"phone_number", number},
         {"iso_country", "US"},
         {"locality", nullptr},
         {"region", nullptr},
         {"postal_code", nullptr},
         {"address_requirements", "none"},
         {"beta", false},
         {"capabilities",
          Json::object({{"voice", true}, {"SMS", true}, {"MMS", false}, {"fax", false}})}}));
  }
  return http::json(
      200, Json::object({{"available_phone_numbers", numbers}, {"uri", request.target}}).dump());
}

http::Response RestApi::list_numbers() const {
  const std::lock_guard lock(mutex_);
  Json items = Json::array();
  for (const Number& number : numbers_) items.push_back(json_of(number));
  return http::json(
      200,
      Json::object({{"incoming_phone_numbers", items}, {"page", 0}, {"next_page_uri", nullptr}})
          .dump());
}

http::Response RestApi::configure_number(const http::Request& request, const std::string& sid) {
  const auto form = http::parse_form(request.body).value_or(http::Form());
  Number number;
  {
    const std::lock_guard lock(mutex_);
    const auto known = std::ranges::find(numbers_, sid, &Number::sid);
    if (!sid.empty() && known == numbers_.end()) return error_response(not_found());
    if (!sid.empty()) number = *known;
  }
  if (sid.empty()) {
    number.sid = make_sid("PN", random_);
    number.number = text_of(form, "PhoneNumber");
    if (!PhoneNumber::parse(number.number)) {
      return error_response({400, 21421, "PhoneNumber is invalid"});
    }
  }
  const auto take = [&](std::string_view name, std::string& into) {
    if (const auto value = http::field(form, name)) into = *value;
  };
  take("VoiceUrl", number.addresses.voice_url);
  take("VoiceFallbackUrl", number.addresses.voice_fallback_url);
  take("StatusCallback", number.addresses.status_callback);
  take("SmsUrl", number.addresses.sms_url);
  return saved_number(std::move(number), sid.empty() ? 201 : 200);
}

http::Response RestApi::saved_number(Number number, int status) {
  carrier_.set_addresses(*PhoneNumber::parse(number.number), number.addresses);
  const Json body = json_of(number);
  const std::lock_guard lock(mutex_);
  std::erase_if(numbers_, [&](const Number& known) { return known.sid == number.sid; });
  numbers_.push_back(std::move(number));
  return http::json(status, body.dump());
}

Json RestApi::json_of(const Number& number) const {
  return Json::object({{"sid", number.sid},
                       {"account_sid", account_.account_sid},
                       {"phone_number", number.number},
                       {"friendly_name", number.number},
                       {"voice_url", number.addresses.voice_url},
                       {"voice_method", "POST"},
                       {"voice_fallback_url", number.addresses.voice_fallback_url},
                       {"status_callback", number.addresses.status_callback},
                       {"sms_url", number.addresses.sms_url},
                       {"sms_method", "POST"},
                       {"status", "in-use"},
                       {"date_created", rfc2822(clock_.now())},
                       {"capabilities", Json::object({{"voice", true}, {"sms", true}})}});
}

}  // namespace callwright::emulators
