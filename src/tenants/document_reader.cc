#include "tenants/document_reader.h"

#include <algorithm>

#include "base/text.h"

namespace callwright::tenants {
namespace {

constexpr std::size_t email_bytes_max = 254;  // RFC 5321, less the angle brackets.
constexpr std::size_t phone_bytes_max = 40;
constexpr std::size_t shown_name_bytes_max = 60;

bool has_control_character(std::string_view text, bool line_breaks_allowed) {
  return std::ranges::any_of(text, [&](char c) {
    if (line_breaks_allowed && (c == '\n' || c == '\t')) return false;
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  });
}

std::optional<std::string> checked_text(const Json& json, std::string_view path,
                                        std::size_t bytes_max, bool line_breaks_allowed,
                                        std::vector<std::string>& mistakes) {
  const std::string* text = json.as_string();
  if (text == nullptr) {
    add_mistake(mistakes, path, "must be a string");
  } else if (text->size() > bytes_max) {
    add_mistake(mistakes, path, "is longer than " + std::to_string(bytes_max) + " bytes");
  } else if (has_control_character(*text, line_breaks_allowed)) {
    add_mistake(mistakes, path, "has a control character in it");
  } else {
    return std::string(trimmed(*text));
  }
  return std::nullopt;
}

bool looks_like_email(std::string_view text) {
  const auto at = text.find('@');
  if (at == std::string_view::npos || at == 0 || text.find('@', at + 1) != std::string_view::npos) {
    return false;
  }
  const std::string_view domain = text.substr(at + 1);
  const auto dot = domain.find('.');
  return dot != std::string_view::npos && dot > 0 && !domain.ends_with('.') &&
         text.find(' ') == std::string_view::npos;
}

}  // namespace

void add_mistake(std::vector<std::string>& mistakes, std::string_view path, std::string_view what) {
  mistakes.push_back((path.empty() ? std::string("document") : std::string(path)) + ": " +
                     std::string(what));
}

ObjectReader::ObjectReader(const Json& json, std::string path, std::vector<std::string>& mistakes)
    : json_(json), path_(std::move(path)), mistakes_(mistakes) {
  if (!json_.is_object()) add_mistake(mistakes_, path_, "must be an object");
}

bool ObjectReader::has(std::string_view name) {
  return member(name) != nullptr;
}

std::string ObjectReader::line(std::string_view name, std::size_t bytes_max, Need need) {
  const Json* json = member(name);
  if (json == nullptr) {
    if (need == Need::Required && json_.is_object()) mistake(name, "is required");
    return {};
  }
  const auto text = checked_text(*json, path_of(name), bytes_max, false, mistakes_);
  if (text && text->empty() && need == Need::Required) mistake(name, "must not be empty");
  return text.value_or("");
}

std::string ObjectReader::text(std::string_view name, std::size_t bytes_max) {
  const Json* json = member(name);
  if (json == nullptr) return {};
  return checked_text(*json, path_of(name), bytes_max, true, mistakes_).value_or("");
}

bool ObjectReader::flag(std::string_view name, bool fallback) {
  const Json* json = member(name);
  if (json == nullptr) return fallback;
  if (!json->is_bool()) mistake(name, "must be true or false");
  return json->as_bool().value_or(fallback);
}

std::int64_t ObjectReader::integer(std::string_view name, std::int64_t fallback, std::int64_t min,
                                   std::int64_t max) {
  const Json* json = member(name);
  if (json == nullptr) return fallback;
  const auto value = json->is_integer() ? json->as_integer() : std::nullopt;
  if (!value || *value < min || *value > max) {
    mistake(name,
            "must be a whole number from " + std::to_string(min) + " to " + std::to_string(max));
    return fallback;
  }
  return *value;
}

std::optional<PhoneNumber> ObjectReader::phone(std::string_view name) {
  const Json* json = member(name);
  if (json == nullptr) return std::nullopt;
  return read_phone({*json, path_of(name)}, mistakes_);
}

std::string ObjectReader::email(std::string_view name) {
  const Json* json = member(name);
  if (json == nullptr) return {};
  return read_email({*json, path_of(name)}, mistakes_).value_or("");
}

std::vector<std::string> ObjectReader::lines(std::string_view name, std::size_t count_max,
                                             std::size_t bytes_max) {
  std::vector<std::string> found;
  for (const Item& item : items(name, count_max)) {
    if (auto text = read_line(item, bytes_max, mistakes_)) found.push_back(std::move(*text));
  }
  return found;
}

std::optional<std::size_t> ObjectReader::choice(std::string_view name,
                                                std::span<const std::string_view> words) {
  const Json* json = member(name);
  if (json == nullptr) return std::nullopt;
  if (const std::string* text = json->as_string()) {
    const auto found = std::ranges::find(words, *text);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  }
  std::vector<std::string> allowed(words.begin(), words.end());
  mistake(name, "must be one of " + joined(allowed, ", "));
  return std::nullopt;
}

std::vector<ObjectReader::Item> ObjectReader::items(std::string_view name, std::size_t count_max) {
  std::vector<Item> found;
  const Json* json = member(name);
  if (json == nullptr) return found;
  const Json::Array* array = json->as_array();
  if (array == nullptr) {
    mistake(name, "must be an array");
    return found;
  }
  if (array->size() > count_max) {
    mistake(name, "has more than " + std::to_string(count_max) + " entries");
    return found;
  }
  found.reserve(array->size());
  for (std::size_t i = 0; i < array->size(); ++i) {
    found.push_back({(*array)[i], path_of(name) + "[" + std::to_string(i) + "]"});
  }
  return found;
}

std::optional<ObjectReader> ObjectReader::object(std::string_view name) {
  const Json* json = member(name);
  if (json == nullptr) return std::nullopt;
  return ObjectReader(*json, path_of(name), mistakes_);
}

void ObjectReader::refuse_unknown() {
  const Json::Object* object = json_.as_object();
  if (object == nullptr) return;
  for (const auto& [name, value] : *object) {
    if (std::ranges::find(known_, name) != known_.end()) continue;
    std::vector<std::string> known(known_.begin(), known_.end());
    std::ranges::sort(known);
    mistake(std::string_view(name).substr(0, shown_name_bytes_max),
            "is not known here; known are " + joined(known, ", "));
  }
}

void ObjectReader::mistake(std::string_view name, std::string_view what) {
  add_mistake(mistakes_, path_of(name), what);
}

std::string ObjectReader::path_of(std::string_view name) const {
  return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
}

const Json* ObjectReader::member(std::string_view name) {
  if (std::ranges::find(known_, name) == known_.end()) known_.push_back(name);
  return json_.find(name);
}

std::optional<std::string> read_line(const ObjectReader::Item& item, std::size_t bytes_max,
                                     std::vector<std::string>& mistakes) {
  auto text = checked_text(item.json, item.path, bytes_max, false, mistakes);
  if (text && text->empty()) {
    add_mistake(mistakes, item.path, "must not be empty");
    return std::nullopt;
  }
  return text;
}

std::optional<PhoneNumber> read_phone(const ObjectReader::Item& item,
                                      std::vector<std::string>& mistakes) {
  const std::string* text = item.json.as_string();
  const bool readable = text != nullptr && text->size() <= phone_bytes_max;
  auto number = readable ? PhoneNumber::parse(*text) : std::nullopt;
  if (!number) add_mistake(mistakes, item.path, "must be a phone number, such as +15550100120");
  return number;
}

std::optional<std::string> read_email(const ObjectReader::Item& item,
                                      std::vector<std::string>& mistakes) {
  const std::string* text = item.json.as_string();
  if (text == nullptr || text->size() > email_bytes_max || !looks_like_email(*text) ||
      has_control_character(*text, false)) {
    add_mistake(mistakes, item.path, "must be an e-mail address");
    return std::nullopt;
  }
  return lowered(*text);
}

}  // namespace callwright::tenants
