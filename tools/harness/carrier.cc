#include "harness/carrier.h"

#include <cstdio>

#include "platform/clock/random.h"
#include "providers/twilio/signature.h"

namespace callwright::harness {
namespace {

constexpr std::uint64_t persons = 700'000;

// Only the apology leads there: it is what the server says when it cannot do its work.
constexpr std::string_view apology_mark = "/twilio/fallback/recorded";

bool is_twiml(int status, std::string_view body) {
  return status == 200 && body.find("<Response") != std::string_view::npos;
}

}  // namespace

std::string signed_request(const Account& account, const Webhook& webhook) {
  std::string request =
      raw_request({.target = webhook.target,
                   .signature = providers::twilio::sign(
                       account.token, account.public_url + webhook.target, webhook.form),
                   .body = http::encode_form(webhook.form)});
  if (webhook.token.empty()) return request;
  return request.insert(request.find("\r\n") + 2,
                        "I-Twilio-Idempotency-Token: " + webhook.token + "\r\n");
}

std::string raw_request(const RawRequest& request) {
  std::string bytes = request.method + " " + request.target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
  bytes += "User-Agent: TwilioProxy/1.1\r\nAccept: */*\r\n";
  if (!request.signature.empty()) bytes += "X-Twilio-Signature: " + request.signature + "\r\n";
  if (!request.body.empty()) bytes += "Content-Type: " + request.content_type + "\r\n";
  if (request.method != "GET") {
    bytes += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
  }
  return bytes + "\r\n" + request.body;
}

std::string make_sid(std::string_view prefix, std::uint64_t number) {
  // Drawn from the number, so that neighbours lie far apart, as the carrier's names do.
  SeededRandom scattered(number);
  char digits[40];
  std::snprintf(digits, sizeof digits, "%016llx%016llx",
                static_cast<unsigned long long>(scattered.next()),
                static_cast<unsigned long long>(number));
  return std::string(prefix) + digits;
}

std::string person_number(std::uint64_t number) {
  return "+15550" + std::to_string(200'000 + number % persons);
}

bool is_proper_twiml(int status, std::string_view body) {
  return is_twiml(status, body) && body.find(apology_mark) == std::string_view::npos;
}

bool is_apology(int status, std::string_view body) {
  return is_twiml(status, body) && body.find(apology_mark) != std::string_view::npos;
}

}  // namespace callwright::harness
