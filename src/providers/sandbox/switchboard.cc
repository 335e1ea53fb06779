#include "providers/sandbox/switchboard.h"

#include <algorithm>

#include "base/text.h"

// The calls as people and the clock move them; what documents make them do is in
// switchboard_documents.cc.
namespace callwright::providers::sandbox {
namespace {

// Talking takes time, which a recording's length shows.
constexpr int words_per_second = 2;

std::string_view verstat_of(reception::Verification verification) {
  using enum reception::Verification;
  switch (verification) {
    case A:
      return "TN-Validation-Passed-A";
    case B:
      return "TN-Validation-Passed-B";
    case C:
      return "TN-Validation-Passed-C";
    case Failed:
      return "TN-Validation-Failed";
    case None:
      return "";
  }
  return "";
}

std::string decimal(double value) {
  std::string text = std::to_string(value);
  while (text.ends_with('0') && !text.ends_with(".0")) text.pop_back();
  return text;
}

}  // namespace

std::string Switchboard::begin_inbound(const Dialled& dialled, const NumberAddresses& addresses) {
  const std::lock_guard lock(mutex_);
  Line& line = add({.direction = "inbound",
                    .verstat = std::string(verstat_of(dialled.verification)),
                    .status_callback = addresses.status_callback,
                    .fallback_url = addresses.voice_fallback_url},
                   "CA");
  line.shown.from = dialled.from;
  line.shown.to = dialled.to.e164();
  line.shown.state = PhoneState::Waiting;
  line.shown.carrier_status = "ringing";
  if (addresses.voice_url.empty()) {
    line.shown.heard.push_back({clock_.now(), "This number is not in service.", "en-US"});
    end(line, "failed");
  } else {
    fetch(line, addresses.voice_url, {});
  }
  return line.shown.sid;
}

std::string Switchboard::begin_outbound(const NewCall& call) {
  const std::lock_guard lock(mutex_);
  Line& line = add({.direction = "outbound-api",
                    .status_callback = call.status_callback,
                    .status_events = call.status_events,
                    .answer_url = call.url,
                    .fallback_url = call.fallback_url},
                   "CA");
  line.shown.inbound = false;
  line.shown.from = call.from;
  line.shown.to = call.to;
  line.shown.state = PhoneState::Ringing;
  line.shown.carrier_status = "queued";
  line.deadline = clock_.now() + call.ring_timeout;
  report(line, "initiated");
  set_status(line, "ringing");
  return line.shown.sid;
}

bool Switchboard::say(const std::string& sid, const std::string& text, double confidence) {
  const std::lock_guard lock(mutex_);
  Line* line = find(sid);
  if (line == nullptr) return false;
  if (line->shown.state == PhoneState::Recording) {
    line->taping.seconds +=
        1 + static_cast<int>(split(trimmed(text), ' ').size()) / words_per_second;
    tape_ended(*line, "");
    return true;
  }
  if (line->shown.state == PhoneState::Bridged) return true;
  if (line->shown.state != PhoneState::Listening) return false;
  if (!line->gathering.words || faults_.strikes(&FaultMenu::recogniser_deaf)) {
    listen_ended(*line, {});
  } else {
    listen_ended(*line, {{"SpeechResult", text}, {"Confidence", decimal(confidence)}});
  }
  return true;
}

bool Switchboard::press(const std::string& sid, const std::string& keys) {
  const std::lock_guard lock(mutex_);
  Line* line = find(sid);
  if (line == nullptr || keys.empty()) return false;
  if (keys.find_first_not_of("0123456789*#") != std::string::npos) return false;
  if (line->shown.state == PhoneState::Bridged) return true;
  if (line->shown.state == PhoneState::Recording) {
    if (keys.find_first_of(line->taping.finish_on_key) == std::string::npos) return true;
    tape_ended(*line, keys);
    return true;
  }
  if (line->shown.state != PhoneState::Listening) return false;
  for (const char key : keys) {
    if (press_key(*line, key)) return true;
  }
  // The person has pressed all there is to press; the answer ends with the pause that follows.
  line->ahead += line->gathering.timeout;
  listen_ended(*line, {{"Digits", line->gathering.keys}});
  return true;
}

// True when the key ends the answer.
bool Switchboard::press_key(Line& line, char key) {
  Gathering& gathering = line.gathering;
  if (gathering.finish_on_key.find(key) != std::string::npos) {
    listen_ended(line, {{"Digits", gathering.keys}, {"FinishedOnKey", std::string(1, key)}});
    return true;
  }
  gathering.keys += key;
  if (gathering.digits_max == 0 || gathering.keys.size() < gathering.digits_max) return false;
  listen_ended(line, {{"Digits", gathering.keys}});
  return true;
}

bool Switchboard::stay_silent(const std::string& sid, Seconds length) {
  const std::lock_guard lock(mutex_);
  Line* line = find(sid);
  if (line == nullptr || line->shown.state == PhoneState::Ended) return false;
  line->ahead += length;
  expire(*line);
  return true;
}

bool Switchboard::hang_up(const std::string& sid) {
  const std::lock_guard lock(mutex_);
  Line* line = find(sid);
  if (line == nullptr || line->shown.state == PhoneState::Ended) return false;
  leave(*line);
  return true;
}

// The person on this line has gone.
void Switchboard::leave(Line& line) {
  line.verbs.clear();
  switch (line.shown.state) {
    case PhoneState::Recording:
      if (line.taping.seconds == 0) return end(line, "completed");
      line.shown.carrier_status = "completed";
      return tape_ended(line, "hangup");
    case PhoneState::Transferring:
      return dial_ended(line, "no-answer", false, true);
    case PhoneState::Bridged:
      if (!line.shown.parent_sid.empty()) return end(line, "completed");
      return dial_ended(line, "completed", true, true);
    case PhoneState::Ringing:
      return end(line, "canceled");
    default:
      return end(line, "completed");
  }
}

bool Switchboard::pick_up(const std::string& sid) {
  const std::lock_guard lock(mutex_);
  Line* line = find(sid);
  if (line == nullptr || line->shown.state != PhoneState::Ringing) return false;
  line->shown.state = PhoneState::Waiting;
  line->deadline.reset();
  line->answered_at = clock_.now();
  set_status(*line, "in-progress");
  if (line->answer_url.empty()) {
    bridge(*line);
  } else {
    fetch(*line, line->answer_url, {});
  }
  return true;
}

bool Switchboard::decline(const std::string& sid) {
  const std::lock_guard lock(mutex_);
  Line* line = find(sid);
  if (line == nullptr || line->shown.state != PhoneState::Ringing) return false;
  end(*line, "busy");
  return true;
}

bool Switchboard::redirect(const std::string& sid, const std::string& url) {
  const std::lock_guard lock(mutex_);
  Line* line = find(sid);
  if (line == nullptr || line->shown.state == PhoneState::Ended || line->busy) return false;
  line->verbs.clear();
  // Whoever is rung or talked to is let go first.
  if (Line* child = find(std::exchange(line->dialling.child_sid, ""))) end(*child, "completed");
  line->shown.transfer_to.clear();
  fetch(*line, url, {});
  return true;
}

std::string Switchboard::ringing() const {
  const std::lock_guard lock(mutex_);
  std::string oldest;
  for (const std::string& sid : live_) {
    const Line& line = lines_.find(sid)->second;
    if (line.shown.state != PhoneState::Ringing) continue;
    if (!line.shown.parent_sid.empty()) return sid;
    if (oldest.empty()) oldest = sid;
  }
  return oldest;
}

std::vector<RingingPhone> Switchboard::ringing_phones() const {
  const std::lock_guard lock(mutex_);
  std::vector<RingingPhone> phones;
  for (const std::string& sid : live_) {
    const Line& line = lines_.find(sid)->second;
    if (line.shown.state == PhoneState::Ringing) phones.push_back({sid, line.shown.to});
  }
  return phones;
}

void Switchboard::expire() {
  const std::lock_guard lock(mutex_);
  const std::vector<std::string> live = live_;
  for (const std::string& sid : live) {
    Line& line = *find(sid);
    if (!may_be_typing(line)) expire(line);
  }
}

bool Switchboard::may_be_typing(const Line& line) const {
  const bool is_heard =
      line.shown.state == PhoneState::Listening || line.shown.state == PhoneState::Recording;
  return is_heard && line.deadline && line_time(line) < *line.deadline + settings_.typing_time;
}

void Switchboard::expire(Line& line) {
  if (!line.deadline || line_time(line) < *line.deadline || line.pending || line.busy) return;
  line.deadline.reset();
  switch (line.shown.state) {
    case PhoneState::Listening:
      return line.gathering.keys.empty() ? listen_ended(line, {})
                                         : listen_ended(line, {{"Digits", line.gathering.keys}});
    case PhoneState::Recording:
      return tape_ended(line, "");
    case PhoneState::Transferring:
      return dial_ended(line, "no-answer", false, false);
    case PhoneState::Bridged:
      return dial_ended(line, "completed", true, false);
    case PhoneState::Ringing:
      return end(line, "no-answer");
    case PhoneState::Waiting:
      return run(line);
    case PhoneState::Ended:
      return;
  }
}

std::optional<Instant> Switchboard::next_deadline() const {
  const std::lock_guard lock(mutex_);
  std::optional<Instant> next;
  for (const std::string& sid : live_) {
    const Line& line = lines_.find(sid)->second;
    if (!line.deadline) continue;
    const Instant due = *line.deadline - line.ahead;
    if (!next || due < *next) next = due;
  }
  return next;
}

std::optional<Switchboard::Work> Switchboard::take_work(const std::string& sid) {
  const std::lock_guard lock(mutex_);
  Line* line = find(sid);
  if (line == nullptr || line->busy || !line->pending) return std::nullopt;
  Work work{.sid = sid, .fetch = *std::exchange(line->pending, std::nullopt), .webhook = {}};
  work.webhook = {.url = work.fetch.url, .form = standard_form(*line)};
  work.webhook.form.insert(work.webhook.form.end(), work.fetch.extra.begin(),
                           work.fetch.extra.end());
  line->busy = true;
  return work;
}

std::optional<Switchboard::Work> Switchboard::take_any_work() {
  std::string next;
  {
    const std::lock_guard lock(mutex_);
    for (const std::string& sid : live_) {
      const Line& line = lines_.find(sid)->second;
      if (line.pending && !line.busy) next = sid;
      if (!next.empty()) break;
    }
  }
  if (next.empty()) return std::nullopt;
  return take_work(next);
}

void Switchboard::finish_work(const Work& work, const WebhookAnswer& answer) {
  std::vector<std::move_only_function<void(bool)>> waiters;
  {
    const std::lock_guard lock(mutex_);
    Line* line = find(work.sid);
    line->busy = false;
    if (line->shown.state != PhoneState::Ended) {
      if (work.fetch.then_end) {
        end(*line, "completed");
      } else {
        load(*line, work.fetch.url, answer);
      }
    }
    waiters = std::exchange(line->waiters, {});
  }
  for (auto& waiter : waiters) waiter(true);
}

void Switchboard::when_idle(const std::string& sid, std::move_only_function<void(bool)> done) {
  {
    const std::lock_guard lock(mutex_);
    Line* line = find(sid);
    if (line != nullptr && line->busy) {
      line->waiters.push_back(std::move(done));
      return;
    }
  }
  done(false);
}

std::optional<PhoneCall> Switchboard::call(std::string_view sid) const {
  const std::lock_guard lock(mutex_);
  const auto found = lines_.find(sid);
  if (found == lines_.end()) return std::nullopt;
  return found->second.shown;
}

std::vector<PhoneCall> Switchboard::calls() const {
  const std::lock_guard lock(mutex_);
  std::vector<PhoneCall> all;
  for (const std::string& sid : order_) all.push_back(lines_.find(sid)->second.shown);
  return all;
}

Line* Switchboard::find(std::string_view sid) {
  const auto found = lines_.find(sid);
  return found == lines_.end() ? nullptr : &found->second;
}

Line& Switchboard::add(Line line, std::string_view sid_prefix) {
  const std::string sid = make_sid(sid_prefix, faults_.random());
  line.shown.sid = sid;
  line.shown.started_at = clock_.now();
  order_.push_back(sid);
  live_.push_back(sid);
  return lines_.emplace(sid, std::move(line)).first->second;
}

}  // namespace callwright::providers::sandbox
