#include "customers/customer_book.h"

#include <gtest/gtest.h>

#include "support/store_test.h"

namespace callwright::customers {
namespace {

using tests::one_of_each_engine;
using tests::store_name;
using tests::StoreTest;

const TenantId tenant("ten_1");
const access::Actor somebody = access::Actor::system("test");
const CorrelationId correlation("cor_1");

PhoneNumber phone(std::string_view text) {
  return PhoneNumber::parse(text).value();
}

const PhoneNumber first_phone = phone("+15550100130");
const PhoneNumber second_phone = phone("+15550100131");
const Address oak{
    .street = "1204 Oak St.", .unit = "", .city = "Springfield", .state = "KS", .zip = "66101"};
const Address elm{
    .street = "9 Elm Road", .unit = "", .city = "Springfield", .state = "KS", .zip = "66101"};

class CustomerBookTest : public StoreTest {
 protected:
  CustomerId remember(const CustomerFacts& facts, const TenantId& of = tenant) {
    return write(
        [&](db::Transaction& tx) { return book_.remember(tx, of, facts, somebody, correlation); });
  }
  CustomerId enter(const Customer& customer) {
    return write([&](db::Transaction& tx) {
      return book_.enter(tx, tenant, customer, somebody, correlation);
    });
  }
  Customer customer(const CustomerId& id) {
    return read([&](db::Transaction& tx) { return book_.find(tx, tenant, id); }).value();
  }
  std::vector<std::string> actions() {
    std::vector<std::string> found;
    for (const auto& entry :
         read([&](db::Transaction& tx) { return audit_.entries(tx, tenant); })) {
      found.push_back(entry.action);
    }
    return found;
  }

  ManualClock clock_{parse_iso8601("2026-03-10T15:00:00Z").value()};
  SeededRandom random_{1};
  Ids ids_{clock_, random_};
  access::Audit audit_{clock_, ids_};
  CustomerBook book_{clock_, ids_, audit_};
};

TEST_P(CustomerBookTest, finds_a_person_again_by_phone_and_then_by_email) {
  const CustomerId pat =
      remember({.name = "Pat", .phone = first_phone, .email = "Pat@Example.com"});
  EXPECT_EQ(remember({.phone = first_phone}), pat);
  EXPECT_EQ(remember({.email = "pat@example.com "}), pat);
  EXPECT_NE(remember({.name = "Pat", .phone = second_phone}), pat);
  const auto found =
      read([&](db::Transaction& tx) { return book_.find_by_phone(tx, tenant, first_phone); });
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->id, pat);
  EXPECT_EQ(found->emails, std::vector<std::string>{"pat@example.com"});
}

TEST_P(CustomerBookTest, the_phone_counts_for_more_than_the_email) {
  const CustomerId pat = remember({.name = "Pat", .phone = first_phone});
  const CustomerId office = remember({.name = "Office", .email = "all@example.com"});
  EXPECT_EQ(remember({.phone = first_phone, .email = "all@example.com"}), pat);
  EXPECT_TRUE(customer(pat).emails.empty());
  EXPECT_EQ(customer(office).emails.size(), 1U);
}

TEST_P(CustomerBookTest, a_known_name_is_not_overwritten_but_an_unknown_one_is_learnt) {
  const CustomerId pat = remember({.phone = first_phone});
  EXPECT_EQ(customer(pat).name, "");
  remember({.name = "Pat", .phone = first_phone});
  remember({.name = "Somebody else", .phone = first_phone});
  EXPECT_EQ(customer(pat).name, "Pat");
}

TEST_P(CustomerBookTest, the_address_used_last_comes_first_however_it_is_written) {
  const CustomerId pat = remember({.phone = first_phone, .address = oak});
  remember({.phone = first_phone, .address = elm});
  EXPECT_EQ(customer(pat).addresses, (std::vector<Address>{elm, oak}));
  Address oak_again = oak;
  oak_again.street = "1204  oak st";
  remember({.phone = first_phone, .address = oak_again});
  EXPECT_EQ(customer(pat).addresses, (std::vector<Address>{oak, elm}));
}

TEST_P(CustomerBookTest, remembering_the_same_twice_changes_nothing) {
  const CustomerFacts facts{
      .name = "Pat", .phone = first_phone, .email = "p@example.com", .address = oak};
  const CustomerId pat = remember(facts);
  const Customer once = customer(pat);
  remember(facts);
  EXPECT_EQ(customer(pat), once);
  EXPECT_EQ(actions(), std::vector<std::string>{"customer.created"});
}

TEST_P(CustomerBookTest, every_change_is_in_the_audit_with_before_and_after) {
  const CustomerId pat = remember({.phone = first_phone});
  remember({.name = "Pat", .phone = first_phone});
  const auto entries = read([&](db::Transaction& tx) { return audit_.entries(tx, tenant); });
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[1].action, "customer.changed");
  EXPECT_EQ(entries[1].object, pat.text());
  EXPECT_EQ(entries[1].before["name"], Json(""));
  EXPECT_EQ(entries[1].after["name"], Json("Pat"));
}

