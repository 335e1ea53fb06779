#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/phone_number.h"
#include "base/time.h"
#include "notifications/ports.h"
#include "platform/async/task.h"
#include "platform/clock/clock.h"
#include "platform/clock/random.h"
#include "platform/http/client.h"
#include "platform/http/router.h"
#include "providers/sandbox/faults.h"
#include "reception/turn.h"

// A telephone network for practice, with everything in memory: it plays the carrier towards us and
// the people on the phone towards the carrier. It speaks to us as Twilio does, over signed
// webhooks, and runs the TwiML it is answered with.
namespace callwright::providers::sandbox {

// Brings one webhook to us. http::Client::send has this shape, for a server on another port.
using Deliver = std::function<Task<http::ClientResult>(http::ClientRequest)>;

// Hands webhooks to the routes of this process, without a socket. The router must outlive the
// result.
Deliver deliver_to(const http::Router& router);

// Where a number's webhooks go. Empty: nowhere. Fragments such as "#rc=2&rp=5xx" ask for retries.
struct NumberAddresses {
  std::string voice_url;
  std::string voice_fallback_url;
  std::string status_callback;
  std::string sms_url;
};

struct SandboxSettings {
  std::string account_sid = "AC00000000000000000000000000000000";
  std::string auth_token = "sandbox";
  // The public address of our webhooks, as the server under test has it configured.
  std::string public_base_url = "https://sandbox.callwright.invalid";
  // A transfer that a person took is talked through for this long; then that person hangs up.
  Seconds talk_length{60};
  // People who type what they would say take longer than a phone waits for a word: so long nobody
  // is taken to be silent who has not said so by silence().
  Seconds typing_time{0};
  // The carrier itself answers STOP, START and HELP and blocks those who said STOP, as Twilio does
  // unless told otherwise. Off: the words are only passed on to us.
  bool answers_opt_out = false;
};

enum class PhoneState : std::uint8_t {
  Ringing,       // One of our outgoing calls, not picked up yet.
  Listening,     // We wait for words or keys.
  Recording,     // We record what is said.
  Waiting,       // A pause is being played, or a webhook is under way.
  Transferring,  // Another person's phone rings, or its owner hears the whisper.
  Bridged,       // The two people talk.
  Ended,
};

struct Heard {
  Instant at;
  std::string text;
  std::string language;  // "en-US".
};

// What a person with a phone at the ear knows of one call, and what the carrier knows of it. A
// copy: it does not change any more.
struct PhoneCall {
  std::string sid;
  std::string parent_sid;  // Of the call that a transfer rings for; empty otherwise.
  std::string from;
  std::string to;
  bool inbound = true;  // Somebody called us.
  PhoneState state = PhoneState::Waiting;
  std::string carrier_status;  // "ringing", "in-progress", "completed", "no-answer", ...
  std::vector<Heard> heard;
  bool words_heard = false;   // While listening: words count, not only keys.
  std::string transfer_to;    // While a transfer rings or is talked through: the number.
  std::string recording_sid;  // Of the last message that was recorded.
  // What the carrier complained about, as its debugger shows it: "12100", "11200". Empty: nothing.
  std::vector<std::string> complaints;
  Instant started_at;
  std::optional<Instant> ended_at;
};

// The phone of somebody we call, before it is picked up.
struct RingingPhone {
  std::string sid;
  std::string to;
};

struct TextMessage {
  std::string sid;
  Instant at;
  std::string from;
  std::string to;
  std::string body;
  bool inbound = false;  // To us.
  std::string status;    // "received", "queued", "sent", "delivered", "undelivered", "failed".
  std::string error_code;
};

struct Mail {
  Instant at;
  std::string to;
  std::string subject;
  std::string body;
};

struct DeliveredWebhook {
  Instant at;
  std::string url;
  std::string body;
  std::string token;
  int status = 0;  // 0: no answer came.
  std::string answer;
};

enum class RedeliveryOrder : std::uint8_t { AsSent, Reversed };
struct Redelivery {
  int sent = 0;
  int answered_differently = 0;  // Not the bytes of the first time.
};

// Someone picks up a phone and dials.
struct Dialled {
  std::string from;  // E.164, or what a carrier sends in its place: "anonymous".
  PhoneNumber to;
  reception::Verification verification = reception::Verification::None;
};

// Why the carrier will not do what its API was asked.
struct ApiError {
  int status;
  int code;
  std::string message;
};

struct NewCall {
  std::string from;
  std::string to;
  std::string url;
  std::string fallback_url;
  std::string status_callback;
  std::vector<std::string> status_events;  // Empty: only "completed".
  Seconds ring_timeout{60};
};

struct NewText {
  std::string from;
  std::string to;
  std::string body;
  std::string status_callback;
};

// Deterministic given the clock, the random source and the order of the calls: nothing happens by
// itself. Timers (ringing, listening, status callbacks) run in run_due(), which the owner of the
// clock calls. Every verb of a person also runs what is due by then. Safe to call from any thread;
// one call is one telephone line, so verbs about it come one after the other.
class SandboxCarrier final : public notifications::SmsSender,
                             public notifications::CallPlacer,
                             public notifications::MailSender {
 public:
  SandboxCarrier(SandboxSettings settings, const Clock& clock, Random& random, Deliver deliver);
  ~SandboxCarrier() override;

  // --- People with phones. False: the phone is in no state for it (the call has ended, nobody
  // listens).

  // Dials and follows the call until it waits for the caller, or has ended. The call's sid.
  Task<std::string> dial(Dialled dialled);
  Task<bool> say(std::string sid, std::string text, double confidence = 0.92);
  // "hangup" cannot be pressed; keys are 0-9, * and #.
  Task<bool> press(std::string sid, std::string keys);
  // The person says nothing for this long, as measured at the phone: timers of this call that end
  // meanwhile end now. Where the clock is moved by hand, move it and call run_due() instead.
  Task<bool> silence(std::string sid, Seconds length);
  Task<bool> hang_up(std::string sid);

  // Somebody picks up what rings: a transfer first, else the oldest alert call. Presses the keys
  // when asked to, and hangs up after an alert. False: nothing rings.
  Task<bool> owner_answers(std::string keys);
  // The same for one ringing call, which goes on by say, press and hang_up.
  Task<bool> pick_up(std::string sid);
  Task<bool> decline(std::string sid);

  // Sends a text to us. Its sid.
  Task<std::string> text_in(std::string from, PhoneNumber to, std::string body);

  // --- Time.

  // Does everything that is due now: ring timeouts, silences, status callbacks.
  Task<> run_due();
  std::optional<Instant> next_due() const;

  // --- What happened.

  std::optional<PhoneCall> call(std::string_view sid) const;
  std::vector<PhoneCall> calls() const;
  // The phones that ring now, as they began.
  std::vector<RingingPhone> ringing() const;
  std::vector<TextMessage> texts() const;
  std::vector<TextMessage> texts(const std::function<bool(const TextMessage&)>& wanted) const;
  std::vector<Mail> mails() const;
  std::vector<DeliveredWebhook> webhooks() const;

  // --- Trouble.

  FaultMenu faults() const;
  void set_faults(FaultMenu menu);
  // How often each fault struck so far, in place of its probability.
  FaultMenu faults_struck() const;
  // Every webhook so far once more, with the retry token it had.
  Task<Redelivery> redeliver(RedeliveryOrder order);
  Task<Redelivery> redeliver_last();
  Task<Redelivery> redeliver(std::vector<DeliveredWebhook> webhooks);
  // The carrier's progress reports of one call, latest first, as a congested network delivers them.
  Task<> report_progress_backwards(std::string sid);

  // --- What our server asks of the carrier: faults apply.

  Task<notifications::HandOver> send(notifications::OutboundSms sms) override;
  Task<Result<std::optional<std::string>>> look_up(notifications::OutboundSms sms,
                                                   Instant since) override;
  Task<notifications::HandOver> place(notifications::OutboundCall call) override;
  Task<notifications::HandOver> send(notifications::OutboundMail mail) override;

  // --- What an HTTP shell around the carrier needs. It asks for the fate of a request first.

  RequestFate draw_fate(RequestFaults FaultMenu::* service);
  void set_addresses(const PhoneNumber& number, NumberAddresses addresses);
  std::expected<std::string, ApiError> create_call(NewCall call);
  std::expected<std::string, ApiError> create_text(NewText text);
  // Ends a call, or sends it to other TwiML. NotFound is 20404.
  Task<std::expected<void, ApiError>> update_call(std::string sid, std::string status,
                                                  std::string url);
  // The number has told the carrier STOP (or START again) towards our number.
  void set_blocked(const std::string& person, const std::string& business, bool blocked);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace callwright::providers::sandbox
