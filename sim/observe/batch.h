#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "sim/observe/schema.h"

namespace callwright::sim {

// One value of a row. Text lies in the batch.
struct Cell {
  enum class Kind : std::uint8_t { Null, Integer, Real, Text };
  Kind kind = Kind::Null;
  std::uint32_t length = 0;
  std::int64_t integer = 0;  // Of a text: where it begins. Of a real: its bits.
};

// One row as it was before or after a change. Points into its batch.
class RowView {
 public:
  RowView(const Cell* cells, std::size_t size, const char* text)
      : cells_(cells), size_(size), text_(text) {}

  std::size_t size() const { return size_; }
  const Cell& cell(std::size_t column) const {
    ASSERT(column < size_);
    return cells_[column];
  }
  bool is_null(std::size_t column) const { return cell(column).kind == Cell::Kind::Null; }
  std::int64_t integer(std::size_t column) const {
    ASSERT(cell(column).kind == Cell::Kind::Integer);
    return cells_[column].integer;
  }
  Instant instant(std::size_t column) const { return from_ms(integer(column)); }
  std::optional<Instant> optional_instant(std::size_t column) const {
    if (is_null(column)) return std::nullopt;
    return instant(column);
  }
  // Null reads as an empty text.
  std::string_view text(std::size_t column) const {
    const Cell& value = cell(column);
    if (value.kind == Cell::Kind::Null) return {};
    ASSERT(value.kind == Cell::Kind::Text);
    return {text_ + value.integer, value.length};
  }
  std::string string(std::size_t column) const { return std::string(text(column)); }

  // Equal for equal rows; for sums that do not depend on an order.
  std::uint64_t hash(std::string_view table) const;

 private:
  const Cell* cells_;
  std::size_t size_;
  const char* text_;
};

struct Change {
  Table table = Table::Other;
  std::string_view name;  // Of the table.
  std::optional<RowView> before;
  std::optional<RowView> after;

  bool is_insert() const { return !before; }
  bool is_delete() const { return !after; }
  bool is_update() const { return before && after; }
  // The row as it is known last.
  const RowView& row() const { return after ? *after : *before; }
};

// The row changes of one transaction, in the order they were made.
class Batch {
 public:
  void clear();
  std::size_t size() const { return records_.size(); }
  bool empty() const { return records_.empty(); }
  Change operator[](std::size_t index) const;

  // Forgets everything after the first `size` changes: a savepoint was rolled back.
  void truncate(std::size_t size);

  // Filling: one change is begun, then its cells are added, those of the row before first.
  void begin_change(Table table, std::string_view name, bool has_before, bool has_after,
                    std::size_t columns);
  void add_null() { cells_.emplace_back(); }
  void add_integer(std::int64_t value);
  void add_real(double value);
  void add_text(std::string_view value);

  template <class Visit>
  void for_each(Table table, Visit visit) const {
    for (std::size_t i = 0; i < records_.size(); ++i) {
      if (records_[i].table == table) visit((*this)[i]);
    }
  }

 private:
  struct Record {
    Table table;
    bool has_before;
    bool has_after;
    std::uint32_t columns;
    std::uint32_t first_cell;
    std::uint32_t first_byte;
    std::string_view name;
  };

  std::vector<Record> records_;
  std::vector<Cell> cells_;
  std::string text_;
};

}  // namespace callwright::sim
