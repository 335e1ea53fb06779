#include "dialogue/domain/hearing.h"

#include <gtest/gtest.h>

#include "dialogue/domain/policy.h"

namespace callwright::dialogue {
namespace {

using language::Understanding;

Understanding said_name(std::string name) {
  Understanding heard;
  heard.slots.name = language::NameReading{.full = std::move(name)};
  return heard;
}

Memory booking_at(Stage stage) {
  return {.stage = stage, .goal = Goal::Book};
}

TEST(Hearing, an_answer_is_one_even_when_it_says_what_is_known) {
  Memory memory = booking_at(Stage::Name);
  memory.name = "Jordan Example";
  EXPECT_TRUE(absorb(memory, said_name("Jordan Example"), "Jordan Example", true));
}

TEST(Hearing, a_part_of_a_name_that_is_known_replaces_nothing) {
  Memory memory = booking_at(Stage::Problem);
  memory.name = "Jordan Example";
  absorb(memory, said_name("Jordan"), "it's Jordan", true);
  EXPECT_EQ(memory.name, "Jordan Example");
  absorb(memory, said_name("Jo"), "it's Jo", true);
  EXPECT_EQ(memory.name, "Jo");
}

TEST(Hearing, what_a_recogniser_is_not_sure_of_is_read_back_before_anything_else) {
  Memory memory = booking_at(Stage::Name);
  const tenants::Tenant tenant{.id = TenantId("ten")};
  EXPECT_EQ(hear(memory, tenant, said_name("Jordan Example"), "Jordan Example", false),
            Signal::Facts);
  EXPECT_EQ(memory.doubt, Value::Name);
  EXPECT_EQ(next_need(memory, tenant), Signal::NeedsReadBack);
}

// "Thursday", three times on Thursday, "in the morning".
TEST(Hearing, hours_alone_are_of_the_day_that_is_talked_of) {
  const Zone zone = Zone::utc();
  const Instant thursday = parse_iso8601("2026-12-03T08:00:00Z").value();
  Memory memory = booking_at(Stage::Offers);
  EXPECT_FALSE(day_in_talk(memory, zone));
  const auto offer = [](Instant start) {
    return Offer{.technician = TechnicianId("a"), .visit = {start, start + Minutes(60)}};
  };
  memory.offers = {offer(thursday), offer(thursday + Minutes(30))};
  EXPECT_EQ(day_in_talk(memory, zone), thursday);
  memory.offers.push_back(offer(thursday + std::chrono::hours(24)));
  EXPECT_FALSE(day_in_talk(memory, zone)) << "two days";
  memory.stage = Stage::Name;
  EXPECT_FALSE(day_in_talk(memory, zone));

  const language::Context context{.reference_time = thursday - std::chrono::hours(70),
                                  .day_in_talk = thursday,
                                  .asked = language::Question::Time};
  const auto heard = language::understand("in the morning", context).slots.date_time;
  ASSERT_TRUE(heard);
  EXPECT_EQ(heard->begin, thursday);
  EXPECT_EQ(language::understand("tomorrow at ten", context).slots.date_time->begin,
            thursday - std::chrono::hours(46));
}

TEST(Hearing, who_names_another_number_has_yet_to_show_who_they_are) {
  const auto own = PhoneNumber::parse("+15550100130");
  for (const auto& [number, identified] :
       {std::pair{own, true}, std::pair{PhoneNumber::parse("+15550100131"), false}}) {
    Memory memory{.stage = Stage::Opening, .goal = Goal::Cancel};
    memory.phone = memory.line = own;
    memory.identified = true;
    memory.visits = {{.id = AppointmentId("apt"), .service = ServiceId("general"), .visit = {}}};
    memory.visit = memory.visits.front();
    Understanding heard;
    heard.slots.phone = number;
    absorb(memory, heard, "cancel the visit under that number", true);
    EXPECT_EQ(memory.identified, identified);
    EXPECT_EQ(memory.visit.has_value(), identified);
    EXPECT_EQ(memory.visits.empty(), !identified);
  }
}

TEST(Hearing, what_it_is_sure_of_is_not) {
  Memory memory = booking_at(Stage::Name);
  absorb(memory, said_name("Jordan Example"), "Jordan Example", true);
  EXPECT_FALSE(memory.doubt);
}

TEST(Hearing, a_question_without_a_topic_is_not_answered_as_the_last_one) {
  Memory memory = booking_at(Stage::Name);
  memory.faq_topic = language::FaqTopic::Hours;
  Understanding heard;
  heard.intent.label = language::Intent::Faq;
  absorb(memory, heard, "do you also do this other thing", true);
  EXPECT_FALSE(memory.faq_topic);
}

TEST(Hearing, a_value_is_asked_for_ever_more_clearly_and_then_given_up) {
  struct Case {
    Value value;
    std::vector<Clarity> steps;
  };
  using enum Clarity;
  for (const Case& row :
       {Case{Value::Name, {Digits, Letters}}, Case{Value::Phone, {Digits, Keypad}},
        Case{Value::Address, {Digits, Letters, Keypad}}, Case{Value::Email, {Digits, Letters}}}) {
    std::vector<Clarity> steps;
    for (auto next = clearer(row.value, Natural); next; next = clearer(row.value, *next)) {
      steps.push_back(*next);
    }
    EXPECT_EQ(steps, row.steps) << to_string(row.value);
  }
}

TEST(Hearing, what_is_known_to_be_wrong_is_not_carried_into_another_task) {
  Memory memory = booking_at(Stage::ValueConfirm);
  memory.phone = PhoneNumber::parse("+15550100143");
  memory.doubt = Value::Phone;
  memory.doubt_refused = true;
  const Facts facts;
  apply(memory, decide(memory, Signal::WantsCancel, facts));
  EXPECT_FALSE(memory.phone);
  EXPECT_FALSE(memory.doubt);
}

TEST(Hearing, keys_give_the_house_number_and_the_zip_of_a_street_that_was_heard) {
  Memory memory = booking_at(Stage::Address);
  memory.address = {.street = "1240 Oak Street", .zip = "66110"};
  memory.doubt = Value::Address;
  memory.doubt_refused = true;
  memory.clarity = Clarity::Keypad;
  EXPECT_EQ(signal_of_keys(memory, "1204*6610#"), Signal::Unclear);
  EXPECT_EQ(signal_of_keys(memory, "1204*66101#"), Signal::Facts);
  EXPECT_EQ(memory.address.street, "1204 Oak Street");
  EXPECT_EQ(memory.address.zip, "66101");
}

Memory offered_thursday_at_one_and_two() {
  const Instant one = parse_iso8601("2026-12-03T13:00:00Z").value();
  Memory memory = booking_at(Stage::Offers);
  memory.wish = TimeWish{.asap = true};
  for (const Instant start : {one, one + Minutes(60)}) {
    memory.offers.push_back(
        {.technician = TechnicianId("a"), .visit = {start, start + Minutes(60)}});
  }
  return memory;
}

TEST(Hearing, sooner_and_later_are_seen_from_what_was_offered) {
  const tenants::Tenant tenant{.id = TenantId("ten")};
  const Instant one = parse_iso8601("2026-12-03T13:00:00Z").value();
  Memory memory = offered_thursday_at_one_and_two();
  EXPECT_EQ(hear(memory, tenant, {}, "do you have anything sooner", true), Signal::Facts);
  EXPECT_TRUE(memory.offers.empty());
  EXPECT_EQ(memory.wish->window.end, one);

  memory = offered_thursday_at_one_and_two();
  EXPECT_EQ(hear(memory, tenant, {}, "anything later", true), Signal::Facts);
  EXPECT_EQ(memory.wish->window.begin, one + Minutes(61));

  memory = offered_thursday_at_one_and_two();
  memory.chosen = memory.offers.back();
  memory.stage = Stage::BookingConfirm;
  EXPECT_EQ(hear(memory, tenant, {}, "is there nothing earlier", true), Signal::Facts);
  EXPECT_FALSE(memory.chosen);
  EXPECT_EQ(memory.wish->window.end, one + Minutes(60));
}

TEST(Hearing, a_question_for_services_that_names_a_town_asks_for_the_area) {
  tenants::Tenant tenant{.id = TenantId("ten")};
  tenant.area.cities = {"Springfield"};
  const auto topic_of = [&](std::string_view text) {
    Memory memory{.stage = Stage::Opening};
    hear(memory, tenant, language::understand(text, {}), text, true);
    return memory.faq_topic;
  };
  EXPECT_EQ(topic_of("do you service springfield"), language::FaqTopic::ServiceArea);
  EXPECT_EQ(topic_of("do you service water heaters"), language::FaqTopic::Services);
}

TEST(Hearing, the_earliest_one_is_one_of_those_that_were_offered) {
  const tenants::Tenant tenant{.id = TenantId("ten")};
  const auto heard = language::understand(
      "the earliest one", {.reference_time = parse_iso8601("2026-12-02T10:00:00Z").value(),
                           .asked = language::Question::Time});
  Memory memory = offered_thursday_at_one_and_two();
  const Offer first = memory.offers.front();
  EXPECT_EQ(hear(memory, tenant, heard, "the earliest one", true), Signal::Chosen);
  EXPECT_EQ(memory.chosen, first);
}

TEST(Hearing, a_wish_that_begins_now_is_the_same_when_it_is_said_again) {
  const tenants::Tenant tenant{.id = TenantId("ten")};
  const Instant now = parse_iso8601("2026-12-02T10:00:07Z").value();
  const auto heard = [](Instant at) {
    return language::understand("any day this week",
                                {.reference_time = at, .asked = language::Question::Time});
  };
  Memory memory = offered_thursday_at_one_and_two();
  EXPECT_EQ(hear(memory, tenant, heard(now), "any day this week", true), Signal::Facts);
  // Found meanwhile, and agreed to without naming one.
  memory.offers = offered_thursday_at_one_and_two().offers;
  EXPECT_EQ(hear(memory, tenant, heard(now + Seconds(9)), "any day this week", true), Signal::Yes);
}

TEST(Hearing, the_part_of_a_name_that_is_named_as_wrong_is_replaced_alone) {
  Memory memory = booking_at(Stage::BookingConfirm);
  memory.name = "Diana Example";
  absorb(memory, said_name("Dana"), "it's Dana, not Diana", true);
  EXPECT_EQ(memory.name, "Dana Example");
  absorb(memory, said_name("Robin"), "put it under Robin", true);
  EXPECT_EQ(memory.name, "Robin");
}

TEST(Hearing, a_house_number_on_its_own_waits_for_its_street) {
  Memory memory = booking_at(Stage::Address);
  absorb(memory, {}, "88", true);
  EXPECT_TRUE(memory.address.street.empty());
  Understanding street;
  street.slots.address = language::AddressReading{.street = "Elm St"};
  EXPECT_TRUE(absorb(memory, street, "elm st", true));
  EXPECT_EQ(memory.address.street, "88 Elm St");
  street.slots.address = language::AddressReading{.street = "12 Birch Lane"};
  absorb(memory, {}, "88", true);
  absorb(memory, street, "12 birch lane", true);
  EXPECT_EQ(memory.address.street, "12 Birch Lane");
}

TEST(Hearing, who_they_are_may_be_a_name_that_no_table_knows) {
  Memory memory{.stage = Stage::Identity, .goal = Goal::Cancel};
  const auto claim = [&](std::string_view text) {
    memory.claimed_name.clear();
    absorb(memory, language::understand(text, {.asked = language::Question::Identity}), text, true);
    return memory.claimed_name;
  };
  EXPECT_EQ(claim("the Corner Bakery."), "the corner bakery");
  EXPECT_EQ(claim("can you say that again"), "");
  EXPECT_EQ(claim("well the visit is for that building on the corner downtown"), "");
}

TEST(Hearing, asking_to_hear_it_again_tells_no_problem) {
  Memory memory{.stage = Stage::Opening, .repairs = 1};
  Understanding heard;
  heard.intent.label = language::Intent::Repeat;
  heard.slots.problem = "what? say that again";
  absorb(memory, heard, "what? say that again", true);
  EXPECT_EQ(memory.problem, "");
}

}  // namespace
}  // namespace callwright::dialogue
