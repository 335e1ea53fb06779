#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "platform/http/message.h"
#include "providers/sandbox/fault_box.h"
#include "providers/sandbox/sandbox_carrier.h"

namespace callwright::providers::sandbox {

// One webhook to be delivered.
struct Webhook {
  std::string url;  // A fragment asks for retries.
  http::Form form;
};

struct WebhookAnswer {
  int status = 0;  // 0: none came.
  std::string content_type;
  std::string body;
};

// When a news webhook leaves. Safe from any thread.
class Schedule {
 public:
  Schedule(const Clock& clock, FaultBox& faults) : clock_(clock), faults_(faults) {}

  // Now or later, or, when the faults want it so, later than that.
  void add(Webhook webhook, Instant due);
  std::vector<Webhook> take_due();
  std::optional<Instant> next() const;

 private:
  struct Entry {
    Instant due;
    Webhook webhook;
  };
  const Clock& clock_;
  FaultBox& faults_;
  mutable std::mutex mutex_;
  std::deque<Entry> entries_;  // In the order they were added.
};

// Signs webhooks, brings them to us and keeps a record. Retries as the URL asks for, with one
// token.
class Courier {
 public:
  static constexpr std::size_t log_entries_max = 10'000;

  Courier(const SandboxSettings& settings, const Clock& clock, FaultBox& faults, Deliver deliver)
      : settings_(settings), clock_(clock), faults_(faults), deliver_(std::move(deliver)) {}

  Task<WebhookAnswer> deliver(Webhook webhook);

  std::vector<DeliveredWebhook> log() const;
  // Exactly as it was; nothing goes wrong on the way and nothing is logged.
  Task<WebhookAnswer> repeat(DeliveredWebhook webhook);

 private:
  struct Attempt {
    WebhookAnswer answer;
    bool left = true;  // False: it did not reach us.
  };
  // What every try to deliver one webhook brings.
  struct Parcel {
    std::string url;
    std::string body;
    std::string signature;
    std::string token;
  };
  Task<Attempt> try_once(Parcel parcel);
  Task<Attempt> try_with_faults(Parcel parcel);
  static http::ClientRequest request_of(const Parcel& parcel);
  void record(const Parcel& parcel, const WebhookAnswer& answer);

  const SandboxSettings& settings_;
  const Clock& clock_;
  FaultBox& faults_;
  Deliver deliver_;
  mutable std::mutex mutex_;
  std::deque<DeliveredWebhook> log_;
};

// 32 hex digits behind a prefix: what every name of the carrier looks like.
std::string make_sid(std::string_view prefix, Random& random);

// A link in a document as seen from where the document came from.
std::string resolved_url(std::string_view base, std::string_view link);

// "Fri, 20 Aug 2010 01:13:42 +0000".
std::string rfc2822(Instant instant);

}  // namespace callwright::providers::sandbox
