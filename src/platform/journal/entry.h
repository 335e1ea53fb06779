#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "platform/db/database.h"

namespace callwright::journal {

// A number for a text that is the same in every process and build. Tells statements apart; keeps no
// secret.
std::uint64_t stable_hash(std::string_view text);
std::uint64_t stable_hash(std::span<const db::Value> args);

// A statement of an event and what the database answered to it.
struct Statement {
  enum class Kind : std::uint8_t { Query, Execute };

  Kind kind = Kind::Query;
  // Hashes: what they stand for is found out by playing the event.
  std::uint64_t sql = 0;
  std::uint64_t args = 0;
  std::variant<db::Rows, std::int64_t, Error> answer;
};

// What happened inside an event.
struct Notes {
  db::Engine engine = db::Engine::Sqlite;
  std::vector<std::string> drawn;
  std::vector<Statement> statements;
  std::uint64_t answer = 0;  // Hash of what the event was answered.
};

// One event of a conversation as it is kept.
struct Entry {
  std::string id;  // Sorts by time.
  Instant at;
  std::string name;           // "twilio.turn", "message.deliver".
  std::string run;            // The same for all events of one run of a job; else empty.
  std::string settings_hash;  // Of the tenant's settings in force.
  std::string input;          // JSON, as the event's handler reads it again.
  Notes notes;
};

// Writes notes down while an event runs, as one text: no statement's words and no arguments, so
// that it stays small.
class NotesWriter {
 public:
  void query(std::string_view sql, std::span<const db::Value> args, const Result<db::Rows>& answer);
  void execute(std::string_view sql, std::span<const db::Value> args,
               const Result<std::int64_t>& answer);
  std::string finish(db::Engine engine, const std::vector<std::string>& drawn,
                     std::string_view answer) const;

 private:
  void statement(Statement::Kind kind, bool good, std::string_view sql,
                 std::span<const db::Value> args);
  void error(const Error& error);

  std::int64_t count_ = 0;
  std::string statements_;
};

// Invalid when the text is not one whole piece of notes of this version.
Result<Notes> decode_notes(std::string_view text);

}  // namespace callwright::journal
