#pragma once

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "support/test_database.h"

namespace callwright::tests {

// For rules of what is stored: one thread is enough, and the quickest store will do.
inline std::vector<Store> one_of_each_engine() {
  return with_postgres({Store::SqliteSingleThreaded});
}
// For races: stores that many threads write to at once.
inline std::vector<Store> one_shared_of_each_engine() {
  return with_postgres({Store::SqliteFile});
}

// A test that runs once on each store, with every migration applied. A transaction that fails fails
// the test.
class StoreTest : public ::testing::TestWithParam<Store> {
 protected:
  StoreTest() { migrate(database_); }

  static void migrate(const TestDatabase& database) {
    const auto migrated = db::migrate(*database);
    if (!migrated) ADD_FAILURE() << migrated.error().message;
  }

  template <class Work>
  auto write(Work&& work) {
    auto answer = database_->write(std::forward<Work>(work));
    if (!answer) ADD_FAILURE() << answer.error().message;
    return std::move(answer).value();
  }
  template <class Work>
  auto read(Work&& work) {
    auto answer = database_->read(std::forward<Work>(work));
    if (!answer) ADD_FAILURE() << answer.error().message;
    return std::move(answer).value();
  }

  TestDatabase database_{GetParam()};
};

}  // namespace callwright::tests
