#include "platform/db/sqlite_transaction.h"

namespace callwright::db {
namespace {

class SqliteTransaction final : public GuardedTransaction {
 public:
  SqliteTransaction(SqliteConnection& connection, Access access)
      : connection_(connection), access_(access) {}

  Engine engine() const override { return Engine::Sqlite; }

 private:
  Result<Answer> perform(std::string_view sql, std::span<const Value> args) override {
    return connection_.perform(access_, sql, args);
  }
  Result<void> command(std::string_view sql) override { return connection_.command(sql); }
  bool gave_up() const override { return !connection_.in_transaction(); }

  SqliteConnection& connection_;
  const Access access_;
};

// Leaves the transaction open.
Result<void> run_work(SqliteConnection& connection, Access access, UnitOfWork& unit) {
  SqliteTransaction tx(connection, access);
  const InsideTransaction inside;
  Result<void> outcome = tx.outcome(unit.work(tx));
  unit.wakes = tx.take_wakes();
  return outcome;
}

Result<void> run_and_commit(SqliteConnection& connection, Access access, UnitOfWork& unit) {
  TRY(connection.command(access == Access::Write ? "BEGIN IMMEDIATE" : "BEGIN"));
  TRY(run_work(connection, access, unit));
  return connection.command("COMMIT");
}

}  // namespace

void run_alone(SqliteConnection& connection, Access access, UnitOfWork& unit) {
  unit.outcome = run_and_commit(connection, access, unit);
  if (!unit.outcome) connection.abandon();
}

bool run_after_others(SqliteConnection& connection, UnitOfWork& unit) {
  connection.forget_writes();
  unit.outcome = run_work(connection, Access::Write, unit);
  return connection.in_transaction() && (unit.outcome || !connection.has_written());
}

bool run_among_others(SqliteConnection& connection, UnitOfWork& unit) {
  unit.outcome = connection.command("SAVEPOINT unit_of_work");
  if (!unit.outcome) return false;
  unit.outcome = run_work(connection, Access::Write, unit);
  if (!connection.in_transaction()) return false;
  if (!unit.outcome && !connection.command("ROLLBACK TO unit_of_work")) return false;
  return connection.command("RELEASE unit_of_work").has_value();
}

}  // namespace callwright::db
