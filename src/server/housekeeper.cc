#include "server/housekeeper.h"

#include "platform/log/log.h"

namespace callwright::server {
namespace {

// Again and again until there is nothing left, or the end has come.
template <class Forget>
Result<std::int64_t> forget_all(db::Database& database, const std::stop_token& end, Forget forget) {
  std::int64_t all = 0;
  while (true) {
    TRY_ASSIGN(const std::int64_t some, database.write(forget));
    all += some;
    if (some == 0 || end.stop_requested()) return all;
  }
}

}  // namespace

void Housekeeper::start() {
  thread_ = std::jthread([this](const std::stop_token& end) { live(end); });
}

void Housekeeper::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

Result<Housekeeper::Forgotten> Housekeeper::go_round(const std::stop_token& end) {
  const Instant horizon = clock_.now() - kept;
  Forgotten forgotten;
  TRY_ASSIGN(forgotten.receipts, forget_all(database_, end, [&](db::Transaction& tx) {
               return receipts_.forget_before(tx, horizon);
             }));
  TRY_ASSIGN(forgotten.jobs, forget_all(database_, end, [&](db::Transaction& tx) {
               return queue_.forget_finished_before(tx, horizon);
             }));
  return forgotten;
}

void Housekeeper::live(const std::stop_token& end) {
  std::unique_lock lock(mutex_);
  do {
    const Result<Forgotten> forgotten = go_round(end);
    if (!forgotten) {
      log::error("housekeeping.failed", forgotten.error());
    } else if (forgotten->receipts + forgotten->jobs > 0) {
      log::info("housekeeping.forgotten",
                {{"receipts", forgotten->receipts}, {"jobs", forgotten->jobs}});
    }
    woken_.wait_for(lock, end, pause, [] { return false; });
  } while (!end.stop_requested());
}

}  // namespace callwright::server
