#include "sim/world/crew.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "sim/world/test_support/quiet_world.h"

namespace callwright::sim {
namespace {

// Monday morning in Kansas City.
const Instant monday = from_ms(1'772'463'600'000);

// What a business looks like after each of many changes of its crew.
std::vector<Json> documents_of(int changes) {
  QuietWorld world(monday, Fault::CrewChange);
  Crew crew(0, Draw(3));
  std::vector<Json> documents;
  for (int i = 0; i < changes; ++i) {
    EXPECT_TRUE(crew.act(*world));
    documents.push_back(world->businesses().front().document);
  }
  return documents;
}

// In their order, the names of those who work there.
std::string names(const Json& document) {
  std::string text;
  for (const Json& technician : *document["technicians"].as_array()) {
    text += technician.string_or("id", "") + " ";
  }
  return text;
}

TEST(Crew, leaves_and_returns_and_somebody_is_always_there) {
  QuietWorld at_first(monday, Fault::CrewChange);
  const std::string everybody = names(at_first->businesses().front().document);
  std::set<std::string> seen;
  for (const Json& document : documents_of(60)) seen.insert(names(document));
  EXPECT_GT(seen.size(), 1u);
  EXPECT_TRUE(seen.contains(everybody));
  EXPECT_FALSE(seen.contains(""));
}

TEST(Crew, works_other_hours_and_takes_days_off) {
  std::set<std::string> hours;
  std::set<std::string> days_off;
  for (const Json& document : documents_of(60)) {
    hours.insert((*document["technicians"].as_array())[0]["hours"].dump());
    days_off.insert(document["holidays"].dump());
  }
  EXPECT_GT(hours.size(), 5u);
  EXPECT_GT(days_off.size(), 5u);
}

TEST(Crew, stays_as_it_is_where_nothing_goes_wrong) {
  QuietWorld world(monday, Fault::Noise);
  const Json before = world->businesses().front().document;
  EXPECT_FALSE(Crew(0, Draw(3)).act(*world));
  EXPECT_EQ(world->businesses().front().document, before);
}

}  // namespace
}  // namespace callwright::sim
