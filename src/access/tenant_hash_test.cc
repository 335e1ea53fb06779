// The hash that tests compare a tenant's rows by.
#include "support/tenant_hash.h"

#include "access/audit.h"
#include "support/store_test.h"

namespace callwright::access {
namespace {

const TenantId tenant("ten_1");
const TenantId other_tenant("ten_2");

class TenantHash : public tests::StoreTest {
 protected:
  std::string hash(const TenantId& of) {
    return read([&](db::Transaction& tx) { return tests::tenant_hash(tx, of); });
  }
  void record(const TenantId& of, std::string_view what) {
    write([&](db::Transaction& tx) -> Result<bool> {
      TRY(audit_.record(tx, of, Actor::system("test"), what, "thing_1", nullptr, 1,
                        CorrelationId("cor_1")));
      return true;
    });
  }

  ManualClock clock_{parse_iso8601("2026-03-10T15:00:00Z").value()};
  SeededRandom random_{1};
  Ids ids_{clock_, random_};
  Audit audit_{clock_, ids_};
};

TEST_P(TenantHash, changes_with_the_tenants_own_rows_and_no_others) {
  const std::string empty = hash(tenant);
  EXPECT_EQ(hash(other_tenant), empty);
  record(tenant, "thing.made");
  const std::string one = hash(tenant);
  EXPECT_NE(one, empty);
  record(other_tenant, "thing.made");
  EXPECT_EQ(hash(tenant), one);
  record(tenant, "thing.changed");
  EXPECT_NE(hash(tenant), one);
}

// The same on every engine, whatever order its rows and columns are told in.
TEST_P(TenantHash, is_that_of_the_rows_and_not_of_the_engine) {
  record(tenant, "thing.made");
  record(tenant, "thing.changed");
  tests::TestDatabase another(tests::Store::SqliteInMemory);
  ASSERT_TRUE(db::migrate(*another));
  ManualClock clock(clock_.now());
  SeededRandom random(1);
  Ids ids(clock, random);
  const Audit audit(clock, ids);
  const auto copied = another->write([&](db::Transaction& tx) -> Result<std::string> {
    for (const std::string_view what : {"thing.made", "thing.changed"}) {
      TRY(audit.record(tx, tenant, Actor::system("test"), what, "thing_1", nullptr, 1,
                       CorrelationId("cor_1")));
    }
    return tests::tenant_hash(tx, tenant);
  });
  ASSERT_TRUE(copied) << copied.error().message;
  EXPECT_EQ(*copied, hash(tenant));
}

INSTANTIATE_TEST_SUITE_P(Stores, TenantHash, ::testing::ValuesIn(tests::one_of_each_engine()),
                         tests::store_name);

}  // namespace
}  // namespace callwright::access
