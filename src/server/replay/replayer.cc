#include "server/replay/replayer.h"

#include "notifications/answer_json.h"
#include "platform/log/log.h"
#include "providers/twilio/journal_input.h"
#include "server/product.h"
#include "tenants/save_tenant.h"
#include "tenants/tenant_settings.h"

namespace callwright::server {
namespace {

constexpr std::string_view webhook_prefix = "twilio.";
constexpr std::string_view end_of_record = "the record ends here";

// How far a replay is.
struct Progress {
  const Recording& recording;
  std::vector<PlayedEvent> played;
  // The events of the handler that runs, in order.
  std::vector<std::size_t> expected = {};

  const journal::Entry& entry(std::size_t index) const { return recording.events[index].entry; }
  std::optional<std::size_t> take(std::string_view name) {
    const auto found = std::ranges::find_if(
        expected, [&](std::size_t index) { return entry(index).name == name; });
    if (found == expected.end()) return std::nullopt;
    const std::size_t index = *found;
    expected.erase(found);
    return index;
  }
};

class ReplayJournal final : public journal::Journal {
 public:
  explicit ReplayJournal(Progress& progress) : progress_(progress) {}

  Result<std::string> run(db::Transaction&, const journal::Owner&, const journal::Event& event,
                          const Work& work) override {
    const auto index = progress_.take(event.name);
    if (!index) return failure(ErrorCode::Unavailable, std::string(end_of_record));

    const journal::Entry& entry = progress_.entry(*index);
    journal::EventScope scope(entry.at, entry.notes.drawn);
    journal::Player player(entry.notes);
    Result<std::string> answer = work(player);
    player.finish();
    PlayedEvent& played = progress_.played[*index];
    played.reached = true;
    played.words = {.asked = player.asked(),
                    .answer = answer ? *answer : "failed: " + answer.error().message};
    played.drawn_otherwise = scope.drawn_otherwise();
    played.deviation = player.deviation();
    return answer;
  }

 private:
  Progress& progress_;
};

// Providers that answer what they answered then.
class ReplayNetwork final : public notifications::SmsSender,
                            public notifications::CallPlacer,
                            public notifications::MailSender {
 public:
  explicit ReplayNetwork(const Progress& progress) : progress_(progress) {}

  Task<notifications::HandOver> send(notifications::OutboundSms) override { return answer(); }
  Task<notifications::HandOver> place(notifications::OutboundCall) override { return answer(); }
  Task<notifications::HandOver> send(notifications::OutboundMail) override { return answer(); }

  Task<Result<std::optional<std::string>>> look_up(notifications::OutboundSms, Instant) override {
    const Json input = input_of(notifications::looked_up_step);
    const auto found = notifications::read_looked_up(input);
    if (!found) co_return failure(ErrorCode::Unavailable, std::string(end_of_record));
    co_return *found;
  }

 private:
  Task<notifications::HandOver> answer() {
    const Json input = input_of(notifications::answered_step);
    const auto given = notifications::read_hand_over(input);
    if (given) co_return *given;
    co_return notifications::NotHandedOver{.reason = std::string(end_of_record),
                                           .retry_after = std::nullopt};
  }

  Json input_of(std::string_view step) const {
    for (const std::size_t index : progress_.expected) {
      const journal::Entry& entry = progress_.entry(index);
      if (!entry.name.ends_with("." + std::string(step))) continue;
      return Json::parse(entry.input).value_or(Json());
    }
    return {};
  }

  const Progress& progress_;
};

std::string base_path_of(const Recording& recording) {
  for (const RecordedEvent& event : recording.events) {
    if (!event.entry.name.starts_with(webhook_prefix)) continue;
    return providers::twilio::base_path_of(Json::parse(event.entry.input).value_or(Json()));
  }
  return {};
}

std::optional<jobs::Lane> lane_of(std::string_view word) {
  for (const jobs::Lane lane : {jobs::Lane::Emergency, jobs::Lane::Normal, jobs::Lane::Bulk}) {
    if (jobs::to_string(lane) == word) return lane;
  }
  return std::nullopt;
}

// The product, on a stage with nothing real behind it: the database holds the tenant and nothing
// else, since every event is answered from the recording.
class Stage {
 public:
  Stage(const Recording& recording, std::unique_ptr<db::Database> database)
      : recording_(recording),
        database_(std::move(database)),
        account_{.account_sid = "AC00000000000000000000000000000000",
                 .auth_tokens = {"replay"},
                 .public_base_urls = {"https://replay.invalid" + base_path_of(recording)},
                 .trusted_proxies = {}},
        progress_{.recording = recording,
                  .played = std::vector<PlayedEvent>(recording.events.size())},
        product_(World{.database = *database_,
                       .clock = clock_,
                       .random = random_,
                       .network = {network_, network_, network_},
                       .practice_network = {network_, network_, network_},
                       .journal = &journal_},
                 ProductSettings{.twilio = account_, .operator_contact = {}, .journal = {}}) {}

