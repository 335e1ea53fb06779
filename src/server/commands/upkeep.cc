// migrate and doctor: what an operator runs before and beside the server.
#include "platform/json/json.h"
#include "server/commands/commands.h"
#include "server/commands/console.h"
#include "server/commands/store.h"
#include "tenants/tenant_directory.h"

namespace callwright::server {
namespace {

struct Finding {
  std::string what;
  bool good = false;
  std::string detail;
};

std::string carrier_detail(const CarrierSettings& carrier) {
  if (carrier.kind == "sandbox") return "the practice network: no call leaves this machine";
  return "twilio account " + carrier.account_sid.substr(0, 6) + "... at " + carrier.api_url;
}

Finding database_finding(const Settings& settings) {
  const auto database = open_database(settings);
  if (!database) return {"database", false, database.error().message};
  const auto tenants =
      (*database)->read([](db::Transaction& tx) { return tenants::TenantDirectory().all(tx); });
  if (!tenants) return {"database", false, tenants.error().message};
  const std::string engine = (*database)->engine() == db::Engine::Sqlite ? "SQLite" : "PostgreSQL";
  return {"database", true, engine + ", " + std::to_string(tenants->size()) + " businesses"};
}

std::vector<Finding> examine(const std::string& config_file) {
  const auto settings = load_settings(config_file);
  if (!settings) return {{"configuration", false, settings.error().message}};
  std::vector<Finding> findings = {
      {"configuration", true,
       config_file.empty() ? "built-in values and environment" : config_file}};
  findings.push_back(database_finding(*settings));
  findings.push_back({"carrier", true, carrier_detail(settings->carrier)});
  const bool reachable =
      !settings->operator_contact.email.empty() || settings->operator_contact.phone;
  findings.push_back({"operator", reachable,
                      reachable
                          ? "alerts reach a person"
                          : "set operator.phone or operator.email: alerts go to the log only"});
  return findings;
}

}  // namespace

int migrate(const MigrateOptions& options) {
  const auto settings = load_settings(options.config_file);
  if (!settings) return report(settings.error());
  const auto database = open_database(*settings);
  if (!database) return report(database.error());
  print_line("The database is at this version.");
  return exit_ok;
}

int doctor(const DoctorOptions& options) {
  bool good = true;
  Json all = Json::array();
  for (const Finding& finding : examine(options.config_file)) {
    good = good && finding.good;
    all.push_back(
        Json::object({{"check", finding.what}, {"ok", finding.good}, {"detail", finding.detail}}));
    if (!options.json)
      print_line((finding.good ? "ok    " : "LOOK  ") + finding.what + ": " + finding.detail);
  }
  if (options.json) print_line(all.dump());
  return good ? exit_ok : exit_failed;
}

}  // namespace callwright::server
