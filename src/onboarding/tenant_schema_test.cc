// Keeps api/tenant.schema.json and the reader of tenant documents in step: what the schema says is
// allowed is read, and what it says is not is refused with the path of the mistake.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "onboarding/tenant_document.h"
#include "support/json_schema.h"

namespace callwright::onboarding {
namespace {

using tests::load;
using tests::Schema;

// One place in a document: its path as mistakes write it, its schema, and a way to the same
// document with something else in this place.
struct Place {
  std::string path;
  const Json& schema;
  const Json& value;
  std::function<Json(Json)> replaced;
};

void visit(const Schema& schema, const Place& place, const std::function<void(const Place&)>& see) {
  see(place);
  if (const auto* array = place.value.as_array()) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      visit(schema,
            {place.path + "[" + std::to_string(i) + "]", schema.resolved(place.schema["items"]),
             (*array)[i],
             [&place, array, i](Json value) {
               Json::Array changed = *array;
               changed[i] = std::move(value);
               return place.replaced(Json(std::move(changed)));
             }},
            see);
    }
  } else if (const auto* object = place.value.as_object()) {
    for (const auto& [name, value] : *object) {
      visit(schema,
            {place.path.empty() ? name : place.path + "." + name,
             schema.resolved(place.schema["properties"][name]), value,
             [&place, &name](Json changed_value) {
               Json changed = place.value;
               changed.set(name, std::move(changed_value));
               return place.replaced(std::move(changed));
             }},
            see);
    }
  }
}

void visit_everything(const Schema& schema, const Json& document,
                      const std::function<void(const Place&)>& see) {
  visit(schema, {"", schema.root(), document, [](Json value) { return value; }}, see);
}

bool has_mistake_at(const std::vector<std::string>& mistakes, const std::string& path) {
  if (path.empty()) return !mistakes.empty();
  return std::ranges::any_of(mistakes, [&](const std::string& mistake) {
    return mistake.starts_with(path + ":") || mistake.starts_with(path + ".") ||
           mistake.starts_with(path + "[");
  });
}

class TenantSchema : public ::testing::Test {
 protected:
  const Schema schema_{load("api/tenant.schema.json")};
  const Json rich_ = load("api/examples/tenant-prairie-plumbing.json");
};

TEST_F(TenantSchema, and_the_reader_accept_the_examples) {
  for (const char* path :
       {"api/examples/tenant-prairie-plumbing.json", "api/examples/tenant-minimal.json"}) {
    const Json document = load(path);
    EXPECT_TRUE(schema_.accepts(schema_.root(), document)) << path;
    EXPECT_EQ(joined(TenantDocument::mistakes(document), "\n"), "") << path;
  }
}

TEST_F(TenantSchema, explains_every_member_and_closes_every_object) {
  const std::function<void(const Json&, const std::string&)> walk = [&](const Json& node,
                                                                        const std::string& where) {
    const Json& properties = node["properties"];
    if (node.string_or("type", "") == "object") {
      EXPECT_NE(node.find("additionalProperties"), nullptr) << where;
      EXPECT_FALSE(node.bool_or("additionalProperties", true)) << where;
    }
    if (properties.is_object()) {
      for (const auto& [name, property] : *properties.as_object()) {
        const bool explained = !property.string_or("description", "").empty() ||
                               !schema_.resolved(property).string_or("description", "").empty() ||
                               name == "email";
        EXPECT_TRUE(explained) << where << "." << name;
        walk(property, where + "." + name);
      }
    }
    if (const Json* items = node.find("items")) walk(*items, where + "[]");
  };
  walk(schema_.root(), "");
  for (const auto& [name, definition] : *schema_.root()["$defs"].as_object())
    walk(definition, name);
}

