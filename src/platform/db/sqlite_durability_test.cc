// A process that is killed at a random moment, while many of its threads write, has lost nothing
// that it acknowledged.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <set>
#include <thread>

#include "platform/clock/random.h"
#include "support/test_database.h"

namespace callwright::db {
namespace {

constexpr int writers = 4;
constexpr int rounds = 10;

// What a writer says through the pipe once its transaction is durable.
struct Acknowledgement {
  std::int64_t writer;
  std::int64_t n;
  auto operator<=>(const Acknowledgement&) const = default;
};

[[noreturn]] void write_until_killed(const SqliteSettings& settings, std::int64_t first, int pipe) {
  const auto database = open_sqlite(settings);
  if (!database) ::_exit(1);
  std::vector<std::thread> threads;
  for (std::int64_t writer = 0; writer < writers; ++writer) {
    threads.emplace_back([&, writer] {
      for (std::int64_t n = first;; ++n) {
        const auto written = (*database)->write([&](Transaction& tx) -> Result<void> {
          for (int half = 0; half < 2; ++half) {
            TRY(
                tx.execute("INSERT INTO written (tenant_id, writer, n, half) "
                           "VALUES ('ten_a', ?, ?, ?)",
                           writer, n, half));
          }
          return {};
        });
        const Acknowledgement acknowledgement = {.writer = writer, .n = n};
        const bool told = written && ::write(pipe, &acknowledgement, sizeof acknowledgement) ==
                                         static_cast<ssize_t>(sizeof acknowledgement);
        if (!told) ::_exit(1);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  ::_exit(1);
}

// What somebody else does to the file meanwhile, again and again.
using Meanwhile = std::function<void()>;

std::set<Acknowledgement> acknowledged_before_the_kill(const SqliteSettings& settings,
                                                       std::int64_t first, Milliseconds life,
                                                       const Meanwhile& meanwhile) {
  int ends[2];
  if (::pipe(ends) != 0) std::abort();
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    write_until_killed(settings, first, ends[1]);
  }
  ::close(ends[1]);
  std::thread killer([&] {
    const auto end = std::chrono::steady_clock::now() + life;
    while (std::chrono::steady_clock::now() < end) {
      meanwhile();
      std::this_thread::sleep_for(Milliseconds(1));
    }
    ::kill(child, SIGKILL);
  });
  std::set<Acknowledgement> acknowledged;
  Acknowledgement acknowledgement{};
  while (::read(ends[0], &acknowledgement, sizeof acknowledgement) ==
         static_cast<ssize_t>(sizeof acknowledgement)) {
    acknowledged.insert(acknowledgement);
  }
  killer.join();
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself";
  return acknowledged;
}

void expect_nothing_lost(const SqliteSettings& settings, const Meanwhile& meanwhile) {
  {
    const auto database = open_sqlite(settings);
    ASSERT_TRUE((*database)->write([](Transaction& tx) -> Result<void> {
      TRY(
          tx.execute("CREATE TABLE written (tenant_id TEXT NOT NULL, writer BIGINT NOT NULL, "
                     "n BIGINT NOT NULL, half BIGINT NOT NULL, "
                     "PRIMARY KEY (tenant_id, writer, n, half))"));
      return {};
    }));
  }
  SystemRandom random;
  std::set<Acknowledgement> acknowledged;
  for (int round = 0; round < rounds; ++round) {
    const Milliseconds life(20 + random.below(150));
    acknowledged.merge(acknowledged_before_the_kill(settings, round * 1'000'000, life, meanwhile));

    const auto database = open_sqlite(settings);
    ASSERT_TRUE(database) << database.error().message;
    const auto rows = (*database)->read([](Transaction& tx) {
      return tx.query("SELECT writer, n, COUNT(*) FROM written GROUP BY writer, n");
    });
    ASSERT_TRUE(rows) << rows.error().message;
    std::set<Acknowledgement> stored;
    for (const Row& row : *rows) {
      ASSERT_EQ(row.integer(2), 2) << "half of a transaction";
      stored.insert({.writer = row.integer(0), .n = row.integer(1)});
    }
    for (const Acknowledgement& each : acknowledged) {
      ASSERT_TRUE(stored.contains(each)) << "lost after round " << round;
    }
  }
  EXPECT_GT(acknowledged.size(), 100u) << "hardly anything was written";
}

TEST(SqliteDurability, nothing_acknowledged_is_lost_when_the_process_is_killed) {
  const tests::TemporaryFolder folder;
  expect_nothing_lost({.path = folder.file("test.db")}, [] {});
}

// Such as the command line beside the server. The last to close a file puts its log away, and must
// see that it is not the last.
TEST(SqliteDurability, nothing_is_lost_when_others_open_and_close_the_file) {
  const tests::TemporaryFolder folder;
  const SqliteSettings settings = {.path = folder.file("test.db")};
  expect_nothing_lost(settings, [&] {
    const auto database = open_sqlite(settings);
    ASSERT_TRUE(database) << database.error().message;
    EXPECT_TRUE((*database)->read(
        [](Transaction& tx) { return tx.query_one("SELECT COUNT(*) FROM written"); }));
  });
}

}  // namespace
}  // namespace callwright::db
