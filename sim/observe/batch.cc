#include "sim/observe/batch.h"

#include <bit>

#include "sim/observe/row_hash.h"

namespace callwright::sim {
std::uint64_t RowView::hash(std::string_view table) const {
  RowHash hash(table);
  for (std::size_t i = 0; i < size_; ++i) {
    switch (cells_[i].kind) {
      case Cell::Kind::Null:
        hash.add_null();
        break;
      case Cell::Kind::Integer:
        hash.add_integer(cells_[i].integer);
        break;
      case Cell::Kind::Real:
        hash.add_real(std::bit_cast<double>(cells_[i].integer));
        break;
      case Cell::Kind::Text:
        hash.add_text(text(i));
        break;
    }
  }
  return hash.value();
}

void Batch::clear() {
  records_.clear();
  cells_.clear();
  text_.clear();
}

Change Batch::operator[](std::size_t index) const {
  const Record& record = records_[index];
  const Cell* cells = cells_.data() + record.first_cell;
  Change change{.table = record.table, .name = record.name, .before = {}, .after = {}};
  if (record.has_before) {
    change.before.emplace(cells, record.columns, text_.data());
    cells += record.columns;
  }
  if (record.has_after) change.after.emplace(cells, record.columns, text_.data());
  return change;
}

void Batch::truncate(std::size_t size) {
  if (size >= records_.size()) return;
  cells_.resize(records_[size].first_cell);
  text_.resize(records_[size].first_byte);
  records_.resize(size);
}

void Batch::begin_change(Table table, std::string_view name, bool has_before, bool has_after,
                         std::size_t columns) {
  records_.push_back({.table = table,
                      .has_before = has_before,
                      .has_after = has_after,
                      .columns = static_cast<std::uint32_t>(columns),
                      .first_cell = static_cast<std::uint32_t>(cells_.size()),
                      .first_byte = static_cast<std::uint32_t>(text_.size()),
                      .name = name});
}

void Batch::add_integer(std::int64_t value) {
  cells_.push_back({.kind = Cell::Kind::Integer, .length = 0, .integer = value});
}

void Batch::add_real(double value) {
  cells_.push_back(
      {.kind = Cell::Kind::Real, .length = 0, .integer = std::bit_cast<std::int64_t>(value)});
}

void Batch::add_text(std::string_view value) {
  cells_.push_back({.kind = Cell::Kind::Text,
                    .length = static_cast<std::uint32_t>(value.size()),
                    .integer = static_cast<std::int64_t>(text_.size())});
  text_ += value;
}

}  // namespace callwright::sim
