#include "providers/twilio/rest_client.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "platform/crypto/crypto.h"
#include "providers/twilio/call_notice.h"

namespace callwright::providers::twilio {
namespace {

using notifications::AcceptedByProvider;
using notifications::HandOver;
using notifications::NotHandedOver;
using notifications::PerhapsHandedOver;
using notifications::RefusedByProvider;

constexpr Seconds ring_time_max{45};
constexpr int look_up_page_size = 1000;  // The most that Twilio gives.
constexpr int look_up_pages_max = 10;
// The list is sorted by time, the newest first; so much may two texts in it be out of order.
constexpr Minutes look_up_disorder_max{5};

std::optional<Milliseconds> retry_after(const http::Headers& headers) {
  const auto text = headers.get("Retry-After");
  if (!text) return std::nullopt;
  int seconds = 0;
  const char* end = text->data() + text->size();
  const auto [stop, error] = std::from_chars(text->data(), end, seconds);
  if (error != std::errc() || stop != end || seconds < 0) return std::nullopt;
  return Seconds(seconds);
}

// The carrier's own number for what went wrong, where it gives one: the status says less.
std::string error_code(const http::Response& response) {
  const auto body = Json::parse(response.body);
  const std::int64_t code = body ? body->integer_or("code", 0) : 0;
  return std::to_string(code == 0 ? response.status : code);
}

// Refusals that another try may outlive: the queue is full, or the sender goes too fast.
bool is_passing(std::string_view code) {
  static constexpr std::array passing = {"20429", "21611", "14107", "30001", "30022"};
  return std::ranges::count(passing, code) > 0;
}

}  // namespace

HandOver read_hand_over(const http::ClientResult& result) {
  if (!result) {
    if (result.error().kind == http::SendFailure::NotSent) {
      return NotHandedOver{result.error().message, std::nullopt};
    }
    return PerhapsHandedOver{result.error().message};
  }
  const http::Response& response = *result;
  if (response.status >= 200 && response.status < 300) {
    const auto body = Json::parse(response.body);
    const std::string sid = body ? body->string_or("sid", "") : "";
    // It says yes, and we cannot read to what.
    if (sid.empty()) return PerhapsHandedOver{"the carrier's answer could not be read"};
    return AcceptedByProvider{sid};
  }
  const std::string code = error_code(response);
  if (response.status == 429 || is_passing(code)) {
    return NotHandedOver{"the carrier asks to wait: " + code, retry_after(response.headers)};
  }
  // 502 and 504 come from a gateway that lost what happened behind it.
  if (response.status == 502 || response.status == 504) {
    return PerhapsHandedOver{"the carrier answered " + std::to_string(response.status)};
  }
  if (response.status >= 500) {
    return NotHandedOver{"the carrier answered " + std::to_string(response.status),
                         retry_after(response.headers)};
  }
  // Our credentials are wrong or exhausted: an operator mends that, and the message is still good.
  if (response.status == 401 || response.status == 402 || response.status == 403) {
    return NotHandedOver{"the carrier does not accept our account: " + code, std::nullopt};
  }
  return RefusedByProvider{code};
}

Task<HandOver> RestClient::send(notifications::OutboundSms sms) {
  http::ClientRequest sent = request("POST", "Messages.json");
  sent.body = http::encode_form({{"To", sms.to.e164()},
                                 {"From", sms.from.e164()},
                                 {"Body", sms.body.text()},
                                 {"StatusCallback", links_.sms_status()}});
  co_return read_hand_over(co_await client_.send(std::move(sent)));
}

Task<HandOver> RestClient::place(notifications::OutboundCall call) {
  http::ClientRequest sent = request("POST", "Calls.json");
  sent.body = http::encode_form({{"To", call.to.e164()},
                                 {"From", call.from.e164()},
                                 {"Url", links_.alert(call.id)},
                                 {"Timeout", std::to_string(ring_time_max.count())},
                                 {"StatusCallback", links_.call_status()},
                                 {"StatusCallbackEvent", "initiated"},
                                 {"StatusCallbackEvent", "ringing"},
                                 {"StatusCallbackEvent", "answered"},
                                 {"StatusCallbackEvent", "completed"}});
  co_return read_hand_over(co_await client_.send(std::move(sent)));
}

Task<Result<std::optional<std::string>>> RestClient::look_up(notifications::OutboundSms sms,
                                                             Instant since) {
  // The list takes days only, so what is older is sorted out here.
  const std::string day = iso8601_utc(since).substr(0, 10);
  http::ClientRequest page =
      request("GET", "Messages.json?" +
                         http::encode_form({{"To", sms.to.e164()},
                                            {"From", sms.from.e164()},
                                            {"DateSent>", day},
                                            {"PageSize", std::to_string(look_up_page_size)}}));
  for (int pages = 0; pages < look_up_pages_max; ++pages) {
    const http::ClientResult result = co_await client_.send(page);
    if (!result || result->status != 200) {
      co_return failure(ErrorCode::Unavailable, "the carrier cannot say which texts it has");
    }
    const auto body = Json::parse(result->body);
    const Json::Array* messages = body ? (*body)["messages"].as_array() : nullptr;
    if (messages == nullptr) {
      co_return failure(ErrorCode::Unavailable, "the carrier's list of texts could not be read");
    }
    for (const Json& message : *messages) {
      const auto created = parse_rfc2822(message.string_or("date_created", ""));
      if (created && *created + look_up_disorder_max < since) co_return std::nullopt;
      const bool in_time = !created || *created + Seconds(1) > since;
      if (in_time && message.string_or("body", "") == sms.body.text()) {
        co_return message.string_or("sid", "");
      }
    }
    const std::string next = body->string_or("next_page_uri", "");
    if (next.empty()) co_return std::nullopt;
    page.url = settings_.api_base_url + next;
  }
  co_return failure(ErrorCode::Unavailable, "the carrier's list of texts has no end");
}

http::ClientRequest RestClient::request(std::string method, std::string_view resource) const {
  http::ClientRequest request{.method = std::move(method),
                              .url = settings_.api_base_url + "/2010-04-01/Accounts/" +
                                     settings_.account_sid + "/" + std::string(resource),
                              .total_timeout = settings_.timeout};
  request.headers.add("Authorization",
                      "Basic " + crypto::base64(settings_.user + ":" + settings_.password));
  request.headers.add("Content-Type", "application/x-www-form-urlencoded");
  request.headers.add("Accept", "application/json");
  return request;
}

}  // namespace callwright::providers::twilio
