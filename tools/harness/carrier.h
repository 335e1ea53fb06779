#pragma once

#include <string>

#include "platform/http/message.h"

namespace callwright::harness {

// The carrier's side of an agreement with the server under test.
struct Account {
  std::string sid = "AC" + std::string(32, '0');
  std::string token = "harness";
  std::string public_url;  // What the server believes it is called: webhooks are signed for it.
};

struct Webhook {
  std::string target;  // "/twilio/voice": path and query.
  http::Form form;
  std::string token;  // The same for every try to deliver it.
};

// The whole request as it goes over the wire, signed.
std::string signed_request(const Account& account, const Webhook& webhook);
// The same with the body, the type and the signature as given, for requests that are wrong.
struct RawRequest {
  std::string method = "POST";
  std::string target;
  std::string content_type = "application/x-www-form-urlencoded";
  std::string signature;  // Empty: not sent.
  std::string body;
};
std::string raw_request(const RawRequest& request);

// A name in the carrier's form: the prefix and 32 hex digits.
std::string make_sid(std::string_view prefix, std::uint64_t number);
// A number of a person that is nobody's.
std::string person_number(std::uint64_t number);

// Properly answered: 200, and TwiML that is not the apology.
bool is_proper_twiml(int status, std::string_view body);
bool is_apology(int status, std::string_view body);

}  // namespace callwright::harness
