#include "access/audit.h"

#include <gtest/gtest.h>

#include <thread>

#include "support/store_test.h"

namespace callwright::access {
namespace {

using tests::one_of_each_engine;
using tests::one_shared_of_each_engine;
using tests::store_name;
using tests::StoreTest;

const TenantId tenant("ten_1");
const TenantId other_tenant("ten_2");

class AuditTest : public StoreTest {
 protected:
  void record(int number, const TenantId& of = tenant) {
    write([&](db::Transaction& tx) -> Result<bool> {
      TRY(audit_.record(tx, of, Actor::system("test"), "thing.changed",
                        "thing_" + std::to_string(number), number - 1, number,
                        CorrelationId("cor_1")));
      return true;
    });
  }
  void tamper(std::string_view sql) {
    write([&](db::Transaction& tx) { return tx.execute(sql); });
  }
  std::string fault(const TenantId& of = tenant) {
    return read([&](db::Transaction& tx) { return audit_.verify(tx, of); });
  }

  ManualClock clock_{parse_iso8601("2026-03-10T15:00:00Z").value()};
  SeededRandom random_{1};
  Ids ids_{clock_, random_};
  Audit audit_{clock_, ids_};
};

TEST_P(AuditTest, gives_back_what_was_recorded_in_order) {
  record(1);
  clock_.advance(Seconds(1));
  record(2);
  const auto entries = read([&](db::Transaction& tx) { return audit_.entries(tx, tenant); });
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[1].at, clock_.now());
  EXPECT_EQ(entries[1].actor, "system:test");
  EXPECT_EQ(entries[1].action, "thing.changed");
  EXPECT_EQ(entries[1].object, "thing_2");
  EXPECT_EQ(entries[1].before, Json(1));
  EXPECT_EQ(entries[1].after, Json(2));
  EXPECT_EQ(entries[1].correlation, "cor_1");
}

TEST_P(AuditTest, each_tenant_has_a_chain_of_its_own) {
  record(1);
  record(1, other_tenant);
  record(2);
  EXPECT_EQ(fault(), "");
  EXPECT_EQ(fault(other_tenant), "");
  tamper("UPDATE audit_entries SET action = 'x' WHERE tenant_id = 'ten_2'");
  EXPECT_EQ(fault(), "");
  EXPECT_NE(fault(other_tenant), "");
}

TEST_P(AuditTest, finds_an_edit_a_removal_a_swap_and_a_cut) {
  const std::vector<std::string> tampering = {
      "UPDATE audit_entries SET actor = 'owner:x' WHERE number = 2",
      "UPDATE audit_entries SET at = at + 1 WHERE number = 2",
      "UPDATE audit_entries SET details = '{\"before\":1,\"after\":9}' WHERE number = 2",
      "UPDATE audit_entries SET salt = NULL WHERE number = 2",
      "DELETE FROM audit_entries WHERE number = 2",
      "UPDATE audit_entries SET number = CASE number WHEN 2 THEN -3 ELSE -2 END WHERE number IN "
      "(2, 3)",
  };
  for (std::size_t i = 0; i < tampering.size(); ++i) {
    const TenantId each("ten_" + std::to_string(i + 10));
    for (int number = 1; number <= 4; ++number) record(number, each);
    ASSERT_EQ(fault(each), "");
    tamper(tampering[i] + " AND tenant_id = '" + each.text() + "'");
    tamper("UPDATE audit_entries SET number = -number WHERE number < 0");
    EXPECT_TRUE(fault(each).starts_with("entry 2: ")) << tampering[i] << " gave " << fault(each);
  }
  for (int number = 1; number <= 3; ++number) record(number);
  tamper("DELETE FROM audit_entries WHERE tenant_id = 'ten_1' AND number = 3");
  EXPECT_EQ(fault(), "entry 3: is missing at the end of the chain");
}

TEST_P(AuditTest, stays_whole_when_what_names_a_person_is_erased) {
  for (int number = 1; number <= 3; ++number) record(number);
  tamper("UPDATE audit_entries SET details = NULL, salt = NULL WHERE number = 2");
  EXPECT_EQ(fault(), "");
  const auto entries = read([&](db::Transaction& tx) { return audit_.entries(tx, tenant); });
  EXPECT_TRUE(entries.at(1).after.is_null());
  EXPECT_EQ(entries.at(1).object, "thing_2");
}

TEST_P(AuditTest, a_change_that_is_undone_leaves_no_entry_and_no_gap) {
  record(1);
  const auto failed = database_->write([&](db::Transaction& tx) -> Result<bool> {
    TRY(audit_.record(tx, tenant, Actor::system("test"), "a", "b", nullptr, nullptr,
                      CorrelationId("cor_1")));
    return failure(ErrorCode::Invalid, "no");
  });
  EXPECT_FALSE(failed.has_value());
  record(2);
  EXPECT_EQ(fault(), "");
}

INSTANTIATE_TEST_SUITE_P(Stores, AuditTest, ::testing::ValuesIn(one_of_each_engine()), store_name);

class AuditRace : public AuditTest {};

TEST_P(AuditRace, writers_of_one_tenant_do_not_fork_the_chain) {
  constexpr int writers = 8;
  constexpr int entries_each = 25;
  std::vector<std::jthread> threads;
  for (int i = 0; i < writers; ++i) {
    threads.emplace_back([this] {
      for (int number = 1; number <= entries_each; ++number) record(number);
    });
  }
  threads.clear();
  EXPECT_EQ(fault(), "");
  const auto entries = read([&](db::Transaction& tx) { return audit_.entries(tx, tenant); });
  EXPECT_EQ(entries.size(), std::size_t{writers * entries_each});
}

INSTANTIATE_TEST_SUITE_P(Stores, AuditRace, ::testing::ValuesIn(one_shared_of_each_engine()),
                         store_name);

}  // namespace
}  // namespace callwright::access
