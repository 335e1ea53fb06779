#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "platform/json/json.h"

namespace callwright::tests {

// Evaluation data lies beside the repository, not in it: several of its licences are share-alike.
inline std::string shared_data_folder() {
  const char* named = std::getenv("CALLWRIGHT_SHARED_DATA");
  return named == nullptr ? CALLWRIGHT_SOURCE_DIR "/../shared/data" : named;
}

// The rows of one file of JSON lines, such as "timezone/gaps_overlaps.jsonl". Nothing when it is
// absent: then the test says GTEST_SKIP() << no_shared_data.
inline std::optional<std::vector<Json>> shared_rows(const std::string& file) {
  std::ifstream stream(shared_data_folder() + "/" + file);
  if (!stream) return std::nullopt;
  std::vector<Json> rows;
  for (std::string line; std::getline(stream, line);) {
    if (line.empty()) continue;
    auto row = Json::parse(line);
    if (!row) {
      ADD_FAILURE() << file << ": row " << rows.size() + 1 << ": " << row.error().message;
      return std::nullopt;
    }
    rows.push_back(*std::move(row));
  }
  return rows;
}

inline constexpr const char* no_shared_data =
    "the evaluation data is not beside the repository; name its folder in CALLWRIGHT_SHARED_DATA";

}  // namespace callwright::tests
