#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/clock/random.h"

namespace callwright::crypto {

// Raw bytes in a std::string; encode them before they leave the process.
std::string hmac_sha1(std::string_view key, std::string_view data);
std::string hmac_sha256(std::string_view key, std::string_view data);
std::string sha256(std::string_view data);

std::string base64(std::string_view bytes);
std::optional<std::string> decode_base64(std::string_view text);
std::string base64url(std::string_view bytes);  // Without padding.
std::string hex(std::string_view bytes);        // Lower case.
std::optional<std::string> decode_hex(std::string_view text);

// 256 bits of chance in base64url: a bearer token.
std::string make_token(Random& random);

}  // namespace callwright::crypto
