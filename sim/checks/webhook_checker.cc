#include "sim/checks/webhook_checker.h"

#include <algorithm>
#include <array>

#include "sim/checks/form_reading.h"

namespace callwright::sim {
namespace {

// Every answer of these says that what they told of was taken.
constexpr auto acting_paths = std::to_array<std::string_view>(
    {"/twilio/voice", "/twilio/turn", "/twilio/transfer", "/twilio/recording", "/twilio/sms",
     "/twilio/status", "/twilio/sms-status"});

// A call that could not be served is sent to a recording; that promises nothing but the recording.
bool is_apology(std::string_view answer) {
  return answer.contains("/twilio/fallback/recorded");
}

}  // namespace

void WebhookChecker::webhook_begins(const Webhook& webhook) {
  inside_ = true;
  commits_ = 0;
  changes_ = 0;
  tenant_.clear();
  token_ = webhook.token;
  known_before_ = !token_.empty() && answers_.contains(token_);
}

void WebhookChecker::committed(const Batch& batch) {
  if (!inside_) return;
  ++commits_;
  changes_ += static_cast<int>(batch.size());
  batch.for_each(Table::WebhookReceipts, [&](const Change& change) {
    if (!change.after) return;
    const RowView& row = *change.after;
    tenant_ = row.text(column(Table::WebhookReceipts, "tenant_id"));
    const std::string_view token = row.text(column(Table::WebhookReceipts, "token"));
    if (token.empty()) return;
    answers_[std::string(token)] = row.text(column(Table::WebhookReceipts, "response"));
  });
}

// What a start finds on the disk was written by whatever was under way before, not by the webhook
// that finds the process starting.
void WebhookChecker::interrupted(Instant /*resumed*/) {
  commits_ = 0;
  changes_ = 0;
  tenant_.clear();
}

void WebhookChecker::webhook_ends(const Webhook& webhook, int status, std::string_view answer) {
  inside_ = false;
  if (status >= 400 && status < 500) {
    expect(27, changes_ == 0, [&] {
      return told("a webhook at ", webhook.path, " was turned away with ", std::to_string(status),
                  " and changed rows");
    });
    return;
  }
  if (webhook.signature != SignatureSeen::NotLookedAt) {
    expect(27, webhook.signature == SignatureSeen::Right || (changes_ == 0 && status != 200), [&] {
      return told("a webhook at ", webhook.path, " that nobody signed was answered ",
                  std::to_string(status), " and changed ", std::to_string(changes_), " rows");
    });
  }
  if (status != 200 || std::ranges::find(acting_paths, webhook.path) == acting_paths.end()) return;

  if (!tenant_.empty()) {
    const std::string_view to = shadow().owner_of(form_value(webhook.body, "To"));
    const std::string_view from = shadow().owner_of(form_value(webhook.body, "From"));
    expect(26, tenant_ == to || tenant_ == from, [&] {
      return told("a webhook at ", webhook.path, " acted for ", tenant_,
                  ", whose number is not in it");
    });
  }
  if (is_apology(answer)) return;
  expect(acknowledged_is_kept, commits_ > 0, [&] {
    return told("a webhook at ", webhook.path, " was accepted and nothing was committed");
  });
  if (commits_ == 0 || token_.empty()) return;
  if (known_before_) {
    expect(2, changes_ == 0, [&] {
      return told("a repeated webhook at ", webhook.path, " changed ", std::to_string(changes_),
                  " rows");
    });
  }
  if (const std::string* stored = find(answers_, token_)) {
    expect(3, answer == *stored, [&] {
      return told("a webhook at ", webhook.path, " was answered otherwise than what is stored");
    });
  }
}

}  // namespace callwright::sim
