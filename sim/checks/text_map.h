#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace callwright::sim {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

// Keyed by text, looked up without making one.
template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;
using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

template <class Value>
const Value* find(const TextMap<Value>& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

template <class Value>
Value* find(TextMap<Value>& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

// Of what is unique within its tenant only.
inline std::string joined_key(std::string_view tenant, std::string_view key) {
  std::string joined(tenant);
  joined += '\n';
  joined += key;
  return joined;
}

}  // namespace callwright::sim
