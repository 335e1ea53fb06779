#pragma once

#include <libpq-fe.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "platform/db/guarded_transaction.h"

namespace callwright::db {

// Why a transaction cannot go on, where that is not the statement's fault.
enum class Trouble : std::uint8_t {
  None,
  LostRace,        // Another transaction was first: run the whole work again.
  LostConnection,  // The server went away, or is no longer the one that takes writes.
};

// One connection and its prepared statements. Used by one thread at a time.
class PostgresConnection {
 public:
  static Result<std::unique_ptr<PostgresConnection>> open(const std::string& connection);

  // BEGIN travels with the first statement, and is not sent at all when there is none.
  void begin(Access access);
  bool has_begun() const { return deferred_.empty(); }
  // COMMIT, where anything was begun.
  Result<void> commit();
  // Ends whatever is open, so that the connection can be used again.
  void abandon();

  // A statement of the caller's.
  Result<Answer> perform(std::string_view sql, std::span<const Value> args);
  // A statement of the engine's own, without arguments.
  Result<void> command(const std::string& sql);

  // What became of the transaction since it began.
  Trouble trouble() const { return trouble_; }

 private:
  struct Close {
    void operator()(PGconn* handle) const { PQfinish(handle); }
  };
  struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
  };
  using Handle = std::unique_ptr<PGconn, Close>;
  using Reply = std::unique_ptr<PGresult, Clear>;

  explicit PostgresConnection(Handle handle) : handle_(std::move(handle)) {}

  // The name the server knows a statement by.
  Result<std::string> prepared(std::string_view sql, const struct PostgresArguments& arguments);
  // Sends a message and what was deferred, in one go, and reads the reply to the message.
  template <class Send>
  Result<Reply> exchange(const Send& send);
  Result<Reply> receive();
  bool send(const std::string& sql);
  Error error(const PGresult* result);
  Error lost_connection();

  Handle handle_;
  std::string deferred_;
  std::unordered_map<std::string, std::string> names_;  // By text and argument types.
  bool names_are_stale_ = false;                        // A migration changed what they stand for.
  Access access_ = Access::Write;
  Trouble trouble_ = Trouble::None;
};

}  // namespace callwright::db
