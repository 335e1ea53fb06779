#include "base/text.h"
#include "onboarding/tenant_document.h"
#include "server/commands/commands.h"
#include "server/commands/console.h"
#include "server/commands/store.h"

namespace callwright::server {
namespace {

// What the tenant verbs need of the product: no network, no jobs.
struct Desk {
  explicit Desk(std::unique_ptr<db::Database> opened)
      : database(std::move(opened)),
        ids(clock, random),
        audit(clock, ids),
        customers(clock, ids, audit),
        calendar(clock, ids, audit),
        documents(clock, ids, audit, directory, customers, calendar) {}

  std::unique_ptr<db::Database> database;
  SystemClock clock;
  SystemRandom random;
  Ids ids;
  access::Audit audit;
  tenants::TenantDirectory directory;
  customers::CustomerBook customers;
  scheduling::Calendar calendar;
  onboarding::TenantDocument documents;
};

Result<std::unique_ptr<Desk>> open_desk(const std::string& config_file) {
  TRY_ASSIGN(const Settings settings, load_settings(config_file));
  TRY_ASSIGN(auto database, open_database(settings));
  return std::make_unique<Desk>(std::move(database));
}

Result<Json> read_document(const std::string& file) {
  TRY_ASSIGN(const std::string text, read_file(file));
  auto document = Json::parse(text);
  if (!document) return failure(ErrorCode::Invalid, file + ": " + document.error().message);
  return document;
}

Result<std::string> apply(const TenantOptions& options) {
  TRY_ASSIGN(const Json document, read_document(options.file));
  TRY_ASSIGN(const auto desk, open_desk(options.config_file));
  TRY_ASSIGN(const auto tenant, desk->database->write([&](db::Transaction& tx) {
    return desk->documents.apply(tx, document, access::Actor::operator_named("command_line"));
  }));
  return tenant->slug + " is ready: " + tenant->name + ", answering " +
         (tenant->numbers.empty() ? "no number yet" : tenant->numbers.front().national());
}

Result<std::string> export_document(const TenantOptions& options) {
  TRY_ASSIGN(const auto desk, open_desk(options.config_file));
  return desk->database->read([&](db::Transaction& tx) -> Result<std::string> {
    TRY_ASSIGN(const auto tenant, desk->directory.by_slug(tx, options.slug));
    TRY_ASSIGN(const Json document, desk->documents.export_document(tx, tenant));
    return document.pretty();
  });
}

Result<std::string> list(const TenantOptions& options) {
  TRY_ASSIGN(const auto desk, open_desk(options.config_file));
  return desk->database->read([&](db::Transaction& tx) -> Result<std::string> {
    TRY_ASSIGN(const auto ids, desk->directory.all(tx));
    std::vector<std::string> lines;
    for (const TenantId& id : ids) {
      TRY_ASSIGN(const auto tenant, desk->directory.by_id(tx, id));
      const std::string number = tenant->numbers.empty() ? "" : tenant->numbers.front().e164();
      lines.push_back(options.json ? Json::object({{"slug", tenant->slug},
                                                   {"name", tenant->name},
                                                   {"number", number},
                                                   {"zone", tenant->zone.name()}})
                                         .dump()
                                   : tenant->slug + "  " + number + "  " + tenant->name);
    }
    return joined(lines, "\n");
  });
}

Result<std::string> verify(const AuditOptions& options) {
  TRY_ASSIGN(const auto desk, open_desk(options.config_file));
  return desk->database->read([&](db::Transaction& tx) -> Result<std::string> {
    TRY_ASSIGN(const auto tenant, desk->directory.by_slug(tx, options.slug));
    return desk->audit.verify(tx, tenant->id);
  });
}

}  // namespace

int tenant_apply(const TenantOptions& options) {
  return print_or_report(apply(options));
}

int tenant_export(const TenantOptions& options) {
  return print_or_report(export_document(options));
}

int tenant_list(const TenantOptions& options) {
  return print_or_report(list(options));
}

int tenant_check(const TenantOptions& options) {
  const auto document = read_document(options.file);
  if (!document) return report(document.error());
  const auto mistakes = onboarding::TenantDocument::mistakes(*document);
  for (const std::string& mistake : mistakes) print_line(mistake);
  if (mistakes.empty()) print_line("The document is in order.");
  return mistakes.empty() ? exit_ok : exit_failed;
}

int audit_verify(const AuditOptions& options) {
  const auto broken = verify(options);
  if (!broken) return report(broken.error());
  print_line(broken->empty() ? "The record is whole." : *broken);
  return broken->empty() ? exit_ok : exit_failed;
}

}  // namespace callwright::server
