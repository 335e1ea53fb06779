#include <algorithm>
#include <map>

#include "platform/crypto/crypto.h"
#include "platform/db/migrations.h"
#include "platform/db/sql_text.h"
#include "platform/log/log.h"

namespace callwright::db {
namespace {

constexpr std::string_view create_record =
    "CREATE TABLE IF NOT EXISTS schema_migrations ("
    "name TEXT NOT NULL, checksum TEXT NOT NULL, PRIMARY KEY (name))";
// Any number will do, as long as every process of every version uses the same.
constexpr std::int64_t migration_lock = 7'305'198'224;

struct FileName {
  std::string number;
  std::string_view engine;  // "sqlite", "postgres", or empty for both.
};

std::optional<FileName> parse_name(std::string_view name) {
  constexpr std::size_t number_digits = 4;
  if (!name.ends_with(".sql") || name.size() < number_digits + 6) return std::nullopt;
  const std::string_view number = name.substr(0, number_digits);
  const bool numbered = std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
  if (!numbered || name[number_digits] != '_') return std::nullopt;
  const std::string_view stem = name.substr(0, name.size() - 4);
  const std::size_t dot = stem.find('.');
  const std::string_view engine = dot == std::string_view::npos ? "" : stem.substr(dot + 1);
  if (dot != std::string_view::npos && engine != "sqlite" && engine != "postgres") {
    return std::nullopt;
  }
  return FileName{.number = std::string(number), .engine = engine};
}

Error named(const MigrationFile& file, const Error& error) {
  return {.code = error.code == ErrorCode::Unavailable ? error.code : ErrorCode::Invalid,
          .message = std::string(file.name) + ": " + error.message};
}

// Processes that start together take turns. READ COMMITTED, so that the second sees what the first
// did.
Result<void> take_turn(Transaction& tx) {
  if (tx.engine() == Engine::Sqlite) return {};
  TRY(tx.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED"));
  TRY(tx.query("SELECT pg_advisory_xact_lock(?)", migration_lock));
  return {};
}

// Text sorts by its bytes, as on SQLite and whatever language the database was created for.
Result<void> sort_text_by_bytes(Transaction& tx) {
  if (tx.engine() == Engine::Sqlite) return {};
  TRY_ASSIGN(const Rows tables,
             tx.query("SELECT 'ALTER TABLE ' || quote_ident(c.relname::text) || "
                      "string_agg(' ALTER COLUMN ' || quote_ident(a.attname::text) || "
                      "' TYPE TEXT COLLATE \"C\"', ',' ORDER BY a.attnum) "
                      "FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
                      "WHERE c.relnamespace = current_schema()::regnamespace "
                      "AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped "
                      "AND a.atttypid = 'text'::regtype "
                      "AND a.attcollation = 'default'::regcollation "
                      "GROUP BY c.relname ORDER BY c.relname"));
  for (const Row& table : tables) TRY(tx.execute(table.text(0)));
  return {};
}

Result<bool> apply(Transaction& tx, const MigrationFile& file) {
  TRY(take_turn(tx));
  const std::string checksum = crypto::hex(crypto::sha256(file.text));
  TRY_ASSIGN(const std::optional<Row> applied,
             tx.query_one("SELECT checksum FROM schema_migrations WHERE name = ?", file.name));
  if (applied) {
    if (applied->text(0) == checksum) return false;
    return failure(ErrorCode::Invalid, "changed after it was applied; add a new file instead");
  }
  for (const std::string& statement : split_statements(for_engine(file.text, tx.engine()))) {
    TRY(tx.execute(statement));
  }
  TRY(sort_text_by_bytes(tx));
  TRY(tx.execute("INSERT INTO schema_migrations (name, checksum) VALUES (?, ?)", file.name,
                 checksum));
  return true;
}

}  // namespace

Result<std::vector<MigrationFile>> migrations_for(Engine engine,
                                                  std::span<const MigrationFile> files) {
  const std::string_view ours = engine == Engine::Sqlite ? "sqlite" : "postgres";
  std::map<std::string, MigrationFile> by_number;
  std::map<std::string, int> twins;
  for (const MigrationFile& file : files) {
    const std::optional<FileName> name = parse_name(file.name);
    if (!name) {
      return failure(ErrorCode::Invalid, std::string(file.name) + ": not NNNN_name[.engine].sql");
    }
    if (!name->engine.empty()) ++twins[name->number];
    if (!name->engine.empty() && name->engine != ours) continue;
    if (!by_number.emplace(name->number, file).second) {
      return failure(ErrorCode::Invalid, std::string(file.name) + ": its number is taken");
    }
  }
  std::vector<MigrationFile> chosen;
  for (const auto& [number, file] : by_number) chosen.push_back(file);
  for (const auto& [number, count] : twins) {
    if (count != 2) return failure(ErrorCode::Invalid, number + ": one file per engine is needed");
  }
  return chosen;
}

Result<void> migrate(Database& database, std::span<const MigrationFile> files) {
  TRY_ASSIGN(const std::vector<MigrationFile> chosen, migrations_for(database.engine(), files));
  TRY(database.write([](Transaction& tx) -> Result<void> {
    TRY(take_turn(tx));
    TRY(tx.execute(create_record));
    // Before anything asks it: a statement that was prepared for the old sorting is refused for
    // good.
    return sort_text_by_bytes(tx);
  }));
  int applied = 0;
  for (const MigrationFile& file : chosen) {
    const Result<bool> is_new = database.write([&](Transaction& tx) { return apply(tx, file); });
    if (!is_new) return std::unexpected(named(file, is_new.error()));
    applied += *is_new ? 1 : 0;
  }
  if (applied > 0) {
    log::info("db.migrated", {{"files", applied}, {"last", chosen.back().name}});
  }
  return {};
}

Result<void> migrate(Database& database) {
  return migrate(database, migration_files());
}

}  // namespace callwright::db
