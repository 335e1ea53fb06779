#include "server/settings.h"

#include <fstream>
#include <sstream>

#include "base/text.h"
#include "server/environment.h"

namespace callwright::server {
namespace {

constexpr std::int64_t port_max = 65'535;
constexpr std::int64_t threads_max = 64;
constexpr std::int64_t pool_max = 256;
constexpr std::int64_t connections_max = 1'000'000;
constexpr std::int64_t journal_days_max = 366;
constexpr std::int64_t proposals_daily_max = 1'000'000;
constexpr std::int64_t budget_ms_min = 100;
constexpr std::int64_t budget_ms_max = 1'200;  // A caller waits no longer.
constexpr std::int64_t megabyte = 1024 * 1024;

bool is_database(std::string_view text) {
  return text.starts_with("sqlite:") || text.starts_with("postgresql://") ||
         text.starts_with("postgres://");
}

std::optional<log::Level> parse_level(std::string_view text) {
  if (text == "debug") return log::Level::Debug;
  if (text == "info") return log::Level::Info;
  if (text == "warning") return log::Level::Warning;
  if (text == "error") return log::Level::Error;
  return std::nullopt;
}

http::ServerSettings read_http(Config& config) {
  http::ServerSettings http;
  http.host = config.text("http.host", "127.0.0.1");
  http.port = static_cast<std::uint16_t>(config.integer("http.port", 8080, 0, port_max));
  http.threads = static_cast<int>(config.integer("http.threads", 2, 1, threads_max));
  http.limits.body_bytes_max = static_cast<std::size_t>(
      config.integer("http.body_bytes_max", megabyte, 1024, 64 * megabyte));
  http.limits.connections_max =
      static_cast<std::size_t>(config.integer("http.connections_max", 10'000, 1, connections_max));
  return http;
}

CarrierSettings read_carrier(Config& config) {
  CarrierSettings carrier;
  carrier.kind = config.text("carrier.kind", "sandbox");
  carrier.account_sid = config.text("twilio.account_sid", "");
  carrier.auth_token = config.secret("twilio.auth_token");
  carrier.auth_token_secondary = config.secret("twilio.auth_token_secondary");
  carrier.api_url = config.text("twilio.api_url", "https://api.twilio.com");
  if (carrier.kind != "sandbox" && carrier.kind != "twilio") {
    config.reject("carrier.kind", "is sandbox or twilio");
  }
  if (carrier.kind == "twilio") {
    if (carrier.account_sid.empty())
      config.reject("twilio.account_sid", "is needed by carrier.kind = \"twilio\"");
    if (carrier.auth_token.empty())
      config.reject("twilio.auth_token", "is needed by carrier.kind = \"twilio\"");
  }
  return carrier;
}

ModelSettings read_model(Config& config) {
  ModelSettings model;
  model.kind = config.text("model.kind", "none");
  const bool anthropic = model.kind == "anthropic";
  model.url =
      config.text("model.url", anthropic ? "https://api.anthropic.com" : "https://api.openai.com");
  model.name = config.text("model.name", "");
  model.api_key = config.secret("model.api_key");
  model.proposals.daily_max = config.integer("model.daily_max", 200, 0, proposals_daily_max);
  model.proposals.budget =
      Milliseconds(config.integer("model.budget_ms", budget_ms_max, budget_ms_min, budget_ms_max));
  if (model.kind == "none") return model;
  if (model.kind != "openai" && !anthropic) {
    config.reject("model.kind", "is none, openai or anthropic");
  }
  if (model.name.empty()) config.reject("model.name", "is needed: which of its models to ask");
  if (anthropic && model.api_key.empty()) {
    config.reject("model.api_key", "is needed by model.kind = \"anthropic\"");
  }
  if (!model.url.starts_with("https://") && !model.url.starts_with("http://")) {
    config.reject("model.url", "is the address of its server");
  }
  return model;
}

notifications::OperatorContact read_operator(Config& config) {
  notifications::OperatorContact contact;
  contact.email = config.text("operator.email", "");
  const std::string phone = config.text("operator.phone", "");
  contact.phone = PhoneNumber::parse(phone);
  if (!phone.empty() && !contact.phone) config.reject("operator.phone", "is no telephone number");
  return contact;
}

}  // namespace

Result<Settings> read_settings(Config& config) {
  Settings settings;
  settings.http = read_http(config);
  settings.public_url = config.text("http.public_url", "");
  settings.database = config.text("database.url", "sqlite:callwright.db");
  settings.database_pool = static_cast<int>(config.integer("database.pool", 8, 1, pool_max));
  settings.carrier = read_carrier(config);
  settings.model = read_model(config);
  settings.operator_contact = read_operator(config);
  settings.playground = config.boolean("playground.enabled", false);
  settings.journal.enabled = config.boolean("journal.enabled", true);
  settings.journal.kept = std::chrono::days(
      config.integer("journal.days", settings.journal.kept.count(), 1, journal_days_max));
  const auto level = parse_level(config.text("log.level", "info"));
  if (!level) config.reject("log.level", "is debug, info, warning or error");
  settings.log_level = level.value_or(log::Level::Info);

  if (!is_database(settings.database))
    config.reject("database.url", "is sqlite:FILE or postgresql://...");
  if (settings.carrier.kind == "twilio" && !settings.public_url.starts_with("https://") &&
      !settings.public_url.starts_with("http://")) {
    config.reject("http.public_url", "is the address at which the carrier reaches this server");
  }
  const std::vector<std::string> mistakes = config.mistakes();
  if (!mistakes.empty()) return failure(ErrorCode::Invalid, joined(mistakes, "\n"));
  return settings;
}

Result<Settings> load_settings(const std::string& config_file) {
  Config config = Config::empty();
  if (!config_file.empty()) {
    std::ifstream file(config_file, std::ios::binary);
    if (!file) return failure(ErrorCode::NotFound, "cannot read " + config_file);
    std::ostringstream text;
    text << file.rdbuf();
    TRY_ASSIGN(config, Config::from_toml(text.str(), config_file));
  }
  config.override_from(process_environment());
  return read_settings(config);
}

}  // namespace callwright::server
