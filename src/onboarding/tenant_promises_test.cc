#include <gtest/gtest.h>

#include "base/text.h"
#include "onboarding/tenant_document.h"

namespace callwright::onboarding {
namespace {

std::string mistakes_with(const std::string& members) {
  const Json document = Json::parse(R"({"name": "Cedar", "zone": "America/Denver",
      "numbers": ["+15550100140"], )" +
                                    members + "}")
                            .value();
  return joined(TenantDocument::mistakes(document), "; ");
}

struct Case {
  std::string members;
  std::string setting;  // That the refusal names first.
  std::string way;      // Part of the way a caller would be let down.
};

TEST(TenantPromises, a_setting_that_would_break_one_is_refused_with_the_way_there) {
  for (const Case& row : {
           Case{R"("not_emergency_phrases": ["gas"])", "not_emergency_phrases[0]",
                "a caller says \"I smell gas in my kitchen\""},
           Case{R"("not_emergency_phrases": ["fire drill", "smells like gas"])",
                "not_emergency_phrases[1]", "a caller says \"smells like gas\""},
           Case{R"("not_emergency_phrases": ["humo"])", "not_emergency_phrases[0]",
                "a caller says \"humo\""},
           Case{R"("not_emergency_phrases": ["carbon monoxide alarm"])", "not_emergency_phrases[0]",
                "nobody is alerted"},
           Case{R"("owner": {"name": "O", "phone": "+15550100140"})", "owner.phone",
                "nobody is reached"},
           Case{R"("on_call": [{"name": "O", "phone": "+15550100140"}])", "on_call[0].phone",
                "nobody is reached"},
           Case{R"("hours": {})", "hours: nobody ever works", "answered no_slots"},
           Case{R"("hours": {}, "policies": {"after_hours": "book"})", "hours: nobody ever works",
                "a caller who withholds the number, then"},
           Case{R"("technicians": [])", "technicians: none is active",
                "no visit can ever be found"},
           Case{R"("services": [])", "services: there is none to book", "no_slots"},
           Case{R"("technicians": [{"id": "a", "name": "A"}],
                   "services": [{"id": "s", "name": "s", "skills": ["gas"]}])",
                "technicians: none has the skills", "no_slots"},
           Case{R"("policies": {"booking_notice_minutes": 1440, "booking_horizon_days": 1})",
                "policies.booking_notice_minutes", "no_slots"},
           Case{R"("area": {"zips": ["00000", "001*"]})", "area: none of its ZIP codes",
                "outside_area"},
           Case{R"("area": {"cities": ["66101"]})", "area: none of its ZIP codes",
                "every address there is lies outside"},
       }) {
    const std::string mistakes = mistakes_with(row.members);
    EXPECT_TRUE(mistakes.starts_with(row.setting)) << row.members << "\n" << mistakes;
    EXPECT_NE(mistakes.find(row.way), std::string::npos) << row.members << "\n" << mistakes;
  }
}

TEST(TenantPromises, a_setting_that_only_takes_a_choice_away_is_not_refused) {
  for (const std::string members : {
           R"("not_emergency_phrases": ["fire sprinkler inspection", "gas appliance check"])",
           R"("hours": {}, "policies": {"after_hours": "callback"})",
           R"("hours": {}, "policies": {"after_hours": "voicemail"})",
           R"("technicians": [], "policies": {"book_online": false})",
           R"("services": [], "policies": {"lockdown": true})",
           R"("policies": {"emergency_alerts": false})",
           R"("subscription": {"state": "canceled"})",
           R"("languages": ["es"])",
           R"("area": {"zips": ["802*"]})",
           R"("area": {"zips": ["00601"], "cities": []})",
           R"("area": {"zips": ["00000"], "cities": ["Springfield"]})",
           R"("area": {"zips": ["00000"]}, "policies": {"book_online": false})",
       }) {
    EXPECT_EQ(mistakes_with(members), "") << members;
  }
}

}  // namespace
}  // namespace callwright::onboarding
