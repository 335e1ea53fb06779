#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "providers/sandbox/courier.h"
#include "providers/sandbox/line.h"

namespace callwright::providers::sandbox {

// All calls and what they are doing. Decides and remembers; it never waits. Where a call needs a
// webhook to go on, take_work() says which, and finish_work() takes the answer. Safe from any
// thread.
class Switchboard {
 public:
  static constexpr int redirects_max = 10;
  static constexpr std::size_t document_bytes_max = 64 * 1024;

  Switchboard(const SandboxSettings& settings, const Clock& clock, FaultBox& faults,
              Schedule& schedule)
      : settings_(settings), clock_(clock), faults_(faults), schedule_(schedule) {}

  std::string begin_inbound(const Dialled& dialled, const NumberAddresses& addresses);
  std::string begin_outbound(const NewCall& call);

  // What people do. False: the call is in no state for it.
  bool say(const std::string& sid, const std::string& text, double confidence);
  bool press(const std::string& sid, const std::string& keys);
  bool stay_silent(const std::string& sid, Seconds length);
  bool hang_up(const std::string& sid);
  bool pick_up(const std::string& sid);
  bool decline(const std::string& sid);
  // Sends a call to another document.
  bool redirect(const std::string& sid, const std::string& url);
  // The phone that rings for a transfer, else the oldest other; empty when none rings.
  std::string ringing() const;
  std::vector<RingingPhone> ringing_phones() const;

  // Ends what has lasted long enough.
  void expire();
  std::optional<Instant> next_deadline() const;

  struct Work {
    std::string sid;
    Fetch fetch;
    Webhook webhook;
  };
  std::optional<Work> take_work(const std::string& sid);
  std::optional<Work> take_any_work();
  void finish_work(const Work& work, const WebhookAnswer& answer);
  // Calls back once the call's webhook is answered; at once when none is under way.
  void when_idle(const std::string& sid, std::move_only_function<void(bool)> done);

  std::optional<PhoneCall> call(std::string_view sid) const;
  std::vector<PhoneCall> calls() const;
  // Every progress report the call could have given so far, in order.
  std::vector<Webhook> progress(const std::string& sid) const;

 private:
  Line* find(std::string_view sid);
  Instant line_time(const Line& line) const { return clock_.now() + line.ahead; }
  Line& add(Line line, std::string_view sid_prefix);

  void run(Line& line);
  void perform(Line& line, const Element& verb);
  void say_verb(Line& line, const Element& verb);
  void gather(Line& line, const Element& verb);
  void record(Line& line, const Element& verb);
  void dial(Line& line, const Element& verb);
  void redirect_verb(Line& line, const Element& verb);
  void reject(Line& line, const Element& verb);
  void end_of_document(Line& line);

  void listen_ended(Line& line, http::Form heard);
  void tape_ended(Line& line, std::string_view key);
  void dial_ended(Line& line, std::string_view status, bool bridged, bool caller_left);
  void bridge(Line& child);
  void expire(Line& line);
  bool may_be_typing(const Line& line) const;
  void leave(Line& line);
  bool press_key(Line& line, char key);

  void fetch(Line& line, std::string_view link, http::Form extra, bool then_end = false);
  void load(Line& line, const std::string& url, const WebhookAnswer& answer);
  void complain(Line& line, std::string_view code);
  void set_status(Line& line, std::string_view status);
  void end(Line& line, std::string_view status);
  void report(Line& line, std::string_view event);
  Webhook report_of(const Line& line, std::string_view status, int sequence) const;
  http::Form standard_form(const Line& line) const;

  const SandboxSettings& settings_;
  const Clock& clock_;
  FaultBox& faults_;
  Schedule& schedule_;

  mutable std::mutex mutex_;
  std::map<std::string, Line, std::less<>> lines_;
  std::vector<std::string> order_;  // Every call, as they began.
  std::vector<std::string> live_;   // Those not ended, as they began.
};

}  // namespace callwright::providers::sandbox
