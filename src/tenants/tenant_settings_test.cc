#include "tenants/tenant_settings.h"

#include <gtest/gtest.h>

#include "tenants/pin.h"
#include "tenants/settings_words.h"

namespace callwright::tenants {
namespace {

const TenantId id("ten_1");

struct Reading {
  Tenant tenant;
  std::vector<std::string> mistakes;
};

Reading read(std::string_view text) {
  const Json document = Json::parse(text).value();
  std::vector<std::string> mistakes;
  ObjectReader reader(document, "", mistakes);
  Tenant tenant = read_settings(reader, id);
  reader.refuse_unknown();
  return {.tenant = std::move(tenant), .mistakes = std::move(mistakes)};
}

// A minimal document with some more members.
Reading read_with(std::string_view members) {
  return read(
      R"({"name": "Prairie Plumbing", "zone": "America/Chicago", "numbers": ["+15550100100"])" +
      std::string(members.empty() ? "" : ", ") + std::string(members) + "}");
}

TEST(Settings, need_only_a_name_a_zone_and_a_number) {
  const Reading reading = read_with("");
  EXPECT_TRUE(reading.mistakes.empty()) << reading.mistakes.front();
  EXPECT_EQ(reading.tenant.slug, "prairie-plumbing");
  EXPECT_EQ(reading.tenant.hours[0].size(), 1U);
  EXPECT_TRUE(reading.tenant.hours[6].empty());
  EXPECT_EQ(reading.tenant.technicians.size(), 1U);
  EXPECT_FALSE(reading.tenant.services.empty());
  EXPECT_FALSE(reading.tenant.faq.empty());
  EXPECT_FALSE(reading.tenant.sandbox);
}

TEST(Settings, list_every_mistake_with_its_path) {
  const Reading reading = read(R"({
    "name": "", "zone": "America/Nowhere", "numbers": ["anonymous", 7], "colour": "blue",
    "hours": {"mon": ["17:00-08:00", "8-9", "08:00-10:00", "09:00-11:00"], "someday": []},
    "holidays": [{"date": "2026-02-30"}, {"date": "2026-07-04"}, {"date": "2026-07-04"}],
    "technicians": [{"id": "a b", "name": "A"}, {"name": "B"}, {"name": "b"}],
    "services": [{"id": "x", "name": "x", "duration_minutes": 0},
                 {"name": "y", "price_from_cents": 1.5}],
    "area": {"zips": ["1234", "66101", "*"]},
    "policies": {"after_hours": "sleep", "lockdown": "no"},
    "owner": {"pin": "12x4", "email": "nobody"},
    "on_call": [{"name": "Nobody"}],
    "faq": [{"topic": "weather", "answer": "Sunny."}, {"topic": "hours"}]
  })");
  const std::vector<std::string> expected = {
      "name: must not be empty",
      "zone: is not in the IANA time zone database",
      "numbers[0]: must be a phone number, such as +15550100120",
      "numbers[1]: must be a phone number, such as +15550100120",
      "numbers: must hold at least one number",
      "hours.mon[0]: closes before it opens",
      "hours.mon[1]: must look like \"08:00-17:00\"",
      "hours.mon[3]: begins before the range before it ends",
      "hours.someday: is not known here; known are fri, mon, sat, sun, thu, tue, wed",
      "holidays[0].date: must look like \"2026-07-04\"",
      "holidays[2].date: is listed twice",
      "technicians[0].id: may hold letters, digits, '_', '-' and '.' only",
      "technicians[2].id: is used twice",
      "services[0].duration_minutes: must be a whole number from 5 to 1440",
      "services[1].price_from_cents: must be a whole number from 0 to 100000000",
      "area.zips[0]: must be five digits, or a prefix such as \"661*\"",
      "area.zips[2]: must be five digits, or a prefix such as \"661*\"",
      "policies.after_hours: must be one of book, callback, voicemail",
      "policies.lockdown: must be true or false",
      "owner.email: must be an e-mail address",
      "owner.pin: must be four to eight digits",
      "on_call[0]: needs a phone or an email to be reached at",
      "faq[0].topic: must be one of hours, price, service_area, services, payment, "
      "license_insurance, warranty, eta, location",
      "faq[1].answer: is required",
  };
  ASSERT_EQ(reading.mistakes.size(), expected.size() + 1);
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(reading.mistakes[i], expected[i]);
  EXPECT_TRUE(reading.mistakes.back().starts_with("colour: is not known here; known are area, "));
}

TEST(Settings, never_repeat_a_wrong_value_of_a_person) {
  for (const std::string& mistake :
       read_with(
           R"("owner": {"phone": "call me maybe", "email": "private at home", "pin": "secret"})")
           .mistakes) {
    for (const std::string_view value : {"maybe", "private", "secret"}) {
      EXPECT_EQ(mistake.find(value), std::string::npos) << mistake;
    }
  }
}

TEST(Settings, that_are_written_and_read_again_are_the_same) {
  const Reading reading = read_with(R"(
    "slug": "prairie", "trade": "plumbing", "languages": ["es", "en"],
    "numbers_note_is_not_known": null)");
  EXPECT_EQ(reading.mistakes.size(), 1U);

  const Tenant tenant = read_with(R"(
    "slug": "prairie", "trade": "plumbing", "languages": ["es", "en"],
    "hours": {"mon": ["08:00-12:00", "13:00-24:00"]},
    "holidays": [{"date": "2026-07-04", "name": "Independence Day", "hours": ["09:00-10:00"]}],
    "technicians": [{"id": "T1", "name": "Sam", "skills": ["gas"], "phone": "(555) 010-0101",
                     "hours": {"tue": ["06:00-10:00"]}, "active": false}],
    "services": [{"name": "Gas line", "skills": ["gas"], "price_from_cents": 9900,
                  "duration_minutes": 45, "buffer_before_minutes": 10, "buffer_after_minutes": 15}],
    "area": {"zips": ["661*"], "cities": ["Olathe"]},
    "policies": {"after_hours": "voicemail", "booking_notice_minutes": 30, "lockdown": true,
                 "emergency_visits_any_hour": true},
    "subscription": {"state": "past_due", "plan": "growth"},
    "owner": {"name": "Ann", "phone": "+15550100102", "email": "Ann@Example.com", "pin": "2468"},
    "on_call": [{"name": "Ben", "phone": "+15550100103", "pin": "13579"}],
    "faq": [{"topic": "payment", "answer": "Cards and cash.", "answer_es": "Tarjetas y efectivo."}],
    "emergency_phrases": ["the bubbler is dry"], "not_emergency_phrases": ["fire drill"],
    "sandbox": true)")
                            .tenant;
  const Json stored = settings_to_json(tenant, SettingsForm::Stored);
  const Tenant again = read_stored_settings(stored, id).value();
  EXPECT_EQ(settings_to_json(again, SettingsForm::Stored).dump(), stored.dump());
  EXPECT_EQ(again.settings_hash, tenant.settings_hash);
  EXPECT_EQ(again.owner.email, "ann@example.com");
  EXPECT_EQ(again.technicians[0].phone->e164(), "+15550100101");
  EXPECT_EQ(again.services[0].id.text(), "gas_line");
  EXPECT_TRUE(pin_matches(id, again.owner, "2468"));
  EXPECT_TRUE(pin_matches(id, again.on_call[0], "13579"));
  EXPECT_FALSE(pin_matches(id, again.on_call[0], "2468"));

  std::vector<std::string> mistakes;
  const Json written = settings_to_json(tenant, SettingsForm::Written);
  ObjectReader reader(written, "", mistakes);
  Tenant rewritten = read_settings(reader, id);
  EXPECT_TRUE(mistakes.empty()) << mistakes.front();
  keep_unmentioned_pins(rewritten, tenant, written);
  EXPECT_EQ(hash_settings(rewritten), tenant.settings_hash);
}

TEST(Settings, show_no_trace_of_a_pin_when_written) {
  const Tenant tenant = read_with(R"("owner": {"name": "Ann", "pin": "2468"})").tenant;
  const std::string written = settings_to_json(tenant, SettingsForm::Written).dump();
  EXPECT_EQ(written.find("pin"), std::string::npos);
  EXPECT_EQ(written.find(tenant.owner.pin_sha256), std::string::npos);
}

TEST(Settings, forget_a_pin_only_when_told) {
  const Tenant current = read_with(R"("owner": {"name": "Ann", "pin": "2468"})").tenant;
  const auto replaced = [&](std::string_view members) {
    const Json document = Json::parse("{" + std::string(members) + "}").value();
    Tenant tenant = read_with(members).tenant;
    keep_unmentioned_pins(tenant, current, document);
    return tenant;
  };
  EXPECT_TRUE(pin_matches(id, replaced(R"("owner": {"name": "Ann"})").owner, "2468"));
  EXPECT_FALSE(pin_matches(id, replaced(R"("owner": {"name": "Ann", "pin": ""})").owner, "2468"));
  EXPECT_FALSE(pin_matches(id, replaced(R"("owner": {"name": "Bob"})").owner, "2468"));
}

TEST(Settings, answer_from_hours_until_the_owner_answers_and_follow_them_when_they_change) {
  const Tenant derived = read_with(R"("hours": {"mon": ["08:00-17:00"]})").tenant;
  Json written = settings_to_json(derived, SettingsForm::Written);
  EXPECT_TRUE(written["faq"].as_array()->empty());

  const Tenant owned = read_with(R"("faq": [{"topic": "hours", "answer": "Any time."}])").tenant;
  EXPECT_EQ(owned.faq.front().answer, "Any time.");
}

TEST(SettingsHash, changes_with_any_setting_and_not_with_the_way_it_is_written) {
  const std::string hash = read_with("").tenant.settings_hash;
  EXPECT_EQ(read_with(R"("sandbox": false, "languages": ["en"])").tenant.settings_hash, hash);
  EXPECT_NE(read_with(R"("sandbox": true)").tenant.settings_hash, hash);
  EXPECT_NE(read_with(R"("owner": {"pin": "2468"})").tenant.settings_hash, hash);
}

TEST(SettingsWords, are_those_of_the_rules) {
  for (std::size_t i = 0; i < trade_words.size(); ++i) {
    EXPECT_EQ(trade_words[i], language::to_string(static_cast<language::Trade>(i)));
  }
  for (std::size_t i = 0; i < faq_topic_words.size(); ++i) {
    EXPECT_EQ(faq_topic_words[i], language::to_string(static_cast<language::FaqTopic>(i)));
  }
  for (std::size_t i = 0; i < language_words.size(); ++i) {
    EXPECT_EQ(language_words[i], language::to_string(static_cast<language::Language>(i)));
  }
  for (std::size_t i = 0; i < after_hours_words.size(); ++i) {
    EXPECT_EQ(after_hours_words[i], to_string(static_cast<AfterHours>(i)));
  }
  for (std::size_t i = 0; i < subscription_words.size(); ++i) {
    EXPECT_EQ(subscription_words[i], to_string(static_cast<SubscriptionState>(i)));
  }
}

}  // namespace
}  // namespace callwright::tenants
