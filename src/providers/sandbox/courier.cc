#include "providers/sandbox/courier.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

#include "base/text.h"
#include "providers/twilio/signature.h"

namespace callwright::providers::sandbox {
namespace {

constexpr Milliseconds answer_time_max{15'000};
constexpr Milliseconds connect_time_max{5'000};
constexpr Milliseconds reorder_max{10 * 60'000};
constexpr Milliseconds delay_max{60'000};

// What the fragment of a URL asks for: "#rc=2&rp=ct,rt,5xx".
struct RetryWish {
  int retries = 1;
  bool on_connect = true;
  bool on_timeout = false;
  bool on_4xx = false;
  bool on_5xx = false;
};

RetryWish retry_wish(std::string_view url) {
  RetryWish wish;
  const std::size_t mark = url.find('#');
  if (mark == std::string_view::npos) return wish;
  const auto fields = http::parse_form(url.substr(mark + 1));
  if (!fields) return wish;
  if (const auto count = http::field(*fields, "rc")) {
    std::from_chars(count->data(), count->data() + count->size(), wish.retries);
    wish.retries = std::clamp(wish.retries, 0, 5);
  }
  if (const auto policy = http::field(*fields, "rp")) {
    const auto kinds = split(*policy, ',');
    const auto has = [&](std::string_view kind) {
      return std::ranges::count(kinds, kind) > 0 || std::ranges::count(kinds, "all") > 0;
    };
    wish.on_connect = has("ct");
    wish.on_timeout = has("rt");
    wish.on_4xx = has("4xx");
    wish.on_5xx = has("5xx");
  }
  return wish;
}

bool is_retried(const RetryWish& wish, bool left, int status) {
  if (!left) return wish.on_connect;
  if (status == 0) return wish.on_timeout;
  if (status >= 500) return wish.on_5xx;
  return status >= 400 && wish.on_4xx;
}

}  // namespace

void Schedule::add(Webhook webhook, Instant due) {
  if (faults_.strikes(&WebhookFaults::reorder)) {
    due += Milliseconds(faults_.random().below(static_cast<std::uint64_t>(reorder_max.count())));
  } else if (faults_.strikes(&WebhookFaults::delay)) {
    due += Milliseconds(faults_.random().below(static_cast<std::uint64_t>(delay_max.count())));
  }
  const std::lock_guard lock(mutex_);
  entries_.push_back({due, std::move(webhook)});
}

std::vector<Webhook> Schedule::take_due() {
  const Instant now = clock_.now();
  const std::lock_guard lock(mutex_);
  std::vector<Entry> due;
  std::erase_if(entries_, [&](Entry& entry) {
    if (entry.due > now) return false;
    due.push_back(std::move(entry));
    return true;
  });
  // Equal times keep the order they were added in.
  std::vector<Webhook> webhooks;
  while (!due.empty()) {
    const auto first = std::ranges::min_element(due, {}, &Entry::due);
    webhooks.push_back(std::move(first->webhook));
    due.erase(first);
  }
  return webhooks;
}

std::optional<Instant> Schedule::next() const {
  const std::lock_guard lock(mutex_);
  std::optional<Instant> next;
  for (const Entry& entry : entries_) {
    if (!next || entry.due < *next) next = entry.due;
  }
  return next;
}

Task<WebhookAnswer> Courier::deliver(Webhook webhook) {
  const RetryWish wish = retry_wish(webhook.url);
  const std::string_view url = std::string_view(webhook.url).substr(0, webhook.url.find('#'));
  const Parcel parcel{.url = std::string(url),
                      .body = http::encode_form(webhook.form),
                      .signature = twilio::sign(settings_.auth_token, url, webhook.form),
                      .token = make_sid("", faults_.random())};

  Attempt attempt = co_await try_with_faults(parcel);
  for (int retry = 0; retry < wish.retries; ++retry) {
    if (!is_retried(wish, attempt.left, attempt.answer.status)) break;
    attempt = co_await try_with_faults(parcel);
  }
  if (attempt.left && faults_.strikes(&WebhookFaults::duplicate)) co_await try_once(parcel);
  co_return attempt.answer;
}

Task<Courier::Attempt> Courier::try_with_faults(Parcel parcel) {
  if (faults_.strikes(&WebhookFaults::drop)) co_return Attempt{.answer = {}, .left = false};
  if (faults_.strikes(&WebhookFaults::truncate) && !parcel.body.empty()) {
    // The line broke in the middle of the body: whatever was said to it, the carrier did not hear.
    http::ClientRequest broken = request_of(parcel);
    broken.body.resize(faults_.random().below(parcel.body.size()));
    co_await deliver_(std::move(broken));
    co_return Attempt{};
  }
  Attempt attempt = co_await try_once(parcel);
  if (faults_.strikes(&WebhookFaults::lose_answer)) attempt.answer = {};
  co_return attempt;
}

Task<Courier::Attempt> Courier::try_once(Parcel parcel) {
  Attempt attempt;
  const http::ClientResult result = co_await deliver_(request_of(parcel));
  if (result) {
    attempt.answer = {.status = result->status,
                      .content_type = std::string(result->headers.get("Content-Type").value_or("")),
                      .body = result->body};
  } else {
    attempt.left = result.error().kind != http::SendFailure::NotSent;
  }
  if (attempt.left) record(parcel, attempt.answer);
  co_return attempt;
}

Task<WebhookAnswer> Courier::repeat(DeliveredWebhook webhook) {
  const http::Form form = http::parse_form(webhook.body).value_or(http::Form());
  const http::ClientResult result = co_await deliver_(
      request_of({.url = webhook.url,
                  .body = webhook.body,
                  .signature = twilio::sign(settings_.auth_token, webhook.url, form),
                  .token = webhook.token}));
  if (!result) co_return WebhookAnswer{};
  co_return WebhookAnswer{.status = result->status, .content_type = "", .body = result->body};
}

http::ClientRequest Courier::request_of(const Parcel& parcel) {
  http::ClientRequest request{.method = "POST",
                              .url = parcel.url,
                              .body = parcel.body,
                              .connect_timeout = connect_time_max,
                              .total_timeout = answer_time_max};
  request.headers.add("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
  request.headers.add("User-Agent", "TwilioProxy/1.1");
  request.headers.add("Accept", "*/*");
  request.headers.add("X-Twilio-Signature", parcel.signature);
  request.headers.add("I-Twilio-Idempotency-Token", parcel.token);
  return request;
}

void Courier::record(const Parcel& parcel, const WebhookAnswer& answer) {
  const std::lock_guard lock(mutex_);
  if (log_.size() == log_entries_max) log_.pop_front();
  log_.push_back({.at = clock_.now(),
                  .url = parcel.url,
                  .body = parcel.body,
                  .token = parcel.token,
                  .status = answer.status,
                  .answer = answer.body});
}

std::vector<DeliveredWebhook> Courier::log() const {
  const std::lock_guard lock(mutex_);
  return {log_.begin(), log_.end()};
}

std::string make_sid(std::string_view prefix, Random& random) {
  std::string sid(prefix);
  for (int half = 0; half < 2; ++half) {
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(random.next()));
    sid += digits;
  }
  return sid;
}

std::string resolved_url(std::string_view base, std::string_view link) {
  if (link.find("://") != std::string_view::npos) return std::string(link);
  base = base.substr(0, base.find_first_of("?#"));
  const std::size_t host = base.find("://");
  const std::size_t path =
      std::min(base.find('/', host == std::string_view::npos ? 0 : host + 3), base.size());
  if (link.starts_with('/')) return std::string(base.substr(0, path)) + std::string(link);
  const std::size_t folder = base.rfind('/');
  if (folder == std::string_view::npos || folder < path) {
    return std::string(base) + "/" + std::string(link);
  }
  return std::string(base.substr(0, folder + 1)) + std::string(link);
}

std::string rfc2822(Instant instant) {
  static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(std::chrono::floor<Seconds>(instant - day));
  char text[40];
  std::snprintf(text, sizeof text, "%s, %02u %s %04d %02d:%02d:%02d +0000",
                days[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text;
}

}  // namespace callwright::providers::sandbox
