#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/result.h"
#include "platform/async/task.h"
#include "platform/db/value.h"

// One small interface over two engines, SQLite and PostgreSQL. SQL is written for both, with `?`
// for arguments. Errors: Conflict for a unique key that is taken, Invalid for any other constraint
// or a statement the engine refuses, Unavailable when the engine cannot do the work now.
namespace callwright::db {

enum class Engine : std::uint8_t { Sqlite, Postgres };

// Work that is done whole or not at all. Valid only inside the function it is handed to. A
// statement that fails outside of an attempt spoils the transaction: whatever the work then
// answers, it is rolled back.
class Transaction {
 public:
  virtual ~Transaction() = default;

  virtual Engine engine() const = 0;

  // Rows of a SELECT, or of a RETURNING clause.
  template <class... Args>
  Result<Rows> query(std::string_view sql, const Args&... args) {
    const std::initializer_list<Value> values = {Value(args)...};
    return run_query(sql, std::span(values.begin(), values.size()));
  }

  // The first row, or nothing.
  template <class... Args>
  Result<std::optional<Row>> query_one(std::string_view sql, const Args&... args) {
    TRY_ASSIGN(Rows rows, query(sql, args...));
    if (rows.empty()) return std::optional<Row>();
    return std::optional<Row>(std::move(rows.front()));
  }

  // How many rows were changed.
  template <class... Args>
  Result<std::int64_t> execute(std::string_view sql, const Args&... args) {
    const std::initializer_list<Value> values = {Value(args)...};
    return run_execute(sql, std::span(values.begin(), values.size()));
  }

  // Runs a step that may fail without losing what was done before it: on an error the step's own
  // writes are undone and the transaction goes on. The step returns a Result.
  template <class Step>
  auto attempt(Step&& step) -> std::invoke_result_t<Step> {
    TRY(savepoint_begin());
    auto result = step();
    if (result) {
      TRY(savepoint_release());
    } else {
      TRY(savepoint_rollback());
    }
    return result;
  }

  // Runs after this transaction is durable, on any thread; never if it is rolled back. For waking
  // readers and workers: what must happen is a row, not a callback.
  virtual void after_commit(std::move_only_function<void()> wake) = 0;

  // What an engine does, and what one that stands in front of another passes on. Callers use the
  // templates above.
  virtual Result<Rows> run_query(std::string_view sql, std::span<const Value> args) = 0;
  virtual Result<std::int64_t> run_execute(std::string_view sql, std::span<const Value> args) = 0;
  virtual Result<void> savepoint_begin() = 0;
  virtual Result<void> savepoint_release() = 0;
  virtual Result<void> savepoint_rollback() = 0;
};

enum class Access : std::uint8_t { Read, Write };

// A write function may run more than once (the engine may ask for a retry): it has no effect but
// through the transaction it is handed. It returns a Result; an error rolls everything back. A
// transaction inside another is a broken invariant.
class Database {
 public:
  virtual ~Database() = default;

  virtual Engine engine() const = 0;

  // Answers when the work is durable. Blocks this thread.
  template <class Work>
  auto write(Work&& work) -> std::invoke_result_t<Work, Transaction&> {
    return run_blocking(Access::Write, std::forward<Work>(work));
  }

  // A consistent snapshot; writing through it is an error.
  template <class Work>
  auto read(Work&& work) -> std::invoke_result_t<Work, Transaction&> {
    return run_blocking(Access::Read, std::forward<Work>(work));
  }

  // The same for coroutines: the thread is free meanwhile. The work is moved in, so it must own or
  // outlive what it uses; references to locals of the awaiting coroutine are fine.
  template <class Work>
  auto write_async(Work work) -> Task<std::invoke_result_t<Work, Transaction&>> {
    return run_async(Access::Write, std::move(work));
  }
  template <class Work>
  auto read_async(Work work) -> Task<std::invoke_result_t<Work, Transaction&>> {
    return run_async(Access::Read, std::move(work));
  }

  // The work to do; its answer says whether to commit.
  using Work = std::move_only_function<Result<void>(Transaction&)>;
  // Called exactly once, on any thread, after the commit is durable or has failed.
  using Done = std::move_only_function<void(Result<void>)>;
  virtual void submit(Access access, Work work, Done done) = 0;
  // The same, on this thread where the engine can, blocking until done.
  virtual Result<void> run(Access access, Work work) = 0;

 private:
  template <class Function>
  auto run_blocking(Access access, Function&& function) {
    using Answer = std::invoke_result_t<Function, Transaction&>;
    std::optional<Answer> answer;
    const Result<void> outcome =
        run(access, [&](Transaction& tx) { return keep(answer, function(tx)); });
    return settle(std::move(answer), outcome);
  }

  template <class Function>
  auto run_async(Access access, Function function)
      -> Task<std::invoke_result_t<Function, Transaction&>> {
    using Answer = std::invoke_result_t<Function, Transaction&>;
    std::optional<Answer> answer;
    Completion<Result<void>> finished([&](Completion<Result<void>>::Resolve resolve) {
      submit(
          access, [&](Transaction& tx) { return keep(answer, function(tx)); }, std::move(resolve));
    });
    const Result<void> outcome = co_await finished;
    co_return settle(std::move(answer), outcome);
  }

  template <class Answer>
  static Result<void> keep(std::optional<Answer>& kept, Answer answer) {
    kept.emplace(std::move(answer));
    if (*kept) return {};
    return std::unexpected(kept->error());
  }

  // The work's own answer stands unless the commit failed after it.
  template <class Answer>
  static Answer settle(std::optional<Answer> answer, const Result<void>& outcome) {
    if (!outcome && (!answer || *answer)) return std::unexpected(outcome.error());
    return std::move(*answer);
  }
};

struct SqliteSettings {
  std::string path;  // ":memory:" keeps everything in this process and loses it at the end.
  // Runs work on the calling thread, one transaction at a time, with no threads of its own. For the
  // simulator, the stories and the command line, where one thread moves the clock.
  bool single_threaded = false;
  // SQLite's name of the layer below it, such as one that fails on purpose. Empty: the operating
  // system.
  std::string vfs;
  int cache_kb = 8'000;  // Pages a connection keeps in memory, at most.
};

struct PostgresSettings {
  std::string connection;  // A libpq connection string.
  int pool_size = 8;
};

Result<std::unique_ptr<Database>> open_sqlite(const SqliteSettings& settings);
Result<std::unique_ptr<Database>> open_postgres(const PostgresSettings& settings);

// Applies the numbered files of db/migrations that have not been applied yet, each in a
// transaction. The files are part of the program. Unavailable or Invalid names the file.
Result<void> migrate(Database& database);

}  // namespace callwright::db
