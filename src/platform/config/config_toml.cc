#define TOML_EXCEPTIONS 0
// The library asserts that a key begins well, and finds the mistake itself where it does not.
#define TOML_ASSERT(condition) static_cast<void>(0)
#include <toml++/toml.h>

#include "platform/config/config.h"

namespace callwright {
namespace {

std::string place(std::string_view file_name, const toml::source_region& source) {
  return std::string(file_name) + ":" + std::to_string(source.begin.line) + ":" +
         std::to_string(source.begin.column);
}

// The text of a value that may be a setting; lists and dates may not.
std::optional<std::string> setting_text(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* integer = node.as_integer()) return std::to_string(integer->get());
  if (const auto* boolean = node.as_boolean()) return boolean->get() ? "true" : "false";
  return std::nullopt;
}

}  // namespace

Result<Config> Config::from_toml(std::string_view text, std::string_view file_name) {
  const toml::parse_result parsed = toml::parse(text, file_name);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    return failure(ErrorCode::Invalid,
                   place(file_name, error.source()) + ": " + std::string(error.description()));
  }

  Config config;
  const auto take = [&](const auto& self, const toml::table& table,
                        const std::string& prefix) -> void {
    for (const auto& [name, node] : table) {
      const std::string key = prefix + std::string(name.str());
      const std::string origin = place(file_name, node.source());
      if (const toml::table* inner = node.as_table()) {
        self(self, *inner, key + ".");
      } else if (auto value = setting_text(node)) {
        config.settings_[key] = {.value = *std::move(value), .origin = origin};
      } else {
        config.mistakes_.push_back(origin + ": " + key +
                                   " must be a text, a whole number, true or false");
      }
    }
  };
  take(take, parsed.table(), "");
  return config;
}

}  // namespace callwright
