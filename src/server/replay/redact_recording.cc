#include "server/replay/redact_recording.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace callwright::server {
namespace {

bool is_name(std::string_view member) {
  return member == "name" || member == "claimed_name" || member == "full_name";
}

bool is_street(std::string_view member) {
  return member == "street" || member == "address";
}

// What a column or member called so says of a person.
void know(std::string_view member, const std::string& text, StandIns& people) {
  if (is_name(member)) people.know_name(text);
  // An address in one line begins with the street.
  if (is_street(member)) people.know_street(std::string_view(text).substr(0, text.find(',')));
}

void know_members(const Json& json, StandIns& people) {
  if (const Json::Array* items = json.as_array()) {
    for (const Json& item : *items) know_members(item, people);
  }
  const Json::Object* members = json.as_object();
  if (members == nullptr) return;
  for (const auto& [name, value] : *members) {
    if (const std::string* text = value.as_string()) know(name, *text, people);
    know_members(value, people);
  }
}

// Services and holidays have names too, and so has the business.
void know_settings(const Json& settings, StandIns& people) {
  for (const std::string_view who : {"owner", "on_call", "technicians"}) {
    know_members(settings[who], people);
  }
}

// "SELECT a.name, b.x FROM ..." names its columns: "name", "x".
std::vector<std::string> columns_of(std::string_view sql) {
  const std::size_t returning = sql.find("RETURNING ");
  std::string_view list;
  if (sql.starts_with("SELECT ")) {
    list = sql.substr(7, sql.find(" FROM ") - 7);
  } else if (returning != std::string_view::npos) {
    list = sql.substr(returning + 10);
  }
  std::vector<std::string> columns;
  int depth = 0;
  std::string column;
  for (const char c : std::string(list) + ",") {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (c != ',' || depth > 0) {
      column += c;
      continue;
    }
    const std::size_t last = column.find_last_of(" .");
    const std::string name(trimmed(column));
    columns.push_back(last == std::string::npos || name.ends_with(')') ? name
                                                                       : column.substr(last + 1));
    column.clear();
  }
  return columns;
}

void know_rows(const std::string& sql, const db::Rows& rows, StandIns& people) {
  const std::vector<std::string> columns = columns_of(sql);
  for (const db::Row& row : rows) {
    for (std::size_t i = 0; i < row.size() && i < columns.size(); ++i) {
      const auto* text = std::get_if<std::string>(&row.cell(i));
      if (text == nullptr) continue;
      know(columns[i], *text, people);
      if (!text->starts_with('{')) continue;
      if (const auto json = Json::parse(*text)) know_members(*json, people);
    }
  }
}

void listen_to(const std::string& input, StandIns& people) {
  const auto json = Json::parse(input);
  if (!json) return;
  const Json& fields = (*json)["fields"];
  const std::string asked = (*json)["parameters"].string_or("asks", "");
  for (const std::string_view name : {"SpeechResult", "Body"}) {
    if (const std::string* said = fields[name].as_string()) people.listen(*said, asked);
  }
}

// Members that are nobody's business outside of this server.
Json without_secrets(const Json& json) {
  static constexpr std::array<std::string_view, 3> secrets = {"pin_sha256", "token", "seal"};
  if (const Json::Array* items = json.as_array()) {
    Json copy = Json::array();
    for (const Json& item : *items) copy.push_back(without_secrets(item));
    return copy;
  }
  const Json::Object* members = json.as_object();
  if (members == nullptr) return json;
  Json copy = Json::object();
  for (const auto& [name, value] : *members) {
    if (std::ranges::find(secrets, name) == secrets.end()) copy.set(name, without_secrets(value));
  }
  return copy;
}

db::Rows redacted(const db::Rows& rows, StandIns& people) {
  db::Rows copies;
  for (const db::Row& row : rows) {
    std::vector<db::Row::Cell> cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const auto* text = std::get_if<std::string>(&row.cell(i));
      cells.push_back(text == nullptr ? row.cell(i) : db::Row::Cell(people.in_text(*text)));
    }
    copies.emplace_back(std::move(cells));
  }
  return copies;
}

// A seal has no prefix that says what it is: it is a hash in hex.
bool is_seal(std::string_view drawn) {
  return drawn.find('_') == std::string_view::npos;
}

}  // namespace

void know_people(const Recording& recording, StandIns& people) {
  for (const auto& [hash, settings] : recording.settings) know_settings(settings, people);
  for (const RecordedEvent& event : recording.events) {
    listen_to(event.entry.input, people);
    if (!event.words) continue;
    const auto& statements = event.entry.notes.statements;
    for (std::size_t i = 0; i < statements.size() && i < event.words->asked.size(); ++i) {
      const auto* rows = std::get_if<db::Rows>(&statements[i].answer);
      if (rows != nullptr) know_rows(event.words->asked[i].sql, *rows, people);
    }
  }
}

Recording redacted(const Recording& recording, StandIns& people) {
  Recording copy = recording;
  for (auto& [hash, settings] : copy.settings) {
    settings = people.in_json(without_secrets(settings));
  }
  for (RecordedEvent& event : copy.events) {
    const auto input = Json::parse(event.entry.input);
    event.entry.input = input ? people.in_json(without_secrets(*input)).dump() : "{}";
    for (std::string& drawn : event.entry.notes.drawn) {
      drawn = is_seal(drawn) ? "sealed" : people.in_text(drawn);
    }
    for (journal::Statement& statement : event.entry.notes.statements) {
      if (auto* rows = std::get_if<db::Rows>(&statement.answer)) *rows = redacted(*rows, people);
    }
  }
  return copy;
}

}  // namespace callwright::server
