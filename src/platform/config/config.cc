#include "platform/config/config.h"

#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>

#include "base/text.h"
#include "platform/config/closest_name.h"

namespace callwright {
namespace {

constexpr std::string_view environment_prefix = "CALLWRIGHT_";

// "http.port" -> "CALLWRIGHT_HTTP_PORT". Sections and keys may hold underscores themselves, so the
// way back is ambiguous and never taken.
std::string environment_name(std::string_view key) {
  std::string name(environment_prefix);
  for (const char c : key) {
    if (c == '.') {
      name += '_';
    } else {
      name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
  }
  return name;
}

// Editors end a file with a newline that is no part of the secret.
std::optional<std::string> read_secret_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  std::ostringstream text;
  text << stream.rdbuf();
  if (stream.bad() || text.bad()) return std::nullopt;
  std::string secret = text.str();
  while (secret.ends_with('\n') || secret.ends_with('\r')) secret.pop_back();
  return secret;
}

}  // namespace

void Config::override_from(const std::map<std::string, std::string>& environment) {
  for (const auto& [name, value] : environment) {
    if (name.starts_with(environment_prefix)) settings_[name] = {.value = value, .origin = name};
  }
}

const Config::Setting* Config::look_up(std::string_view key) const {
  auto found = settings_.find(environment_name(key));
  if (found == settings_.end()) found = settings_.find(key);
  return found == settings_.end() ? nullptr : &found->second;
}

void Config::remember(std::string_view key, std::string value, const Setting* setting) {
  read_[std::string(key)] = {.key = std::string(key),
                             .value = std::move(value),
                             .origin = setting == nullptr ? "default" : setting->origin};
}

std::string Config::text(std::string_view key, std::string_view fallback) {
  const Setting* setting = look_up(key);
  std::string value(setting == nullptr ? fallback : setting->value);
  remember(key, value, setting);
  return value;
}

std::string Config::secret(std::string_view key) {
  const std::string file_key = std::string(key) + "_file";
  const Setting* value = look_up(key);
  const Setting* file = look_up(file_key);
  remember(key, value == nullptr && file == nullptr ? "not set" : "set",
           value == nullptr ? file : value);
  remember(file_key, file == nullptr ? "" : file->value, file);
  if (file == nullptr) return value == nullptr ? "" : value->value;
  if (value != nullptr) {
    reject(key, "is given twice, also by " + file_key + "; remove one of them");
    return "";
  }
  auto secret = read_secret_file(file->value);
  if (!secret) reject(file_key, "names \"" + file->value + "\", which cannot be read");
  return secret.value_or("");
}

std::int64_t Config::integer(std::string_view key, std::int64_t fallback, std::int64_t min,
                             std::int64_t max) {
  const Setting* setting = look_up(key);
  std::int64_t value = fallback;
  if (setting != nullptr) {
    const std::string& text = setting->value;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = failed == std::errc() && end == text.data() + text.size();
    if (!whole || value < min || value > max) {
      value = fallback;
      reject(key,
             "must be a whole number from " + std::to_string(min) + " to " + std::to_string(max));
    }
  }
  remember(key, std::to_string(value), setting);
  return value;
}

bool Config::boolean(std::string_view key, bool fallback) {
  const Setting* setting = look_up(key);
  const bool understood =
      setting == nullptr || setting->value == "true" || setting->value == "false";
  const bool value = setting == nullptr || !understood ? fallback : setting->value == "true";
  remember(key, value ? "true" : "false", setting);
  if (!understood) reject(key, "must be true or false");
  return value;
}

void Config::reject(std::string_view key, std::string why) {
  const Setting* setting = look_up(key);
  const std::string where = setting == nullptr ? "" : setting->origin + ": ";
  mistakes_.push_back(where + std::string(key) + " " + std::move(why));
}

std::vector<std::string> Config::mistakes() const {
  std::vector<std::string> mistakes = mistakes_;
  std::vector<std::string> known_keys;
  std::vector<std::string> known_variables;
  for (const auto& [key, entry] : read_) {
    known_keys.push_back(key);
    known_variables.push_back(environment_name(key));
  }
  for (const auto& [name, setting] : settings_) {
    const bool from_environment = name.starts_with(environment_prefix);
    const auto& known = from_environment ? known_variables : known_keys;
    if (std::ranges::find(known, name) != known.end()) continue;
    std::string mistake = from_environment ? name : setting.origin + ": " + name;
    mistake += " is no setting";
    if (const auto close = closest_name(name, known)) mistake += "; did you mean " + *close + "?";
    mistakes.push_back(std::move(mistake));
  }
  return mistakes;
}

std::vector<Config::Entry> Config::entries() const {
  std::vector<Entry> entries;
  for (const auto& [key, entry] : read_) entries.push_back(entry);
  return entries;
}

}  // namespace callwright
