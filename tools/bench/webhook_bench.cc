// What the whole server does with a carrier's signed webhooks over real sockets: voice turns and
// texts a second at 64 connections and on one, how flat that stays when much is stored, and what
// the server needs to start and to wait. The server is the real program; the callers and the
// carrier's REST interface are in this process, so on a small machine they compete with it: the
// processor time a webhook is the figure that this and other work disturb least.
//
//   callwright_webhook_bench [--seconds N] [--benchmark_filter=NAME]
//
// PostgreSQL is measured beside SQLite where CALLWRIGHT_TEST_POSTGRES names a server; its schema
// callwright_webhook_bench is replaced.
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "bench/webhook_traffic.h"
#include "harness/deployment.h"
#include "harness/office.h"
#include "platform/log/log.h"

namespace callwright::bench {
namespace {

using harness::Business;
using harness::Deployment;
using harness::Process;
using harness::SteadyClock;

constexpr int connections_many = 64;

struct Setup {
  const char* name;
  int tenants = 1;
  int visits = 0;
  std::string database;  // Empty: a new SQLite file.
};

// What one set-up was measured to do.
struct Figures {
  Measured one_voice;
  Measured voice;
  Measured texts;
};

double milliseconds_since(SteadyClock::time_point begin) {
  return std::chrono::duration<double, std::milli>(SteadyClock::now() - begin).count();
}

void print(const Setup& setup, const char* what, int connections, const Measured& measured) {
  std::printf(
      "%-30s %-11s %3d conn %7.0f/s  p50 %7.2f ms  p99 %7.2f ms  %6.0f us cpu"
      "  %5.0f KB written  %5.0f KB read each  failed %d%s%s\n",
      setup.name, what, connections, measured.per_second, measured.waits.percentile(0.5),
      measured.waits.percentile(0.99), measured.server_us_each, measured.written_kb_each,
      measured.read_kb_each, measured.failed, measured.failed > 0 ? ": " : "",
      measured.first_failure.c_str());
  std::fflush(stdout);
}

Result<void> prepare(const Setup& setup, const std::string& database) {
  TRY_ASSIGN(const auto office, harness::Office::open(database));
  TRY(office->apply(Business{}, setup.tenants));
  if (setup.visits > 0) TRY(office->fill_calendar(Business{}, setup.visits));
  return {};
}

// From the start of the program to its first answer, and what it holds in memory then.
Result<Process> start_and_tell(const harness::Programs& programs, const Deployment& deployment,
                               const Setup& setup) {
  const auto begin = SteadyClock::now();
  TRY_ASSIGN(Process server, harness::start_server(programs, deployment));
  const harness::Answer answer = harness::get(deployment.port, "/health");
  if (answer.status != 200) return failure(ErrorCode::Unavailable, "the server is not well");
  std::printf("%-30s first answer %.0f ms after the start, %.1f MB resident when idle\n",
              setup.name, milliseconds_since(begin),
              static_cast<double>(server.resident_bytes()) / 1e6);
  return server;
}

Result<Figures> measure(const harness::Programs& programs, const Setup& setup, int seconds) {
  const harness::TemporaryFolder folder;
  Deployment deployment(folder.path());
  if (!setup.database.empty()) deployment.database = setup.database;
  TRY(prepare(setup, deployment.database));
  TRY_ASSIGN(const auto carrier, CarrierStub::start(deployment.carrier_port));
  TRY_ASSIGN(const Process server, start_and_tell(programs, deployment, setup));

  Traffic traffic(deployment, server, setup.tenants, seconds);
  Figures figures;
  figures.one_voice = traffic.measure(Kind::Voice, 1);
  print(setup, "voice turns", 1, figures.one_voice);
  figures.voice = traffic.measure(Kind::Voice, connections_many);
  print(setup, "voice turns", connections_many, figures.voice);
  figures.texts = traffic.measure(Kind::Texts, connections_many);
  print(setup, "texts", connections_many, figures.texts);
  std::printf("%-30s %lld answers to texts sent meanwhile, %.1f MB resident after it all\n",
              setup.name, static_cast<long long>(carrier->sent()),
              static_cast<double>(server.resident_bytes()) / 1e6);
  return figures;
}

void print_ratios(const char* what, const Figures& with, const Figures& without) {
  const auto ratio = [](double a, double b) { return b == 0 ? 0 : a / b; };
  std::printf(
      "%-30s voice x%.2f in rate, x%.2f in cpu each; texts x%.2f in rate, x%.2f in cpu each\n",
      what, ratio(with.voice.per_second, without.voice.per_second),
      ratio(with.voice.server_us_each, without.voice.server_us_each),
      ratio(with.texts.per_second, without.texts.per_second),
      ratio(with.texts.server_us_each, without.texts.server_us_each));
}

// The connection string as an address, with a schema of our own that is made anew.
Result<std::string> postgres_address(std::string connection) {
  TRY_ASSIGN(const auto database, db::open_postgres({.connection = connection, .pool_size = 1}));
  TRY(database->write([](db::Transaction& tx) -> Result<void> {
    TRY(tx.execute("DROP SCHEMA IF EXISTS callwright_webhook_bench CASCADE"));
    TRY(tx.execute("CREATE SCHEMA callwright_webhook_bench"));
    return {};
  }));
  std::ranges::replace(connection, ' ', '&');
  return "postgresql:///?" + connection + "&options=-csearch_path%3Dcallwright_webhook_bench";
}

bool measure_postgres(const harness::Programs& programs, int seconds) {
  const char* connection = std::getenv("CALLWRIGHT_TEST_POSTGRES");
  if (connection == nullptr) {
    std::printf("PostgreSQL skipped: CALLWRIGHT_TEST_POSTGRES names no server\n");
    return true;
  }
  const auto address = postgres_address(connection);
  if (!address) {
    std::fprintf(stderr, "PostgreSQL: %s\n", address.error().message.c_str());
    return false;
  }
  const auto figures = measure(programs, {.name = "PostgreSQL", .database = *address}, seconds);
  if (!figures) std::fprintf(stderr, "PostgreSQL: %s\n", figures.error().message.c_str());
  return figures.has_value();
}

int run(int seconds) {
  const auto programs = harness::find_programs();
  if (!programs) {
    std::fprintf(stderr, "no callwright beside this program, and CALLWRIGHT_BINARY names none\n");
    return 2;
  }
  const Setup empty{.name = "SQLite"};
  const Setup full{.name = "SQLite, 100,000 visits", .visits = 100'000};
  const Setup many{.name = "SQLite, 1,000 businesses", .tenants = 1'000};
  Figures results[3];
  for (int i = 0; const Setup& setup : {empty, full, many}) {
    const auto figures = measure(*programs, setup, seconds);
    if (!figures) {
      std::fprintf(stderr, "%s: %s\n", setup.name, figures.error().message.c_str());
      return 1;
    }
    results[i++] = *figures;
  }
  print_ratios("0 -> 100,000 visits", results[1], results[0]);
  print_ratios("1 -> 1,000 businesses", results[2], results[0]);
  return measure_postgres(*programs, seconds) ? 0 : 1;
}

}  // namespace
}  // namespace callwright::bench

int main(int argc, char** argv) {
  int seconds = 5;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    constexpr std::string_view filter = "--benchmark_filter=";
    // Programs that measure are run together, each with the name of what is wanted.
    if (word.starts_with(filter)) {
      if (std::string_view("webhooks").find(word.substr(filter.size())) == std::string_view::npos) {
        return 0;
      }
    } else if (word == "--seconds" && i + 1 < argc) {
      seconds = std::clamp(std::atoi(argv[++i]), 1, 60);
    } else {
      std::fprintf(stderr, "usage: callwright_webhook_bench [--seconds N]\n");
      return 2;
    }
  }
  callwright::log::configure(
      {.level = callwright::log::Level::Error, .clock = nullptr, .sink = {}});
  return callwright::bench::run(seconds);
}
