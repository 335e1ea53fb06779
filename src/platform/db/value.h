#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/phone_number.h"
#include "base/private_text.h"
#include "base/result.h"
#include "base/time.h"

namespace callwright::db {

// One argument of a statement. Text is borrowed for the length of the call.
class Value {
 public:
  using Variant = std::variant<std::monostate, std::int64_t, double, std::string_view>;

  Value(std::nullptr_t) {}
  Value(std::nullopt_t) {}
  template <std::integral Integer>
  Value(Integer value) : value_(static_cast<std::int64_t>(value)) {}
  Value(double value) : value_(value) {}
  Value(std::string_view text) : value_(text) {}
  Value(const std::string& text) : value_(std::string_view(text)) {}
  Value(const char* text) : value_(std::string_view(text)) {}
  Value(Instant instant) : value_(to_ms(instant)) {}
  Value(const PhoneNumber& number) : value_(std::string_view(number.e164())) {}
  Value(const PrivateText& text) : value_(std::string_view(text.text())) {}
  template <class Entity>
  Value(const Id<Entity>& id) : value_(std::string_view(id.text())) {}
  template <class T>
  Value(const std::optional<T>& value) {
    if (value) *this = Value(*value);
  }

  const Variant& variant() const { return value_; }

 private:
  Variant value_;
};

// One row of an answer, whole and independent of the statement that made it. Asking for a column
// that is null or of another type is a broken invariant: the schema says what a column holds.
class Row {
 public:
  using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

  explicit Row(std::vector<Cell> cells) : cells_(std::move(cells)) {}

  std::size_t size() const { return cells_.size(); }
  const Cell& cell(std::size_t column) const { return cells_.at(column); }
  bool is_null(std::size_t column) const;
  std::int64_t integer(std::size_t column) const;
  double real(std::size_t column) const;
  const std::string& text(std::size_t column) const;
  bool boolean(std::size_t column) const { return integer(column) != 0; }
  Instant instant(std::size_t column) const { return from_ms(integer(column)); }

  std::optional<std::int64_t> optional_integer(std::size_t column) const;
  std::optional<std::string> optional_text(std::size_t column) const;
  std::optional<Instant> optional_instant(std::size_t column) const;

  template <class IdType>
  IdType id(std::size_t column) const {
    return IdType(text(column));
  }
  template <class IdType>
  std::optional<IdType> optional_id(std::size_t column) const {
    if (is_null(column)) return std::nullopt;
    return IdType(text(column));
  }
  // The column holds a number that was parsed before it was stored.
  PhoneNumber phone_number(std::size_t column) const;
  std::optional<PhoneNumber> optional_phone_number(std::size_t column) const;

 private:
  std::vector<Cell> cells_;
};

using Rows = std::vector<Row>;

}  // namespace callwright::db
