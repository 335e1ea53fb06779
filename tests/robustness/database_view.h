#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace callwright::robustness {

// Looks into the server's SQLite file from outside, on a connection of its own.

// A hash over every row of every table: equal when nothing was changed.
std::string state_hash(const std::string& file);

using Row = std::vector<std::string>;
std::vector<Row> rows(const std::string& file, const std::string& sql);
// The one number that the query answers.
std::int64_t number(const std::string& file, const std::string& sql);

// Holds the file so that nobody else can write, until it ends.
class WriteLock {
 public:
  explicit WriteLock(const std::string& file);
  ~WriteLock();
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;

 private:
  void* connection_ = nullptr;
};

}  // namespace callwright::robustness
