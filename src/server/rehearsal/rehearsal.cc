#include "server/rehearsal/rehearsal.h"

#include "platform/crypto/crypto.h"

namespace callwright::server {
namespace {

// A due job may make another one due at the same moment, and so on; a chain this long never ends.
constexpr int settle_rounds_max = 1'000;

using providers::sandbox::SandboxCarrier;
using providers::sandbox::SandboxSettings;

std::string join_rows(const db::Rows& rows) {
  std::string text;
  for (const db::Row& row : rows) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      text += row.is_null(column) ? std::string(1, '\0') : row.text(column);
      text += '\x1f';
    }
    text += '\x1e';
  }
  return text;
}

}  // namespace

Rehearsal::Rehearsal(const RehearsalSettings& settings)
    : seams_(settings.seams),
      journal_(settings.journal),
      clock_(settings.now),
      product_clock_(clock_),
      own_random_(settings.seed),
      random_(settings.seams.random ? *settings.seams.random : own_random_) {}

Result<std::unique_ptr<Rehearsal>> Rehearsal::make(const RehearsalSettings& settings) {
  std::unique_ptr<Rehearsal> rehearsal(new Rehearsal(settings));
  TRY(rehearsal->open_database());
  Rehearsal* self = rehearsal.get();
  providers::sandbox::Deliver deliver = [self](http::ClientRequest request) {
    // The routes of whichever process is alive now.
    return providers::sandbox::deliver_to(self->product_->router)(std::move(request));
  };
  if (settings.seams.in_front_of_webhooks) {
    deliver = settings.seams.in_front_of_webhooks(std::move(deliver));
  }
  rehearsal->carrier_ = std::make_unique<SandboxCarrier>(SandboxSettings{}, self->clock_,
                                                         self->random_, std::move(deliver));
  rehearsal->start_product();
  return rehearsal;
}

Result<void> Rehearsal::open_database() {
  if (seams_.open_database) {
    TRY_ASSIGN(database_, seams_.open_database());
  } else {
    TRY_ASSIGN(database_, db::open_sqlite({.path = ":memory:", .single_threaded = true}));
  }
  return db::migrate(*database_);
}

void Rehearsal::start_product() {
  const SandboxSettings carrier;
  const notifications::Network carriers{.sms = *carrier_, .calls = *carrier_, .mail = *carrier_};
  const notifications::Network network =
      seams_.in_front_of_network ? seams_.in_front_of_network(carriers) : carriers;
  product_ = std::make_unique<Product>(
      World{.database = *database_,
            .clock = product_clock_,
            .random = random_,
            .network = network,
            .practice_network = network,
            .proposer = seams_.proposer},
      ProductSettings{.twilio = {.account_sid = carrier.account_sid,
                                 .auth_tokens = {carrier.auth_token},
                                 .public_base_urls = {carrier.public_base_url},
                                 .trusted_proxies = {}},
                      .operator_contact = {},
                      .journal = {.enabled = journal_},
                      .proposals = seams_.proposals});
  product_->worker.observe([this](const jobs::Job& job) { fired_jobs_.push_back(job.kind); });
  product_->queue.wake_with([this] { next_job_.reset(); });
  next_job_.reset();
}

void Rehearsal::restart_process() {
  product_.reset();
  start_product();
}

Result<void> Rehearsal::restart_machine(const std::function<void()>& meanwhile) {
  product_.reset();
  database_.reset();
  meanwhile();
  TRY(open_database());
  start_product();
  return {};
}

void Rehearsal::crash() {
  restart_process();
  settle();
}

Result<tenants::TenantPtr> Rehearsal::apply_tenant(const Json& document) {
  return database_->write([&](db::Transaction& tx) {
    return product_->documents.apply(tx, document, access::Actor::operator_named("rehearsal"));
  });
}

void Rehearsal::run(Task<> task) {
  bool done = false;
  start(std::move(task), [&] { done = true; });
  ASSERT(done);
}

void Rehearsal::settle() {
  for (int round = 0; round < settle_rounds_max; ++round) {
    run(carrier_->run_due());
    const Result<bool> ran = run_jobs();
    const auto next = carrier_->next_due();
    const bool carrier_is_quiet = !next || *next > clock_.now();
    if ((!ran || !*ran) && carrier_is_quiet) return;
  }
  ASSERT(false);  // Something makes itself due for ever.
}

// Whether there were any.
Result<bool> Rehearsal::run_jobs() {
  if (const auto due = next_job(); !due || *due > clock_.now()) return false;
  const Result<int> ran = product_->worker.run_due();
  next_job_.reset();
  if (!ran) return std::unexpected(ran.error());
  return *ran > 0;
}

// When the next job is due, by the world's clock.
std::optional<Instant> Rehearsal::next_job() {
  if (!next_job_) {
    const Result<std::optional<Instant>> due = product_->worker.next_due();
    if (!due) return std::nullopt;
    next_job_ = *due;
  }
  if (!*next_job_) return std::nullopt;
  return **next_job_ - product_clock_.ahead;
}

std::optional<Instant> Rehearsal::next_due() {
  const std::optional<Instant> carrier = carrier_->next_due();
  const std::optional<Instant> job = next_job();
  if (!carrier || !job) return carrier ? carrier : job;
  return std::min(*carrier, *job);
}

void Rehearsal::step_towards(Instant end) {
  const Instant stop = std::min(next_due().value_or(end), end);
  clock_.set(std::max(stop, clock_.now() + Milliseconds(1)));
  settle();
}

void Rehearsal::advance(Milliseconds by) {
  const Instant end = clock_.now() + by;
  settle();
  while (clock_.now() < end) step_towards(end);
}

bool Rehearsal::stay_silent(const std::string& call, Milliseconds at_most) {
  const Instant end = clock_.now() + at_most;
  const auto lines_heard = [&] {
    const auto phone = carrier_->call(call);
    return phone ? phone->heard.size() : 0;
  };
  settle();
  const std::size_t before = lines_heard();
  while (clock_.now() < end && lines_heard() == before) step_towards(end);
  return lines_heard() != before;
}

std::vector<std::string> Rehearsal::take_fired_jobs() {
  return std::exchange(fired_jobs_, {});
}

std::string Rehearsal::state_hash() {
  const Result<std::string> digest =
      database_->read([](db::Transaction& tx) -> Result<std::string> {
        TRY_ASSIGN(const db::Rows tables,
                   tx.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"));
        std::string all;
        for (const db::Row& table : tables) {
          TRY_ASSIGN(const db::Rows columns,
                     tx.query("SELECT name FROM pragma_table_info(?) ORDER BY cid", table.text(0)));
          std::string as_text;
          for (const db::Row& column : columns) {
            as_text += (as_text.empty() ? "CAST(" : ", CAST(") + column.text(0) + " AS TEXT)";
          }
          TRY_ASSIGN(const db::Rows rows,
                     tx.query("SELECT " + as_text + " FROM " + table.text(0) + " ORDER BY 1, 2"));
          all += table.text(0) + '\x1d' + join_rows(rows);
        }
        return crypto::hex(crypto::sha256(all));
      });
  ASSERT(digest);
  return *digest;
}

}  // namespace callwright::server
