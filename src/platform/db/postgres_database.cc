#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "platform/clock/random.h"
#include "platform/db/db_metrics.h"
#include "platform/db/postgres_connection.h"
#include "platform/db/unit_of_work.h"

namespace callwright::db {
namespace {

using Clock = std::chrono::steady_clock;

// Transactions that only touch the same page of an index may lose to each other too, so a busy
// small table costs many attempts: with a new database under 64 callers most of them fail. These
// take eight seconds at most, and somebody who holds the line would rather wait than be sent away.
constexpr int attempts_max = 150;
constexpr std::chrono::microseconds retry_delay_first{500};
constexpr std::chrono::microseconds retry_delay_max{50'000};
// While the server is away callers hear so at once, except for one that looks again this often.
constexpr std::chrono::milliseconds reconnect_interval{250};
// More callers than this cannot be served in a time that still helps them.
constexpr std::size_t waiting_max = 8'192;

class PostgresTransaction final : public GuardedTransaction {
 public:
  explicit PostgresTransaction(PostgresConnection& connection) : connection_(connection) {}

  Engine engine() const override { return Engine::Postgres; }

 private:
  Result<Answer> perform(std::string_view sql, std::span<const Value> args) override {
    return connection_.perform(sql, args);
  }
  Result<void> command(std::string_view sql) override {
    return connection_.command(std::string(sql));
  }
  bool gave_up() const override { return connection_.trouble() != Trouble::None; }

  PostgresConnection& connection_;
};

struct WaitingCaller {
  Access access;
  UnitOfWork unit;
};

// Those who wait for a connection, in the order they came.
class Line {
 public:
  // Nothing when the caller was taken in, or else the caller again.
  std::optional<WaitingCaller> join(WaitingCaller caller) {
    {
      const std::lock_guard lock(mutex_);
      if (waiting_.size() >= waiting_max) return caller;
      waiting_.push_back(std::move(caller));
    }
    arrived_.notify_one();
    return std::nullopt;
  }

  // Nothing once the line is closed and empty.
  std::optional<WaitingCaller> next() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
    if (waiting_.empty()) return std::nullopt;
    WaitingCaller caller = std::move(waiting_.front());
    waiting_.pop_front();
    return caller;
  }

  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    arrived_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<WaitingCaller> waiting_;
  bool closed_ = false;
};

// One connection, the thread that uses it, and how it comes back when it is lost.
class PostgresThread {
 public:
  PostgresThread(const PostgresSettings& settings, Line& line)
      : settings_(settings), line_(line), thread_([this] { serve(); }) {}
  ~PostgresThread() { thread_.join(); }

  bool is_this_thread() const { return std::this_thread::get_id() == thread_.get_id(); }

  void serve_one(WaitingCaller caller) {
    caller.unit.outcome = run(caller.access, caller.unit);
    if (caller.access == Access::Write) metrics_.count(caller.unit.outcome);
    std::vector<UnitOfWork> units;
    units.push_back(std::move(caller.unit));
    answer(std::move(units));
  }

 private:
  void serve() {
    while (std::optional<WaitingCaller> caller = line_.next()) serve_one(*std::move(caller));
  }

  Result<void> run(Access access, UnitOfWork& unit) {
    Result<void> outcome;
    for (int attempt = 1; attempt <= attempts_max; ++attempt) {
      TRY(ensure_connected());
      bool may_be_committed = false;
      outcome = run_once(access, unit, may_be_committed);
      const Trouble trouble = connection_->trouble();
      if (trouble == Trouble::LostConnection) connection_.reset();
      if (outcome || trouble == Trouble::None || may_be_committed) return outcome;
      metrics_.retries.increment();
      if (trouble == Trouble::LostRace) rest(attempt);
    }
    return outcome;
  }

