#include "providers/sandbox/text_exchange.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/text.h"

namespace callwright::providers::sandbox {
namespace {

constexpr std::array stop_words = {"stop", "stopall", "unsubscribe", "cancel",
                                   "end",  "quit",    "revoke",      "optout"};
constexpr std::array start_words = {"start", "yes", "unstop"};
constexpr std::array help_words = {"help", "info"};

std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::expected<std::string, ApiError> TextExchange::submit(const NewText& text) {
  if (!PhoneNumber::parse(text.to)) {
    return std::unexpected(ApiError{400, 21211, "Invalid 'To' Phone Number"});
  }
  if (!PhoneNumber::parse(text.from)) {
    return std::unexpected(ApiError{400, 21212, "Invalid 'From' Phone Number"});
  }
  if (text.body.empty()) return std::unexpected(ApiError{400, 21602, "Message body is required."});
  if (character_count(text.body) > body_characters_max) {
    return std::unexpected(
        ApiError{400, 21617, "The concatenated message body exceeds the 1600 character limit"});
  }
  const std::string sid = make_sid("SM", faults_.random());
  const bool arrives = !faults_.strikes(&FaultMenu::sms_undelivered);
  const std::lock_guard lock(mutex_);
  if (blocked_.contains({text.to, text.from})) {
    return std::unexpected(ApiError{400, 21610, "Attempt to send to unsubscribed recipient"});
  }
  const Instant now = clock_.now();
  by_sid_.emplace(sid, texts_.size());
  texts_.push_back({.sid = sid,
                    .at = now,
                    .from = text.from,
                    .to = text.to,
                    .body = text.body,
                    .status = "queued",
                    .error_code = ""});
  steps_.push_back({now + sent_after, sid, "sent", "", text.status_callback});
  steps_.push_back({now + delivered_after, sid, arrives ? "delivered" : "undelivered",
                    arrives ? "" : "30003", text.status_callback});
  return sid;
}

TextExchange::Incoming TextExchange::receive(const std::string& from, const std::string& to,
                                             const std::string& body, const std::string& sms_url) {
  const std::string sid = make_sid("SM", faults_.random());
  const std::lock_guard lock(mutex_);
  const TextMessage text{.sid = sid,
                         .at = clock_.now(),
                         .from = from,
                         .to = to,
                         .body = body,
                         .inbound = true,
                         .status = "received",
                         .error_code = ""};
  texts_.push_back(text);
  http::Form form = {{"MessageSid", sid},
                     {"SmsSid", sid},
                     {"SmsMessageSid", sid},
                     {"AccountSid", settings_.account_sid},
                     {"From", from},
                     {"To", to},
                     {"Body", body},
                     {"NumMedia", "0"},
                     {"NumSegments", std::to_string(1 + body.size() / 160)},
                     {"SmsStatus", "received"},
                     {"ApiVersion", "2010-04-01"}};
  if (settings_.answers_opt_out) {
    const std::string kind = answer_keyword(text);
    if (!kind.empty()) form.emplace_back("OptOutType", kind);
  }
  return {.sid = sid, .webhook = {.url = sms_url, .form = std::move(form)}};
}

// The carrier's own answer to its keywords; the keyword's kind, or nothing.
std::string TextExchange::answer_keyword(const TextMessage& text) {
  const std::string word = lowered(trimmed(text.body));
  std::string kind;
  std::string answer;
  if (std::ranges::count(stop_words, word) > 0) {
    kind = "STOP";
    answer = "You have successfully been unsubscribed. Reply START to resubscribe.";
    blocked_.insert({text.from, text.to});
  } else if (std::ranges::count(start_words, word) > 0) {
    kind = "START";
    answer = "You have successfully been re-subscribed. Reply STOP to unsubscribe.";
    blocked_.erase({text.from, text.to});
  } else if (std::ranges::count(help_words, word) > 0) {
    kind = "HELP";
    answer = "Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
  } else {
    return "";
  }
  texts_.push_back({.sid = make_sid("SM", faults_.random()),
                    .at = clock_.now(),
                    .from = text.to,
                    .to = text.from,
                    .body = answer,
                    .status = "delivered",
                    .error_code = ""});
  return kind;
}

void TextExchange::set_blocked(const std::string& person, const std::string& business,
                               bool blocked) {
  const std::lock_guard lock(mutex_);
  if (blocked) {
    blocked_.insert({person, business});
  } else {
    blocked_.erase({person, business});
  }
}

void TextExchange::advance() {
  const Instant now = clock_.now();
  const std::lock_guard lock(mutex_);
  std::erase_if(steps_, [&](const Step& step) {
    if (step.due > now) return false;
    TextMessage* const text = &texts_[by_sid_.at(step.sid)];
    text->status = step.status;
    text->error_code = step.error_code;
    if (step.callback.empty()) return true;
    http::Form form = {{"AccountSid", settings_.account_sid},
                       {"From", text->from},
                       {"To", text->to},
                       {"MessageSid", step.sid},
                       {"MessageStatus", step.status},
                       {"SmsSid", step.sid},
                       {"SmsStatus", step.status},
                       {"ApiVersion", "2010-04-01"}};
    if (!step.error_code.empty()) form.emplace_back("ErrorCode", step.error_code);
    schedule_.add({.url = step.callback, .form = std::move(form)}, step.due);
    return true;
  });
}

std::optional<Instant> TextExchange::next_step() const {
  const std::lock_guard lock(mutex_);
  std::optional<Instant> next;
  for (const Step& step : steps_) {
    if (!next || step.due < *next) next = step.due;
  }
  return next;
}

std::vector<TextMessage> TextExchange::all() const {
  const std::lock_guard lock(mutex_);
  return texts_;
}

std::vector<TextMessage> TextExchange::all(
    const std::function<bool(const TextMessage&)>& wanted) const {
  const std::lock_guard lock(mutex_);
  std::vector<TextMessage> found;
  std::ranges::copy_if(texts_, std::back_inserter(found), wanted);
  return found;
}

}  // namespace callwright::providers::sandbox
