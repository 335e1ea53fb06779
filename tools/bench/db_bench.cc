// How many transactions a second each engine makes durable, how long a caller waits for one, and
// what it costs this process in processor time, which is the figure that a busy machine disturbs
// least. A transaction is what a turn of a call writes: an event, the call's new state and a
// message to send.
//
//   callwright_db_bench FOLDER [SECONDS] [POSTGRES]
//
// FOLDER is where SQLite's file is put: measure the disk that will be used. POSTGRES is a
// connection string; the server's tables of this name are replaced: bench_events, bench_calls,
// bench_messages.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "platform/db/database.h"
#include "platform/metrics/metrics.h"

namespace callwright {
namespace {

using Clock = std::chrono::steady_clock;
using db::Transaction;

constexpr int calls = 256;

Result<void> create_tables(Transaction& tx) {
  for (const std::string table : {"bench_events", "bench_calls", "bench_messages"}) {
    TRY(tx.execute("DROP TABLE IF EXISTS " + table));
    TRY(tx.execute("CREATE TABLE " + table +
                   " (tenant_id TEXT NOT NULL, id TEXT NOT NULL, state BIGINT NOT NULL, "
                   "body TEXT NOT NULL, PRIMARY KEY (tenant_id, id))"));
  }
  for (int i = 0; i < calls; ++i) {
    TRY(tx.execute(
        "INSERT INTO bench_calls (tenant_id, id, state, body) VALUES ('ten_a', ?, 0, '')",
        std::to_string(i)));
  }
  return {};
}

Result<void> take_turn(Transaction& tx, const std::string& call, const std::string& id) {
  static const std::string body(200, 'x');
  TRY(tx.execute("INSERT INTO bench_events (tenant_id, id, state, body) VALUES ('ten_a', ?, 1, ?)",
                 id, body));
  TRY(tx.execute("UPDATE bench_calls SET state = state + 1 WHERE tenant_id = 'ten_a' AND id = ?",
                 call));
  TRY(tx.execute(
      "INSERT INTO bench_messages (tenant_id, id, state, body) VALUES ('ten_a', ?, 1, ?)", id,
      body));
  return {};
}

struct Measured {
  std::vector<double> waits_ms;
  int failed = 0;
};

Measured run_client(db::Database& database, int client, Clock::time_point end) {
  Measured measured;
  for (int n = 0;; ++n) {
    const auto begun = Clock::now();
    if (begun > end) return measured;
    const std::string call = std::to_string(client % calls);
    const std::string id = std::to_string(client) + "/" + std::to_string(n);
    const Result<void> outcome =
        database.write([&](Transaction& tx) { return take_turn(tx, call, id); });
    if (!outcome) ++measured.failed;
    measured.waits_ms.push_back(
        std::chrono::duration<double, std::milli>(Clock::now() - begun).count());
  }
}

double processor_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void measure(const char* name, db::Database& database, int clients, int seconds) {
  if (const Result<void> created = database.write(create_tables); !created) {
    std::printf("%-24s %s\n", name, created.error().message.c_str());
    return;
  }
  const auto retries = [] {
    return metrics::Registry::global().total("callwright_db_retries_total");
  };
  const double retries_before = retries();
  const double processor_before = processor_seconds();
  const auto end = Clock::now() + std::chrono::seconds(seconds);
  std::vector<Measured> results(static_cast<std::size_t>(clients));
  std::vector<std::thread> threads;
  for (int client = 0; client < clients; ++client) {
    threads.emplace_back([&, client] {
      results[static_cast<std::size_t>(client)] = run_client(database, client, end);
    });
  }
  for (std::thread& thread : threads) thread.join();

  const double processor = processor_seconds() - processor_before;

  std::vector<double> waits;
  int failed = 0;
  for (const Measured& result : results) {
    waits.insert(waits.end(), result.waits_ms.begin(), result.waits_ms.end());
    failed += result.failed;
  }
  std::ranges::sort(waits);
  const auto percentile = [&](double part) {
    return waits[static_cast<std::size_t>(part * static_cast<double>(waits.size() - 1))];
  };
  const auto count = static_cast<double>(waits.size());
  std::printf(
      "%-24s %3d clients %8.0f tx/s  p50 %7.2f ms  p99 %7.2f ms  %6.1f us/tx  retried %.0f  failed "
      "%d\n",
      name, clients, count / seconds, percentile(0.5), percentile(0.99), processor / count * 1e6,
      retries() - retries_before, failed);
  std::fflush(stdout);
}

void measure_sqlite(const char* name, const std::string& file, bool single_threaded,
                    std::vector<int> clients, int seconds) {
  for (const int count : clients) {
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file + suffix);
    const auto database = db::open_sqlite({.path = file, .single_threaded = single_threaded});
    if (!database) {
      std::printf("%-24s %s\n", name, database.error().message.c_str());
      return;
    }
    measure(name, **database, count, seconds);
  }
}

void measure_postgres(const std::string& connection, int seconds) {
  for (const int count : {1, 8, 64}) {
    const auto database = db::open_postgres({.connection = connection});
    if (!database) {
      std::printf("postgres %s\n", database.error().message.c_str());
      return;
    }
    measure("postgres, pool of 8", **database, count, seconds);
  }
}

}  // namespace
}  // namespace callwright

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: callwright_db_bench FOLDER [SECONDS] [POSTGRES]\n");
    return 2;
  }
  const std::string file = std::string(argv[1]) + "/callwright_db_bench.db";
  const int seconds = argc > 2 ? std::max(1, std::atoi(argv[2])) : 3;
  callwright::measure_sqlite("sqlite, group commit", file, false, {1, 8, 64}, seconds);
  callwright::measure_sqlite("sqlite, single-threaded", file, true, {1}, seconds);
  callwright::measure_sqlite("sqlite, in memory", ":memory:", true, {1}, seconds);
  if (argc > 3) callwright::measure_postgres(argv[3], seconds);
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file + suffix);
}
