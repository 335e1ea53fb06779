#include "server/live_server.h"

#include <sys/resource.h>

#include "platform/crypto/crypto.h"
#include "platform/log/log.h"
#include "platform/metrics/metrics.h"
#include "providers/models/anthropic_proposer.h"
#include "providers/models/openai_proposer.h"
#include "server/commands/store.h"

namespace callwright::server {
namespace {

using providers::sandbox::SandboxCarrier;
using providers::sandbox::SandboxSettings;

constexpr Seconds practice_typing_time{180};

// The soft limit of open files is 1,024 on most machines, which is a thousand callers.
void raise_file_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= limit.rlim_max) return;
  limit.rlim_cur = limit.rlim_max;
  if (setrlimit(RLIMIT_NOFILE, &limit) == 0) {
    log::info("server.file_limit_raised", {{"files", static_cast<std::int64_t>(limit.rlim_cur)}});
  }
}

// Degraded is no reason to send nobody here any more: who does so takes the apology and the
// voicemail away as well. What exactly is wrong stands in the log, which is not for everybody.
Task<http::Response> show_health(bool database_is_well) {
  co_return http::json(200, database_is_well ? R"({"status":"ok"})"
                                             : R"({"status":"degraded","database":"unavailable"})");
}

Task<http::Response> show_metrics(http::Request) {
  http::Response response = http::text(200, metrics::Registry::global().expose());
  response.headers.set("Content-Type", "text/plain; version=0.0.4");
  co_return response;
}

// The account whose webhooks are let in. Where no carrier is configured it is the practice
// network's, with a token of this process's own, so that nobody outside can sign for it.
providers::twilio::AccountSettings account_of(const Settings& settings, Random& random) {
  providers::twilio::AccountSettings account;
  const std::string local =
      "http://" + settings.http.host + ":" + std::to_string(settings.http.port);
  account.public_base_urls = {settings.public_url.empty() ? local : settings.public_url};
  if (settings.carrier.kind == "sandbox") {
    account.account_sid = SandboxSettings{}.account_sid;
    account.auth_tokens = {crypto::make_token(random)};
    return account;
  }
  account.account_sid = settings.carrier.account_sid;
  account.auth_tokens = {settings.carrier.auth_token};
  if (!settings.carrier.auth_token_secondary.empty()) {
    account.auth_tokens.push_back(settings.carrier.auth_token_secondary);
  }
  return account;
}

SandboxSettings practice_settings(const providers::twilio::AccountSettings& account) {
  SandboxSettings practice;
  practice.account_sid = account.account_sid;
  practice.auth_token = account.auth_tokens.front();
  practice.public_base_url = account.public_base_urls.front();
  practice.typing_time = practice_typing_time;
  return practice;
}

std::unique_ptr<reception::Proposer> make_proposer(const ModelSettings& model,
                                                   http::Client& client) {
  const providers::models::ModelSettings wire{
      .base_url = model.url, .model = model.name, .api_key = model.api_key};
  if (model.kind == "openai") {
    return std::make_unique<providers::models::OpenAiProposer>(wire, client);
  }
  if (model.kind == "anthropic") {
    return std::make_unique<providers::models::AnthropicProposer>(wire, client);
  }
  return nullptr;
}

}  // namespace

Result<std::unique_ptr<LiveServer>> LiveServer::open(Settings settings) {
  std::unique_ptr<LiveServer> server(new LiveServer(std::move(settings)));
  TRY(server->start());
  return server;
}

LiveServer::LiveServer(Settings settings)
    : settings_(std::move(settings)),
      client_(http::make_client()),
      account_(account_of(settings_, random_)),
      links_(account_.public_base_urls.front(), account_.auth_tokens.front()),
      practice_carrier_(
          practice_settings(account_), clock_, random_,
          [this](http::ClientRequest request) { return to_own_door(std::move(request)); }) {}

LiveServer::~LiveServer() {
  // Who makes work stops first; then what does it.
  housekeeper_.reset();
  playground_.reset();
  practice_.reset();
  if (http_) http_->stop();
  if (product_) product_->worker.stop();
}

std::string LiveServer::address() const {
  return "http://" + settings_.http.host + ":" + std::to_string(http_->port());
}

// The practice network signs for the public address and knocks at the door of this machine.
Task<http::ClientResult> LiveServer::to_own_door(http::ClientRequest request) {
  const std::string& base = account_.public_base_urls.front();
  if (request.url.starts_with(base)) request.url.replace(0, base.size(), address());
  return client_->send(std::move(request));
}

Result<void> LiveServer::start() {
  raise_file_limit();
  const bool is_embedded = settings_.database.starts_with("sqlite:");
  TRY_ASSIGN(database_,
             PatientDatabase::open(is_embedded ? db::Engine::Sqlite : db::Engine::Postgres,
                                   [this] { return open_database(settings_); }));
  make_product();
  practice_ = std::make_unique<LivePracticeNetwork>(practice_carrier_);
  add_own_routes();
  http_ = std::make_unique<http::Server>(settings_.http, product_->router);
  TRY(http_->start());
  practice_->start();
  product_->worker.start();
  housekeeper_ = std::make_unique<Housekeeper>(*database_, clock_, product_->queue);
  housekeeper_->start();
  return {};
}

void LiveServer::make_product() {
  const notifications::Network practice{
      .sms = practice_carrier_, .calls = practice_carrier_, .mail = practice_carrier_};
  const bool has_carrier = settings_.carrier.kind == "twilio";
  if (has_carrier) {
    twilio_ = std::make_unique<providers::twilio::RestClient>(
        providers::twilio::RestSettings{.api_base_url = settings_.carrier.api_url,
                                        .account_sid = account_.account_sid,
                                        .user = account_.account_sid,
                                        .password = account_.auth_tokens.front()},
        links_, *client_);
  }
  const notifications::Network network =
      has_carrier ? notifications::Network{.sms = *twilio_, .calls = *twilio_, .mail = no_mail_}
                  : practice;
  proposer_ = make_proposer(settings_.model, *client_);
  product_ =
      std::make_unique<Product>(World{.database = *database_,
                                      .clock = clock_,
                                      .random = random_,
                                      .network = network,
                                      .practice_network = practice,
                                      .proposer = proposer_.get()},
                                ProductSettings{.twilio = account_,
                                                .operator_contact = settings_.operator_contact,
                                                .journal = settings_.journal,
                                                .proposals = settings_.model.proposals});
}

void LiveServer::add_own_routes() {
  product_->router.add("GET", "/health", "health",
                       [this](http::Request) { return show_health(database_->is_well()); });
  product_->router.add("GET", "/metrics", "metrics", show_metrics);
  if (!settings_.playground) return;
  playground_ = std::make_unique<endpoints::Playground>(
      endpoints::PlaygroundParts{.database = *database_,
                                 .clock = clock_,
                                 .directory = product_->directory,
                                 .conversations = product_->conversations,
                                 .outbox = product_->outbox,
                                 .calls = product_->calls,
                                 .callbacks = product_->callbacks,
                                 .calendar = product_->calendar},
      *practice_);
  playground_->add_routes(product_->router);
}

}  // namespace callwright::server
