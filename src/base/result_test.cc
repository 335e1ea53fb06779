#include "base/result.h"

#include <gtest/gtest.h>

#include "base/id.h"

namespace callwright {
namespace {

Result<int> half(int value) {
  if (value % 2 != 0) return failure(ErrorCode::Invalid, "odd");
  return value / 2;
}

Result<int> quarter(int value) {
  TRY_ASSIGN(const int once, half(value));
  TRY_ASSIGN(const int twice, half(once));
  return twice;
}

Result<void> check(int value) {
  TRY(half(value));
  return {};
}

TEST(Result, hands_the_first_failure_to_the_caller) {
  EXPECT_EQ(quarter(8), 2);
  EXPECT_EQ(quarter(6).error(), (Error{ErrorCode::Invalid, "odd"}));
  EXPECT_TRUE(check(2).has_value());
  EXPECT_FALSE(check(3).has_value());
}

TEST(Result, has_codes_with_names_of_their_own) {
  EXPECT_EQ(to_string(ErrorCode::Invalid), "invalid");
  EXPECT_EQ(to_string(ErrorCode::NotFound), "not_found");
  EXPECT_EQ(to_string(ErrorCode::Conflict), "conflict");
  EXPECT_EQ(to_string(ErrorCode::Forbidden), "forbidden");
  EXPECT_EQ(to_string(ErrorCode::Unavailable), "unavailable");
}

TEST(InvariantDeathTest, a_broken_one_stops_the_process_and_names_itself) {
  EXPECT_DEATH(ASSERT(1 > 2), "result_test.cc:.*broken invariant: 1 > 2");
}

TEST(IdDeathTest, is_never_empty) {
  EXPECT_DEATH(TenantId(""), "broken invariant");
}

TEST(Id, of_one_kind_is_none_of_another) {
  EXPECT_EQ(TenantId("a"), TenantId("a"));
  EXPECT_NE(TenantId("a"), TenantId("b"));
  static_assert(!std::is_convertible_v<CustomerId, TenantId>);
  static_assert(!std::is_convertible_v<std::string, TenantId>);
}

}  // namespace
}  // namespace callwright
