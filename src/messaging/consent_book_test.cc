#include "messaging/consent_book.h"

#include "platform/clock/random.h"
#include "support/store_test.h"

namespace callwright::messaging {
namespace {

class ConsentBookTest : public tests::StoreTest {
 protected:
  bool set(Consent consent, const TenantId& tenant) {
    return write([&](db::Transaction& tx) {
      return book_.set(tx, tenant, number_, consent, access::Actor::caller(ConversationId("cnv_1")),
                       CorrelationId("cor_1"));
    });
  }
  Consent of(const TenantId& tenant) {
    return read([&](db::Transaction& tx) { return book_.of(tx, tenant, number_); });
  }
  std::vector<access::AuditEntry> entries() {
    return read([&](db::Transaction& tx) { return audit_.entries(tx, tenant_); });
  }

  const TenantId tenant_{"ten_a"};
  const TenantId other_tenant_{"ten_b"};
  const PhoneNumber number_ = *PhoneNumber::parse("+15550100120");
  ManualClock clock_{from_ms(1'800'000'000'000)};
  SeededRandom random_{1};
  Ids ids_{clock_, random_};
  access::Audit audit_{clock_, ids_};
  ConsentBook book_{clock_, audit_};
};

TEST_P(ConsentBookTest, who_never_said_anything_may_be_texted) {
  EXPECT_EQ(of(tenant_), Consent::OptedIn);
  EXPECT_TRUE(read([&](db::Transaction& tx) { return book_.all(tx, tenant_); }).empty());
}

TEST_P(ConsentBookTest, opting_out_holds_for_one_business_until_the_person_opts_in) {
  EXPECT_TRUE(set(Consent::OptedOut, tenant_));
  EXPECT_FALSE(set(Consent::OptedOut, tenant_));
  EXPECT_EQ(of(tenant_), Consent::OptedOut);
  EXPECT_EQ(of(other_tenant_), Consent::OptedIn);
  EXPECT_TRUE(set(Consent::OptedIn, tenant_));
  EXPECT_EQ(of(tenant_), Consent::OptedIn);
}

TEST_P(ConsentBookTest, a_first_opt_in_changes_nothing_but_is_kept) {
  EXPECT_FALSE(set(Consent::OptedIn, tenant_));
  const auto all = read([&](db::Transaction& tx) { return book_.all(tx, tenant_); });
  EXPECT_EQ(all, (std::map<std::string, Consent>{{"+15550100120", Consent::OptedIn}}));
}

TEST_P(ConsentBookTest, every_change_names_its_actor_and_no_whole_number_outside_the_details) {
  set(Consent::OptedOut, tenant_);
  set(Consent::OptedOut, tenant_);
  const auto audited = entries();
  ASSERT_EQ(audited.size(), 1u);
  EXPECT_EQ(audited[0].actor, "caller:cnv_1");
  EXPECT_EQ(audited[0].action, "consent.changed");
  EXPECT_EQ(audited[0].object.find("5550100120"), std::string::npos);
  EXPECT_TRUE(audited[0].before["consent"].is_null());
  EXPECT_EQ(audited[0].after.string_or("consent", ""), "opted_out");
}

INSTANTIATE_TEST_SUITE_P(Stores, ConsentBookTest, testing::ValuesIn(tests::one_of_each_engine()),
                         tests::store_name);

}  // namespace
}  // namespace callwright::messaging
