#include "providers/twilio/signature.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "platform/crypto/crypto.h"
#include "providers/twilio/url_spellings.h"

namespace callwright::providers::twilio {
namespace {

// The carrier sorts by UTF-16 units, where characters beyond the basic plane (lead bytes from F0 in
// UTF-8) come before those that lead with EE and EF.
int utf16_rank(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0xEE || byte == 0xEF ? byte + 0x100 : byte;
}

bool utf16_less(std::string_view a, std::string_view b) {
  return std::ranges::lexicographical_compare(
      a, b, [](char x, char y) { return utf16_rank(x) < utf16_rank(y); });
}

std::string signed_text(std::string_view url, http::Form params) {
  std::ranges::sort(params, [](const auto& a, const auto& b) {
    if (a.first != b.first) return utf16_less(a.first, b.first);
    return utf16_less(a.second, b.second);
  });
  const auto repeated = std::ranges::unique(params);
  params.erase(repeated.begin(), repeated.end());

  std::string text(url);
  for (const auto& [name, value] : params) text.append(name).append(value);
  return text;
}

}  // namespace

std::string sign(std::string_view auth_token, std::string_view url, const http::Form& params) {
  return crypto::base64(crypto::hmac_sha1(auth_token, signed_text(url, params)));
}

bool is_signed(std::string_view signature, std::span<const std::string> auth_tokens,
               std::string_view url, const http::Form& params) {
  bool fits = false;
  for (const std::string& spelling : url_spellings(url)) {
    const std::string text = signed_text(spelling, params);
    for (const std::string& token : auth_tokens) {
      // An empty token would make a signature that anybody can compute.
      if (token.empty()) continue;
      const std::string expected = crypto::base64(crypto::hmac_sha1(token, text));
      fits = equal_in_constant_time(signature, expected) || fits;
    }
  }
  return fits;
}

bool is_signed_with_body(std::string_view signature, std::span<const std::string> auth_tokens,
                         std::string_view url, std::string_view body) {
  const std::size_t mark = url.find('?');
  if (mark == std::string_view::npos) return false;
  const auto query = http::parse_form(url.substr(mark + 1));
  if (!query) return false;
  const auto named = http::field(*query, "bodySHA256");
  if (!named) return false;

  const bool body_fits = equal_in_constant_time(*named, crypto::hex(crypto::sha256(body)));
  return is_signed(signature, auth_tokens, url, {}) && body_fits;
}

}  // namespace callwright::providers::twilio
