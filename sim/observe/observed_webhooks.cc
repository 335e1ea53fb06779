#include "sim/observe/observed_webhooks.h"

#include <algorithm>
#include <memory>

#include "platform/crypto/crypto.h"

namespace callwright::sim {
namespace {

using providers::sandbox::Deliver;

// What follows the third slash, up to a question mark.
std::string path_of(std::string_view url) {
  const std::size_t host = url.find("//");
  const std::size_t begin = url.find('/', host == std::string_view::npos ? 0 : host + 2);
  if (begin == std::string_view::npos) return "/";
  return std::string(url.substr(begin, url.find('?') - begin));
}

// The carrier signs the address and every field, in the order of their names.
SignatureSeen signature_of(const http::ClientRequest& request) {
  auto form = http::parse_form(request.body);
  if (!form) return SignatureSeen::Wrong;
  std::ranges::sort(*form);
  std::string text = request.url;
  for (const auto& [name, value] : *form) text += name + value;
  const providers::sandbox::SandboxSettings carrier;
  const std::string wanted = crypto::base64(crypto::hmac_sha1(carrier.auth_token, text));
  return request.headers.get("X-Twilio-Signature") == wanted ? SignatureSeen::Right
                                                             : SignatureSeen::Wrong;
}

Task<http::ClientResult> bring(std::shared_ptr<Deliver> deliver, Witness* witness,
                               LookAtSignatures look, http::ClientRequest request) {
  const Webhook webhook{
      .path = path_of(request.url),
      .body = request.body,
      .token = std::string(request.headers.get("I-Twilio-Idempotency-Token").value_or("")),
      .signature =
          look == LookAtSignatures::Yes ? signature_of(request) : SignatureSeen::NotLookedAt};
  witness->webhook_begins(webhook);
  Task<http::ClientResult> bringing = (*deliver)(std::move(request));
  http::ClientResult result = co_await std::move(bringing);
  if (result) {
    witness->webhook_ends(webhook, result->status, result->body);
  } else {
    witness->webhook_ends(webhook, 0, {});
  }
  co_return result;
}

}  // namespace

Deliver observed(Deliver deliver, Witness& witness, LookAtSignatures look) {
  return [shared = std::make_shared<Deliver>(std::move(deliver)), &witness,
          look](http::ClientRequest request) {
    return bring(shared, &witness, look, std::move(request));
  };
}

}  // namespace callwright::sim
