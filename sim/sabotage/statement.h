#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "platform/db/database.h"

namespace callwright::sim {

// A statement on its way to the database, in the hands of somebody who means ill.
class Statement {
 public:
  Statement(std::string_view sql, std::span<const db::Value> args)
      : sql_(sql), args_(args.begin(), args.end()) {}

  std::string_view sql() const { return sql_; }
  std::span<const db::Value> args() const { return args_; }

  bool contains(std::string_view part) const { return sql_.contains(part); }
  void replace(std::string_view part, std::string_view with);

  std::string_view text(std::size_t index) const;
  std::int64_t number(std::size_t index) const;
  void set(std::size_t index, std::string text);
  void set(std::size_t index, std::int64_t number) { args_.at(index) = db::Value(number); }
  void drop_last_argument() { args_.pop_back(); }

 private:
  std::string_view sql_;
  std::vector<db::Value> args_;
  std::deque<std::string> kept_;  // What the arguments and the words point to.
};

}  // namespace callwright::sim
