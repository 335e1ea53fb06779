#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/database.h"

namespace callwright::db {

using Wake = std::move_only_function<void()>;

// What a statement answered.
struct Answer {
  Rows rows;
  std::int64_t changed = 0;
};

// What must be the same on both engines, whichever of them a test runs on: which arguments are
// refused, that a failed statement spoils the transaction unless it was an attempt, and which
// callbacks survive.
class GuardedTransaction : public Transaction {
 public:
  Result<Rows> run_query(std::string_view sql, std::span<const Value> args) final;
  Result<std::int64_t> run_execute(std::string_view sql, std::span<const Value> args) final;
  void after_commit(Wake wake) final;
  Result<void> savepoint_begin() final;
  Result<void> savepoint_release() final;
  Result<void> savepoint_rollback() final;

  // How the transaction ends: the work's own answer, unless it went on after a statement had
  // failed.
  Result<void> outcome(Result<void> answer) const;
  std::vector<Wake> take_wakes() { return std::move(wakes_); }

 protected:
  // One statement of the caller's.
  virtual Result<Answer> perform(std::string_view sql, std::span<const Value> args) = 0;
  // SAVEPOINT and its kin.
  virtual Result<void> command(std::string_view sql) = 0;
  // Asked after a failure: did the engine give the transaction up?
  virtual bool gave_up() const = 0;

 private:
  Result<Answer> guarded(std::string_view sql, std::span<const Value> args);
  Result<void> guarded_command(const std::string& sql);
  void note_failure(const Error& error);

  std::optional<Error> failed_;
  bool lost_ = false;
  std::vector<Wake> wakes_;
  std::vector<std::size_t> attempts_;  // How many wakes there were when each open attempt began.
};

Error wrong_number_of_arguments(std::size_t wanted, std::size_t given);

// Marks this thread as being inside a transaction. One inside another would wait for itself on one
// engine and see another snapshot on the other, so it is refused on both.
class InsideTransaction {
 public:
  InsideTransaction();
  ~InsideTransaction();
  InsideTransaction(const InsideTransaction&) = delete;
  InsideTransaction& operator=(const InsideTransaction&) = delete;

  static bool on_this_thread();
};

}  // namespace callwright::db
