#include "sim/disk/sim_disk.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <latch>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "platform/db/database.h"

namespace callwright::sim {
namespace {

using Contents = std::map<int, std::string>;

// SQLite over a disk, doing one thing after the other. Of a commit that failed nobody can tell
// whether the next to open the file finds it: until then there are several possible contents.
class Workload {
 public:
  Workload(SimDisk& disk, Random& random, std::set<Contents> possible = {{}})
      : disk_(disk), random_(random), possible_(std::move(possible)) {}
  ~Workload() { sqlite3_close(handle_); }
  Workload(const Workload&) = delete;
  Workload& operator=(const Workload&) = delete;

  bool open() {
    knows_contents_ = false;
    sqlite3_close(std::exchange(handle_, nullptr));
    return sqlite3_open_v2("test.db", &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                           disk_.vfs().c_str()) == SQLITE_OK &&
           run("PRAGMA journal_mode = WAL") && run("PRAGMA synchronous = FULL") &&
           run("PRAGMA wal_autocheckpoint = 20") &&
           run("CREATE TABLE IF NOT EXISTS kept (k INTEGER PRIMARY KEY, v TEXT NOT NULL)");
  }

  // False when something failed, as it may on a failing disk.
  bool step() {
    switch (random_.below(12)) {
      case 0:
        return run("PRAGMA wal_checkpoint(PASSIVE)");
      case 1:
        return run("PRAGMA wal_checkpoint(TRUNCATE)");
      case 2:
        return open();
      default:
        return transact();
    }
  }

  const std::set<Contents>& possible() const { return possible_; }
  // Other contents were found than possible ones.
  bool is_surprised() const { return is_surprised_; }

  // On a disk that works: the file is whole and holds what it should.
  bool is_as_it_should_be() {
    if (!open()) return false;
    bool is_whole = false;
    const auto keep_verdict = [](void* whole, int, char** values, char**) {
      *static_cast<bool*>(whole) = std::string_view(values[0]) == "ok";
      return 0;
    };
    sqlite3_exec(handle_, "PRAGMA integrity_check", keep_verdict, &is_whole, nullptr);
    return is_whole && look() && !is_surprised_;
  }

 private:
  bool run(const std::string& sql) {
    return sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
  }

  bool look() {
    Contents found;
    const auto keep_row = [](void* all, int, char** values, char**) {
      static_cast<Contents*>(all)->emplace(std::stoi(values[0]), values[1]);
      return 0;
    };
    if (sqlite3_exec(handle_, "SELECT k, v FROM kept", keep_row, &found, nullptr) != SQLITE_OK) {
      return false;
    }
    knows_contents_ = true;
    if (!possible_.contains(found)) is_surprised_ = true;
    possible_ = {found};
    committed_ = std::move(found);
    return true;
  }

  bool transact() {
    if (!knows_contents_ && !look()) return false;
    Contents attempted = committed_;
    if (!run("BEGIN IMMEDIATE")) return false;
    for (std::uint64_t left = 1 + random_.below(6); left > 0; --left) {
      if (!change_one_row(attempted)) return give_up();
    }
    possible_.insert(attempted);
    if (!run("COMMIT")) return give_up();
    possible_ = {attempted};
    committed_ = std::move(attempted);
    return true;
  }

