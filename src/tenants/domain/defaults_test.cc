#include "tenants/domain/defaults.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "language/service_kinds.h"

namespace callwright::tenants {
namespace {

const FaqEntry* find_topic(const std::vector<FaqEntry>& faq, language::FaqTopic topic) {
  const auto found = std::ranges::find(faq, topic, &FaqEntry::topic);
  return found == faq.end() ? nullptr : &*found;
}

TEST(DefaultServices, are_the_kinds_of_work_of_the_trade_and_a_general_visit) {
  for (const auto trade : {language::Trade::Plumbing, language::Trade::Electrical,
                           language::Trade::Hvac, language::Trade::General}) {
    const auto services = default_services(trade);
    EXPECT_TRUE(std::ranges::any_of(
        services, [](const Service& service) { return service.id.text() == "general"; }));
    for (const Service& service : services) {
      const language::ServiceKind* kind = language::find_service_kind(service.id.text());
      ASSERT_NE(kind, nullptr) << service.id.text();
      EXPECT_TRUE(kind->trade == trade || kind->trade == language::Trade::General);
      EXPECT_GE(service.duration, Minutes(60));
    }
  }
}

TEST(DefaultFaq, says_the_hours_as_people_say_them) {
  Tenant tenant{.id = TenantId("ten_1"), .hours = default_hours()};
  tenant.hours[5] = {{Minutes(9 * 60), Minutes(12 * 60 + 30)}};
  const auto faq = default_faq(tenant);
  const FaqEntry* entry = find_topic(faq, language::FaqTopic::Hours);
  ASSERT_NE(entry, nullptr);
  EXPECT_EQ(entry->answer,
            "We are open Monday to Friday from 8 AM to 5 PM and Saturday from 9 AM to 12:30 PM.");
  EXPECT_EQ(entry->answer_spanish,
            "Abrimos lunes a viernes de 8 AM a 5 PM y sábado de 9 AM a 12:30 PM.");
}

TEST(DefaultFaq, leaves_out_what_the_settings_do_not_say) {
  const Tenant tenant{.id = TenantId("ten_1")};
  EXPECT_TRUE(default_faq(tenant).empty());
}

TEST(DefaultFaq, tells_prices_and_places_that_the_settings_name) {
  Tenant tenant{.id = TenantId("ten_1")};
  tenant.services = {{.id = ServiceId("a"), .name = "drain cleaning", .price_from = Money{9950}},
                     {.id = ServiceId("b"), .name = "leak repair", .price_from = Money{12000}},
                     {.id = ServiceId("c"), .name = "an estimate"}};
  tenant.area.cities = {"Olathe", "Lenexa", "Shawnee"};
  const auto faq = default_faq(tenant);
  EXPECT_EQ(find_topic(faq, language::FaqTopic::Price)->answer,
            "Our prices start like this: drain cleaning from $99.50 and leak repair from $120.");
  EXPECT_EQ(find_topic(faq, language::FaqTopic::ServiceArea)->answer,
            "We serve Olathe, Lenexa and Shawnee.");
}

TEST(Slug, holds_only_what_is_safe_in_files_and_addresses) {
  EXPECT_EQ(slug_from("Prairie Plumbing & Sons"), "prairie-plumbing-sons");
  EXPECT_EQ(slug_from("  Joe's 24/7 HVAC!"), "joes-24-7-hvac");
  EXPECT_EQ(slug_from("Drain cleaning", '_'), "drain_cleaning");
  EXPECT_EQ(slug_from("水"), "");
}

}  // namespace
}  // namespace callwright::tenants
