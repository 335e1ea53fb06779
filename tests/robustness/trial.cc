#include "robustness/trial.h"

#include <cstdio>
#include <sstream>
#include <thread>

namespace callwright::robustness {
namespace {

using harness::SteadyClock;

constexpr int turns_max = 10;

}  // namespace

Result<std::unique_ptr<Trial>> Trial::begin(const harness::Programs& programs,
                                            const harness::Business& business,
                                            const std::string& folder) {
  std::unique_ptr<Trial> trial(new Trial(programs, business, folder));
  {
    TRY_ASSIGN(const auto office, harness::Office::open(trial->deployment_.database));
    TRY(office->apply(business, 1));
  }
  TRY_ASSIGN(trial->emulators_, harness::start_emulators(programs, trial->deployment_));
  TRY(trial->start_server());
  return trial;
}

Result<double> Trial::start_server() {
  const auto begin = SteadyClock::now();
  TRY_ASSIGN(server_, harness::start_server(programs_, deployment_));
  if (harness::get(port(), "/health").status != 200) {
    return failure(ErrorCode::Unavailable, "the server is not well");
  }
  return std::chrono::duration<double, std::milli>(SteadyClock::now() - begin).count();
}

harness::Answer Trial::send(const harness::Webhook& webhook) const {
  return harness::exchange(port(), harness::signed_request(account(), webhook));
}

bool Trial::talk_until(harness::Call& call, const harness::Booking& booking,
                       std::string_view asked) const {
  harness::Answer answer = send(call.arrive());
  for (int turn = 0; turn < turns_max; ++turn) {
    if (!call.hear(answer.status, answer.body) || !call.is_asked()) return false;
    if (call.asked() == asked) return true;
    answer = send(call.say(call.spoken_answer(booking)));
  }
  return false;
}

std::map<std::string, int> Trial::texts_sent() const {
  constexpr std::size_t at_once = 5'000;
  std::map<std::string, int> sent;
  for (std::size_t skip = 0;; skip += at_once) {
    const std::string page =
        "/emulator/messages?skip=" + std::to_string(skip) + "&count=" + std::to_string(at_once);
    harness::Answer answer;
    // It may be busy with news of a thousand texts.
    eventually(std::chrono::seconds(60), [&] {
      answer = harness::get(deployment_.carrier_port, page);
      if (answer.status == 200) return true;
      std::printf("  the emulated carrier answered %d after %.0f ms\n", answer.status,
                  answer.wait_ms);
      return false;
    });
    const auto texts = Json::parse(answer.body);
    ASSERT(texts && texts->is_array());
    for (const Json& text : *texts->as_array()) {
      ++sent[text.string_or("to", "") + " " + text.string_or("body", "")];
    }
    if (texts->as_array()->size() < at_once) return sent;
  }
}

void Trial::set_fault(const std::string& name, double chance) const {
  const Json menu = Json::object({{name, chance}});
  const harness::Answer answer =
      harness::post_json(deployment_.carrier_port, "/emulator/faults", menu.dump());
  ASSERT(answer.status == 200);
}

double Trial::metric(const std::string& name, const std::string& labels) const {
  std::istringstream lines(harness::get(port(), "/metrics").body);
  double sum = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(name) || line.find(labels) == std::string::npos) continue;
    sum += std::stod(line.substr(line.rfind(' ')));
  }
  return sum;
}

bool eventually(std::chrono::seconds within, const std::function<bool()>& holds) {
  const auto end = SteadyClock::now() + within;
  while (SteadyClock::now() < end) {
    if (holds()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return holds();
}

}  // namespace callwright::robustness
