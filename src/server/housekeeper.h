#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

#include "platform/clock/clock.h"
#include "platform/db/database.h"
#include "platform/idempotency/receipts.h"
#include "platform/jobs/jobs.h"

namespace callwright::server {

// Forgets what only serves to know an event again, for all businesses: receipts of webhooks, and
// jobs that are done. Senders give up within days; a month leaves room to look into what happened.
class Housekeeper {
 public:
  static constexpr std::chrono::days kept{35};
  static constexpr std::chrono::hours pause{1};

  // All of them outlive it.
  Housekeeper(db::Database& database, const Clock& clock, const jobs::Queue& queue)
      : database_(database), clock_(clock), queue_(queue) {}
  ~Housekeeper() { stop(); }

  // Goes round at once, and every `pause` from then on, in a thread of its own.
  void start();
  void stop();

  struct Forgotten {
    std::int64_t receipts = 0;
    std::int64_t jobs = 0;
  };
  // One round, in short transactions, so that callers in between do not wait long, nor who stops
  // it: what is left then is for the next.
  Result<Forgotten> go_round(const std::stop_token& end = {});

 private:
  void live(const std::stop_token& end);

  db::Database& database_;
  const Clock& clock_;
  const jobs::Queue& queue_;
  const Receipts receipts_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  std::jthread thread_;
};

}  // namespace callwright::server
