#include "tenants/tenant_directory.h"

#include <gtest/gtest.h>

#include "support/store_test.h"
#include "tenants/save_tenant.h"
#include "tenants/tenant_settings.h"

namespace callwright::tenants {
namespace {

using tests::one_of_each_engine;
using tests::store_name;
using tests::StoreTest;

const Instant now = parse_iso8601("2026-03-10T15:00:00Z").value();
const PhoneNumber number = PhoneNumber::parse("+15550100100").value();

Tenant tenant_of(const std::string& id, const std::string& members) {
  const Json document = Json::parse(R"({"zone": "UTC", )" + members + "}").value();
  std::vector<std::string> mistakes;
  ObjectReader reader(document, "", mistakes);
  Tenant tenant = read_settings(reader, TenantId(id));
  EXPECT_TRUE(mistakes.empty()) << mistakes.front();
  return tenant;
}

class TenantDirectoryTest : public StoreTest {
 protected:
  Saved save(const Tenant& tenant) {
    return write([&](db::Transaction& tx) { return save_tenant(tx, tenant, now); });
  }
  Result<TenantPtr> by_number(const PhoneNumber& called) {
    return database_->read([&](db::Transaction& tx) { return directory_.by_number(tx, called); });
  }

  TenantDirectory directory_;
};

TEST_P(TenantDirectoryTest, finds_a_tenant_by_number_id_and_slug) {
  save(tenant_of("ten_1", R"("name": "Prairie", "numbers": ["+15550100100", "+15550100101"])"));
  for (const std::string_view called : {"+15550100100", "+15550100101"}) {
    EXPECT_EQ(by_number(PhoneNumber::parse(called).value()).value()->name, "Prairie");
  }
  const TenantPtr by_id =
      read([&](db::Transaction& tx) { return directory_.by_id(tx, TenantId("ten_1")); });
  const TenantPtr by_slug =
      read([&](db::Transaction& tx) { return directory_.by_slug(tx, "prairie"); });
  EXPECT_EQ(by_id, by_slug);
  EXPECT_EQ(by_id, by_number(number).value());
  EXPECT_EQ(read([&](db::Transaction& tx) { return directory_.all(tx); }).size(), 1U);
}

TEST_P(TenantDirectoryTest, says_not_found_for_what_is_not_there) {
  EXPECT_EQ(by_number(number).error().code, ErrorCode::NotFound);
  const auto by_id =
      database_->read([&](db::Transaction& tx) { return directory_.by_id(tx, TenantId("ten_1")); });
  EXPECT_EQ(by_id.error().code, ErrorCode::NotFound);
}

TEST_P(TenantDirectoryTest, sees_a_changed_document_at_the_next_look) {
  save(tenant_of("ten_1", R"("name": "Prairie", "numbers": ["+15550100100"])"));
  const TenantPtr before = by_number(number).value();
  EXPECT_EQ(by_number(number).value(), before);
  EXPECT_EQ(save(tenant_of("ten_1",
                           R"("name": "Prairie", "numbers": ["+15550100101"], "sandbox": true)")),
            Saved::Changed);
  EXPECT_EQ(by_number(number).error().code, ErrorCode::NotFound);
  EXPECT_TRUE(by_number(PhoneNumber::parse("+15550100101").value()).value()->sandbox);
  EXPECT_FALSE(before->sandbox);
}

TEST_P(TenantDirectoryTest, does_not_keep_what_was_rolled_back) {
  const Tenant first = tenant_of("ten_1", R"("name": "Prairie", "numbers": ["+15550100100"])");
  save(first);
  Tenant undone = first;
  undone.sandbox = true;
  undone.settings_hash = hash_settings(undone);
  const auto failed = database_->write([&](db::Transaction& tx) -> Result<TenantPtr> {
    TRY(save_tenant(tx, undone, now));
    TRY_ASSIGN(const TenantPtr seen, directory_.by_id(tx, first.id));
    EXPECT_TRUE(seen->sandbox);
    return failure(ErrorCode::Invalid, "no");
  });
  EXPECT_FALSE(failed.has_value());
  EXPECT_FALSE(by_number(number).value()->sandbox);
}

TEST_P(TenantDirectoryTest, remembers_who_a_number_led_to_without_the_database) {
  EXPECT_EQ(directory_.recently_seen(number), nullptr);
  save(tenant_of("ten_1", R"("name": "Prairie", "numbers": ["+15550100100"])"));
  const TenantPtr seen = by_number(number).value();
  EXPECT_EQ(directory_.recently_seen(number), seen);
}

TEST_P(TenantDirectoryTest, saving_the_same_settings_again_changes_nothing) {
  const Tenant tenant = tenant_of("ten_1", R"("name": "Prairie", "numbers": ["+15550100100"])");
  EXPECT_EQ(save(tenant), Saved::Created);
  EXPECT_EQ(save(tenant), Saved::Unchanged);
}

TEST_P(TenantDirectoryTest, a_number_leads_to_one_tenant) {
  save(tenant_of("ten_1", R"("name": "Prairie", "numbers": ["+15550100100"])"));
  const Tenant second =
      tenant_of("ten_2", R"("name": "Cedar", "numbers": ["+15550100102", "+15550100100"])");
  const auto refused =
      database_->write([&](db::Transaction& tx) { return save_tenant(tx, second, now); });
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
  EXPECT_EQ(refused.error().message, "numbers[1]: belongs to another business");
  EXPECT_EQ(by_number(number).value()->name, "Prairie");
  EXPECT_EQ(by_number(PhoneNumber::parse("+15550100102").value()).error().code,
            ErrorCode::NotFound);
}

INSTANTIATE_TEST_SUITE_P(Stores, TenantDirectoryTest, ::testing::ValuesIn(one_of_each_engine()),
                         store_name);

}  // namespace
}  // namespace callwright::tenants
