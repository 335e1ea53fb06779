#include "platform/db/postgres_connection.h"

#include <algorithm>
#include <array>

#include "platform/db/postgres_values.h"
#include "platform/db/sql_text.h"

namespace callwright::db {
namespace {

// SQL is written by us, in constants: more texts than this means someone builds them from data.
constexpr std::size_t statements_max = 512;

// What the connection string does not say: a server that hangs must be noticed, and must not hold
// its callers for longer than they can wait.
struct Setting {
  const char* name;
  const char* value;
};
constexpr auto connection_defaults = std::to_array<Setting>({
    {"application_name", "callwright"},
    {"connect_timeout", "5"},
    {"keepalives_idle", "10"},
    {"keepalives_interval", "5"},
    {"keepalives_count", "3"},
    {"tcp_user_timeout", "15000"},
});
constexpr auto session_settings = std::to_array<const char*>({
    "SET statement_timeout = '30s'",
    "SET lock_timeout = '10s'",
    "SET idle_in_transaction_session_timeout = '60s'",
});

constexpr std::string_view unique_violation = "23505";
constexpr std::string_view serialization_failure = "40001";
constexpr std::string_view deadlock_detected = "40P01";
constexpr std::string_view read_only_transaction = "25006";

// Classes of SQLSTATE that are not about what was asked, but about the server or those beside us.
bool is_about_server(std::string_view state) {
  static constexpr auto classes =
      std::to_array<std::string_view>({"08", "40", "53", "55", "57", "58", "F0", "XX"});
  return std::ranges::find(classes, state.substr(0, 2)) != classes.end();
}

std::string field(const PGresult* result, int code) {
  const char* text = PQresultErrorField(result, code);
  return text == nullptr ? std::string() : std::string(text);
}

// The server's own words are repeated only where they speak of the statement, which is ours, or of
// the server: elsewhere they may quote a row.
std::string describe(const PGresult* result, const std::string& state) {
  std::string text = "postgres " + state;
  const std::string constraint = field(result, PG_DIAG_CONSTRAINT_NAME);
  if (!constraint.empty()) text += ": constraint " + constraint;
  if (state.starts_with("42") || state.starts_with("0A") || is_about_server(state)) {
    text += ": " + field(result, PG_DIAG_MESSAGE_PRIMARY);
  }
  return text;
}

}  // namespace

Result<std::unique_ptr<PostgresConnection>> PostgresConnection::open(
    const std::string& connection) {
  std::vector<const char*> names;
  std::vector<const char*> values;
  const auto add = [&](const char* name, const char* value) {
    names.push_back(name);
    values.push_back(value);
  };
  // What comes later wins: the connection string over our defaults, and the encoding over it.
  for (const Setting& setting : connection_defaults) add(setting.name, setting.value);
  add("dbname", connection.c_str());
  add("client_encoding", "UTF8");
  add(nullptr, nullptr);
  Handle handle(PQconnectdbParams(names.data(), values.data(), 1));
  if (handle == nullptr || PQstatus(handle.get()) != CONNECTION_OK) {
    return failure(ErrorCode::Unavailable, "cannot reach the PostgreSQL server");
  }
  PQsetNoticeProcessor(handle.get(), [](void*, const char*) {}, nullptr);
  PQenterPipelineMode(handle.get());
  std::unique_ptr<PostgresConnection> opened(new PostgresConnection(std::move(handle)));
  for (const char* setting : session_settings) TRY(opened->command(setting));
  return opened;
}

void PostgresConnection::begin(Access access) {
  trouble_ = Trouble::None;
  access_ = access;
  const bool forget = names_are_stale_ || names_.size() >= statements_max;
  if (forget && command("DEALLOCATE ALL")) {
    names_.clear();
    names_are_stale_ = false;
  }
  deferred_ = access == Access::Write ? "BEGIN ISOLATION LEVEL SERIALIZABLE"
                                      : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
}

Result<void> PostgresConnection::commit() {
  if (!has_begun()) return {};
  return command("COMMIT");
}

void PostgresConnection::abandon() {
  // Where even this fails the connection is lost, and the transaction with it.
  if (has_begun() && trouble_ != Trouble::LostConnection) static_cast<void>(command("ROLLBACK"));
  deferred_.clear();
}

Result<Answer> PostgresConnection::perform(std::string_view sql, std::span<const Value> args) {
  const PostgresArguments arguments(args);
  TRY_ASSIGN(const std::string name, prepared(sql, arguments));
  TRY_ASSIGN(const Reply reply, exchange([&] {
               return PQsendQueryPrepared(handle_.get(), name.c_str(), arguments.count(),
                                          arguments.values.data(), arguments.lengths.data(),
                                          arguments.formats.data(), 0) == 1;
             }));
  return read_answer(reply.get());
}

Result<void> PostgresConnection::command(const std::string& sql) {
  TRY(exchange([&] { return send(sql); }));
  return {};
}

Result<std::string> PostgresConnection::prepared(std::string_view sql,
                                                 const PostgresArguments& arguments) {
  std::string key(sql);
  key += '\n';
  key += arguments.signature();
  if (const auto found = names_.find(key); found != names_.end()) return found->second;
  if (controls_transactions(sql)) {
    return failure(ErrorCode::Invalid, "the engine alone begins and ends transactions");
  }
  const std::string name = "s" + std::to_string(names_.size());
  const NumberedSql numbered = with_numbered_arguments(sql);
  if (numbered.arguments != arguments.count()) {
    return std::unexpected(wrong_number_of_arguments(static_cast<std::size_t>(numbered.arguments),
                                                     static_cast<std::size_t>(arguments.count())));
  }
  TRY(exchange([&] {
    return PQsendPrepare(handle_.get(), name.c_str(), numbered.text.c_str(), arguments.count(),
                         arguments.types.data()) == 1;
  }));
  return names_.emplace(std::move(key), name).first->second;
}

template <class Send>
Result<PostgresConnection::Reply> PostgresConnection::exchange(const Send& send_message) {
  const std::string first = std::exchange(deferred_, {});
  const bool sent =
      (first.empty() || send(first)) && send_message() && PQpipelineSync(handle_.get()) == 1;
  if (!sent) return std::unexpected(lost_connection());
  return receive();
}

bool PostgresConnection::send(const std::string& sql) {
  return PQsendQueryParams(handle_.get(), sql.c_str(), 0, nullptr, nullptr, nullptr, nullptr, 0) ==
         1;
}

// The reply to the last part of a message, or the first error of any part.
Result<PostgresConnection::Reply> PostgresConnection::receive() {
  Reply last;
  std::optional<Error> failed;
  while (true) {
    Reply reply(PQgetResult(handle_.get()));
    if (reply == nullptr) {  // One part ends.
      if (PQstatus(handle_.get()) != CONNECTION_OK) return std::unexpected(lost_connection());
      continue;
    }
    switch (PQresultStatus(reply.get())) {
      case PGRES_PIPELINE_SYNC:
        if (failed) return std::unexpected(*std::move(failed));
        return last;
      case PGRES_COMMAND_OK:
      case PGRES_TUPLES_OK:
        last = std::move(reply);
        break;
      case PGRES_PIPELINE_ABORTED:
        break;
      default:
        if (!failed) failed = error(reply.get());
    }
  }
}

Error PostgresConnection::error(const PGresult* result) {
  const std::string state = field(result, PG_DIAG_SQLSTATE);
  if (state.empty() || PQstatus(handle_.get()) != CONNECTION_OK) return lost_connection();
  std::string text = describe(result, state);
  if (state == unique_violation) return {.code = ErrorCode::Conflict, .message = std::move(text)};
  if (state == serialization_failure || state == deadlock_detected) trouble_ = Trouble::LostRace;
  // A prepared statement answers in other types than when it was prepared.
  if (field(result, PG_DIAG_SOURCE_FUNCTION) == "RevalidateCachedQuery") {
    names_are_stale_ = true;
    trouble_ = Trouble::LostRace;
  }
  // A server that became a standby while we were connected takes no writes: look for the new one.
  const bool is_standby = state == read_only_transaction && access_ == Access::Write;
  if (is_standby) trouble_ = Trouble::LostConnection;
  const bool unavailable = is_standby || is_about_server(state);
  return {.code = unavailable ? ErrorCode::Unavailable : ErrorCode::Invalid,
          .message = std::move(text)};
}

Error PostgresConnection::lost_connection() {
  trouble_ = Trouble::LostConnection;
  return {.code = ErrorCode::Unavailable, .message = "the PostgreSQL server went away"};
}

}  // namespace callwright::db
