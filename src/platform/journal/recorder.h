#pragma once

#include "platform/journal/entry.h"

namespace callwright::journal {

// Stands between an event's work and its transaction and notes what is asked and answered.
class Recorder final : public db::Transaction {
 public:
  explicit Recorder(db::Transaction& real) : real_(real) {}

  db::Engine engine() const override { return real_.engine(); }
  Result<db::Rows> run_query(std::string_view sql, std::span<const db::Value> args) override;
  Result<std::int64_t> run_execute(std::string_view sql, std::span<const db::Value> args) override;
  void after_commit(std::move_only_function<void()> wake) override {
    real_.after_commit(std::move(wake));
  }
  Result<void> savepoint_begin() override { return real_.savepoint_begin(); }
  Result<void> savepoint_release() override { return real_.savepoint_release(); }
  Result<void> savepoint_rollback() override { return real_.savepoint_rollback(); }

  const NotesWriter& notes() const { return notes_; }
  // A row was written, or may have been.
  bool changed_something() const { return changed_something_; }

 private:
  db::Transaction& real_;
  NotesWriter notes_;
  bool changed_something_ = false;
};

}  // namespace callwright::journal
