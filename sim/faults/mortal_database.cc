#include "sim/faults/mortal_database.h"

namespace callwright::sim {
namespace {

std::unexpected<Error> dead() {
  return failure(ErrorCode::Unavailable, "the process has died");
}

class MortalTransaction final : public db::Transaction {
 public:
  MortalTransaction(db::Transaction& transaction, Life& life)
      : transaction_(transaction), life_(life) {}

  db::Engine engine() const override { return transaction_.engine(); }
  void after_commit(std::move_only_function<void()> wake) override {
    transaction_.after_commit(std::move(wake));
  }
  Result<db::Rows> run_query(std::string_view sql, std::span<const db::Value> args) override {
    if (life_.ends_here()) return dead();
    return transaction_.run_query(sql, args);
  }
  Result<std::int64_t> run_execute(std::string_view sql, std::span<const db::Value> args) override {
    if (life_.ends_here()) return dead();
    return transaction_.run_execute(sql, args);
  }
  Result<void> savepoint_begin() override {
    if (life_.is_dead()) return dead();
    return transaction_.savepoint_begin();
  }
  Result<void> savepoint_release() override {
    if (life_.is_dead()) return dead();
    return transaction_.savepoint_release();
  }
  Result<void> savepoint_rollback() override {
    if (life_.is_dead()) return dead();
    return transaction_.savepoint_rollback();
  }

 private:
  db::Transaction& transaction_;
  Life& life_;
};

}  // namespace

bool Life::ends_here() {
  if (is_dead()) return true;
  if (!points_left_ || --*points_left_ > 0) return false;
  points_left_.reset();
  dead_ = true;
  return true;
}

Result<void> MortalDatabase::run(db::Access access, Work work) {
  if (life_.ends_here()) return dead();
  TRY(database_->run(access, [&](db::Transaction& tx) -> Result<void> {
    MortalTransaction mortal(tx, life_);
    TRY(work(mortal));
    // Before the commit: all of it is undone, whatever the work went on to answer.
    if (life_.ends_here()) return dead();
    return {};
  }));
  // After the commit: all of it is there, and nobody hears of it.
  if (access == db::Access::Write && life_.ends_here()) return dead();
  return {};
}

}  // namespace callwright::sim
