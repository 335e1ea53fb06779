#include "platform/crypto/crypto.h"
#include "server/replay/bundle.h"
#include "server/replay/cells_json.h"

namespace callwright::server {
namespace {

std::unexpected<Error> wrong(const std::string& where, std::string_view what) {
  return failure(ErrorCode::Invalid, where + ": " + std::string(what));
}

Result<const Json*> member(const Json& json, std::string_view name, bool (Json::*is)() const,
                           const std::string& where) {
  const Json* found = json.find(name);
  if (found == nullptr) return wrong(where, "\"" + std::string(name) + "\" is missing");
  if (!(found->*is)()) return wrong(where, "\"" + std::string(name) + "\" is of another kind");
  return found;
}

Result<std::string> text(const Json& json, std::string_view name, const std::string& where) {
  TRY_ASSIGN(const Json* found, member(json, name, &Json::is_string, where));
  return *found->as_string();
}

Result<std::vector<db::Row::Cell>> cells_of(const Json& json, const std::string& where) {
  const Json::Array* items = json.as_array();
  if (items == nullptr) return wrong(where, "is no list");
  std::vector<db::Row::Cell> cells;
  for (const Json& item : *items) {
    auto cell = read_cell(item);
    if (!cell) return wrong(where, "holds what no database holds");
    cells.push_back(*std::move(cell));
  }
  return cells;
}

std::optional<ErrorCode> error_code_of(std::string_view word) {
  using enum ErrorCode;
  for (const ErrorCode code : {Invalid, NotFound, Conflict, Forbidden, Unavailable}) {
    if (to_string(code) == word) return code;
  }
  return std::nullopt;
}

Result<void> read_answer(const Json& answer, journal::Statement& statement,
                         const std::string& where) {
  if (const Json* error = answer.find("error")) {
    const auto code = error_code_of(error->string_or("code", ""));
    if (!code) return wrong(where, "has an error of no known code");
    statement.answer = Error{.code = *code, .message = error->string_or("message", "")};
    return {};
  }
  if (statement.kind == journal::Statement::Kind::Execute) {
    TRY_ASSIGN(const Json* changed, member(answer, "changed", &Json::is_integer, where));
    statement.answer = *changed->as_integer();
    return {};
  }
  TRY_ASSIGN(const Json* rows, member(answer, "rows", &Json::is_array, where));
  db::Rows read;
  for (const Json& row : *rows->as_array()) {
    TRY_ASSIGN(auto cells, cells_of(row, where));
    if (!read.empty() && cells.size() != read.front().size()) {
      return wrong(where, "has rows of different widths");
    }
    read.emplace_back(std::move(cells));
  }
  statement.answer = std::move(read);
  return {};
}

Result<void> read_statement(const Json& json, RecordedEvent& event, const std::string& where) {
  journal::Statement statement;
  journal::Asked asked;
  TRY_ASSIGN(const std::string kind, text(json, "kind", where));
  if (kind != "query" && kind != "execute") return wrong(where, "is neither query nor execute");
  statement.kind =
      kind == "query" ? journal::Statement::Kind::Query : journal::Statement::Kind::Execute;
  asked.kind = statement.kind;
  TRY_ASSIGN(asked.sql, text(json, "sql", where));
  TRY_ASSIGN(const Json* args, member(json, "arguments", &Json::is_array, where));
  TRY_ASSIGN(asked.args, cells_of(*args, where));
  statement.sql = journal::stable_hash(asked.sql);
  statement.args = journal::stable_hash(values_of(asked.args));
  TRY_ASSIGN(const Json* answer, member(json, "answer", &Json::is_object, where));
  TRY(read_answer(*answer, statement, where));
  event.entry.notes.statements.push_back(std::move(statement));
  event.words->asked.push_back(std::move(asked));
  return {};
}

Result<RecordedEvent> read_event(const Json& json, std::size_t number) {
  const std::string where = "event " + std::to_string(number);
  RecordedEvent event{.entry = {}, .words = EventWords()};
  journal::Entry& entry = event.entry;
  TRY_ASSIGN(entry.name, text(json, "name", where));
  TRY_ASSIGN(const Json* at, member(json, "at", &Json::is_integer, where));
  entry.at = from_ms(*at->as_integer());
  TRY_ASSIGN(entry.run, text(json, "run", where));
  TRY_ASSIGN(entry.settings_hash, text(json, "settings", where));
  TRY_ASSIGN(const std::string engine, text(json, "engine", where));
  if (engine != "sqlite" && engine != "postgres") return wrong(where, "ran on no known engine");
  entry.notes.engine = engine == "sqlite" ? db::Engine::Sqlite : db::Engine::Postgres;
  TRY_ASSIGN(const Json* input, member(json, "input", &Json::is_object, where));
  entry.input = input->dump();
  TRY_ASSIGN(const Json* drawn, member(json, "drawn", &Json::is_array, where));
  for (const Json& each : *drawn->as_array()) {
    if (!each.is_string()) return wrong(where, "drew what is no text");
    entry.notes.drawn.push_back(*each.as_string());
  }
  TRY_ASSIGN(const Json* statements, member(json, "statements", &Json::is_array, where));
  for (const Json& statement : *statements->as_array()) {
    const std::string which =
        where + ", statement " + std::to_string(entry.notes.statements.size() + 1);
    TRY(read_statement(statement, event, which));
  }
  TRY_ASSIGN(event.words->answer, text(json, "answer", where));
  entry.notes.answer = journal::stable_hash(event.words->answer);
  return event;
}

}  // namespace

std::string checksum_of(const Json& bundle) {
  Json::Object members;
  if (const Json::Object* all = bundle.as_object()) {
    for (const auto& [name, value] : *all) {
      if (name != checksum_member) members.emplace_back(name, value);
    }
  }
  return crypto::hex(crypto::sha256(Json(std::move(members)).dump()));
}

Result<Recording> read_bundle(std::string_view file) {
  const std::string where = "the bundle";
  if (file.size() > bundle_bytes_max) return wrong(where, "is larger than any bundle");
  auto json = Json::parse(file);
  if (!json) return failure(ErrorCode::Invalid, where + " is no JSON: " + json.error().message);
  if (json->string_or("format", "") != bundle_format) return wrong(where, "is no bundle");
  if (json->integer_or("version", 0) != bundle_version) {
    return wrong(where, "is of another version than " + std::to_string(bundle_version));
  }
  if (json->string_or(checksum_member, "") != checksum_of(*json)) {
    return wrong(where, "was changed since it was made: its checksum does not fit");
  }
  TRY_ASSIGN(const std::string tenant, text(*json, "tenant", where));
  TRY_ASSIGN(const std::string correlation, text(*json, "correlation", where));
  if (tenant.empty() || correlation.empty()) return wrong(where, "names no conversation");
  Recording recording{.tenant = TenantId(tenant),
                      .correlation = CorrelationId(correlation),
                      .settings = {},
                      .events = {}};
  TRY_ASSIGN(const Json* settings, member(*json, "settings", &Json::is_object, where));
  for (const auto& [hash, document] : *settings->as_object()) {
    recording.settings.emplace(hash, document);
  }
  TRY_ASSIGN(const Json* events, member(*json, "events", &Json::is_array, where));
  if (events->as_array()->empty()) return wrong(where, "has no events");
  for (const Json& event : *events->as_array()) {
    TRY_ASSIGN(RecordedEvent read, read_event(event, recording.events.size() + 1));
    recording.events.push_back(std::move(read));
  }
  return recording;
}

}  // namespace callwright::server
