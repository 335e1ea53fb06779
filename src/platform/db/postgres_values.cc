#include "platform/db/postgres_values.h"

#include <charconv>

namespace callwright::db {
namespace {

// Types as the server numbers them.
constexpr Oid oid_unknown = 0;
constexpr Oid oid_bool = 16;
constexpr Oid oid_int8 = 20;
constexpr Oid oid_int2 = 21;
constexpr Oid oid_int4 = 23;
constexpr Oid oid_text = 25;
constexpr Oid oid_float4 = 700;
constexpr Oid oid_float8 = 701;
constexpr Oid oid_numeric = 1700;

constexpr int format_text = 0;
constexpr int format_binary = 1;

template <class Number>
Number parsed(std::string_view text) {
  Number number{};
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
  ASSERT(code == std::errc() && end == text.data() + text.size());
  return number;
}

// Sums of integers come as numeric.
Row::Cell parsed_numeric(std::string_view text) {
  std::int64_t integer = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), integer);
  if (code == std::errc() && end == text.data() + text.size()) return integer;
  return parsed<double>(text);
}

Row::Cell read_cell(const PGresult* result, int row, int column) {
  if (PQgetisnull(result, row, column) != 0) return std::monostate();
  const std::string_view text(PQgetvalue(result, row, column),
                              static_cast<std::size_t>(PQgetlength(result, row, column)));
  switch (PQftype(result, column)) {
    case oid_bool:
      return std::int64_t{text == "t"};
    case oid_int8:
    case oid_int2:
    case oid_int4:
      return parsed<std::int64_t>(text);
    case oid_float4:
    case oid_float8:
      return parsed<double>(text);
    case oid_numeric:
      return parsed_numeric(text);
    default:
      return std::string(text);
  }
}

}  // namespace

PostgresArguments::PostgresArguments(std::span<const Value> args) : digits_(args.size()) {
  for (std::size_t i = 0; i < args.size(); ++i) {
    const Value::Variant& value = args[i].variant();
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      add_number(oid_int8, *integer, digits_[i]);
    } else if (const auto* real = std::get_if<double>(&value)) {
      add_number(oid_float8, *real, digits_[i]);
    } else if (const auto* text = std::get_if<std::string_view>(&value)) {
      // An empty view may have no address, which libpq would take for null.
      add(oid_text, text->data() == nullptr ? "" : text->data(), text->size(), format_binary);
    } else {
      add(oid_unknown, nullptr, 0, format_text);
    }
  }
}

std::string PostgresArguments::signature() const {
  std::string letters;
  for (const Oid type : types) {
    switch (type) {
      case oid_int8:
        letters += 'i';
        break;
      case oid_float8:
        letters += 'r';
        break;
      case oid_text:
        letters += 't';
        break;
      default:
        letters += 'n';
    }
  }
  return letters;
}

void PostgresArguments::add(Oid type, const char* value, std::size_t length, int format) {
  types.push_back(type);
  values.push_back(value);
  lengths.push_back(static_cast<int>(length));
  formats.push_back(format);
}

template <class Number>
void PostgresArguments::add_number(Oid type, Number number, Digits& digits) {
  char* const end = std::to_chars(digits.data(), digits.data() + digits.size() - 1, number).ptr;
  *end = '\0';
  add(type, digits.data(), 0, format_text);
}

Answer read_answer(const PGresult* result) {
  Answer answer;
  const int rows = PQntuples(result);
  const int columns = PQnfields(result);
  answer.rows.reserve(static_cast<std::size_t>(rows));
  for (int row = 0; row < rows; ++row) {
    std::vector<Row::Cell> cells;
    cells.reserve(static_cast<std::size_t>(columns));
    for (int column = 0; column < columns; ++column) {
      cells.push_back(read_cell(result, row, column));
    }
    answer.rows.emplace_back(std::move(cells));
  }
  // libpq asks for a mutable result to read from it.
  auto* const readable = const_cast<PGresult*>(result);
  const std::string_view tag = PQcmdStatus(readable);
  const std::string_view changed = PQcmdTuples(readable);
  if (!changed.empty() && !tag.starts_with("SELECT")) {
    answer.changed = parsed<std::int64_t>(changed);
  }
  return answer;
}

}  // namespace callwright::db