  Result<std::vector<PlayedEvent>> play() {
    std::vector<bool> begun(recording_.events.size(), false);
    for (std::size_t index = 0; index < recording_.events.size(); ++index) {
      if (begun[index]) continue;
      progress_.expected = run_of(index);
      for (const std::size_t each : progress_.expected) begun[each] = true;
      TRY(play_from(index));
    }
    return std::move(progress_.played);
  }

 private:
  // The event and those that its run goes on with.
  std::vector<std::size_t> run_of(std::size_t first) const {
    std::vector<std::size_t> run = {first};
    const journal::Entry& begins = progress_.entry(first);
    for (std::size_t next = first + 1; next < recording_.events.size(); ++next) {
      const journal::Entry& entry = progress_.entry(next);
      if (begins.run.empty() || entry.run != begins.run) continue;
      if (entry.name == begins.name) break;
      run.push_back(next);
    }
    return run;
  }

  Result<void> play_from(std::size_t index) {
    const journal::Entry& entry = progress_.entry(index);
    clock_.set(entry.at);
    TRY(put_settings(entry));
    TRY_ASSIGN(const Json input, Json::parse(entry.input));
    if (entry.name.starts_with(webhook_prefix)) return play_webhook(index, input);
    return play_job(input);
  }

  // The settings that were in force.
  Result<void> put_settings(const journal::Entry& entry) {
    if (entry.settings_hash == settings_hash_) return {};
    const auto found = recording_.settings.find(entry.settings_hash);
    if (found == recording_.settings.end()) {
      return failure(ErrorCode::Invalid, "the settings of an event are missing");
    }
    TRY_ASSIGN(tenants::Tenant tenant,
               tenants::read_stored_settings(found->second, recording_.tenant));
    tenant.settings_hash = entry.settings_hash;
    settings_hash_ = entry.settings_hash;
    TRY(database_->write(
        [&](db::Transaction& tx) { return tenants::save_tenant(tx, tenant, entry.at); }));
    return {};
  }

  Result<void> play_webhook(std::size_t index, const Json& input) {
    TRY_ASSIGN(http::Request request, providers::twilio::replayed_request(input, account_));
    const http::Response response = wait_for(product_.router.handle(std::move(request)));
    PlayedEvent& played = progress_.played[index];
    if (!played.reached) {
      played.turned_away = std::to_string(response.status) + " " + response.body;
    } else if (response.status != 200 || response.body != played.words.answer) {
      // Nothing but the answer goes out; what goes out instead is told.
      played.words.answer += "\nsent as " + std::to_string(response.status) + " " + response.body;
    }
    return {};
  }

  Result<void> play_job(const Json& input) {
    const auto lane = lane_of(input.string_or("lane", ""));
    const std::string id = input.string_or("job", "");
    if (!lane || id.empty()) return failure(ErrorCode::Invalid, "the input of a job names no job");
    TRY(product_.worker.run_handler({.id = JobId(id),
                                     .tenant = recording_.tenant,
                                     .kind = input.string_or("kind", ""),
                                     .dedupe_key = input.string_or("key", ""),
                                     .payload = input.string_or("payload", ""),
                                     .lane = *lane,
                                     .attempt = static_cast<int>(input.integer_or("attempt", 1)),
                                     .correlation = recording_.correlation}));
    return {};
  }

  const Recording& recording_;
  const std::unique_ptr<db::Database> database_;
  const providers::twilio::AccountSettings account_;
  ManualClock clock_{Instant()};
  SeededRandom random_{1};
  Progress progress_;
  ReplayJournal journal_{progress_};
  ReplayNetwork network_{progress_};
  Product product_;
  std::string settings_hash_;
};

}  // namespace

Result<std::vector<PlayedEvent>> play(const Recording& recording) {
  TRY_ASSIGN(auto database, db::open_sqlite({.path = ":memory:", .single_threaded = true}));
  TRY(db::migrate(*database));
  return Stage(recording, std::move(database)).play();
}

}  // namespace callwright::server
