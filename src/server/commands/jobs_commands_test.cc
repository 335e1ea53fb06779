#include <gtest/gtest.h>

#include <fstream>
#include <functional>

#include "platform/jobs/jobs.h"
#include "server/commands/commands.h"
#include "server/commands/ready_tenant.h"
#include "server/commands/store.h"
#include "support/test_database.h"
#include "tenants/tenant_directory.h"

namespace callwright::server {
namespace {

constexpr std::string_view slug = "prairie-plumbing";

struct Shown {
  int code = -1;
  std::string out;
  std::string complaint;
};

Shown shown(const std::function<int()>& command) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Shown shown;
  shown.code = command();
  shown.out = testing::internal::GetCapturedStdout();
  shown.complaint = testing::internal::GetCapturedStderr();
  return shown;
}

class Refusing : public jobs::Handler {
 public:
  Task<jobs::Outcome> run(jobs::Job job) override {
    co_return jobs::Park{"nobody takes " + job.payload};
  }
};

// A business on a file of its own.
class JobsCommands : public testing::Test {
 protected:
  void SetUp() override {
    const std::string document = folder_.file("business.json");
    std::ofstream(config()) << "[database]\nurl = \"sqlite:" << folder_.file("jobs.db") << "\"\n";
    std::ofstream(document) << ready_tenant().dump();
    ASSERT_EQ(shown([&] { return tenant_apply({.config_file = config(), .file = document}); }).code,
              exit_ok);
  }

  std::string config() const { return folder_.file("callwright.toml"); }

  std::unique_ptr<db::Database> database() const {
    return open_database({.database = "sqlite:" + folder_.file("jobs.db")}).value();
  }

  // Whoever runs it parks it.
  void park_a_job() const {
    const auto store = database();
    const SystemClock clock;
    SystemRandom random;
    Ids ids(clock, random);
    const jobs::Queue queue(clock, ids);
    const auto added = store->write([&](db::Transaction& tx) -> Result<bool> {
      TRY_ASSIGN(const auto tenant, tenants::TenantDirectory().by_slug(tx, std::string(slug)));
      return queue.enqueue(tx, {.tenant = tenant->id,
                                .kind = "errand",
                                .dedupe_key = "errand_1",
                                .payload = "errand_1",
                                .run_at = clock.now(),
                                .correlation = CorrelationId("cor_1")});
    });
    ASSERT_TRUE(added.value());
    jobs::Worker worker(*store, clock, random);
    Refusing handler;
    worker.handle("errand", handler);
    ASSERT_EQ(worker.run_due().value(), 1);
  }

  Shown parked(bool json = false) const {
    return shown([&] { return jobs_parked({.config_file = config(), .json = json}); });
  }
  Shown retry(const std::string& job) const {
    return shown([&] { return jobs_retry({.config_file = config(), .job = job}); });
  }

 private:
  tests::TemporaryFolder folder_;
};

TEST_F(JobsCommands, say_that_nothing_waits_and_print_no_json_for_it) {
  EXPECT_EQ(parked().out, "No job waits for a person.\n");
  EXPECT_EQ(parked(true).out, "");
  EXPECT_EQ(parked(true).code, exit_ok);
}

TEST_F(JobsCommands, list_what_was_given_up_on_and_try_it_again) {
  park_a_job();
  const Json job = Json::parse(parked(true).out).value();
  EXPECT_EQ(job.string_or("kind", ""), "errand");
  EXPECT_EQ(job.string_or("tenant", ""), slug);
  EXPECT_EQ(job.string_or("reason", ""), "nobody takes errand_1");
  EXPECT_EQ(job.string_or("correlation", ""), "cor_1");
  const std::string id = job.string_or("job", "");
  const std::string line = parked().out;
  for (const std::string& part : {id, std::string("errand  prairie-plumbing  attempts 1"),
                                  std::string("nobody takes errand_1")}) {
    EXPECT_NE(line.find(part), std::string::npos) << part << " in " << line;
  }

  EXPECT_EQ(retry(id).out, id + " (errand of prairie-plumbing) is due now\n");
  EXPECT_EQ(parked(true).out, "");
  const auto entries = database()->read([](db::Transaction& tx) {
    return tx.query_one(
        "SELECT COUNT(*) FROM audit_entries WHERE action = 'job.retried' "
        "AND actor = 'operator:command_line'");
  });
  EXPECT_EQ((*entries)->integer(0), 1);
}

TEST_F(JobsCommands, refuse_what_is_not_parked_and_say_where_to_look) {
  const Shown refused = retry("job_nowhere");
  EXPECT_EQ(refused.code, exit_usage);
  EXPECT_EQ(refused.out, "");
  EXPECT_EQ(refused.complaint,
            "callwright: no parked job is called job_nowhere; `callwright jobs parked` lists "
            "them\n");
}

}  // namespace
}  // namespace callwright::server
