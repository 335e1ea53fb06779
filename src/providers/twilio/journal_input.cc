#include "providers/twilio/journal_input.h"

#include <algorithm>
#include <array>

#include "providers/twilio/links.h"
#include "providers/twilio/signature.h"

namespace callwright::providers::twilio {
namespace {

// Everything call_notice.h reads, and nothing else of what the carrier tells of a person.
constexpr std::array<std::string_view, 23> kept_fields = {"CallSid",
                                                          "ParentCallSid",
                                                          "Direction",
                                                          "From",
                                                          "To",
                                                          "StirVerstat",
                                                          "CallStatus",
                                                          "SequenceNumber",
                                                          "Timestamp",
                                                          "Digits",
                                                          "FinishedOnKey",
                                                          "SpeechResult",
                                                          "Confidence",
                                                          "DialCallStatus",
                                                          "DialBridged",
                                                          "RecordingUrl",
                                                          "RecordingSid",
                                                          "RecordingDuration",
                                                          "RecordingStatus",
                                                          "MessageSid",
                                                          "Body",
                                                          "MessageStatus",
                                                          "ErrorCode"};
constexpr std::string_view seal_name = "seal";
// No number that is asked for by key is longer.
constexpr std::size_t keys_kept_max = 11;

bool holds_words(std::string_view field) {
  return field == "SpeechResult" || field == "Body";
}

std::string kept_value(std::string_view name, std::string_view value,
                       const language::RedactionPolicy& policy) {
  if (holds_words(name)) return language::redact(value, policy).text;
  // Keys that go on and on are somebody's card.
  if (name == "Digits" && value.size() > keys_kept_max) return std::string(value.size(), '0');
  return std::string(value);
}

http::Form form_of(const Json& json) {
  http::Form form;
  if (const Json::Object* members = json.as_object()) {
    for (const auto& [name, value] : *members) {
      if (const std::string* text = value.as_string()) form.emplace_back(name, *text);
    }
  }
  return form;
}

}  // namespace

std::string journal_input(const SignedForm& form, std::string_view base_path,
                          const language::RedactionPolicy& policy) {
  std::string out = "{";
  const auto append = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    if (out.back() != '{') out += ',';
    append_json_string(out, name);
    out += ':';
    append_json_string(out, value);
  };
  append("path", form.path());
  append("base", base_path);
  append("token", form.retry_token());
  out += R"(,"parameters":{)";
  for (const auto& [name, value] : form.parameters()) {
    if (name != seal_name) append(name, value);
  }
  out += R"(},"fields":{)";
  for (const std::string_view name : kept_fields) {
    append(name, kept_value(name, form.field(name), policy));
  }
  out += "}}";
  return out;
}

Result<http::Request> replayed_request(const Json& input, const AccountSettings& account) {
  const std::string* path = input["path"].as_string();
  if (path == nullptr || !path->starts_with("/twilio/") || !input["fields"].is_object()) {
    return failure(ErrorCode::Invalid, "the input of a webhook has a path and fields");
  }
  http::Form parameters = form_of(input["parameters"]);
  http::Form fields = form_of(input["fields"]);
  const std::string& base = account.public_base_urls.front();
  if (const auto number = http::field(parameters, "number")) {
    const auto business = PhoneNumber::parse(*number);
    const auto call = http::field(fields, "CallSid");
    if (!business || !call) return failure(ErrorCode::Invalid, "a recording names no call");
    const Links links(base, account.auth_tokens.front());
    parameters.emplace_back(seal_name, links.seal_of(*call, *business));
  }
  fields.emplace_back("AccountSid", account.account_sid);
  std::string target = *path;
  if (!parameters.empty()) target += "?" + http::encode_form(parameters);

  http::Request request{.method = "POST", .target = target, .body = http::encode_form(fields)};
  request.headers.add("Content-Type", "application/x-www-form-urlencoded");
  request.headers.add("X-Twilio-Signature",
                      sign(account.auth_tokens.front(), base + request.target, fields));
  const std::string token = input.string_or("token", "");
  if (!token.empty()) request.headers.add("I-Twilio-Idempotency-Token", token);
  return request;
}

std::string base_path_of(const Json& input) {
  return input.string_or("base", "");
}

}  // namespace callwright::providers::twilio
