#include "bench/webhook_traffic.h"

#include <unistd.h>

#include <fstream>
#include <sstream>
#include <vector>

#include "harness/caller.h"
#include "harness/office.h"

namespace callwright::bench {
namespace {

using harness::Answer;
using harness::SteadyClock;

// What all callers of one measurement share.
struct Shared {
  const harness::Account& account;
  int tenants;
  std::uint64_t& conversations;
  Measured measured;

  std::uint64_t next_number() { return ++conversations; }
  std::string business(std::uint64_t number) const {
    const auto tenant = static_cast<int>(number % static_cast<std::uint64_t>(tenants));
    return harness::Business{.number = tenant}.phone();
  }
  void check(bool proper, const Answer& answer) {
    if (proper) return;
    ++measured.failed;
    if (measured.first_failure.empty()) {
      measured.first_failure = std::to_string(answer.status) + " " + answer.body.substr(0, 200);
    }
  }
};

// Calls that go as far as the reading back of a visit, ask something else there, and decline: the
// work of a booking without filling the calendar while it is measured.
class Caller final : public harness::Script {
 public:
  explicit Caller(Shared& shared) : shared_(shared) {}

  std::optional<std::string> next() override {
    if (!call_) {
      const std::uint64_t number = shared_.next_number();
      call_.emplace(shared_.account, number, shared_.business(number));
      turns_ = 0;
      return turn(call_->arrive());
    }
    if (call_->is_asked() && turns_ < turns_max) return turn(call_->say(words()));
    ending_ = true;
    return signed_request(shared_.account, call_->hang_up());
  }

  void answered(const Answer& answer) override {
    if (ending_) {
      shared_.check(answer.status == 200, answer);
      ending_ = false;
      call_.reset();
      return;
    }
    shared_.measured.waits.ms.push_back(answer.wait_ms);
    const bool proper = call_->hear(answer.status, answer.body);
    shared_.check(proper, answer);
    if (!proper) call_.reset();
  }

 private:
  static constexpr int turns_max = 8;

  std::string turn(const harness::Webhook& webhook) {
    ++turns_;
    return signed_request(shared_.account, webhook);
  }

  std::string words() {
    if (call_->asked() != "confirm") return call_->spoken_answer({});
    return turns_ + 1 < turns_max ? "what are your hours" : "no";
  }

  Shared& shared_;
  std::optional<harness::Call> call_;
  int turns_ = 0;
  bool ending_ = false;
};

// Threads of three texts, each from a person who has not texted before.
class Texter final : public harness::Script {
 public:
  explicit Texter(Shared& shared) : shared_(shared) {}

  std::optional<std::string> next() override {
    static constexpr const char* words[] = {"hi, my bathroom sink is clogged", "Morgan Example",
                                            "what are your hours?"};
    const std::uint64_t number = shared_.next_number();
    if (said_ == std::size(words)) said_ = 0;
    if (said_ == 0) person_ = number;
    return signed_request(
        shared_.account,
        harness::text_webhook(shared_.account, number, harness::person_number(person_),
                              shared_.business(person_), words[said_++]));
  }

  void answered(const Answer& answer) override {
    shared_.measured.waits.ms.push_back(answer.wait_ms);
    shared_.check(harness::is_proper_twiml(answer.status, answer.body), answer);
  }

 private:
  Shared& shared_;
  std::uint64_t person_ = 0;
  std::size_t said_ = 0;
};

double processor_seconds(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::ostringstream text;
  text << file.rdbuf();
  // The name, in parentheses, may hold spaces; user and system time are the 12th and 13th after it.
  std::istringstream fields(text.str().substr(text.str().rfind(')') + 2));
  std::string skipped;
  for (int i = 0; i < 11; ++i) fields >> skipped;
  double user = 0;
  double system = 0;
  fields >> user >> system;
  return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

// What the process has handed to write calls so far, and taken from read calls.
struct Moved {
  double written_kb = 0;
  double read_kb = 0;
};

Moved moved_by(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/io");
  Moved moved;
  std::string name;
  double bytes = 0;
  while (file >> name >> bytes) {
    if (name == "wchar:") moved.written_kb = bytes / 1024;
    if (name == "rchar:") moved.read_kb = bytes / 1024;
  }
  return moved;
}

Task<http::Response> accept_text(std::int64_t number) {
  http::Response response = http::json(
      201, R"({"sid":")" +
               harness::make_sid("SM", static_cast<std::uint64_t>(number) + (1ULL << 60U)) +
               R"(","status":"queued"})");
  co_return response;
}

}  // namespace

CarrierStub::CarrierStub(std::uint16_t port) : server_({.port = port}, router_) {
  router_.add("POST", "/2010-04-01/Accounts/{account}/Messages.json", "texts",
              [this](http::Request) { return accept_text(++sent_); });
}

Result<std::unique_ptr<CarrierStub>> CarrierStub::start(std::uint16_t port) {
  std::unique_ptr<CarrierStub> stub(new CarrierStub(port));
  TRY(stub->server_.start());
  return stub;
}

Measured Traffic::measure(Kind kind, int connections) {
  Shared shared{.account = deployment_.account,
                .tenants = tenants_,
                .conversations = conversations_,
                .measured = {}};
  std::vector<std::unique_ptr<harness::Script>> people;
  std::vector<harness::Script*> scripts;
  for (int i = 0; i < connections; ++i) {
    if (kind == Kind::Voice) {
      people.push_back(std::make_unique<Caller>(shared));
    } else {
      people.push_back(std::make_unique<Texter>(shared));
    }
    scripts.push_back(people.back().get());
  }
  const double processor_before = processor_seconds(server_.id());
  const Moved moved_before = moved_by(server_.id());
  const auto begin = SteadyClock::now();
  harness::drive(deployment_.port, scripts, begin + std::chrono::seconds(seconds_));
  const std::chrono::duration<double> length = SteadyClock::now() - begin;
  const double processor = processor_seconds(server_.id()) - processor_before;

  Measured measured = std::move(shared.measured);
  const auto count = static_cast<double>(measured.waits.ms.size());
  measured.per_second = count / length.count();
  measured.server_us_each = count == 0 ? 0 : processor / count * 1e6;
  const Moved moved = moved_by(server_.id());
  measured.written_kb_each = count == 0 ? 0 : (moved.written_kb - moved_before.written_kb) / count;
  measured.read_kb_each = count == 0 ? 0 : (moved.read_kb - moved_before.read_kb) / count;
  measured.waits.sort();
  return measured;
}

}  // namespace callwright::bench
