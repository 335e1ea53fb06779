#include "sim/observe/observed_database.h"

#include <vector>

#include "sim/observe/forwarded_transaction.h"

namespace callwright::sim {
namespace {

// Tells the recorder what no hook of the engine tells: what a savepoint took back.
class ObservedTransaction final : public ForwardedTransaction {
 public:
  ObservedTransaction(db::Transaction& inner, Recorder& recorder)
      : ForwardedTransaction(inner), recorder_(recorder) {}

  Result<void> savepoint_begin() override {
    marks_.push_back(recorder_.mark());
    return ForwardedTransaction::savepoint_begin();
  }
  Result<void> savepoint_release() override {
    marks_.pop_back();
    return ForwardedTransaction::savepoint_release();
  }
  Result<void> savepoint_rollback() override {
    recorder_.rewind(marks_.back());
    marks_.pop_back();
    return ForwardedTransaction::savepoint_rollback();
  }

 private:
  Recorder& recorder_;
  std::vector<std::size_t> marks_;
};

}  // namespace

void ObservedDatabase::submit(db::Access access, Work work, Done done) {
  done(run(access, std::move(work)));
}

Result<void> ObservedDatabase::run(db::Access access, Work work) {
  if (access == db::Access::Read) return inner_->run(access, std::move(work));
  recorder_.begin();
  const Result<void> outcome = inner_->run(access, [&](db::Transaction& tx) {
    recorder_.begin();
    ObservedTransaction observed(tx, recorder_);
    return work(observed);
  });
  if (outcome) {
    recorder_.committed();
  } else {
    recorder_.failed();
  }
  return outcome;
}

}  // namespace callwright::sim
