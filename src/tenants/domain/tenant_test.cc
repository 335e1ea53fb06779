#include "tenants/domain/tenant.h"

#include <gtest/gtest.h>

namespace callwright::tenants {
namespace {

using namespace std::chrono_literals;
using std::chrono::year_month_day;

Instant at(std::string_view iso) {
  return parse_iso8601(iso).value();
}

OpenHours hours(std::string_view opens, std::string_view closes) {
  return {.opens = parse_time_of_day(opens).value(), .closes = parse_time_of_day(closes).value()};
}

// Open on weekdays from eight to five, in Chicago.
Tenant weekday_tenant() {
  Tenant tenant{.id = TenantId("ten_1"), .zone = Zone::find("America/Chicago").value()};
  for (std::size_t day = 0; day < 5; ++day) tenant.hours[day] = {hours("08:00", "17:00")};
  return tenant;
}

TEST(OpenHours, are_local_and_half_open) {
  const Tenant tenant = weekday_tenant();
  EXPECT_FALSE(is_open(tenant, at("2026-03-10T07:59:59-05:00")));
  EXPECT_TRUE(is_open(tenant, at("2026-03-10T08:00:00-05:00")));
  EXPECT_TRUE(is_open(tenant, at("2026-03-10T16:59:59-05:00")));
  EXPECT_FALSE(is_open(tenant, at("2026-03-10T17:00:00-05:00")));
  EXPECT_FALSE(is_open(tenant, at("2026-03-14T12:00:00-05:00")));  // A Saturday.
}

TEST(OpenHours, keep_their_wall_time_when_the_clocks_change) {
  const Tenant tenant = weekday_tenant();
  const auto before = open_ranges(tenant, 2026y / 3 / 6);
  const auto after = open_ranges(tenant, 2026y / 3 / 9);
  ASSERT_EQ(before.size(), 1U);
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(before[0].begin, at("2026-03-06T14:00:00Z"));
  EXPECT_EQ(after[0].begin, at("2026-03-09T13:00:00Z"));
}

TEST(OpenHours, shrink_where_the_clock_skips_and_stretch_where_it_repeats) {
  Tenant tenant = weekday_tenant();
  tenant.hours[6] = {hours("00:00", "04:00")};  // Clocks change on Sundays.
  EXPECT_EQ(open_ranges(tenant, 2026y / 3 / 8).at(0).length(), 3h);
  EXPECT_EQ(open_ranges(tenant, 2026y / 11 / 1).at(0).length(), 5h);

  tenant.hours[6] = {hours("02:00", "03:00")};
  EXPECT_TRUE(open_ranges(tenant, 2026y / 3 / 8).empty());
}

TEST(OpenHours, that_touch_are_one_range) {
  Tenant tenant = weekday_tenant();
  tenant.hours[1] = {hours("08:00", "12:00"), hours("12:00", "17:00")};
  EXPECT_EQ(open_ranges(tenant, 2026y / 3 / 10).size(), 1U);
}

TEST(OpenHours, until_midnight_reach_the_end_of_the_day) {
  Tenant tenant = weekday_tenant();
  tenant.hours[1] = {hours("20:00", "24:00")};
  EXPECT_TRUE(is_open(tenant, at("2026-03-10T23:59:59-05:00")));
  EXPECT_FALSE(is_open(tenant, at("2026-03-11T00:00:00-05:00")));
}

TEST(Holidays, replace_the_hours_of_the_day) {
  Tenant tenant = weekday_tenant();
  tenant.holidays = {{.date = 2026y / 7 / 3, .name = "Independence Day observed", .hours = {}},
                     {.date = 2026y / 12 / 24, .name = "", .hours = {hours("08:00", "12:00")}}};
  EXPECT_FALSE(is_open(tenant, at("2026-07-03T12:00:00-05:00")));
  EXPECT_TRUE(is_open(tenant, at("2026-12-24T11:00:00-06:00")));
  EXPECT_FALSE(is_open(tenant, at("2026-12-24T13:00:00-06:00")));
}

TEST(WorkingRanges, are_the_technicians_own_where_there_are_any_and_end_with_a_holiday) {
  Tenant tenant = weekday_tenant();
  Technician early{.id = TechnicianId("early"), .name = "Early"};
  early.hours.emplace();
  (*early.hours)[1] = {hours("06:00", "10:00")};
  const Technician usual{.id = TechnicianId("usual"), .name = "Usual"};

  EXPECT_EQ(working_ranges(tenant, early, 2026y / 3 / 10).at(0).begin, at("2026-03-10T11:00:00Z"));
  EXPECT_TRUE(working_ranges(tenant, early, 2026y / 3 / 11).empty());
  EXPECT_EQ(working_ranges(tenant, usual, 2026y / 3 / 10), open_ranges(tenant, 2026y / 3 / 10));

  tenant.holidays = {{.date = 2026y / 3 / 10, .name = "", .hours = {hours("09:00", "12:00")}}};
  const auto shared = working_ranges(tenant, early, 2026y / 3 / 10);
  ASSERT_EQ(shared.size(), 1U);
  EXPECT_EQ(shared[0].begin, at("2026-03-10T14:00:00Z"));
  EXPECT_EQ(shared[0].length(), 1h);
}

TEST(NextOpening, is_now_when_open_and_else_the_next_open_day) {
  Tenant tenant = weekday_tenant();
  const Instant open = at("2026-03-10T12:00:00-05:00");
  EXPECT_EQ(next_opening(tenant, open), open);
  EXPECT_EQ(next_opening(tenant, at("2026-03-10T05:00:00-05:00")), at("2026-03-10T08:00:00-05:00"));
  // Friday evening, over a change of the clocks, with Monday a holiday.
  tenant.holidays = {{.date = 2026y / 3 / 9, .name = "", .hours = {}}};
  EXPECT_EQ(next_opening(tenant, at("2026-03-06T17:00:00-06:00")), at("2026-03-10T08:00:00-05:00"));
  tenant.hours = {};
  EXPECT_EQ(next_opening(tenant, open), std::nullopt);
}

TEST(ServiceArea, knows_inside_outside_and_unknown) {
  const ServiceArea everywhere;
  const ServiceArea by_zip{.zips = {"66101", "662*"}, .cities = {}};
  const ServiceArea by_city{.zips = {}, .cities = {"Kansas City"}};
  const ServiceArea by_both{.zips = {"66101"}, .cities = {"Olathe"}};
  struct Case {
    const ServiceArea& area;
    std::string_view zip, city;
    AreaAnswer answer;
  };
  using enum AreaAnswer;
  for (const Case& test : {
           Case{everywhere, "", "", Inside},
           Case{everywhere, "99999", "Nowhere", Inside},
           Case{by_zip, "66101", "", Inside},
           Case{by_zip, "66101-1234", "", Inside},
           Case{by_zip, "66299", "", Inside},
           Case{by_zip, "66102", "", Outside},
           Case{by_zip, "", "Olathe", Unknown},
           Case{by_zip, "", "", Unknown},
           Case{by_city, "", " kansas CITY ", Inside},
           Case{by_city, "", "Olathe", Outside},
           Case{by_city, "66101", "", Unknown},
           Case{by_both, "66102", "Olathe", Inside},
           Case{by_both, "66102", "Topeka", Outside},
           Case{by_both, "", "Topeka", Unknown},
       }) {
    EXPECT_EQ(covers(test.area, test.zip, test.city), test.answer)
        << "zip '" << test.zip << "' city '" << test.city << "'";
  }
}

TEST(Entitlement, follows_lockdown_first_then_the_subscription_and_never_after_hours) {
  struct Case {
    SubscriptionState state;
    bool lockdown;
    bool automation;
    std::string_view reason;
  };
  using enum SubscriptionState;
  for (const Case& test : {
           Case{Trialing, false, true, ""},
           Case{Active, false, true, ""},
           Case{PastDue, false, false, "past_due"},
           Case{Canceled, false, false, "canceled"},
           Case{Trialing, true, false, "lockdown"},
           Case{Active, true, false, "lockdown"},
           Case{PastDue, true, false, "lockdown"},
           Case{Canceled, true, false, "lockdown"},
       }) {
    for (const AfterHours after : {AfterHours::Book, AfterHours::Callback, AfterHours::Voicemail}) {
      Tenant tenant = weekday_tenant();
      tenant.subscription.state = test.state;
      tenant.policies.lockdown = test.lockdown;
      tenant.policies.after_hours = after;
      const Entitlement allowed = entitlement(tenant);
      EXPECT_EQ(allowed.automation, test.automation) << to_string(test.state);
      EXPECT_EQ(allowed.campaigns, test.automation) << to_string(test.state);
      EXPECT_EQ(allowed.reason, test.reason);
    }
  }
}

}  // namespace
}  // namespace callwright::tenants
