#pragma once

#include <memory>

#include "platform/db/database.h"
#include "sim/observe/recorder.h"

namespace callwright::sim {

// Stands around an embedded, single-threaded database, next to it and inside of everything that
// makes it fail, so that it sees what was truly committed. Its connection must have been opened
// while the recorder was attached.
class ObservedDatabase final : public db::Database {
 public:
  ObservedDatabase(std::unique_ptr<db::Database> inner, Recorder& recorder)
      : inner_(std::move(inner)), recorder_(recorder) {}

  db::Engine engine() const override { return inner_->engine(); }
  void submit(db::Access access, Work work, Done done) override;
  Result<void> run(db::Access access, Work work) override;

 private:
  std::unique_ptr<db::Database> inner_;
  Recorder& recorder_;
};

}  // namespace callwright::sim
