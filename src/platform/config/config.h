#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace callwright {

// Settings of the process, from a TOML file with environment overrides: [http] port = 8080 is
// overridden by CALLWRIGHT_HTTP_PORT. Everything is read before anything is judged, so that every
// mistake is listed at once.
class Config {
 public:
  // Invalid names the file, line and column.
  static Result<Config> from_toml(std::string_view text, std::string_view file_name);
  static Config empty() { return Config(); }

  // Environment entries named CALLWRIGHT_<SECTION>_<KEY> override the file.
  void override_from(const std::map<std::string, std::string>& environment);

  // Each read declares a key: dotted name, fallback. A value of the wrong kind or outside the range
  // is noted, and the fallback is returned for now.
  std::string text(std::string_view key, std::string_view fallback);
  std::string secret(std::string_view key);  // Also from a file named by <key>_file. Never printed.
  std::int64_t integer(std::string_view key, std::int64_t fallback, std::int64_t min,
                       std::int64_t max);
  bool boolean(std::string_view key, bool fallback);

  // A mistake found by whoever reads the values.
  void reject(std::string_view key, std::string why);

  // Every mistake so far, and every key of the file or environment that nothing has read, with the
  // closest known name. Empty: all is well.
  std::vector<std::string> mistakes() const;

  // Every key read so far with its value and where it came from, for `callwright doctor`; secrets
  // as "set".
  struct Entry {
    std::string key, value, origin;
  };
  std::vector<Entry> entries() const;

 private:
  struct Setting {
    std::string value, origin;
  };
  // The environment's setting of the key, else the file's, else null.
  const Setting* look_up(std::string_view key) const;
  void remember(std::string_view key, std::string value, const Setting* setting);

  std::map<std::string, Setting, std::less<>> settings_;  // By dotted key or by environment name.
  std::map<std::string, Entry, std::less<>> read_;
  std::vector<std::string> mistakes_;
};

}  // namespace callwright
