#include "reception/time_wording.h"

#include <gtest/gtest.h>

namespace callwright::reception {
namespace {

using language::Language;

TEST(TimeWording, joins_a_visit_and_its_time_as_people_do) {
  struct Case {
    std::string spoken;
    Language language;
    std::string of;
    std::string to;
  };
  for (const Case& row :
       {Case{"today at 1 PM", Language::English, "today at 1 PM", "to today at 1 PM"},
        Case{"tomorrow at 9 AM", Language::English, "tomorrow at 9 AM", "to tomorrow at 9 AM"},
        Case{"Friday, March 13 at 9 AM", Language::English, "on Friday, March 13 at 9 AM",
             "to Friday, March 13 at 9 AM"},
        Case{"hoy a la 1 de la tarde", Language::Spanish, "de hoy a la 1 de la tarde",
             "a hoy a la 1 de la tarde"},
        Case{"el viernes 13 de marzo a las 9 de la mañana", Language::Spanish,
             "del viernes 13 de marzo a las 9 de la mañana",
             "al viernes 13 de marzo a las 9 de la mañana"}}) {
    EXPECT_EQ(of_time(row.spoken, row.language), row.of);
    EXPECT_EQ(to_time(row.spoken, row.language), row.to);
  }
}

}  // namespace
}  // namespace callwright::reception
