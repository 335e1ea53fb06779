#include "server/rehearsal/program_request.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/phone_number.h"
#include "language/understanding.h"

namespace callwright::server {
namespace {

constexpr std::array event_kinds = {
    "sms_provider_error",
    "call_provider_error",
    "stt_primary_down",
    "stt_all_down",
    "tts_primary_down",
    "tts_all_down",
    "calendar_outage",
    "llm_outage",
    "owner_no_answer",
    "recover",
    "duplicate_webhook",
    "status_callbacks_out_of_order",
    "competing_booking",
    "crash",
    "sms_in",
    "owner_answers",
};
constexpr double seconds_max = 400.0 * 24 * 3600;

std::unexpected<Error> refused(std::string message) {
  return failure(ErrorCode::Invalid, std::move(message));
}

// A field that is there must be such a number of seconds.
Result<void> check_seconds(const Json& request, std::string_view name, std::string_view where) {
  const Json* const value = request.find(name);
  if (value == nullptr) return {};
  const auto seconds = value->as_number();
  if (seconds && *seconds >= 0 && *seconds <= seconds_max) return {};
  return refused(std::string(where) + ": " + std::string(name) + " is a number of seconds, 0 to " +
                 std::to_string(static_cast<long>(seconds_max)));
}

bool is_keys(const Json& value) {
  const std::string* const keys = value.as_string();
  return keys != nullptr && !keys->empty() &&
         keys->find_first_not_of("0123456789*#") == std::string::npos;
}

bool is_number_or_null(const Json& phone) {
  return phone.is_null() ||
         (phone.as_string() != nullptr && PhoneNumber::parse(*phone.as_string()));
}

// A field that is there, and not null, must be a text.
Result<void> check_text(const Json& object, std::string_view name) {
  const Json& value = object[name];
  if (value.is_null() || value.as_string() != nullptr) return {};
  return refused(std::string(name) + " is a text");
}

Result<void> check_caller(const Json& request) {
  const Json& caller = request["caller"];
  if (!caller.is_null() && !caller.is_object()) return refused("caller is an object");
  TRY(check_text(caller, "verification"));
  if (!read_verification(request)) return refused("caller.verification is A, B, C or none");
  const Json& phone = caller["phone"];
  if (is_number_or_null(phone)) return {};
  return refused("caller.phone is a number such as +15550100120, or null");
}

}  // namespace

Result<void> check_open(const Json& request) {
  if (const Json* keep = request.find("keep");
      keep != nullptr && !keep->is_null() && !keep->as_bool()) {
    return refused("keep is true or false");
  }
  TRY(check_text(request, "channel"));
  TRY(check_text(request, "transport"));
  const auto channel = language::parse_channel(request.string_or("channel", "voice"));
  if (!channel) return refused("channel is voice, sms or chat");
  const std::string transport = request.string_or("transport", "twiml");
  if (*channel == language::Channel::Voice && transport != "twiml") {
    return refused("transport \"" + transport + "\" is not served by this version: twiml");
  }
  TRY(check_caller(request));
  if (*channel == language::Channel::Sms && request["caller"]["phone"].is_null()) {
    return refused("a text comes from a number: caller.phone is missing");
  }
  if (const Json* seed = request.find("seed"); seed != nullptr && !seed->as_integer()) {
    return refused("seed is a whole number");
  }
  const Json* const events = request.find("events");
  if (events == nullptr || events->is_null()) return {};
  if (events->as_array() == nullptr) return refused("events is a list");
  for (const Json& entry : *events->as_array()) TRY(check_event(entry));
  return {};
}

std::optional<reception::Verification> read_verification(const Json& open) {
  using reception::Verification;
  const std::string word = open["caller"].string_or("verification", "none");
  if (word == "A") return Verification::A;
  if (word == "B") return Verification::B;
  if (word == "C") return Verification::C;
  if (word == "none") return Verification::None;
  return std::nullopt;
}

Result<void> check_turn(const Json& request) {
  const auto given =
      std::ranges::count_if(std::to_array<std::string_view>({"say", "keys", "silence", "hang_up"}),
                            [&](std::string_view way) { return request.find(way) != nullptr; });
  if (given != 1) return refused("a turn is exactly one of say, keys, silence or hang_up");
  if (const Json* say = request.find("say"); say != nullptr && say->as_string() == nullptr) {
    return refused("say is a text");
  }
  if (const Json* keys = request.find("keys"); keys != nullptr && !is_keys(*keys)) {
    return refused("keys is a text of 0-9, * and #");
  }
  if (request.find("hang_up") != nullptr && !request.bool_or("hang_up", false)) {
    return refused("hang_up is true");
  }
  if (const Json* confidence = request.find("confidence")) {
    const auto value = confidence->as_number();
    if (!value || *value < 0 || *value > 1) return refused("confidence is a number from 0 to 1");
  }
  return check_seconds(request, "silence", "turn");
}

Result<void> check_event(const Json& request) {
  const std::string kind = request.string_or("kind", "");
  if (std::ranges::find(event_kinds, kind) == event_kinds.end()) {
    return refused("unknown event kind \"" + kind + "\"");
  }
  if (kind == "sms_in" && !PhoneNumber::parse(request.string_or("from", ""))) {
    return refused("sms_in: from is a number");
  }
  if (kind == "sms_in" && request["body"].as_string() == nullptr) {
    return refused("sms_in: body is a text");
  }
  if (const Json* keys = request.find("keys"); kind == "owner_answers" && keys != nullptr) {
    if (keys->as_string() == nullptr || (!keys->as_string()->empty() && !is_keys(*keys))) {
      return refused("owner_answers: keys is a text of 0-9, * and #");
    }
  }
  return check_seconds(request, "for_s", kind);
}

Result<void> check_advance(const Json& request) {
  if (request.find("seconds") == nullptr) return refused("advance: seconds is missing");
  return check_seconds(request, "seconds", "advance");
}

}  // namespace callwright::server
