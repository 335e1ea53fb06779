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

TEST_P(AuditTest, names_the_first_entry_that_was_edited_removed_or_put_elsewhere) {
  const std::vector<std::string> tampering = {
      "UPDATE audit_entries SET actor = 'owner:x' WHERE number = 2",
      "UPDATE audit_entries SET action = 'thing.kept' WHERE number = 2",
      "UPDATE audit_entries SET object = 'thing_9' WHERE number = 2",
      "UPDATE audit_entries SET correlation = 'cor_9' WHERE number = 2",
      "UPDATE audit_entries SET at = at + 1 WHERE number = 2",
      "UPDATE audit_entries SET details = '{\"before\":1,\"after\":9}' WHERE number = 2",
      "UPDATE audit_entries SET salt = 'salt_9' WHERE number = 2",
      "UPDATE audit_entries SET salt = NULL WHERE number = 2",
      "UPDATE audit_entries SET commitment = hash WHERE number = 2",
      "UPDATE audit_entries SET hash = commitment WHERE number = 2",
      "UPDATE audit_entries SET actor = 'owner:x' WHERE number >= 2",
      "DELETE FROM audit_entries WHERE number = 2",
      "DELETE FROM audit_entries WHERE number IN (2, 3)",
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
}

TEST_P(AuditTest, names_the_end_where_the_newest_entries_or_the_head_were_cut_off) {
  const std::pair<std::string, std::string_view> cuts[] = {
      {"DELETE FROM audit_entries WHERE number = 3", "entry 3: is missing"},
      {"DELETE FROM audit_entries WHERE number >= 2", "entry 2: is missing"},
      {"DELETE FROM audit_entries WHERE number >= 1", "entry 1: is missing"},
      {"DELETE FROM audit_heads WHERE number = 3", "entry 4: is missing"},
      {"UPDATE audit_heads SET number = 2 WHERE number = 3", "entry 4: is missing"},
      {"UPDATE audit_heads SET hash = '' WHERE number = 3", "entry 4: is missing"},
  };
  for (std::size_t i = 0; i < std::size(cuts); ++i) {
    const TenantId each("ten_" + std::to_string(i + 50));
    for (int number = 1; number <= 3; ++number) record(number, each);
    tamper(cuts[i].first + " AND tenant_id = '" + each.text() + "'");
    EXPECT_TRUE(fault(each).starts_with(cuts[i].second)) << cuts[i].first << ": " << fault(each);
  }
}

// Exchanges what the condition names between the two tenants.
TEST_P(AuditTest, no_entry_holds_in_the_chain_of_another_tenant) {
  const auto exchange = [&](const std::string& table, const std::string& condition) {
    for (const auto& [from, to] :
         {std::pair("ten_1", "ten_x"), std::pair("ten_2", "ten_1"), std::pair("ten_x", "ten_2")}) {
      tamper("UPDATE " + table + " SET tenant_id = '" + to + "' WHERE tenant_id = '" + from +
             "' AND " + condition);
    }
  };
  for (int number = 1; number <= 3; ++number) {
    record(number);
    record(number, other_tenant);
  }
  for (const int number : {1, 2, 3}) {
    const std::string condition = "number = " + std::to_string(number);
    exchange("audit_entries", condition);
    const std::string expected = "entry " + std::to_string(number) + ": its hash";
    EXPECT_TRUE(fault().starts_with(expected)) << fault();
    EXPECT_TRUE(fault(other_tenant).starts_with(expected)) << fault(other_tenant);
    exchange("audit_entries", condition);
    ASSERT_EQ(fault(), "");
  }
  exchange("audit_entries", "number > 0");
  exchange("audit_heads", "number > 0");
  EXPECT_TRUE(fault().starts_with("entry 1: its hash")) << fault();
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
