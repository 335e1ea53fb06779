#pragma once

#include <libpq-fe.h>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/guarded_transaction.h"

namespace callwright::db {

// Arguments as libpq wants them: side by side in arrays. Points into itself and into the values.
struct PostgresArguments {
  explicit PostgresArguments(std::span<const Value> args);
  PostgresArguments(const PostgresArguments&) = delete;
  PostgresArguments& operator=(const PostgresArguments&) = delete;

  int count() const { return static_cast<int>(types.size()); }
  // One letter for each type: a statement is prepared for the types of its arguments.
  std::string signature() const;

  std::vector<Oid> types;
  std::vector<const char*> values;
  std::vector<int> lengths;
  std::vector<int> formats;

 private:
  using Digits = std::array<char, 32>;

  void add(Oid type, const char* value, std::size_t length, int format);
  template <class Number>
  void add_number(Oid type, Number number, Digits& digits);

  std::vector<Digits> digits_;
};

Answer read_answer(const PGresult* result);

}  // namespace callwright::db
