// Kills the server at a random instant while calls and texts come in, starts it again, and counts
// what was lost and what was done twice.
//
//   callwright_kill9 [--rounds N] [--seed N]
//
// Everything that was answered must be there afterwards: delivered once more, it gets the same
// bytes. What was under way is delivered again, as a carrier does, and every call goes on. At the
// end each caller who was told of a visit has that one visit, and each text that the database knows
// was handed to the carrier once.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <thread>

#include "platform/log/log.h"
#include "robustness/database_view.h"
#include "robustness/trial.h"

namespace callwright::robustness {
namespace {

using harness::Answer;
using harness::SteadyClock;

constexpr int exit_skipped = 77;
constexpr int callers = 6;
constexpr int texters = 2;
constexpr std::uint64_t life_min_ms = 20;
constexpr std::uint64_t life_max_ms = 260;
constexpr int rounds_max = 100'000;

// An answered webhook: the bytes of both.
struct Acknowledged {
  std::string request;
  std::string answer;
};

struct Findings {
  std::int64_t acknowledged = 0;
  std::int64_t interrupted = 0;  // Webhooks whose answer a kill cut off, or several did.
  std::int64_t calls_went_on =
      0;                  // Of the calls in progress at a kill, properly answered after it.
  std::int64_t lost = 0;  // Answered, and answered otherwise when delivered again.
  std::int64_t visits_told = 0;
  std::int64_t visits_lost = 0;     // Told of, and not there.
  std::int64_t visits_doubled = 0;  // More than one for one caller who asked for one.
  std::int64_t improper = 0;        // Answers that are no proper ones.
  std::int64_t sent_twice = 0;
  std::int64_t never_sent = 0;
  std::int64_t still_queued = 0;
  std::int64_t given_up =
      0;  // Killed with the server so often that a person had to start it again.
  std::vector<double> restart_ms;
};

// Somebody who sends one webhook after the other, and the unanswered one again until it is
// answered.
class Person : public harness::Script {
 public:
  Person(Trial& trial, Findings& findings, std::vector<Acknowledged>& answered)
      : trial_(trial), findings_(findings), answered_(answered) {}

  // The numbers of the callers who heard that they have a visit.
  const std::vector<std::string>& told_of_visits() const { return told_of_visits_; }

  std::optional<std::string> next() override {
    if (!unanswered_) unanswered_ = signed_request(trial_.account(), next_webhook());
    return unanswered_;
  }

  void answered(const Answer& answer) override {
    if (answer.status == 0) {
      if (!std::exchange(was_cut_off_, true)) ++findings_.interrupted;
      return;
    }
    const bool proper = hear(answer);
    if (!proper) {
      ++findings_.improper;
      std::printf("  improper: %d %s\n", answer.status, answer.body.substr(0, 160).c_str());
    }
    if (proper && std::exchange(was_cut_off_, false)) ++findings_.calls_went_on;
    ++findings_.acknowledged;
    answered_.push_back({*std::exchange(unanswered_, std::nullopt), answer.body});
  }

 protected:
  Trial& trial_;
  std::vector<std::string> told_of_visits_;

 private:
  virtual harness::Webhook next_webhook() = 0;
  virtual bool hear(const Answer& answer) = 0;

  Findings& findings_;
  std::vector<Acknowledged>& answered_;
  std::optional<std::string> unanswered_;
  bool was_cut_off_ = false;
};

class Caller final : public Person {
 public:
  using Person::Person;

 private:
  harness::Webhook next_webhook() override {
    if (!call_) {
      call_.emplace(trial_.new_call());
      return call_->arrive();
    }
    if (call_->is_asked()) return call_->say(call_->spoken_answer(booking()));
    is_over_ = true;
    return call_->hang_up();
  }

  bool hear(const Answer& answer) override {
    if (is_over_) {
      is_over_ = false;
      call_.reset();
      return answer.status == 200;
    }
    const bool proper = call_->hear(answer.status, answer.body);
    if (answer.body.find("You are booked") != std::string::npos) {
      told_of_visits_.push_back(call_->person());
    }
    if (!proper) call_.reset();
    return proper;
  }

  // Each name once, so that each text is one of its kind.
  harness::Booking booking() {
    static constexpr const char* times[] = {"tomorrow at ten in the morning", "next monday at 2 pm",
                                            "next thursday at 9 am", "next friday at 4 pm"};
    return {.name = "Jordan Example", .time = times[++bookings_ % std::size(times)]};
  }

  std::optional<harness::Call> call_;
  bool is_over_ = false;
  std::size_t bookings_ = 0;
};

class Texter final : public Person {
 public:
  using Person::Person;

 private:
  harness::Webhook next_webhook() override {
    const std::uint64_t number = trial_.next_number();
    return text_webhook(trial_.account(), number, harness::person_number(number),
                        trial_.business().phone(), "what are your hours?");
  }