TEST_P(CustomerBookTest, tenants_know_nothing_of_each_others_customers) {
  const CustomerId pat = remember({.name = "Pat", .phone = first_phone});
  const TenantId other("ten_2");
  const auto stranger =
      read([&](db::Transaction& tx) { return book_.find_by_phone(tx, other, first_phone); });
  EXPECT_FALSE(stranger.has_value());
  EXPECT_NE(remember({.phone = first_phone}, other), pat);
  EXPECT_EQ(read([&](db::Transaction& tx) { return book_.all(tx, tenant); }).size(), 1U);
}

TEST_P(CustomerBookTest, what_the_owner_enters_corrects_the_name_and_adds_the_rest) {
  const CustomerId pat = remember({.name = "Pad", .phone = first_phone, .address = oak});
  const Customer written{.id = CustomerId("cus_written"),
                         .name = "Pat Example",
                         .phones = {second_phone, first_phone},
                         .emails = {"p@example.com"},
                         .addresses = {elm},
                         .notes = "Ring twice."};
  EXPECT_EQ(enter(written), pat);
  const Customer now = customer(pat);
  EXPECT_EQ(now.name, "Pat Example");
  EXPECT_EQ(now.phones, (std::vector<PhoneNumber>{first_phone, second_phone}));
  EXPECT_EQ(now.addresses, (std::vector<Address>{oak, elm}));
  EXPECT_EQ(now.notes, "Ring twice.");
  enter(written);
  EXPECT_EQ(customer(pat), now);
  EXPECT_EQ(actions().size(), 2U);
}

TEST_P(CustomerBookTest, all_gives_everyone_whole) {
  remember({.name = "Pat", .phone = first_phone, .email = "p@example.com", .address = oak});
  clock_.advance(Milliseconds(1));
  remember({.name = "Sam"});
  const auto everyone = read([&](db::Transaction& tx) { return book_.all(tx, tenant); });
  ASSERT_EQ(everyone.size(), 2U);
  for (const Customer& one : everyone) EXPECT_EQ(one, customer(one.id));
}

INSTANTIATE_TEST_SUITE_P(Stores, CustomerBookTest, ::testing::ValuesIn(one_of_each_engine()),
                         store_name);

TEST(OneLine, gives_what_is_known_in_the_order_it_is_written) {
  EXPECT_EQ(one_line(oak), "1204 Oak St., Springfield, KS 66101");
  EXPECT_EQ(
      one_line({.street = "9 Elm Road", .unit = "Apt 3", .city = "", .state = "", .zip = "66101"}),
      "9 Elm Road, Apt 3, 66101");
  EXPECT_EQ(one_line({}), "");
}

}  // namespace
}  // namespace callwright::customers