  bool change_one_row(Contents& contents) {
    const int key = static_cast<int>(random_.below(40));
    if (random_.below(4) == 0) {
      contents.erase(key);
      return run("DELETE FROM kept WHERE k = " + std::to_string(key));
    }
    std::string& value = contents[key];
    value = std::string(random_.below(3'000), static_cast<char>('a' + random_.below(26)));
    return run("REPLACE INTO kept VALUES (" + std::to_string(key) + ", '" + value + "')");
  }

  bool give_up() {
    run("ROLLBACK");
    return false;
  }

  SimDisk& disk_;
  Random& random_;
  sqlite3* handle_ = nullptr;
  std::set<Contents> possible_;
  Contents committed_;
  bool knows_contents_ = false;
  bool is_surprised_ = false;
};

struct Trial {
  std::uint64_t seed;
  bool ignores_syncs = false;
  bool kills_only = false;
  DiskOdds odds = {};
};

// Works until the machine stops at a moment nobody chose, starts it again and looks; many times
// over on the same disk. False when it ever finds other than it was told.
bool keeps_promises(const Trial& trial) {
  SimDisk disk(trial.seed);
  SeededRandom random(trial.seed + 1'000'000);
  if (trial.ignores_syncs) disk.ignore_syncs();
  std::set<Contents> possible = {{}};
  for (int round = 0; round < 8; ++round) {
    Workload workload(disk, random, possible);
    if (!workload.is_as_it_should_be()) return false;
    disk.set_odds(trial.odds);
    disk.stop_before_change(1 + static_cast<std::int64_t>(random.below(300)));
    while (!disk.has_stopped()) workload.step();
    if (workload.is_surprised()) return false;
    possible = workload.possible();
    disk.set_odds({});
    trial.kills_only ? disk.restart_after_kill() : disk.restart_after_power_loss();
  }
  return Workload(disk, random, possible).is_as_it_should_be();
}

constexpr std::uint64_t trials = 40;
constexpr DiskOdds now_and_then{
    .read = 0.005, .write = 0.01, .short_write = 0.01, .full = 0.01, .sync = 0.03};

TEST(SimDisk, loses_nothing_committed_and_keeps_nothing_by_halves_when_power_is_lost) {
  for (std::uint64_t seed = 1; seed <= trials; ++seed) {
    ASSERT_TRUE(keeps_promises({.seed = seed})) << "seed " << seed;
  }
}

TEST(SimDisk, does_so_when_calls_fail_as_well) {
  for (std::uint64_t seed = 1; seed <= trials; ++seed) {
    ASSERT_TRUE(keeps_promises({.seed = seed, .odds = now_and_then})) << "seed " << seed;
  }
}

// What was not synced is still read after the death of a process alone.
TEST(SimDisk, needs_no_sync_to_keep_what_was_committed_when_the_process_is_killed) {
  for (std::uint64_t seed = 1; seed <= trials; ++seed) {
    ASSERT_TRUE(keeps_promises({.seed = seed, .ignores_syncs = true, .kills_only = true}))
        << "seed " << seed;
  }
}

// Without this those above would prove nothing.
TEST(SimDisk, shows_that_a_disk_which_lies_about_syncs_loses_what_was_committed) {
  std::uint64_t kept = 0;
  for (std::uint64_t seed = 1; seed <= trials; ++seed) {
    kept += keeps_promises({.seed = seed, .ignores_syncs = true}) ? 1 : 0;
  }
  EXPECT_LT(kept, trials / 10);
}

TEST(SimDisk, does_the_same_for_the_same_seed) {
  const auto story = [] {
    SimDisk disk(7);
    SeededRandom random(8);
    Workload workload(disk, random);
    EXPECT_TRUE(workload.open());
    disk.set_odds(now_and_then);
    for (int i = 0; i < 200; ++i) workload.step();
    return std::tuple(disk.calls(), disk.changes(), disk.failures(), workload.possible());
  };
  const auto first = story();
  EXPECT_GT(std::get<2>(first), 10) << "hardly anything failed";
  EXPECT_EQ(first, story());
}

TEST(SimDisk, that_is_full_takes_no_more_until_there_is_room) {
  SimDisk disk(1);
  SeededRandom random(1);
  Workload workload(disk, random);
  ASSERT_TRUE(workload.open());
  disk.fail_call(1, DiskTrouble::Full, true);
  int refused = 0;
  for (int i = 0; i < 50; ++i) refused += workload.step() ? 0 : 1;
  EXPECT_GT(refused, 10);
  disk.heal();
  EXPECT_TRUE(workload.is_as_it_should_be());
  EXPECT_TRUE(workload.step());
}

db::SqliteSettings settings_on(const SimDisk& disk, bool single_threaded) {
  return {.path = "test.db", .single_threaded = single_threaded, .vfs = disk.vfs()};
}

Result<void> make_pairs(db::Database& database) {
  return database.write([](db::Transaction& tx) -> Result<void> {
    TRY(
        tx.execute("CREATE TABLE IF NOT EXISTS pairs (tenant_id TEXT NOT NULL, n BIGINT NOT NULL, "
                   "half BIGINT NOT NULL, PRIMARY KEY (tenant_id, n, half))"));
    return {};
  });
}

Result<void> insert_pair(db::Transaction& tx, std::int64_t n) {
  for (int half = 0; half < 2; ++half) {
    TRY(tx.execute("INSERT INTO pairs (tenant_id, n, half) VALUES ('ten_a', ?, ?)", n, half));
  }
  return {};
}

// The product's own engine, with its threads: many callers share a commit.
TEST(SimDisk, keeps_the_promises_of_the_product_s_own_engine_on_many_threads) {
  SimDisk disk(1);
  std::set<std::int64_t> acknowledged;
  std::int64_t n = 0;
  for (int round = 0; round < 10; ++round) {
    auto database = db::open_sqlite(settings_on(disk, false));
    ASSERT_TRUE(database) << database.error().message;
    ASSERT_TRUE(make_pairs(**database));
    const auto rows = (*database)->read(
        [](db::Transaction& tx) { return tx.query("SELECT n, COUNT(*) FROM pairs GROUP BY n"); });
    ASSERT_TRUE(rows);
    std::set<std::int64_t> stored;
    for (const db::Row& row : *rows) {
      ASSERT_EQ(row.integer(1), 2) << "half of a transaction";
      stored.insert(row.integer(0));
    }
    for (const std::int64_t each : acknowledged) ASSERT_TRUE(stored.contains(each));

    disk.stop_before_change(40 + round * 17);
    std::mutex mutex;
    while (!disk.has_stopped()) {
      constexpr int callers = 8;
      std::latch answered(callers);
      for (int i = 0; i < callers; ++i, ++n) {
        (*database)->submit(
            db::Access::Write, [n](db::Transaction& tx) { return insert_pair(tx, n); },
            [&, n](Result<void> outcome) {
              {
                const std::lock_guard lock(mutex);
                if (outcome) acknowledged.insert(n);
              }
              answered.count_down();
            });
      }
      answered.wait();
    }
    database->reset();
    disk.restart_after_power_loss();
  }
  EXPECT_GT(acknowledged.size(), 100u);
}

std::int64_t count_pairs(db::Database& database) {
  const auto row =
      database.read([](db::Transaction& tx) { return tx.query_one("SELECT COUNT(*) FROM pairs"); });
  return row && *row ? (*row)->integer(0) : -1;
}

// Who is told of it after the restart relies on it, although no sync may ever have seen it.
TEST(SimDisk, shows_that_the_engine_secures_what_a_killed_process_had_written) {
  int seen = 0;
  for (std::int64_t change = 1; change <= 20; ++change) {
    SimDisk disk(1);
    auto database = db::open_sqlite(settings_on(disk, true));
    ASSERT_TRUE(database && make_pairs(**database));
    disk.stop_before_change(change);
    static_cast<void>((*database)->write([](db::Transaction& tx) { return insert_pair(tx, 1); }));
    disk.stop_before_change(0);
    database->reset();
    disk.restart_after_kill();
    database = db::open_sqlite(settings_on(disk, true));
    ASSERT_TRUE(database);
    const std::int64_t pairs = count_pairs(**database);
    seen += pairs > 0 ? 1 : 0;
    disk.stop_before_change(0);
    database->reset();
    disk.restart_after_power_loss({.dropped = 1});
    database = db::open_sqlite(settings_on(disk, true));
    ASSERT_TRUE(database);
    EXPECT_EQ(count_pairs(**database), pairs) << "stopped before change " << change;
  }
  EXPECT_GT(seen, 1);
}

TEST(SimDisk, is_one_of_many_each_with_files_of_its_own) {
  std::vector<std::jthread> universes;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    universes.emplace_back([seed] {
      SimDisk disk(seed);
      auto database = db::open_sqlite(settings_on(disk, true));
      ASSERT_TRUE(database);
      ASSERT_TRUE(make_pairs(**database));
      for (std::int64_t n = 0; n < 200; ++n) {
        ASSERT_TRUE((*database)->write([n](db::Transaction& tx) { return insert_pair(tx, n); }));
      }
    });
  }
}

TEST(SimDisk, begins_with_the_files_of_another) {
  SimDisk first(1);
  ASSERT_TRUE(make_pairs(**db::open_sqlite(settings_on(first, true))));
  SimDisk second(2);
  second.copy_files_from(first);
  second.restart_after_power_loss();
  auto database = db::open_sqlite(settings_on(second, true));
  ASSERT_TRUE(database);
  EXPECT_TRUE((*database)->write([](db::Transaction& tx) { return insert_pair(tx, 1); }));
  EXPECT_EQ(first.bytes_of("test.db"), second.bytes_of("test.db"));
}

}  // namespace
}  // namespace callwright::sim
