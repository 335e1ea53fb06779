#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "platform/clock/ids.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "platform/journal/event_scope.h"

namespace callwright::journal {

// Something that happens: a webhook, a job, a provider's answer to one.
struct Event {
  std::string name;  // "twilio.turn", "message.deliver".
  std::string run;   // Joins the events of one run of a job; else empty.
  // JSON, as the handler reads it again, without what must never be stored. Asked for only where
  // the event leaves an entry.
  std::function<std::string()> input;
  Instant at;
  std::optional<CorrelationId> correlation;  // Where it is known before the work begins.
  // An entry even where nothing changed: the run may go on, and a replay begins where it began.
  bool may_go_on = false;
};

// Whose event it is.
struct Owner {
  TenantId tenant;
  std::string settings_hash;
  bool keeps_words = true;  // Whoever keeps no transcripts keeps no journal either.
};

// Runs events. What is answered is named in words, so that two runs can be compared.
class Journal {
 public:
  using Work = std::function<Result<std::string>(db::Transaction&)>;

  virtual ~Journal() = default;
  virtual Result<std::string> run(db::Transaction& tx, const Owner& owner, const Event& event,
                                  const Work& work) = 0;

  // The same for work whose answer is a value; `words` names it.
  template <class Function, class Words>
  auto run_for(db::Transaction& tx, const Owner& owner, const Event& event, Function&& function,
               Words&& words) -> std::invoke_result_t<Function, db::Transaction&> {
    std::optional<std::invoke_result_t<Function, db::Transaction&>> answer;
    const Result<std::string> named =
        run(tx, owner, event, [&](db::Transaction& noted) -> Result<std::string> {
          answer.emplace(function(noted));
          if (!*answer) return std::unexpected(answer->error());
          return words(**answer);
        });
    if (!named) return std::unexpected(named.error());
    return *std::move(answer);
  }
};

// The event that a job's run begins with, or, where `step` is named, goes on with: `input` is then
// what has come in meanwhile, as JSON. The job must outlive the event.
Event event_of(const jobs::Job& job, Instant at);
Event event_of(const jobs::Job& job, Instant at, std::string_view step, std::string input);

// Forgets a day's entries of a tenant once they have been kept long enough; the payload is the
// instant before which they are old.
inline constexpr std::string_view forget_job = "journal.forget";

struct JournalSettings {
  bool enabled = true;
  std::chrono::days kept{30};
};

// The journal of a running product: entries are written in the commit of their event.
class KeptJournal final : public Journal {
 public:
  KeptJournal(JournalSettings settings, Ids& ids, const jobs::Queue& queue)
      : settings_(settings), ids_(ids), queue_(queue) {}

  Result<std::string> run(db::Transaction& tx, const Owner& owner, const Event& event,
                          const Work& work) override;

 private:
  Result<void> see_to_forgetting(db::Transaction& tx, const TenantId& tenant, Instant at);

  const JournalSettings settings_;
  Ids& ids_;
  const jobs::Queue& queue_;
  std::mutex mutex_;
  std::unordered_map<TenantId, std::chrono::sys_days> seen_to_;  // The newest day of each tenant.
};

class JournalForgetter final : public jobs::Handler {
 public:
  JournalForgetter(db::Database& database, const Clock& clock)
      : database_(database), clock_(clock) {}

  Task<jobs::Outcome> run(jobs::Job job) override;

 private:
  db::Database& database_;
  const Clock& clock_;
};

}  // namespace callwright::journal
