#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "platform/json/json.h"

namespace callwright::tests {

// A JSON file of this repository.
inline Json load(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(std::string(CALLWRIGHT_SOURCE_DIR) + "/" + path).rdbuf();
  return Json::parse(text.str()).value();
}

// The part of JSON Schema that our schemas use. A keyword it does not know fails the test, so that
// the file cannot say more than is checked here.
class Schema {
 public:
  explicit Schema(Json root) : root_(std::move(root)) {}

  const Json& root() const { return root_; }

  const Json& resolved(const Json& schema) const {
    const Json* reference = schema.find("$ref");
    if (reference == nullptr) return schema;
    const std::string name = reference->as_string()->substr(std::string_view("#/$defs/").size());
    return root_["$defs"][name];
  }

  bool accepts(const Json& unresolved, const Json& value) const {
    const Json& schema = resolved(unresolved);
    for (const auto& [keyword, argument] : *schema.as_object()) {
      if (!holds(keyword, argument, schema, value)) return false;
    }
    return true;
  }

 private:
  bool holds(std::string_view keyword, const Json& argument, const Json& schema,
             const Json& value) const {
    static const std::vector<std::string_view> said_to_people = {
        "$schema", "$id", "$defs", "title", "description", "examples", "default", "$ref"};
    if (std::ranges::find(said_to_people, keyword) != said_to_people.end()) return true;
    if (keyword == "type") return is_of_type(*argument.as_string(), value);
    if (keyword == "const") return value == argument;
    if (keyword == "enum")
      return std::ranges::find(*argument.as_array(), value) != argument.as_array()->end();
    if (keyword == "anyOf") {
      return std::ranges::any_of(*argument.as_array(),
                                 [&](const Json& option) { return accepts(option, value); });
    }
    if (const auto* text = value.as_string()) return holds_for_text(keyword, argument, *text);
    if (const auto* array = value.as_array()) return holds_for_array(keyword, argument, *array);
    if (value.is_object()) return holds_for_object(keyword, argument, schema, value);
    if (keyword == "minimum") return value.as_number().value_or(0) >= *argument.as_number();
    if (keyword == "maximum") return value.as_number().value_or(0) <= *argument.as_number();
    return true;
  }

  static bool is_of_type(const std::string& type, const Json& value) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "null") return value.is_null();
    if (type == "boolean") return value.is_bool();
    if (type == "integer") return value.is_integer();
    ADD_FAILURE() << "unknown type " << type;
    return false;
  }

  static bool matches(const std::string& pattern, const std::string& text) {
    static std::map<std::string, std::regex> compiled;
    const auto known = compiled.try_emplace(pattern, pattern).first;
    return std::regex_search(text, known->second);
  }

  static bool holds_for_text(std::string_view keyword, const Json& argument,
                             const std::string& text) {
    if (keyword == "minLength") return std::ssize(text) >= *argument.as_integer();
    if (keyword == "maxLength") return std::ssize(text) <= *argument.as_integer();
    if (keyword == "pattern") return matches(*argument.as_string(), text);
    ADD_FAILURE() << "unknown keyword for a string: " << keyword;
    return false;
  }

  bool holds_for_array(std::string_view keyword, const Json& argument,
                       const Json::Array& array) const {
    if (keyword == "minItems") return std::ssize(array) >= *argument.as_integer();
    if (keyword == "maxItems") return std::ssize(array) <= *argument.as_integer();
    if (keyword == "uniqueItems") {
      return std::ranges::all_of(
          array, [&](const Json& item) { return std::ranges::count(array, item) == 1; });
    }
    if (keyword == "items") {
      return std::ranges::all_of(array, [&](const Json& item) { return accepts(argument, item); });
    }
    ADD_FAILURE() << "unknown keyword for an array: " << keyword;
    return false;
  }

  bool holds_for_object(std::string_view keyword, const Json& argument, const Json& schema,
                        const Json& value) const {
    if (keyword == "required") {
      return std::ranges::all_of(*argument.as_array(), [&](const Json& name) {
        return value.find(*name.as_string()) != nullptr;
      });
    }
    if (keyword == "properties") {
      return std::ranges::all_of(*value.as_object(), [&](const auto& member) {
        const Json* property = argument.find(member.first);
        return property == nullptr || accepts(*property, member.second);
      });
    }
    if (keyword == "additionalProperties") {
      return std::ranges::all_of(*value.as_object(), [&](const auto& member) {
        const bool named = schema["properties"].find(member.first) != nullptr;
        return named || (argument.is_object() && accepts(argument, member.second));
      });
    }
    ADD_FAILURE() << "unknown keyword for an object: " << keyword;
    return false;
  }

  Json root_;
};

}  // namespace callwright::tests
