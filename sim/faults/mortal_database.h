#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "platform/db/database.h"
#include "sim/draw.h"

namespace callwright::sim {

// The life of the process under test. Once it is over no statement is answered and nothing may
// leave, although its code still runs until its stack has unwound.
class Life {
 public:
  // It is over as well once this says so: there is no power any more.
  void depend_on(std::function<bool()> is_over) { is_over_ = std::move(is_over); }
  // The process will die at the n-th point from here, 1 being the next.
  void end_after(std::uint64_t points) { points_left_ = points; }
  void spare() { points_left_.reset(); }
  void begin_anew() {
    points_left_.reset();
    dead_ = false;
  }

  bool is_dead() const { return dead_ || (is_over_ && is_over_()); }
  // A point at which a process may die. True: it has just done so, or is dead already.
  bool ends_here();

 private:
  std::function<bool()> is_over_;
  bool dead_ = false;
  std::optional<std::uint64_t> points_left_;
};

// Stands between the product and its database: the process may die before any statement, before a
// commit, and after one that nobody will hear of.
class MortalDatabase final : public db::Database {
 public:
  MortalDatabase(std::unique_ptr<db::Database> database, Life& life)
      : database_(std::move(database)), life_(life) {}

  db::Engine engine() const override { return database_->engine(); }
  void submit(db::Access access, Work work, Done done) override {
    done(run(access, std::move(work)));
  }
  Result<void> run(db::Access access, Work work) override;

 private:
  const std::unique_ptr<db::Database> database_;
  Life& life_;
};

}  // namespace callwright::sim
