#include "base/text.h"
#include "platform/config/config.h"

// A configuration file is read, or refused with its name; reading any key of it gives a value
// within its bounds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using callwright::Config;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  auto config = Config::from_toml(text, "fuzz.toml");
  if (!config) {
    ASSERT(config.error().message.find("fuzz.toml") != std::string::npos);
    return 0;
  }
  config->override_from({{"CALLWRIGHT_HTTP_PORT", std::string(text.substr(0, 20))}});
  const std::int64_t port = config->integer("http.port", 8080, 0, 65'535);
  ASSERT(port >= 0 && port <= 65'535);
  static_cast<void>(config->text("http.host", "127.0.0.1"));
  static_cast<void>(config->boolean("playground.enabled", false));
  for (const std::string& mistake : config->mistakes()) ASSERT(!mistake.empty());
  for (const Config::Entry& entry : config->entries()) ASSERT(!entry.key.empty());
  return 0;
}
