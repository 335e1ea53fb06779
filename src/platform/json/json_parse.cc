#include <simdjson.h>

#include "platform/json/json.h"
#include "platform/json/json_fault.h"

namespace callwright {
namespace {

namespace dom = simdjson::dom;

// Copies simdjson's document into ours and refuses what its grammar allows and Json::parse does
// not.
class Copier {
 public:
  bool copy(dom::element from, Json& to, int depth = 0) {
    switch (from.type()) {
      case dom::element_type::OBJECT:
        return copy_object(from.get_object().value_unsafe(), to, depth + 1);
      case dom::element_type::ARRAY:
        return copy_array(from.get_array().value_unsafe(), to, depth + 1);
      case dom::element_type::STRING:
        to = from.get_string().value_unsafe();
        return true;
      case dom::element_type::INT64:
        to = from.get_int64().value_unsafe();
        return true;
      case dom::element_type::DOUBLE:
        to = from.get_double().value_unsafe();
        return true;
      case dom::element_type::BOOL:
        to = from.get_bool().value_unsafe();
        return true;
      case dom::element_type::NULL_VALUE:
        to = nullptr;
        return true;
      case dom::element_type::UINT64:
        return false;  // Beyond int64: it cannot be kept exactly.
    }
    return false;
  }

 private:
  bool copy_object(dom::object from, Json& to, int depth) {
    if (depth > json::depth_max) return false;
    Json::Object members;
    members.reserve(from.size());
    for (const dom::key_value_pair& field : from) {
      Json value;
      if (!copy(field.value, value, depth)) return false;
      members.emplace_back(field.key, std::move(value));
    }
    if (has_duplicates(members)) return false;
    to = Json(std::move(members));
    return true;
  }

  bool copy_array(dom::array from, Json& to, int depth) {
    if (depth > json::depth_max) return false;
    Json::Array items;
    items.reserve(from.size());
    for (const dom::element item : from) {
      if (!copy(item, items.emplace_back(), depth)) return false;
    }
    to = Json(std::move(items));
    return true;
  }

  // Comparing all pairs is quickest for the objects people write; sorting keeps a hostile one from
  // taking quadratic time.
  static bool has_duplicates(const Json::Object& members) {
    constexpr std::size_t pairwise_max = 16;
    if (members.size() <= pairwise_max) {
      for (std::size_t i = 1; i < members.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          if (members[i].first == members[j].first) return true;
        }
      }
      return false;
    }
    std::vector<std::string_view> names;
    names.reserve(members.size());
    for (const Json::Member& member : members) names.push_back(member.first);
    std::ranges::sort(names);
    return std::ranges::adjacent_find(names) != names.end();
  }
};

// A parser keeps the memory of the largest document it has read, so only ordinary ones share one.
std::optional<Json> parse_with(dom::parser& parser, std::string_view text) {
  dom::element root;
  if (parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS) return std::nullopt;
  Json result;
  if (!Copier().copy(root, result)) return std::nullopt;
  return result;
}

std::optional<Json> parse_or_nothing(std::string_view text) {
  constexpr std::size_t ordinary_bytes_max = 256 * 1024;
  if (text.size() > ordinary_bytes_max) {
    dom::parser parser;
    return parse_with(parser, text);
  }
  thread_local dom::parser parser;
  return parse_with(parser, text);
}

}  // namespace

Result<Json> Json::parse(std::string_view text) {
  if (auto json = parse_or_nothing(text)) return *std::move(json);
  const std::string fault = json::describe_fault(text);
  return failure(ErrorCode::Invalid, "not JSON: " + (fault.empty() ? "cannot be read" : fault));
}

}  // namespace callwright
