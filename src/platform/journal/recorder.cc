#include "platform/journal/recorder.h"

namespace callwright::journal {

Result<db::Rows> Recorder::run_query(std::string_view sql, std::span<const db::Value> args) {
  Result<db::Rows> answer = real_.run_query(sql, args);
  notes_.query(sql, args, answer);
  // What is not a SELECT is a change with a RETURNING clause.
  if (answer && !answer->empty() && !sql.starts_with("SELECT")) changed_something_ = true;
  return answer;
}

Result<std::int64_t> Recorder::run_execute(std::string_view sql, std::span<const db::Value> args) {
  const Result<std::int64_t> answer = real_.run_execute(sql, args);
  notes_.execute(sql, args, answer);
  if (answer && *answer > 0) changed_something_ = true;
  return answer;
}

}  // namespace callwright::journal
