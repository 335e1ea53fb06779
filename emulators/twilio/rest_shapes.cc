#include "emulators/twilio/rest_shapes.h"

#include <algorithm>
#include <charconv>

#include "providers/sandbox/courier.h"

namespace callwright::emulators {
namespace {

using providers::sandbox::ApiError;
using providers::sandbox::PhoneCall;
using providers::sandbox::rfc2822;
using providers::sandbox::TextMessage;

constexpr std::size_t page_size_default = 50;
constexpr std::size_t page_size_max = 1'000;

std::string resource(std::string_view account, std::string_view kind, std::string_view sid) {
  return "/2010-04-01/Accounts/" + std::string(account) + "/" + std::string(kind) + "/" +
         std::string(sid) + ".json";
}

std::size_t number_or(const http::Form& query, std::string_view name, std::size_t fallback) {
  const auto text = http::field(query, name);
  std::size_t value = fallback;
  if (text) std::from_chars(text->data(), text->data() + text->size(), value);
  return value;
}

std::string_view direction_of(const PhoneCall& call) {
  if (call.inbound) return "inbound";
  return call.parent_sid.empty() ? "outbound-api" : "outbound-dial";
}

}  // namespace

Json call_json(const PhoneCall& call, std::string_view account) {
  const std::string uri = resource(account, "Calls", call.sid);
  Json json = Json::object({{"sid", call.sid},
                            {"account_sid", account},
                            {"api_version", "2010-04-01"},
                            {"parent_call_sid", nullptr},
                            {"from", call.from},
                            {"from_formatted", call.from},
                            {"to", call.to},
                            {"to_formatted", call.to},
                            {"phone_number_sid", nullptr},
                            {"status", call.carrier_status},
                            {"direction", direction_of(call)},
                            {"date_created", rfc2822(call.started_at)},
                            {"date_updated", rfc2822(call.ended_at.value_or(call.started_at))},
                            {"start_time", rfc2822(call.started_at)},
                            {"end_time", nullptr},
                            {"duration", nullptr},
                            {"price", nullptr},
                            {"price_unit", "USD"},
                            {"answered_by", nullptr},
                            {"forwarded_from", nullptr},
                            {"caller_name", nullptr},
                            {"group_sid", nullptr},
                            {"trunk_sid", nullptr},
                            {"annotation", nullptr},
                            {"queue_time", "0"},
                            {"uri", uri}});
  if (!call.parent_sid.empty()) json.set("parent_call_sid", call.parent_sid);
  if (call.ended_at) {
    const auto length = std::chrono::floor<Seconds>(*call.ended_at - call.started_at);
    json.set("end_time", rfc2822(*call.ended_at));
    json.set("duration", std::to_string(length.count()));
  }
  const std::string folder = uri.substr(0, uri.size() - 5);
  json.set("subresource_uris", Json::object({{"recordings", folder + "/Recordings.json"},
                                             {"notifications", folder + "/Notifications.json"}}));
  return json;
}

Json text_json(const TextMessage& text, std::string_view account) {
  Json json = Json::object({{"sid", text.sid},
                            {"account_sid", account},
                            {"api_version", "2010-04-01"},
                            {"messaging_service_sid", nullptr},
                            {"from", text.from},
                            {"to", text.to},
                            {"body", text.body},
                            {"status", text.status},
                            {"direction", text.inbound ? "inbound" : "outbound-api"},
                            {"num_segments", std::to_string(1 + text.body.size() / 160)},
                            {"num_media", "0"},
                            {"date_created", rfc2822(text.at)},
                            {"date_updated", rfc2822(text.at)},
                            {"date_sent", rfc2822(text.at)},
                            {"error_code", nullptr},
                            {"error_message", nullptr},
                            {"price", nullptr},
                            {"price_unit", "USD"},
                            {"uri", resource(account, "Messages", text.sid)}});
  if (!text.error_code.empty()) {
    std::int64_t code = 0;
    std::from_chars(text.error_code.data(), text.error_code.data() + text.error_code.size(), code);
    json.set("error_code", code);
  }
  const std::string uri = resource(account, "Messages", text.sid);
  json.set("subresource_uris",
           Json::object({{"media", uri.substr(0, uri.size() - 5) + "/Media.json"}}));
  return json;
}

http::Response error_response(const ApiError& error) {
  const Json body = Json::object(
      {{"code", error.code},
       {"message", error.message},
       {"more_info", "https://www.twilio.com/docs/errors/" + std::to_string(error.code)},
       {"status", error.status}});
  http::Response response = http::json(error.status, body.dump());
  if (error.status == 401) response.headers.add("WWW-Authenticate", "Basic realm=\"Twilio API\"");
  if (error.status == 429) response.headers.add("Retry-After", "2");
  return response;
}

http::Response page_response(std::string_view name, std::size_t count,
                             const std::function<Json(std::size_t)>& item,
                             const http::Request& request) {
  http::Form query = http::parse_form(request.query()).value_or(http::Form());
  const std::size_t size =
      std::clamp<std::size_t>(number_or(query, "PageSize", page_size_default), 1, page_size_max);
  const std::size_t page = number_or(query, "Page", 0);
  const std::size_t begin = std::min(page * size, count);
  const std::size_t end = std::min(begin + size, count);
  std::erase_if(query, [](const auto& entry) { return entry.first == "Page"; });

  const auto uri_of = [&](std::size_t number) {
    http::Form link = query;
    link.emplace_back("Page", std::to_string(number));
    return std::string(request.path()) + "?" + http::encode_form(link);
  };
  Json items = Json::array();
  for (std::size_t i = begin; i < end; ++i) items.push_back(item(i));
  Json json = Json::object({{std::string(name), std::move(items)},
                            {"page", page},
                            {"page_size", size},
                            {"start", begin},
                            {"end", end == 0 ? end : end - 1},
                            {"uri", uri_of(page)},
                            {"first_page_uri", uri_of(0)},
                            {"next_page_uri", nullptr},
                            {"previous_page_uri", nullptr}});
  if (end < count) json.set("next_page_uri", uri_of(page + 1));
  if (page > 0) json.set("previous_page_uri", uri_of(page - 1));
  return http::json(200, json.dump());
}

}  // namespace callwright::emulators
