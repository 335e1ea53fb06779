#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/json/json.h"

namespace callwright::tenants {

template <class Entry, class ToJson>
Json array_of(const std::vector<Entry>& entries, ToJson to_json) {
  Json::Array array;
  array.reserve(entries.size());
  for (const Entry& entry : entries) array.push_back(to_json(entry));
  return Json(std::move(array));
}

inline Json array_of(const std::vector<std::string>& lines) {
  return array_of(lines, [](const std::string& line) { return Json(line); });
}

inline void set_unless_empty(Json& json, std::string_view name, const std::string& value) {
  if (!value.empty()) json.set(name, value);
}

}  // namespace callwright::tenants