  bool hear(const Answer& answer) override {
    // Not at full speed: each text is answered by one, and all of them are counted in the end.
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return harness::is_proper_twiml(answer.status, answer.body);
  }
};

// Delivers what was answered once more and compares.
void redeliver(const Trial& trial, const std::vector<Acknowledged>& answered, Findings& findings) {
  constexpr std::size_t at_once = 32;
  for (std::size_t begin = 0; begin < answered.size(); begin += at_once) {
    const std::size_t count = std::min(at_once, answered.size() - begin);
    std::vector<std::string> requests;
    for (std::size_t i = 0; i < count; ++i) requests.push_back(answered[begin + i].request);
    const std::vector<Answer> answers = harness::exchange_at_once(trial.port(), requests);
    for (std::size_t i = 0; i < count; ++i) {
      if (answers[i].status == 200 && answers[i].body == answered[begin + i].answer) continue;
      ++findings.lost;
      std::printf("  lost: %s\n  was  %s\n  now  %d %s\n",
                  requests[i].substr(0, requests[i].find('\r')).c_str(),
                  answered[begin + i].answer.c_str(), answers[i].status, answers[i].body.c_str());
    }
  }
}

// How often the database knows each text that fits the condition: by recipient and body.
std::map<std::string, int> texts_known(const Trial& trial, const std::string& condition) {
  std::map<std::string, int> known;
  for (const Row& row : rows(trial.file(),
                             "SELECT recipient || ' ' || body, COUNT(*) FROM messages "
                             "WHERE channel = 'sms' AND " +
                                 condition + " GROUP BY recipient, body")) {
    known[row[0]] = std::stoi(row[1]);
  }
  return known;
}

int count_of(const std::map<std::string, int>& counts, const std::string& text) {
  const auto found = counts.find(text);
  return found == counts.end() ? 0 : found->second;
}

// Once nothing is queued any more, what the database says was sent is what the carrier was handed.
void compare_texts(const Trial& trial, Findings& findings) {
  const auto queued = [&] {
    return number(trial.file(), "SELECT COUNT(*) FROM messages WHERE status = 'queued'");
  };
  // A thousand lives leave more than is sent in a minute: it is enough that it becomes less.
  constexpr int waits_max = 30;
  findings.still_queued = queued();
  for (int wait = 0; wait < waits_max && findings.still_queued > 0; ++wait) {
    eventually(std::chrono::seconds(30), [&] { return queued() == 0; });
    const std::int64_t left = queued();
    if (left >= findings.still_queued) break;
    findings.still_queued = left;
  }
  const std::map<std::string, int> sent = trial.texts_sent();
  const std::map<std::string, int> known = texts_known(trial, "1 = 1");
  for (const auto& [text, count] : sent) {
    findings.sent_twice += std::max(0, count - count_of(known, text));
  }
  for (const auto& [text, count] :
       texts_known(trial, "status IN ('accepted', 'sent', 'delivered')")) {
    findings.never_sent += std::max(0, count - count_of(sent, text));
  }
}

void compare_visits(const Trial& trial, std::span<const std::unique_ptr<Person>> people,
                    Findings& findings) {
  std::map<std::string, int> visits;
  for (const Row& row : rows(trial.file(), "SELECT phone, COUNT(*) FROM appointments GROUP BY 1")) {
    visits[row[0]] = std::stoi(row[1]);
    findings.visits_doubled += visits[row[0]] - 1;
  }
  for (const auto& person : people) {
    for (const std::string& phone : person->told_of_visits()) {
      ++findings.visits_told;
      if (visits.contains(phone)) continue;
      ++findings.visits_lost;
      std::printf("  a visit of %s is lost\n", phone.c_str());
    }
  }
}

// What a killed server was about to send is taken up when its lease ends, a minute later. Nobody
// needs to wait for that: while no server runs, every lease is one of the dead. A job that was
// killed too often waits for a person, who asks for it here.
Result<void> end_leases(Trial& trial, Findings& findings) {
  trial.server().stop();
  rows(trial.file(), "UPDATE jobs SET due_at = 0 WHERE lease IS NOT NULL AND due_at IS NOT NULL");
  findings.given_up = number(trial.file(), "SELECT COUNT(*) FROM jobs WHERE parked_at IS NOT NULL");
  rows(trial.file(),
       "UPDATE jobs SET due_at = 0, attempts = 0, lease = NULL, parked_at = NULL "
       "WHERE parked_at IS NOT NULL");
  TRY(trial.start_server());
  return {};
}

Result<void> play_round(Trial& trial, std::span<harness::Script* const> people, Random& chance,
                        std::vector<Acknowledged>& answered, Findings& findings) {
  answered.clear();
  const std::chrono::milliseconds life(life_min_ms + chance.below(life_max_ms - life_min_ms));
  {
    const std::jthread killer([&] {
      std::this_thread::sleep_for(life);
      trial.server().kill_at_once();
    });
    harness::drive(trial.port(), people, SteadyClock::time_point::max());
  }
  std::error_code none;
  const std::uintmax_t log_bytes = std::filesystem::file_size(trial.file() + "-wal", none);
  TRY_ASSIGN(const double restart_ms, trial.start_server());
  findings.restart_ms.push_back(restart_ms);
  constexpr double restart_ms_wanted = 1'000;
  if (restart_ms > restart_ms_wanted) {
    std::printf("  a start of %.0f ms, with a log of %.1f MB\n", restart_ms,
                none ? 0 : static_cast<double>(log_bytes) / 1e6);
  }
  redeliver(trial, answered, findings);
  return {};
}

void report(const Trial& trial, const Findings& findings) {
  harness::Waits restarts{findings.restart_ms};
  restarts.sort();
  const auto count = [](std::int64_t value) { return static_cast<long long>(value); };
  std::printf(
      "rounds %zu, webhooks answered %lld, cut off by the kill %lld, went on after it %lld\n",
      restarts.ms.size(), count(findings.acknowledged), count(findings.interrupted),
      count(findings.calls_went_on));
  std::printf("acknowledged effects lost: %lld answers, %lld of %lld visits\n",
              count(findings.lost), count(findings.visits_lost), count(findings.visits_told));
  std::printf("duplicates: %lld texts, %lld visits; never sent %lld texts; improper answers %lld\n",
              count(findings.sent_twice), count(findings.visits_doubled),
              count(findings.never_sent), count(findings.improper));
  std::printf("texts still queued %lld; jobs a person had to start again %lld\n",
              count(findings.still_queued), count(findings.given_up));
  std::printf("appointments %lld, texts %lld\n",
              count(number(trial.file(), "SELECT COUNT(*) FROM appointments")),
              count(number(trial.file(), "SELECT COUNT(*) FROM messages WHERE channel = 'sms'")));
  std::printf("restart to ready: p50 %.0f ms, p99 %.0f ms, max %.0f ms\n", restarts.percentile(0.5),
              restarts.percentile(0.99), restarts.percentile(1));
}

Result<bool> run(const harness::Programs& programs, int rounds, std::uint64_t seed) {
  const harness::TemporaryFolder folder;
  TRY_ASSIGN(const auto trial,
             Trial::begin(programs, harness::Business{.technicians = 40}, folder.path()));
  SeededRandom chance(seed);
  Findings findings;
  std::vector<Acknowledged> answered;
  std::vector<std::unique_ptr<Person>> people;
  std::vector<harness::Script*> scripts;
  for (int i = 0; i < callers + texters; ++i) {
    if (i < callers) {
      people.push_back(std::make_unique<Caller>(*trial, findings, answered));
    } else {
      people.push_back(std::make_unique<Texter>(*trial, findings, answered));
    }
    scripts.push_back(people.back().get());
  }
  constexpr int rounds_until_progress = 100;
  for (int round = 1; round <= rounds; ++round) {
    TRY(play_round(*trial, scripts, chance, answered, findings));
    if (round % rounds_until_progress == 0) {
      std::printf("round %d, lost %lld so far\n", round, static_cast<long long>(findings.lost));
      std::fflush(stdout);
    }
  }
  // The last calls go on as well.
  harness::drive(trial->port(), scripts, SteadyClock::now() + std::chrono::milliseconds(300));
  TRY(end_leases(*trial, findings));
  compare_texts(*trial, findings);
  compare_visits(*trial, people, findings);
  const auto integrity = rows(trial->file(), "PRAGMA integrity_check");
  const bool whole = integrity.size() == 1 && integrity[0][0] == "ok";
  std::printf("the database file is %s\n", whole ? "whole" : "BROKEN");
  report(*trial, findings);
  return whole && findings.lost == 0 && findings.visits_lost == 0 && findings.sent_twice == 0 &&
         findings.visits_doubled == 0 && findings.never_sent == 0 && findings.still_queued == 0 &&
         findings.improper == 0 && findings.calls_went_on == findings.interrupted;
}

}  // namespace
}  // namespace callwright::robustness

int main(int argc, char** argv) {
  using namespace callwright;
  int rounds = 5;
  std::uint64_t seed = 1;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--rounds" && i + 1 < argc) {
      rounds = std::clamp(std::atoi(argv[++i]), 1, robustness::rounds_max);
    } else if (word == "--seed" && i + 1 < argc) {
      seed = std::strtoull(argv[++i], nullptr, 10);
    } else {
      std::fprintf(stderr, "usage: callwright_kill9 [--rounds N] [--seed N]\n");
      return 2;
    }
  }
  log::configure({.level = log::Level::Error, .clock = nullptr, .sink = {}});
  const auto programs = harness::find_programs();
  if (!programs) {
    std::printf("skipped: no callwright and callwright-emulators to run\n");
    return robustness::exit_skipped;
  }
  const Result<bool> held = robustness::run(*programs, rounds, seed);
  if (!held) {
    std::fprintf(stderr, "%s\n", held.error().message.c_str());
    return 1;
  }
  std::printf("%s\n", *held ? "everything held" : "NOT everything held");
  return *held ? 0 : 1;
}
