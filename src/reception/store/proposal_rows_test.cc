#include "reception/store/proposal_rows.h"

#include "support/store_test.h"

namespace callwright::reception::store {
namespace {

class ProposalRowsTest : public tests::StoreTest {
 protected:
  bool add(const TenantId& tenant, Instant at) {
    return write([&](db::Transaction& tx) {
      return add_proposal(tx, tenant, "CA1/3", at,
                          {.question = "name", .provider = "openai", .outcome = "unanswered"});
    });
  }
  std::optional<ProposalRow> take(const TenantId& tenant) {
    return write([&](db::Transaction& tx) { return take_proposal(tx, tenant, "CA1/3"); });
  }
  bool count(const TenantId& tenant, std::string_view day) {
    return write([&](db::Transaction& tx) { return count_proposal(tx, tenant, day, 2); });
  }

  const TenantId tenant_{"ten_a"};
  const TenantId other_tenant_{"ten_b"};
  const Instant now_ = from_ms(1'800'000'000'000);
};

TEST_P(ProposalRowsTest, one_event_is_asked_about_once) {
  EXPECT_TRUE(add(tenant_, now_));
  EXPECT_FALSE(add(tenant_, now_));
  EXPECT_TRUE(add(other_tenant_, now_));
}

TEST_P(ProposalRowsTest, the_answer_is_taken_once_and_only_by_its_tenant) {
  add(tenant_, now_);
  EXPECT_EQ(take(tenant_)->outcome, "unanswered");
  EXPECT_TRUE(database_->write([&](db::Transaction& tx) {
    return settle_proposal(tx, tenant_, "CA1/3",
                           {.outcome = "proposed", .answer = "{}", .latency_ms = 40});
  }));
  EXPECT_FALSE(take(other_tenant_));
  const auto taken = take(tenant_);
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->question, "name");
  EXPECT_EQ(taken->answer, "{}");
  EXPECT_EQ(taken->latency_ms, 40);
  EXPECT_EQ(take(tenant_)->answer, "");
}

TEST_P(ProposalRowsTest, the_cap_is_the_tenants_and_the_days) {
  EXPECT_TRUE(count(tenant_, "2026-03-09"));
  EXPECT_TRUE(count(tenant_, "2026-03-09"));
  EXPECT_FALSE(count(tenant_, "2026-03-09"));
  EXPECT_TRUE(count(other_tenant_, "2026-03-09"));
  EXPECT_TRUE(count(tenant_, "2026-03-10"));
}

TEST_P(ProposalRowsTest, what_is_old_is_forgotten_for_one_tenant) {
  add(tenant_, now_ - Seconds(1));
  add(other_tenant_, now_ - Seconds(1));
  count(tenant_, "2026-03-09");
  EXPECT_TRUE(database_->write(
      [&](db::Transaction& tx) { return forget_proposals(tx, tenant_, now_, "2026-03-10"); }));
  EXPECT_FALSE(take(tenant_));
  EXPECT_TRUE(take(other_tenant_));
  const auto days =
      read([](db::Transaction& tx) { return tx.query("SELECT day FROM proposal_days"); });
  EXPECT_TRUE(days.empty());
}

INSTANTIATE_TEST_SUITE_P(Stores, ProposalRowsTest, testing::ValuesIn(tests::one_of_each_engine()),
                         tests::store_name);

}  // namespace
}  // namespace callwright::reception::store
