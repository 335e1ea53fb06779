#include "platform/db/guarded_transaction.h"

#include <cmath>

#include "base/text.h"

namespace callwright::db {
namespace {

thread_local bool inside_transaction = false;

// Each engine would store some values that the other refuses or changes: a NUL ends a text early, a
// NaN becomes null.
Result<void> check_arguments(std::span<const Value> args) {
  for (std::size_t i = 0; i < args.size(); ++i) {
    const Value::Variant& value = args[i].variant();
    if (const auto* real = std::get_if<double>(&value); real != nullptr && !std::isfinite(*real)) {
      return failure(ErrorCode::Invalid, "argument " + std::to_string(i + 1) + " is not finite");
    }
    const auto* text = std::get_if<std::string_view>(&value);
    if (text == nullptr) continue;
    if (text->contains('\0') || !is_valid_utf8(*text)) {
      return failure(ErrorCode::Invalid, "argument " + std::to_string(i + 1) + " is not UTF-8");
    }
  }
  return {};
}

std::string savepoint_name(std::size_t depth) {
  return "attempt_" + std::to_string(depth);
}

}  // namespace

Result<Rows> GuardedTransaction::run_query(std::string_view sql, std::span<const Value> args) {
  TRY_ASSIGN(Answer answer, guarded(sql, args));
  return std::move(answer.rows);
}

Result<std::int64_t> GuardedTransaction::run_execute(std::string_view sql,
                                                     std::span<const Value> args) {
  TRY_ASSIGN(const Answer answer, guarded(sql, args));
  return answer.changed;
}

void GuardedTransaction::after_commit(Wake wake) {
  wakes_.push_back(std::move(wake));
}

Result<void> GuardedTransaction::outcome(Result<void> answer) const {
  if (answer && failed_) return std::unexpected(*failed_);
  return answer;
}

Result<Answer> GuardedTransaction::guarded(std::string_view sql, std::span<const Value> args) {
  if (failed_) return std::unexpected(*failed_);
  const Result<void> acceptable = check_arguments(args);
  Result<Answer> answer = acceptable ? perform(sql, args) : std::unexpected(acceptable.error());
  if (!answer) note_failure(answer.error());
  return answer;
}

Result<void> GuardedTransaction::guarded_command(const std::string& sql) {
  Result<void> done = command(sql);
  if (!done) note_failure(done.error());
  return done;
}

void GuardedTransaction::note_failure(const Error& error) {
  failed_ = error;
  lost_ = lost_ || gave_up();
}

Result<void> GuardedTransaction::savepoint_begin() {
  if (failed_) return std::unexpected(*failed_);
  TRY(guarded_command("SAVEPOINT " + savepoint_name(attempts_.size())));
  attempts_.push_back(wakes_.size());
  return {};
}

Result<void> GuardedTransaction::savepoint_release() {
  attempts_.pop_back();
  if (failed_) return std::unexpected(*failed_);
  return guarded_command("RELEASE SAVEPOINT " + savepoint_name(attempts_.size()));
}

Result<void> GuardedTransaction::savepoint_rollback() {
  wakes_.resize(attempts_.back());
  attempts_.pop_back();
  if (lost_) return std::unexpected(*failed_);
  const std::string name = savepoint_name(attempts_.size());
  TRY(guarded_command("ROLLBACK TO SAVEPOINT " + name));
  TRY(guarded_command("RELEASE SAVEPOINT " + name));
  failed_.reset();
  return {};
}

Error wrong_number_of_arguments(std::size_t wanted, std::size_t given) {
  return {.code = ErrorCode::Invalid,
          .message = "the statement takes " + std::to_string(wanted) + " arguments, not " +
                     std::to_string(given)};
}

InsideTransaction::InsideTransaction() {
  ASSERT(!inside_transaction);
  inside_transaction = true;
}

InsideTransaction::~InsideTransaction() {
  inside_transaction = false;
}

bool InsideTransaction::on_this_thread() {
  return inside_transaction;
}

}  // namespace callwright::db
