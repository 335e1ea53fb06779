#include "platform/crypto/crypto.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/sha.h>

#include <memory>

#include "base/result.h"

namespace callwright::crypto {
namespace {

const unsigned char* bytes_of(std::string_view text) {
  static constexpr unsigned char nothing = 0;  // OpenSSL takes a null key for "the previous one".
  return text.data() == nullptr ? &nothing : reinterpret_cast<const unsigned char*>(text.data());
}

// HMAC over one digest. Looking the algorithms up costs more than a webhook's signature itself, so
// a context is prepared once per thread and given a new key each time.
class Hmac {
 public:
  explicit Hmac(const char* digest) {
    const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> hmac(
        EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr), &EVP_MAC_free);
    ASSERT(hmac != nullptr);
    context_.reset(EVP_MAC_CTX_new(hmac.get()));
    ASSERT(context_ != nullptr);
    std::string name(digest);
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name.data(), 0),
        OSSL_PARAM_construct_end(),
    };
    ASSERT(EVP_MAC_CTX_set_params(context_.get(), parameters) == 1);
  }

  std::string operator()(std::string_view key, std::string_view data) {
    std::string result(EVP_MAX_MD_SIZE, '\0');
    std::size_t size = 0;
    ASSERT(EVP_MAC_init(context_.get(), bytes_of(key), key.size(), nullptr) == 1);
    ASSERT(EVP_MAC_update(context_.get(), bytes_of(data), data.size()) == 1);
    ASSERT(EVP_MAC_final(context_.get(), reinterpret_cast<unsigned char*>(result.data()), &size,
                         result.size()) == 1);
    result.resize(size);
    return result;
  }

 private:
  std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)> context_{nullptr, &EVP_MAC_CTX_free};
};

constexpr std::string_view base64_alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view base64url_alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string encode_base64(std::string_view bytes, std::string_view alphabet, bool padded) {
  std::string result;
  result.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      group = group << 8 | (k < count ? static_cast<std::uint8_t>(bytes[i + k]) : 0U);
    }
    for (std::size_t k = 0; k <= count; ++k) result += alphabet[group >> (18 - 6 * k) & 63];
    if (padded) result.append(3 - count, '=');
  }
  return result;
}

constexpr std::uint8_t no_digit = 0xFF;

// What each byte is worth as a digit of the alphabet.
constexpr std::array<std::uint8_t, 256> digit_values(std::string_view alphabet) {
  std::array<std::uint8_t, 256> values{};
  values.fill(no_digit);
  for (std::size_t i = 0; i < alphabet.size(); ++i) {
    values[static_cast<std::uint8_t>(alphabet[i])] = static_cast<std::uint8_t>(i);
  }
  return values;
}

}  // namespace

std::string hmac_sha1(std::string_view key, std::string_view data) {
  thread_local Hmac hmac("SHA1");
  return hmac(key, data);
}

std::string hmac_sha256(std::string_view key, std::string_view data) {
  thread_local Hmac hmac("SHA256");
  return hmac(key, data);
}

std::string sha256(std::string_view data) {
  std::string result(SHA256_DIGEST_LENGTH, '\0');
  SHA256(bytes_of(data), data.size(), reinterpret_cast<unsigned char*>(result.data()));
  return result;
}

std::string base64(std::string_view bytes) {
  return encode_base64(bytes, base64_alphabet, true);
}

std::string base64url(std::string_view bytes) {
  return encode_base64(bytes, base64url_alphabet, false);
}

std::optional<std::string> decode_base64(std::string_view text) {
  static constexpr auto values = digit_values(base64_alphabet);
  if (text.size() % 4 != 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && text.ends_with('=')) {
    text.remove_suffix(1);
    ++padding;
  }
  std::string result;
  result.reserve(text.size() / 4 * 3 + 2);
  std::uint32_t group = 0;
  unsigned bits = 0;
  for (const char c : text) {
    const std::uint8_t value = values[static_cast<std::uint8_t>(c)];
    if (value == no_digit) return std::nullopt;
    group = group << 6 | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      result += static_cast<char>(group >> bits & 0xFF);
    }
  }
  // Spare bits must be zero, or two texts would stand for the same bytes.
  if ((group & ((1U << bits) - 1)) != 0) return std::nullopt;
  return result;
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result;
  result.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    result += digits[static_cast<std::uint8_t>(c) >> 4];
    result += digits[static_cast<std::uint8_t>(c) & 15];
  }
  return result;
}

std::optional<std::string> decode_hex(std::string_view text) {
  static constexpr auto lower = digit_values("0123456789abcdef");
  static constexpr auto upper = digit_values("0123456789ABCDEF");
  if (text.size() % 2 != 0) return std::nullopt;
  std::string result;
  result.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); i += 2) {
    unsigned byte = 0;
    for (const char c : text.substr(i, 2)) {
      const auto index = static_cast<std::uint8_t>(c);
      const std::uint8_t value = std::min(lower[index], upper[index]);
      if (value == no_digit) return std::nullopt;
      byte = byte << 4 | value;
    }
    result += static_cast<char>(byte);
  }
  return result;
}

std::string make_token(Random& random) {
  std::string bytes;
  for (int i = 0; i < 4; ++i) {
    const std::uint64_t chance = random.next();
    for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(chance >> shift & 0xFF);
  }
  return base64url(bytes);
}

}  // namespace callwright::crypto
