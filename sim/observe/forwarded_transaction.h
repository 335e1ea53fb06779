#pragma once

#include "platform/db/database.h"

namespace callwright::sim {

// A transaction that passes everything on. What stands between the product and its database derives
// from it and changes what it likes.
class ForwardedTransaction : public db::Transaction {
 public:
  explicit ForwardedTransaction(db::Transaction& inner) : inner_(inner) {}

  db::Engine engine() const override { return inner_.engine(); }
  void after_commit(std::move_only_function<void()> wake) override {
    inner_.after_commit(std::move(wake));
  }
  Result<db::Rows> run_query(std::string_view sql, std::span<const db::Value> args) override {
    return inner_.run_query(sql, args);
  }
  Result<std::int64_t> run_execute(std::string_view sql, std::span<const db::Value> args) override {
    return inner_.run_execute(sql, args);
  }

  Result<void> savepoint_begin() override { return inner_.savepoint_begin(); }
  Result<void> savepoint_release() override { return inner_.savepoint_release(); }
  Result<void> savepoint_rollback() override { return inner_.savepoint_rollback(); }

 private:
  db::Transaction& inner_;
};

}  // namespace callwright::sim
