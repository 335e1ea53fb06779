#include "server/practice_network.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "server/built_in_stories.h"
#include "server/rehearsal/story.h"

namespace callwright::server {
namespace {

using endpoints::PracticeCall;
using endpoints::PracticeStory;
using providers::sandbox::PhoneState;

constexpr std::chrono::milliseconds timer_tick{100};
constexpr std::chrono::milliseconds pace_of_talk{
    2500};  // Between what people say, so that it can be followed.
constexpr Seconds silence_length{8};
constexpr int stories_at_once_max = 8;

std::string_view name_of(PhoneState state) {
  switch (state) {
    case PhoneState::Ringing:
      return "ringing";
    case PhoneState::Listening:
      return "listening";
    case PhoneState::Recording:
      return "recording";
    case PhoneState::Waiting:
      return "waiting";
    case PhoneState::Transferring:
      return "transferring";
    case PhoneState::Bridged:
      return "bridged";
    case PhoneState::Ended:
      return "ended";
  }
  return "ended";
}

// What the people of a story do; what it checks is for the test suite.
bool is_played(const StoryLine& line) {
  static constexpr std::array verbs = {"caller", "says",  "presses", "silent",
                                       "hangs",  "texts", "owner"};
  return std::ranges::find(verbs, line.verb) != verbs.end();
}

std::string first_comment(std::string_view text) {
  if (!text.starts_with('#')) return "";
  return std::string(trimmed(text.substr(1, text.find('\n') - 1)));
}

}  // namespace

struct LivePracticeNetwork::Playing {
  std::vector<StoryLine> lines;
  std::string call;
  std::string from;
  PhoneNumber to;
};

LivePracticeNetwork::LivePracticeNetwork(providers::sandbox::SandboxCarrier& carrier)
    : carrier_(carrier) {}

void LivePracticeNetwork::start() {
  timers_ = std::jthread([this](const std::stop_token& stop) { run_timers(stop); });
}

LivePracticeNetwork::~LivePracticeNetwork() = default;

void LivePracticeNetwork::run_timers(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    wait_for(carrier_.run_due());
    std::this_thread::sleep_for(timer_tick);
  }
}

Task<std::string> LivePracticeNetwork::dial(std::string from, PhoneNumber to,
                                            reception::Verification verification) {
  return carrier_.dial(
      {.from = std::move(from), .to = std::move(to), .verification = verification});
}

Task<bool> LivePracticeNetwork::say(std::string call, std::string words) {
  return carrier_.say(std::move(call), std::move(words));
}

Task<bool> LivePracticeNetwork::press(std::string call, std::string keys) {
  return carrier_.press(std::move(call), std::move(keys));
}

Task<bool> LivePracticeNetwork::silence(std::string call) {
  return carrier_.silence(std::move(call), silence_length);
}

Task<bool> LivePracticeNetwork::hang_up(std::string call) {
  return carrier_.hang_up(std::move(call));
}

Task<bool> LivePracticeNetwork::owner_answers(std::string keys) {
  return carrier_.owner_answers(std::move(keys));
}

Task<std::string> LivePracticeNetwork::text(std::string from, PhoneNumber to, std::string body) {
  return carrier_.text_in(std::move(from), std::move(to), std::move(body));
}

std::optional<PracticeCall> LivePracticeNetwork::call(const std::string& id) const {
  const auto phone = carrier_.call(id);
  if (!phone) return std::nullopt;
  PracticeCall call{.id = id,
                    .state = std::string(name_of(phone->state)),
                    .heard = {},
                    .transfer_to = phone->transfer_to};
  for (const auto& heard : phone->heard) call.heard.push_back(heard.text);
  return call;
}

std::vector<PracticeStory> LivePracticeNetwork::stories() const {
  std::vector<PracticeStory> stories;
  for (const BuiltInStory& story : built_in_stories()) {
    // Only a story that begins with a ringing phone can be watched as a call.
    if (story.text.find(" dials") == std::string_view::npos) continue;
    stories.push_back({.name = std::string(story.name), .about = first_comment(story.text)});
  }
  return stories;
}

Task<Result<std::string>> LivePracticeNetwork::play(std::string name, PhoneNumber to) {
  const auto all = built_in_stories();
  const auto found = std::ranges::find(all, name, &BuiltInStory::name);
  if (found == all.end()) co_return failure(ErrorCode::NotFound, "there is no story of that name");
  auto story = parse_story(found->text, name);
  ASSERT(story);  // The test suite plays every one of them.

  auto& lines = story->lines;
  const auto begins = std::ranges::find_if(lines, [](const StoryLine& line) {
    return line.verb == "caller" && line.words.size() > 1 && line.words[1] == "dials";
  });
  if (begins == lines.end()) co_return failure(ErrorCode::Invalid, "nobody calls in that story");
  const std::string from = begins->words[0];
  const std::string sid = co_await dial(from, to, reception::Verification::A);
  lines.erase(lines.begin(), begins + 1);
  std::erase_if(lines, [](const StoryLine& line) { return !is_played(line); });

  auto playing =
      std::make_shared<Playing>(Playing{.lines = lines, .call = sid, .from = from, .to = to});
  const std::lock_guard lock(mutex_);
  if (players_.size() >= stories_at_once_max)
    players_.erase(players_.begin());  // Joins the oldest.
  players_.emplace_back(
      [this, playing](const std::stop_token& stop) { play_rest(stop, *playing); });
  co_return sid;
}

void LivePracticeNetwork::play_rest(const std::stop_token& stop, Playing playing) {
  for (const StoryLine& line : playing.lines) {
    std::this_thread::sleep_for(pace_of_talk);
    if (stop.stop_requested()) return;
    const std::string word = line.words.empty() ? "" : line.words[0];
    if (line.verb == "says") wait_for(say(playing.call, word));
    if (line.verb == "presses") wait_for(press(playing.call, word));
    if (line.verb == "silent") wait_for(silence(playing.call));
    if (line.verb == "hangs") wait_for(hang_up(playing.call));
    if (line.verb == "texts") wait_for(text(playing.from, playing.to, word));
    if (line.verb == "owner" && word == "answers" && line.words.size() > 1)
      wait_for(owner_answers(line.words[1]));
  }
}

}  // namespace callwright::server
