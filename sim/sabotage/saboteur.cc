#include "sim/sabotage/saboteur.h"

#include "sim/observe/forwarded_transaction.h"

namespace callwright::sim {
namespace {

class SabotagedTransaction final : public ForwardedTransaction {
 public:
  SabotagedTransaction(db::Transaction& inner, Saboteur& saboteur)
      : ForwardedTransaction(inner), inner_(inner), saboteur_(saboteur) {}

  Result<db::Rows> run_query(std::string_view sql, std::span<const db::Value> args) override {
    Statement statement(sql, args);
    // A query with a RETURNING clause writes as well; its answer cannot be made up, only changed.
    saboteur_.on_query(statement, inner_);
    return inner_.run_query(statement.sql(), statement.args());
  }
  Result<std::int64_t> run_execute(std::string_view sql, std::span<const db::Value> args) override {
    Statement statement(sql, args);
    if (const auto swallowed = saboteur_.on_write(statement, inner_)) return swallowed->changed;
    return inner_.run_execute(statement.sql(), statement.args());
  }

 private:
  db::Transaction& inner_;
  Saboteur& saboteur_;
};

const Error taken_back{.code = ErrorCode::Unavailable, .message = "taken back by sabotage"};

}  // namespace

void SabotagedDatabase::submit(db::Access access, Work work, Done done) {
  done(run(access, std::move(work)));
}

Result<void> SabotagedDatabase::run(db::Access access, Work work) {
  bool takes_back = false;
  Result<void> outcome = inner_->run(access, [&](db::Transaction& tx) -> Result<void> {
    SabotagedTransaction sabotaged(tx, saboteur_);
    TRY(work(sabotaged));
    takes_back = access == db::Access::Write && !saboteur_.on_commit();
    if (takes_back) return std::unexpected(taken_back);
    return {};
  });
  if (takes_back) return {};
  return outcome;
}

namespace {

Task<http::ClientResult> bring(std::shared_ptr<providers::sandbox::Deliver> deliver,
                               Saboteur* saboteur, http::ClientRequest request) {
  saboteur->on_webhook(request);
  Task<http::ClientResult> bringing = (*deliver)(std::move(request));
  co_return co_await std::move(bringing);
}

}  // namespace

providers::sandbox::Deliver sabotaged(providers::sandbox::Deliver deliver, Saboteur& saboteur) {
  return [shared = std::make_shared<providers::sandbox::Deliver>(std::move(deliver)), &saboteur](
             http::ClientRequest request) { return bring(shared, &saboteur, std::move(request)); };
}

}  // namespace callwright::sim
