#include "server/replay/cells_json.h"

namespace callwright::server {

Json to_json(const db::Row::Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
  if (const auto* real = std::get_if<double>(&cell)) return Json::object({{"real", *real}});
  return nullptr;
}

std::optional<db::Row::Cell> read_cell(const Json& json) {
  if (json.is_null()) return db::Row::Cell();
  if (const auto number = json.as_integer()) return db::Row::Cell(*number);
  if (const std::string* text = json.as_string()) return db::Row::Cell(*text);
  if (const auto real = json["real"].as_number()) return db::Row::Cell(*real);
  return std::nullopt;
}

std::vector<db::Value> values_of(const std::vector<db::Row::Cell>& cells) {
  std::vector<db::Value> values;
  for (const db::Row::Cell& cell : cells) {
    values.push_back(std::visit(
        []<class T>(const T& held) -> db::Value {
          if constexpr (std::is_same_v<T, std::monostate>) {
            return nullptr;
          } else {
            return held;
          }
        },
        cell));
  }
  return values;
}

}  // namespace callwright::server
