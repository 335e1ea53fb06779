#include "sim/sabotage/statement.h"

#include <variant>

namespace callwright::sim {

void Statement::replace(std::string_view part, std::string_view with) {
  const std::size_t at = sql_.find(part);
  if (at == std::string_view::npos) return;
  std::string changed(sql_.substr(0, at));
  changed += with;
  changed += sql_.substr(at + part.size());
  sql_ = kept_.emplace_back(std::move(changed));
}

std::string_view Statement::text(std::size_t index) const {
  const auto* text = std::get_if<std::string_view>(&args_.at(index).variant());
  return text == nullptr ? std::string_view() : *text;
}

std::int64_t Statement::number(std::size_t index) const {
  const auto* number = std::get_if<std::int64_t>(&args_.at(index).variant());
  return number == nullptr ? 0 : *number;
}

void Statement::set(std::size_t index, std::string text) {
  args_.at(index) = db::Value(kept_.emplace_back(std::move(text)));
}

}  // namespace callwright::sim
