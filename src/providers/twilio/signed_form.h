#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.h"

namespace callwright::providers::twilio {

struct AccountSettings {
  std::string account_sid;
  // The one in use first; the one being retired, or about to come, second.
  std::vector<std::string> auth_tokens;
  // What the carrier was told we are called, such as "https://calls.example.com". Scheme, host,
  // port if any, and the path that a proxy in front of us takes away; no slash at the end.
  std::vector<std::string> public_base_urls;
  // Addresses of proxies whose X-Forwarded-Proto and X-Forwarded-Host tell the public address
  // instead.
  std::vector<std::string> trusted_proxies;
};

// Why a webhook is turned away. The reason is a label of callwright_webhooks_rejected_total.
struct Rejection {
  int status;
  std::string_view reason;
};

// A form that the carrier has signed. Only SignatureCheck makes one, and readers take nothing else,
// so an unsigned form cannot be read.
class SignedForm {
 public:
  // Empty for a field that is not there: the carrier sends what it does not know as empty text.
  std::string_view field(std::string_view name) const;
  // A parameter of the URL. The URL is signed, so what we wrote into it comes back unchanged.
  std::string_view parameter(std::string_view name) const;
  const http::Form& parameters() const { return parameters_; }
  // The URL's, without the parameters.
  const std::string& path() const { return path_; }
  // The same for every try to deliver one webhook. Not signed. May be empty.
  const std::string& retry_token() const { return retry_token_; }

 private:
  friend class SignatureCheck;
  SignedForm(std::string path, http::Form fields, http::Form parameters, std::string retry_token)
      : path_(std::move(path)),
        fields_(std::move(fields)),
        parameters_(std::move(parameters)),
        retry_token_(std::move(retry_token)) {}

  std::string path_;
  http::Form fields_;
  http::Form parameters_;
  std::string retry_token_;
};

class SignatureCheck {
 public:
  static constexpr std::size_t body_bytes_max = 64 * 1024;

  explicit SignatureCheck(AccountSettings settings) : settings_(std::move(settings)) {}

  std::expected<SignedForm, Rejection> verify(const http::Request& request) const;

  const AccountSettings& settings() const { return settings_; }

 private:
  std::vector<std::string> public_urls(const http::Request& request) const;

  AccountSettings settings_;
};

}  // namespace callwright::providers::twilio
