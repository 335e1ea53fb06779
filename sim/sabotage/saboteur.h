#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "notifications/deliver_message.h"
#include "providers/sandbox/sandbox_carrier.h"
#include "sim/sabotage/statement.h"

namespace callwright::sim {

// What became of a statement that did not go on as it was.
struct Swallowed {
  std::int64_t changed = 1;  // As many rows as the product is told were changed.
};

// A bug, planted between the product and its world: the product itself is untouched. Does nothing
// by itself; each bug takes over what it needs.
class Saboteur {
 public:
  virtual ~Saboteur() = default;

  // A write is about to run. May change it; swallowed, it never runs.
  virtual std::optional<Swallowed> on_write(Statement& /*statement*/, db::Transaction& /*tx*/) {
    return std::nullopt;
  }
  // A question is about to be asked; it may be another one.
  virtual void on_query(Statement& /*statement*/, db::Transaction& /*tx*/) {}
  // The work is done and about to be committed. False: it is rolled back, and the product is told
  // that it was committed.
  virtual bool on_commit() { return true; }

  virtual notifications::Network in_front_of(const notifications::Network& network) {
    return network;
  }
  // The carrier's request, before the product sees it; and what it is answered.
  virtual void on_webhook(http::ClientRequest& /*request*/) {}
};

// The database of a product with a bug.
class SabotagedDatabase final : public db::Database {
 public:
  SabotagedDatabase(std::unique_ptr<db::Database> inner, Saboteur& saboteur)
      : inner_(std::move(inner)), saboteur_(saboteur) {}

  db::Engine engine() const override { return inner_->engine(); }
  void submit(db::Access access, Work work, Done done) override;
  Result<void> run(db::Access access, Work work) override;

 private:
  std::unique_ptr<db::Database> inner_;
  Saboteur& saboteur_;
};

// The webhooks of a product with a bug.
providers::sandbox::Deliver sabotaged(providers::sandbox::Deliver deliver, Saboteur& saboteur);

}  // namespace callwright::sim