TEST_F(TenantSchema, names_exactly_the_members_the_reader_knows) {
  std::vector<std::string> seen;
  visit_everything(schema_, rich_, [&](const Place& place) {
    if (!place.value.is_object()) return;
    Json changed = place.value;
    changed.set("no_such_member", 1);
    std::vector<std::string> names;
    for (const auto& [name, property] : *place.schema["properties"].as_object())
      names.push_back(name);
    std::ranges::sort(names);
    const std::string expected = (place.path.empty() ? "" : place.path + ".") +
                                 "no_such_member: is not known here; known are " +
                                 joined(names, ", ");
    const auto mistakes = TenantDocument::mistakes(place.replaced(std::move(changed)));
    EXPECT_NE(std::ranges::find(mistakes, expected), mistakes.end()) << expected;
    seen.push_back(place.schema.string_or("description", ""));
  });
  // The example has every kind of object in it, so no kind goes unchecked.
  for (const auto& [name, definition] : *schema_.root()["$defs"].as_object()) {
    if (definition.string_or("type", "") != "object") continue;
    EXPECT_NE(std::ranges::find(seen, definition.string_or("description", "")), seen.end()) << name;
  }
}

TEST_F(TenantSchema, refuses_nothing_that_the_reader_accepts) {
  const std::vector<Json> strange = {nullptr,
                                     true,
                                     7,
                                     -1,
                                     std::int64_t{1} << 40,
                                     1.5,
                                     "",
                                     "zz zz",
                                     std::string(5000, 'x'),
                                     Json::array(),
                                     Json::object(),
                                     Json::array({nullptr})};
  int refused = 0;
  visit_everything(schema_, rich_, [&](const Place& place) {
    for (const Json& value : strange) {
      const Json document = place.replaced(value);
      if (schema_.accepts(schema_.root(), document)) continue;
      ++refused;
      EXPECT_TRUE(has_mistake_at(TenantDocument::mistakes(document), place.path))
          << place.path << " = " << value.dump().substr(0, 40);
    }
  });
  EXPECT_GT(refused, 1000);
}

// Values at the edges of what a schema allows, inside and just outside.
std::vector<Json> edge_values(const Json& schema) {
  std::vector<Json> values;
  if (const auto* words = schema["enum"].as_array()) {
    values = *words;
    values.emplace_back("no_such_word");
  }
  for (const char* bound : {"minimum", "maximum"}) {
    if (const auto edge = schema[bound].as_integer()) {
      for (const std::int64_t step : {-1, 0, 1}) values.emplace_back(*edge + step);
    }
  }
  if (const auto* examples = schema["examples"].as_array()) {
    values.insert(values.end(), examples->begin(), examples->end());
  }
  const auto length_max = schema["maxLength"].as_integer();
  if (length_max && schema.find("pattern") == nullptr) {
    for (const std::int64_t step : {0, 1}) {
      values.emplace_back(std::string(static_cast<std::size_t>(*length_max + step), 'x'));
    }
  }
  return values;
}

TEST_F(TenantSchema, and_the_reader_draw_the_same_edges) {
  // These refer to something else in the document or the world, which a schema cannot know.
  const std::vector<std::string_view> references = {
      "customer", "service", "technician", "topic",     "zone", "id",    "phones",
      "numbers",  "emails",  "phone",      "languages", "date", "start", "end"};
  int compared = 0;
  visit_everything(schema_, rich_, [&](const Place& place) {
    const bool reference = std::ranges::any_of(references, [&](std::string_view name) {
      const auto last = place.path.rfind('.');
      return place.path.substr(last == std::string::npos ? 0 : last + 1).starts_with(name);
    });
    if (reference) return;
    for (const Json& value : edge_values(place.schema)) {
      const Json document = place.replaced(value);
      ++compared;
      EXPECT_EQ(!has_mistake_at(TenantDocument::mistakes(document), place.path),
                schema_.accepts(schema_.root(), document))
          << place.path << " = " << value.dump().substr(0, 40);
    }
  });
  EXPECT_GT(compared, 250);
}

}  // namespace
}  // namespace callwright::onboarding
