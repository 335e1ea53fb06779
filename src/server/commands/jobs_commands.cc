// jobs parked and retry: what was given up on, for the person who mends what stood in its way.
#include "access/audit.h"
#include "base/text.h"
#include "platform/jobs/jobs.h"
#include "server/commands/commands.h"
#include "server/commands/console.h"
#include "server/commands/store.h"
#include "tenants/tenant_directory.h"

namespace callwright::server {
namespace {

struct JobDesk {
  explicit JobDesk(std::unique_ptr<db::Database> opened)
      : database(std::move(opened)), ids(clock, random), audit(clock, ids), queue(clock, ids) {}

  std::unique_ptr<db::Database> database;
  SystemClock clock;
  SystemRandom random;
  Ids ids;
  access::Audit audit;
  jobs::Queue queue;
  tenants::TenantDirectory directory;
};

Result<std::unique_ptr<JobDesk>> open_desk(const std::string& config_file) {
  TRY_ASSIGN(const Settings settings, load_settings(config_file));
  TRY_ASSIGN(auto database, open_database(settings));
  return std::make_unique<JobDesk>(std::move(database));
}

std::string line_of(const jobs::ParkedJob& job, const std::string& slug, bool as_json) {
  if (as_json) {
    return Json::object({{"job", job.id.text()},
                         {"kind", job.kind},
                         {"tenant", slug},
                         {"attempts", job.attempts},
                         {"reason", job.reason},
                         {"parked_at", iso8601_utc(job.parked_at)},
                         {"correlation", job.correlation.text()}})
        .dump();
  }
  return joined(std::vector<std::string>{job.id.text(), iso8601_utc(job.parked_at), job.kind, slug,
                                         "attempts " + std::to_string(job.attempts), job.reason},
                "  ");
}

Result<std::string> list_parked(const JobsOptions& options) {
  TRY_ASSIGN(const auto desk, open_desk(options.config_file));
  return desk->database->read([&](db::Transaction& tx) -> Result<std::string> {
    TRY_ASSIGN(const auto parked, desk->queue.parked(tx, options.limit));
    std::vector<std::string> lines;
    lines.reserve(parked.size());
    for (const jobs::ParkedJob& job : parked) {
      TRY_ASSIGN(const auto tenant, desk->directory.by_id(tx, job.tenant));
      lines.push_back(line_of(job, tenant->slug, options.json));
    }
    if (lines.empty() && !options.json) return "No job waits for a person.";
    return joined(lines, "\n");
  });
}

Result<std::string> retry(const JobsOptions& options) {
  TRY_ASSIGN(const auto desk, open_desk(options.config_file));
  return desk->database->write([&](db::Transaction& tx) -> Result<std::string> {
    TRY_ASSIGN(const auto job, desk->queue.retry_parked(tx, JobId(options.job)));
    if (!job) {
      return failure(ErrorCode::NotFound, "no parked job is called " + options.job +
                                              "; `callwright jobs parked` lists them");
    }
    TRY(desk->audit.record(
        tx, job->tenant, access::Actor::operator_named("command_line"), "job.retried",
        job->id.text(),
        Json::object({{"kind", job->kind}, {"attempts", job->attempts}, {"reason", job->reason}}),
        Json(), job->correlation));
    TRY_ASSIGN(const auto tenant, desk->directory.by_id(tx, job->tenant));
    return job->id.text() + " (" + job->kind + " of " + tenant->slug + ") is due now";
  });
}

}  // namespace

int jobs_parked(const JobsOptions& options) {
  return print_or_report(list_parked(options));
}

int jobs_retry(const JobsOptions& options) {
  return print_or_report(retry(options));
}

}  // namespace callwright::server
