#include "server/patient_database.h"

#include <chrono>

#include "platform/log/log.h"

namespace callwright::server {
namespace {

constexpr std::chrono::seconds retry_interval{1};

}  // namespace

Result<std::unique_ptr<PatientDatabase>> PatientDatabase::open(db::Engine engine, Open open) {
  std::unique_ptr<PatientDatabase> database(new PatientDatabase(engine, std::move(open)));
  const Result<void> opened = database->try_to_open();
  if (!opened && opened.error().code != ErrorCode::Unavailable) {
    return std::unexpected(opened.error());
  }
  database->note(opened);
  if (!opened) database->thread_ = std::thread([self = database.get()] { self->keep_trying(); });
  return database;
}

PatientDatabase::PatientDatabase(db::Engine engine, Open open)
    : engine_(engine),
      open_(std::move(open)),
      available_(metrics::Registry::global().gauge(
          "callwright_database_available",
          "1 while the database can be written; 0 while callers hear the apology instead.")) {
  available_.set(1);
}

PatientDatabase::~PatientDatabase() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stop_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void PatientDatabase::submit(db::Access access, Work work, Done done) {
  db::Database* const database = opened_;
  if (database == nullptr) {
    done(std::unexpected(away()));
  } else if (access == db::Access::Read) {
    database->submit(access, std::move(work), std::move(done));
  } else {
    database->submit(access, std::move(work),
                     [this, done = std::move(done)](Result<void> outcome) mutable {
                       note(outcome);
                       done(std::move(outcome));
                     });
  }
}

Result<void> PatientDatabase::run(db::Access access, Work work) {
  db::Database* const database = opened_;
  if (database == nullptr) return std::unexpected(away());
  Result<void> outcome = database->run(access, std::move(work));
  if (access == db::Access::Write) note(outcome);
  return outcome;
}

Result<void> PatientDatabase::try_to_open() {
  TRY_ASSIGN(std::unique_ptr<db::Database> database, open_());
  // A file that may only be read opens well, and would stay so when it may be written again.
  TRY(database->write([](db::Transaction&) -> Result<void> { return {}; }));
  owned_ = std::move(database);
  opened_ = owned_.get();
  return {};
}

void PatientDatabase::keep_trying() {
  std::unique_lock lock(mutex_);
  while (!stop_.wait_for(lock, retry_interval, [&] { return stopping_; })) {
    lock.unlock();
    const Result<void> opened = try_to_open();
    if (opened) return note(opened);
    log::error("server.database_still_away", opened.error());
    lock.lock();
  }
}

// What the work itself decided says nothing about the database.
void PatientDatabase::note(const Result<void>& outcome) {
  const bool well = outcome || outcome.error().code != ErrorCode::Unavailable;
  if (is_well_.exchange(well) == well) return;
  available_.set(well ? 1 : 0);
  if (well) {
    log::info("server.database_available");
  } else {
    log::error("server.database_unavailable", outcome.error(),
               {{"callers", "hear the apology and may leave a message"}});
  }
}

Error PatientDatabase::away() const {
  return {.code = ErrorCode::Unavailable, .message = "the database cannot be opened"};
}

}  // namespace callwright::server
