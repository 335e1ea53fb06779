#include "platform/db/value.h"

namespace callwright::db {

bool Row::is_null(std::size_t column) const {
  ASSERT(column < cells_.size());
  return std::holds_alternative<std::monostate>(cells_[column]);
}

std::int64_t Row::integer(std::size_t column) const {
  ASSERT(column < cells_.size());
  const auto* value = std::get_if<std::int64_t>(&cells_[column]);
  ASSERT(value != nullptr);
  return *value;
}

double Row::real(std::size_t column) const {
  ASSERT(column < cells_.size());
  const auto* value = std::get_if<double>(&cells_[column]);
  ASSERT(value != nullptr);
  return *value;
}

const std::string& Row::text(std::size_t column) const {
  ASSERT(column < cells_.size());
  const auto* value = std::get_if<std::string>(&cells_[column]);
  ASSERT(value != nullptr);
  return *value;
}

std::optional<std::int64_t> Row::optional_integer(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

std::optional<std::string> Row::optional_text(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return text(column);
}

std::optional<Instant> Row::optional_instant(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return instant(column);
}

PhoneNumber Row::phone_number(std::size_t column) const {
  std::optional<PhoneNumber> number = PhoneNumber::parse(text(column));
  ASSERT(number.has_value());
  return *std::move(number);
}

std::optional<PhoneNumber> Row::optional_phone_number(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return phone_number(column);
}

}  // namespace callwright::db
