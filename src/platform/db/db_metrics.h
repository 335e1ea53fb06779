#pragma once

#include "platform/db/database.h"
#include "platform/metrics/metrics.h"

namespace callwright::db {

inline metrics::Labels engine_label(Engine engine) {
  return {{"engine", engine == Engine::Sqlite ? "sqlite" : "postgres"}};
}

// What an engine counts. Transactions over commits is how many callers share one sync of the disk.
struct DbMetrics {
  explicit DbMetrics(Engine engine)
      : committed(transactions(engine, "committed")),
        rolled_back(transactions(engine, "rolled_back")),
        unavailable(transactions(engine, "unavailable")),
        commits(metrics::Registry::global().counter("callwright_db_commits_total",
                                                    "Commits, each of one or more transactions.",
                                                    engine_label(engine))),
        retries(metrics::Registry::global().counter(
            "callwright_db_retries_total", "Transactions run again after losing to another.",
            engine_label(engine))) {}

  void count(const Result<void>& outcome) const {
    if (outcome) {
      committed.increment();
    } else if (outcome.error().code == ErrorCode::Unavailable) {
      unavailable.increment();
    } else {
      rolled_back.increment();
    }
  }

  metrics::Counter committed;
  metrics::Counter rolled_back;
  metrics::Counter unavailable;
  metrics::Counter commits;
  metrics::Counter retries;

 private:
  static metrics::Counter transactions(Engine engine, const char* outcome) {
    metrics::Labels labels = engine_label(engine);
    labels.emplace_back("outcome", outcome);
    return metrics::Registry::global().counter("callwright_db_transactions_total",
                                               "Write transactions by how they ended.", labels);
  }
};

}  // namespace callwright::db
