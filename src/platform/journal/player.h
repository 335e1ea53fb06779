#pragma once

#include "platform/journal/entry.h"

namespace callwright::journal {

// A statement as a replay asked it.
struct Asked {
  Statement::Kind kind = Statement::Kind::Query;
  std::string sql;
  std::vector<db::Row::Cell> args;
};

// Where a replay first left what was noted.
struct Deviation {
  enum class What : std::uint8_t { Statement, Arguments };
  What what = What::Statement;
  std::size_t number = 0;  // Of the statement, from 0; beyond the last when one too many was asked.
};

// Stands in for an engine in a replay: answers each statement with what was noted of it. Arguments
// that are not those of then are a deviation and are answered all the same; another statement has
// no answer, and neither has anything after it.
class Player final : public db::Transaction {
 public:
  explicit Player(const Notes& notes) : notes_(notes) {}

  db::Engine engine() const override { return notes_.engine; }
  Result<db::Rows> run_query(std::string_view sql, std::span<const db::Value> args) override;
  Result<std::int64_t> run_execute(std::string_view sql, std::span<const db::Value> args) override;
  // Nobody waits for what is only played.
  void after_commit(std::move_only_function<void()>) override {}
  // Answers say already what was undone.
  Result<void> savepoint_begin() override { return {}; }
  Result<void> savepoint_release() override { return {}; }
  Result<void> savepoint_rollback() override { return {}; }

  // To be called when the work is done: statements that were not asked again are a deviation too.
  void finish();
  const std::optional<Deviation>& deviation() const { return deviation_; }
  const std::vector<Asked>& asked() const { return asked_; }

 private:
  const Statement* next(Statement::Kind kind, std::string_view sql,
                        std::span<const db::Value> args);
  void deviate(Deviation::What what, std::size_t number);

  const Notes& notes_;
  std::vector<Asked> asked_;
  std::optional<Deviation> deviation_;
  bool lost_ = false;
};

}  // namespace callwright::journal
