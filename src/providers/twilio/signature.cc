#include "providers/twilio/signature.h"

#include <algorithm>
#include <compare>
#include <utility>
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

std::strong_ordering utf16_order(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] = std::ranges::mismatch(a, b);
  if (in_a == a.end() || in_b == b.end()) return a.size() <=> b.size();
  return utf16_rank(*in_a) <=> utf16_rank(*in_b);
}

// What follows the URL in the text that is signed.
std::string signed_fields(const http::Form& params) {
  std::vector<std::pair<std::string_view, std::string_view>> fields(params.begin(), params.end());
  std::ranges::sort(fields, [](const auto& a, const auto& b) {
    const auto by_name = utf16_order(a.first, b.first);
    return by_name != 0 ? by_name < 0 : utf16_order(a.second, b.second) < 0;
  });
  const auto repeated = std::ranges::unique(fields);
  fields.erase(repeated.begin(), repeated.end());

  std::string text;
  for (const auto& [name, value] : fields) text.append(name).append(value);
  return text;
}

std::string signature_of(std::string_view auth_token, std::string_view text) {
  return crypto::base64(crypto::hmac_sha1(auth_token, text));
}

}  // namespace

std::string sign(std::string_view auth_token, std::string_view url, const http::Form& params) {
  return signature_of(auth_token, std::string(url) + signed_fields(params));
}

bool is_signed(std::string_view signature, std::span<const std::string> auth_tokens,
               std::string_view url, const http::Form& params) {
  bool fits = false;
  const std::string fields = signed_fields(params);
  for (const std::string& spelling : url_spellings(url)) {
    const std::string text = spelling + fields;
    for (const std::string& token : auth_tokens) {
      // An empty token would make a signature that anybody can compute.
      if (token.empty()) continue;
      fits = equal_in_constant_time(signature, signature_of(token, text)) || fits;
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