  Result<void> run_once(Access access, UnitOfWork& unit, bool& may_be_committed) {
    connection_->begin(access);
    Result<void> outcome = run_work(unit);
    if (outcome) {
      metrics_.commits.increment(access == Access::Write ? 1 : 0);
      outcome = connection_->commit();
      // The server went away with our COMMIT: nobody can say whether it was carried out.
      may_be_committed = connection_->trouble() == Trouble::LostConnection;
    }
    if (!outcome) connection_->abandon();
    return outcome;
  }

  Result<void> run_work(UnitOfWork& unit) {
    PostgresTransaction tx(*connection_);
    const InsideTransaction inside;
    Result<void> outcome = tx.outcome(unit.work(tx));
    unit.wakes = tx.take_wakes();
    return outcome;
  }

  Result<void> ensure_connected() {
    if (connection_) return {};
    if (Clock::now() < reconnect_at_) {
      return failure(ErrorCode::Unavailable, "the PostgreSQL server is away");
    }
    Result<std::unique_ptr<PostgresConnection>> opened =
        PostgresConnection::open(settings_.connection);
    if (!opened) {
      reconnect_at_ = Clock::now() + reconnect_interval;
      return std::unexpected(std::move(opened).error());
    }
    connection_ = *std::move(opened);
    return {};
  }

  // Whoever lost a race waits for a moment of chance, so that the same two do not meet again.
  void rest(int attempt) {
    constexpr int doublings_max = 7;
    const auto longest =
        std::min(retry_delay_first * (1 << std::min(attempt, doublings_max)), retry_delay_max);
    const std::uint64_t chance = random_.below(static_cast<std::uint64_t>(longest.count()));
    std::this_thread::sleep_for(std::chrono::microseconds(chance));
  }

  const PostgresSettings settings_;
  Line& line_;
  const DbMetrics metrics_{Engine::Postgres};
  std::unique_ptr<PostgresConnection> connection_;
  Clock::time_point reconnect_at_{};
  SystemRandom random_;
  std::thread thread_;
};

class PostgresDatabase final : public Database {
 public:
  explicit PostgresDatabase(const PostgresSettings& settings) {
    for (int i = 0; i < settings.pool_size; ++i) {
      threads_.push_back(std::make_unique<PostgresThread>(settings, line_));
    }
  }
  ~PostgresDatabase() override { line_.close(); }

  Engine engine() const override { return Engine::Postgres; }

  void submit(Access access, Work work, Done done) override {
    ASSERT(!InsideTransaction::on_this_thread());
    join({.access = access, .unit = unit_of_work(std::move(work), std::move(done))});
  }

  Result<void> run(Access access, Work work) override {
    ASSERT(!InsideTransaction::on_this_thread());
    BlockedCaller blocked;
    WaitingCaller caller = {.access = access, .unit = blocked.unit(std::move(work))};
    // Whoever was answered on a connection's thread may use it from there: it has nothing else to
    // do.
    const auto own =
        std::ranges::find_if(threads_, [](const auto& thread) { return thread->is_this_thread(); });
    if (own != threads_.end()) {
      (*own)->serve_one(std::move(caller));
    } else {
      join(std::move(caller));
    }
    return blocked.wait();
  }

 private:
  void join(WaitingCaller caller) {
    std::optional<WaitingCaller> refused = line_.join(std::move(caller));
    if (!refused) return;
    refused->unit.outcome = failure(ErrorCode::Unavailable, "too many transactions are waiting");
    std::vector<UnitOfWork> units;
    units.push_back(std::move(refused->unit));
    answer(std::move(units));
  }

  Line line_;
  std::vector<std::unique_ptr<PostgresThread>> threads_;
};

}  // namespace

Result<std::unique_ptr<Database>> open_postgres(const PostgresSettings& settings) {
  ASSERT(settings.pool_size > 0);
  // A server that cannot be reached is reported now and not to the first caller.
  TRY(PostgresConnection::open(settings.connection));
  return std::make_unique<PostgresDatabase>(settings);
}

}  // namespace callwright::db
