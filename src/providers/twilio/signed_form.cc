#include "providers/twilio/signed_form.h"

#include <algorithm>

#include "base/text.h"
#include "platform/crypto/crypto.h"
#include "platform/log/log.h"
#include "providers/twilio/signature.h"

namespace callwright::providers::twilio {
namespace {

bool is_form(const http::Request& request) {
  const std::string type = lowered(request.headers.get("Content-Type").value_or(""));
  return trimmed(std::string_view(type).substr(0, type.find(';'))) ==
         "application/x-www-form-urlencoded";
}

bool is_host(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._:[]").find(c) != std::string_view::npos;
  });
}

// The public origin as a proxy in front of us tells it; nothing when it tells none.
std::optional<std::string> forwarded_origin(const http::Headers& headers) {
  const auto scheme = headers.get("X-Forwarded-Proto");
  if (scheme != "https" && scheme != "http") return std::nullopt;
  const auto forwarded_host = headers.get("X-Forwarded-Host");
  const std::string_view host = forwarded_host ? *forwarded_host : headers.get("Host").value_or("");
  if (!is_host(host)) return std::nullopt;
  return std::string(*scheme) + "://" + std::string(host);
}

}  // namespace

std::string_view SignedForm::field(std::string_view name) const {
  return http::field(fields_, name).value_or("");
}

std::string_view SignedForm::parameter(std::string_view name) const {
  return http::field(parameters_, name).value_or("");
}

std::expected<SignedForm, Rejection> SignatureCheck::verify(const http::Request& request) const {
  if (request.method != "POST") return std::unexpected(Rejection{405, "wrong_method"});
  if (!is_form(request)) return std::unexpected(Rejection{415, "wrong_content_type"});
  if (request.body.size() > body_bytes_max) return std::unexpected(Rejection{413, "too_large"});
  const auto signature = request.headers.get("X-Twilio-Signature");
  if (!signature) return std::unexpected(Rejection{400, "missing_signature"});
  auto fields = http::parse_form(request.body);
  auto parameters = http::parse_form(request.query());
  if (!fields || !parameters) return std::unexpected(Rejection{400, "malformed_form"});

  const std::vector<std::string> urls = public_urls(request);
  // Without a public address nothing can be checked, and what is unchecked is not let in.
  if (urls.empty()) return std::unexpected(Rejection{503, "no_public_address"});
  const bool is_ours = std::ranges::any_of(urls, [&](const std::string& url) {
    return is_signed(*signature, settings_.auth_tokens, url, *fields);
  });
  if (!is_ours) {
    // Usually the public address is configured wrongly. The hash lets an operator compare it with
    // what the carrier signed, without showing what was sent.
    log::warning(
        "twilio.signature_refused",
        {{"url_sha256", crypto::hex(crypto::sha256(urls.front()))}, {"path", request.path()}});
    return std::unexpected(Rejection{403, "bad_signature"});
  }
  if (http::field(*fields, "AccountSid") != settings_.account_sid) {
    return std::unexpected(Rejection{403, "wrong_account"});
  }
  return SignedForm(std::string(request.path()), *std::move(fields), *std::move(parameters),
                    std::string(request.headers.get("I-Twilio-Idempotency-Token").value_or("")));
}

std::vector<std::string> SignatureCheck::public_urls(const http::Request& request) const {
  std::vector<std::string> urls;
  for (const std::string& base : settings_.public_base_urls) urls.push_back(base + request.target);
  if (std::ranges::count(settings_.trusted_proxies, request.remote_address) > 0) {
    if (const auto origin = forwarded_origin(request.headers)) {
      urls.push_back(*origin + request.target);
    }
  }
  return urls;
}

}  // namespace callwright::providers::twilio
