#pragma once

#include <span>
#include <string>
#include <string_view>

#include "platform/http/message.h"

// The arithmetic of X-Twilio-Signature: which string is signed, and whether a signature is one of
// it. Agrees with the carrier's own library on every input, its tolerance for URL spellings
// included.
namespace callwright::providers::twilio {

// base64(HMAC-SHA1(token, URL + every form field, sorted)). The URL has no fragment and is taken as
// it is.
std::string sign(std::string_view auth_token, std::string_view url, const http::Form& params);

// Whether the signature fits the URL as received, with or without its port, or as another library
// would have spelled it. Takes the same time whichever spelling and token fits.
bool is_signed(std::string_view signature, std::span<const std::string> auth_tokens,
               std::string_view url, const http::Form& params);

// For bodies that are no forms: the URL is signed, and names the body's hash in its query.
bool is_signed_with_body(std::string_view signature, std::span<const std::string> auth_tokens,
                         std::string_view url, std::string_view body);

}  // namespace callwright::providers::twilio
