#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "providers/sandbox/switchboard.h"

// What documents make calls do, and what the carrier tells about it.
namespace callwright::providers::sandbox {
namespace {

constexpr std::array known_verbs = {"Say",  "Play",     "Pause",  "Gather", "Record",
                                    "Dial", "Redirect", "Hangup", "Reject"};

Seconds seconds_of(const Element& verb, std::string_view attribute, int fallback) {
  const std::string_view text = verb.attribute(attribute);
  int value = fallback;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return Seconds(value);
}

std::string attribute_or(const Element& verb, std::string_view name, std::string_view fallback) {
  return std::string(verb.has_attribute(name) ? verb.attribute(name) : fallback);
}

bool is_twiml(std::string_view content_type) {
  const std::string type = lowered(trimmed(content_type.substr(0, content_type.find(';'))));
  return type == "text/xml" || type == "application/xml" || type == "text/html";
}

// The debugger's code for an answer that is no document; empty when it is one.
std::string_view fault_of(const WebhookAnswer& answer, const Result<Element>& document) {
  if (answer.status == 0) return "11205";
  if (answer.status < 200 || answer.status > 299) return "11200";
  if (answer.body.size() > Switchboard::document_bytes_max) return "11750";
  if (!is_twiml(answer.content_type)) return "12300";
  if (!document || document->name != "Response") return "12100";
  const bool all_known = std::ranges::all_of(document->children, [](const Element& verb) {
    return std::ranges::count(known_verbs, verb.name) > 0;
  });
  return all_known ? "" : "12200";
}

}  // namespace

void Switchboard::load(Line& line, const std::string& url, const WebhookAnswer& answer) {
  const Result<Element> document = parse_xml(answer.body);
  const std::string_view fault = fault_of(answer, document);
  if (!fault.empty()) return complain(line, fault);

  line.document_url = url;
  line.verbs.assign(document->children.begin(), document->children.end());
  const bool unanswered = line.shown.carrier_status == "ringing";
  if (unanswered && !line.verbs.empty() && line.verbs.front().name == "Reject") {
    return reject(line, line.verbs.front());
  }
  if (unanswered) {
    line.answered_at = clock_.now();
    set_status(line, "in-progress");
  }
  run(line);
}

void Switchboard::run(Line& line) {
  line.shown.state = PhoneState::Waiting;
  while (line.shown.state == PhoneState::Waiting && !line.pending && !line.deadline) {
    if (line.verbs.empty()) return end_of_document(line);
    const Element verb = std::move(line.verbs.front());
    line.verbs.pop_front();
    perform(line, verb);
  }
}

void Switchboard::perform(Line& line, const Element& verb) {
  if (verb.name == "Say" || verb.name == "Play") return say_verb(line, verb);
  if (verb.name == "Pause") {
    line.deadline = line_time(line) + seconds_of(verb, "length", 1);
    return;
  }
  if (verb.name == "Gather") return gather(line, verb);
  if (verb.name == "Record") return record(line, verb);
  if (verb.name == "Dial") return dial(line, verb);
  if (verb.name == "Redirect") return redirect_verb(line, verb);
  // A Reject that is not the first verb ends the call like a Hangup.
  end(line, "completed");
}

void Switchboard::end_of_document(Line& line) {
  // On the line of a person who was rung for a caller, it joins the two.
  if (!line.shown.parent_sid.empty()) return bridge(line);
  end(line, "completed");
}

void Switchboard::say_verb(Line& line, const Element& verb) {
  const std::string text(trimmed(verb.text));
  line.shown.heard.push_back({.at = clock_.now(),
                              .text = verb.name == "Play" ? "[audio " + text + "]" : text,
                              .language = attribute_or(verb, "language", "en-US")});
}

void Switchboard::gather(Line& line, const Element& verb) {
  for (const Element& nested : verb.children) {
    if (nested.name == "Say" || nested.name == "Play") say_verb(line, nested);
  }
  const std::string input = attribute_or(verb, "input", "dtmf");
  const auto kinds = split(input, ' ');
  line.gathering = {
      .action = attribute_or(verb, "action", line.document_url),
      .words = std::ranges::count(kinds, "speech") > 0,
      .act_on_silence = verb.attribute("actionOnEmptyResult") == "true",
      .digits_max = static_cast<std::size_t>(seconds_of(verb, "numDigits", 0).count()),
      .finish_on_key = attribute_or(verb, "finishOnKey", "#"),
      .timeout = seconds_of(verb, "timeout", 5)};
  line.shown.state = PhoneState::Listening;
  line.shown.words_heard = line.gathering.words;
  line.deadline = line_time(line) + line.gathering.timeout;
}

void Switchboard::listen_ended(Line& line, http::Form heard) {
  line.deadline.reset();
  line.shown.words_heard = false;
  if (heard.empty() && !line.gathering.act_on_silence) return run(line);
  fetch(line, line.gathering.action, std::move(heard));
}

void Switchboard::record(Line& line, const Element& verb) {
  line.taping = {.action = attribute_or(verb, "action", line.document_url),
                 .finish_on_key = attribute_or(verb, "finishOnKey", "1234567890*#"),
                 .status_callback = std::string(verb.attribute("recordingStatusCallback"))};
  line.shown.state = PhoneState::Recording;
  line.deadline = line_time(line) + seconds_of(verb, "timeout", 5);
}

void Switchboard::tape_ended(Line& line, std::string_view key) {
  line.deadline.reset();
  // The carrier throws a recording of silence away and goes on.
  if (line.taping.seconds == 0) return run(line);

  const std::string sid = make_sid("RE", faults_.random());
  const std::string url =
      "https://api.twilio.com/2010-04-01/Accounts/" + settings_.account_sid + "/Recordings/" + sid;
  const std::string length = std::to_string(line.taping.seconds);
  line.shown.recording_sid = sid;
  if (!line.taping.status_callback.empty()) {
    schedule_.add({.url = resolved_url(line.document_url, line.taping.status_callback),
                   .form = {{"AccountSid", settings_.account_sid},
                            {"CallSid", line.shown.sid},
                            {"RecordingSid", sid},
                            {"RecordingUrl", url},
                            {"RecordingStatus", "completed"},
                            {"RecordingDuration", length},
                            {"RecordingChannels", "1"},
                            {"RecordingStartTime", rfc2822(clock_.now())},
                            {"RecordingSource", "RecordVerb"},
                            {"ErrorCode", "0"}}},
                  clock_.now());
  }
  fetch(line, line.taping.action,
        {{"RecordingUrl", url},
         {"RecordingSid", sid},
         {"RecordingDuration", length},
         {"Digits", std::string(key)}},
        key == "hangup");
}

void Switchboard::dial(Line& line, const Element& verb) {
  const auto noun = std::ranges::find(verb.children, "Number", &Element::name);
  const std::string number(trimmed(noun == verb.children.end() ? std::string_view(verb.text)
                                                               : std::string_view(noun->text)));
  Line child{.direction = "outbound-dial"};
  child.shown.parent_sid = line.shown.sid;
  child.shown.inbound = false;
  child.shown.from = attribute_or(verb, "callerId", line.shown.from);
  child.shown.to = number;
  child.shown.state = PhoneState::Ringing;
  child.shown.carrier_status = "ringing";
  if (noun != verb.children.end() && noun->has_attribute("url")) {
    child.answer_url = resolved_url(line.document_url, noun->attribute("url"));
  }
  line.dialling = {.action = std::string(verb.attribute("action")), .child_sid = ""};
  line.shown.state = PhoneState::Transferring;
  line.shown.transfer_to = number;
  line.deadline = line_time(line) + seconds_of(verb, "timeout", 30);
  line.dialling.child_sid = add(std::move(child), "CA").shown.sid;
}

void Switchboard::bridge(Line& child) {
  Line* caller = find(child.shown.parent_sid);
  if (caller == nullptr || caller->dialling.child_sid != child.shown.sid) {
    return end(child, "completed");
  }
  child.shown.state = PhoneState::Bridged;
  caller->shown.state = PhoneState::Bridged;
  caller->deadline = line_time(*caller) + settings_.talk_length;
}

void Switchboard::dial_ended(Line& line, std::string_view status, bool bridged, bool caller_left) {
  const std::string child_sid = std::exchange(line.dialling.child_sid, "");
  line.deadline.reset();
  line.shown.transfer_to.clear();
  line.shown.state = PhoneState::Waiting;
  if (caller_left) line.shown.carrier_status = "completed";

  Line* child = find(child_sid);
  ASSERT(child != nullptr);
  const bool answered = child->answered_at.has_value();
  end(*child, answered ? "completed" : status);
  if (line.dialling.action.empty()) return caller_left ? end(line, "completed") : run(line);
  http::Form result = {{"DialCallStatus", std::string(answered ? "completed" : status)},
                       {"DialCallSid", child_sid},
                       {"DialBridged", bridged ? "true" : "false"}};
  if (answered) {
    const auto length = std::chrono::floor<Seconds>(clock_.now() - *child->answered_at);
    result.emplace_back("DialCallDuration", std::to_string(length.count()));
  }
  fetch(line, line.dialling.action, std::move(result), caller_left);
}

void Switchboard::redirect_verb(Line& line, const Element& verb) {
  if (++line.redirects > redirects_max) return complain(line, "11215");
  fetch(line, trimmed(verb.text), {});
}

void Switchboard::reject(Line& line, const Element& verb) {
  end(line, verb.attribute("reason") == "busy" ? "busy" : "no-answer");
}

void Switchboard::fetch(Line& line, std::string_view link, http::Form extra, bool then_end) {
  line.deadline.reset();
  if (line.shown.state != PhoneState::Ended) line.shown.state = PhoneState::Waiting;
  line.pending = Fetch{.url = resolved_url(line.document_url, link),
                       .extra = std::move(extra),
                       .then_end = then_end};
}

void Switchboard::complain(Line& line, std::string_view code) {
  line.shown.complaints.emplace_back(code);
  line.verbs.clear();
  line.deadline.reset();
  const std::string fallback = std::exchange(line.fallback_url, "");
  if (!fallback.empty()) {
    return fetch(line, fallback,
                 {{"ErrorCode", std::string(code)}, {"ErrorUrl", line.document_url}});
  }
  line.shown.heard.push_back(
      {clock_.now(), "We are sorry, an application error has occurred. Goodbye.", "en-US"});
  end(line, line.shown.carrier_status == "ringing" ? "failed" : "completed");
}

void Switchboard::set_status(Line& line, std::string_view status) {
  line.shown.carrier_status = status;
  report(line, status == "in-progress" ? "answered" : status);
}

void Switchboard::end(Line& line, std::string_view status) {
  if (line.shown.state == PhoneState::Ended) return;
  const bool was_bridged = line.shown.state == PhoneState::Bridged;
  line.shown.state = PhoneState::Ended;
  line.shown.carrier_status = status;
  line.shown.words_heard = false;
  line.shown.ended_at = clock_.now();
  line.deadline.reset();
  line.pending.reset();
  line.verbs.clear();
  std::erase(live_, line.shown.sid);
  report(line, "completed");

  Line* caller = find(line.shown.parent_sid);
  if (caller != nullptr && caller->dialling.child_sid == line.shown.sid) {
    dial_ended(*caller, status, was_bridged, false);
  }
}

void Switchboard::report(Line& line, std::string_view event) {
  const int sequence = line.events_sent++;
  if (line.status_callback.empty()) return;
  const bool wanted = line.status_events.empty()
                          ? event == "completed"
                          : std::ranges::count(line.status_events, event) > 0;
  if (!wanted) return;
  const std::string_view status =
      event == "initiated" ? event : std::string_view(line.shown.carrier_status);
  schedule_.add(report_of(line, status, sequence), clock_.now());
}

Webhook Switchboard::report_of(const Line& line, std::string_view status, int sequence) const {
  Webhook webhook{.url = line.status_callback, .form = standard_form(line)};
  for (auto& [name, value] : webhook.form) {
    if (name == "CallStatus") value = status;
  }
  webhook.form.emplace_back("Timestamp", rfc2822(clock_.now()));
  webhook.form.emplace_back("CallbackSource", "call-progress-events");
  webhook.form.emplace_back("SequenceNumber", std::to_string(sequence));
  if (status == "completed" && line.answered_at && line.shown.ended_at) {
    const auto length = std::chrono::floor<Seconds>(*line.shown.ended_at - *line.answered_at);
    webhook.form.emplace_back("CallDuration", std::to_string(length.count()));
    webhook.form.emplace_back("Duration", std::to_string((length.count() + 59) / 60));
  }
  return webhook;
}

std::vector<Webhook> Switchboard::progress(const std::string& sid) const {
  const std::lock_guard lock(mutex_);
  std::vector<Webhook> reports;
  const auto found = lines_.find(sid);
  if (found == lines_.end() || found->second.status_callback.empty()) return reports;
  const Line& line = found->second;
  std::vector<std::string_view> statuses = {"initiated", "ringing"};
  if (line.answered_at) statuses.emplace_back("in-progress");
  if (line.shown.state == PhoneState::Ended) statuses.emplace_back(line.shown.carrier_status);
  int sequence = 0;
  for (const std::string_view status : statuses) {
    reports.push_back(report_of(line, status, sequence++));
  }
  return reports;
}

http::Form Switchboard::standard_form(const Line& line) const {
  const PhoneCall& call = line.shown;
  http::Form form = {{"CallSid", call.sid},
                     {"AccountSid", settings_.account_sid},
                     {"From", call.from},
                     {"To", call.to},
                     {"Caller", call.from},
                     {"Called", call.to},
                     {"CallStatus", call.carrier_status},
                     {"ApiVersion", "2010-04-01"},
                     {"Direction", line.direction}};
  // Sent as empty text where the carrier does not know: signatures cover them.
  for (const char* end : {"From", "To", "Caller", "Called"}) {
    for (const char* place : {"City", "State", "Zip", "Country"}) {
      form.emplace_back(std::string(end) + place, "");
    }
  }
  if (!call.parent_sid.empty()) form.emplace_back("ParentCallSid", call.parent_sid);
  if (!line.verstat.empty()) form.emplace_back("StirVerstat", line.verstat);
  return form;
}

}  // namespace callwright::providers::sandbox
