#include "sim/checks/yes_checker.h"

#include <algorithm>

#include "platform/json/json.h"
#include "sim/checks/form_reading.h"

namespace callwright::sim {
namespace {

enum class Act : std::uint8_t { Booking, Move, Cancellation };

struct ActWords {
  std::string_view action;     // In the audit.
  std::string_view about;      // What was read back.
  std::string_view performed;  // In the trace of the turn with the yes.
};

ActWords words_of(Act act) {
  switch (act) {
    case Act::Booking:
      return {.action = "appointment.booked", .about = "booking", .performed = "book"};
    case Act::Move:
      return {.action = "appointment.moved", .about = "reschedule", .performed = "move_visit"};
    case Act::Cancellation:
      return {.action = "appointment.cancelled", .about = "cancel", .performed = "cancel_visit"};
  }
  return {};
}

Act act_of(const Change& change) {
  if (change.is_insert()) return Act::Booking;
  return change.after->text(column(Table::Appointments, "status")) == "cancelled"
             ? Act::Cancellation
             : Act::Move;
}

bool mentions(const Json& list, std::string_view word) {
  const Json::Array* items = list.as_array();
  return items != nullptr && std::ranges::any_of(*items, [&](const Json& item) {
           const std::string* text = item.as_string();
           return text != nullptr && *text == word;
         });
}

// Whether a step of the turn carried the action out on a yes.
bool was_yes_to(const Json& trace, std::string_view performed) {
  const Json::Array* steps = trace["steps"].as_array();
  return steps != nullptr && std::ranges::any_of(*steps, [&](const Json& step) {
           return step.string_or("signal", "") == "yes" &&
                  step.string_or("action", "") == performed;
         });
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

// "9 AM", "9:30 AM", "las 9": how a clock on the wall is read out at the instant.
bool tells_time(std::string_view text, const Zone& zone, Instant instant) {
  const std::int64_t minutes = zone.to_local(instant).time_of_day.count();
  const std::int64_t hour = minutes / 60;
  const std::int64_t minute = minutes % 60;
  std::string face = std::to_string(hour % 12 == 0 ? 12 : hour % 12);
  if (minute != 0) face += (minute < 10 ? ":0" : ":") + std::to_string(minute);
  const std::string english = face + (hour < 12 ? " AM" : " PM");
  return text.contains(english) || text.contains("las " + face + " ") ||
         text.contains("la " + face + " ");
}

bool says_booked(std::string_view text) {
  return text.contains("You are booked") || text.contains("cita está reservada");
}

}  // namespace

void YesChecker::committed(const Batch& batch) {
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Change change = batch[i];
    if (change.table == Table::Appointments && change.after) visit_changed(batch, change);
    if (change.table == Table::Turns && change.is_insert()) check_receipt(batch, *change.after);
    if (change.table == Table::Messages && change.is_insert()) check_text(change);
    if (change.table == Table::AuditEntries && change.is_insert()) check_done(batch, change);
  }
}

void YesChecker::visit_changed(const Batch& batch, const Change& change) {
  const RowView& row = *change.after;
  const std::string_view id = row.text(column(Table::Appointments, "appointment_id"));
  const Instant begin = row.instant(column(Table::Appointments, "visit_begin"));
  if (row.integer(column(Table::Appointments, "live")) != 0) {
    live_starts_.insert_or_assign(std::string(id), begin);
  } else {
    live_starts_.erase(std::string(id));
  }
  const auto entry = find_entry(batch, id);
  expect(15, entry.has_value(),
         [&] { return told("a change of visit ", id, " is not on record"); });
  if (!entry) return;
  check_record(change, *entry);
  const std::string_view caller = caller_of(entry->actor);
  if (caller.empty()) return;
  check_yes(id, change, *entry);
  if (act_of(change) != Act::Cancellation) check_told_time(batch, row, caller);
  if (!change.is_insert()) return;
  std::string& made = by_start_[joined_key(caller, std::to_string(to_ms(begin)))];
  const Instant* other = find(live_starts_, made);
  expect(12, made.empty() || other == nullptr || *other != begin, [&] {
    return told("conversation ", caller, " booked visit ", made, " and visit ", id,
                " for the same start");
  });
  made = id;
}

// What is on record as done to a visit was done to its row.
void YesChecker::check_done(const Batch& batch, const Change& entry) {
  if (!entry.after->text(column(Table::AuditEntries, "action")).starts_with("appointment.")) return;
  const std::string_view id = entry.after->text(column(Table::AuditEntries, "object"));
  bool done = false;
  batch.for_each(Table::Appointments, [&](const Change& change) {
    done = done || change.row().text(column(Table::Appointments, "appointment_id")) == id;
  });
  expect(15, done, [&] { return told("visit ", id, " is on record as changed, and is not"); });
}

void YesChecker::check_record(const Change& change, const AuditView& entry) {
  const RowView& row = *change.after;
  const std::string_view id = row.text(column(Table::Appointments, "appointment_id"));
  const std::string_view wanted = words_of(act_of(change)).action;
  const bool placed = change.is_insert() && entry.action == "appointment.placed";
  expect(15, !entry.actor.empty() && (entry.action == wanted || placed), [&] {
    return told("visit ", id, ": ", entry.actor, " is on record with ", entry.action, ", not ",
                wanted);
  });
  const Result<Json> details = Json::parse(entry.details);
  expect(15, details && (*details)["after"].is_object(),
         [&] { return told("visit ", id, ": the record does not say what it is now"); });
  const BusinessRules* business =
      shadow().business(row.text(column(Table::Appointments, "tenant_id")));
  if (!details || business == nullptr) return;
  const Json& after = (*details)["after"];
  const Json& before = (*details)["before"];
  expect(15,
         after.string_or("status", "") == row.text(column(Table::Appointments, "status")) &&
             after.string_or("technician", "") ==
                 row.text(column(Table::Appointments, "technician_id")) &&
             before.is_object() == change.is_update(),
         [&] { return told("visit ", id, ": the record tells something else than the row"); });
  const auto check_start = [&](const RowView& is, const Json& written) {
    const Instant begin = is.instant(column(Table::Appointments, "visit_begin"));
    const std::string start = written.string_or("start", "");
    expect(14, start == business->zone.iso8601(begin), [&] {
      return told("visit ", id, " begins ", business->zone.iso8601(begin), " and is recorded for ",
                  start);
    });
  };
  check_start(row, after);
  if (change.before && before.is_object()) check_start(*change.before, before);
}

void YesChecker::check_yes(std::string_view id, const Change& change, const AuditView& entry) {
  const RowView& row = *change.after;
  const ShadowConversation* conversation = shadow().conversation(caller_of(entry.actor));
  expect(8, conversation != nullptr,
         [&] { return told("visit ", id, " was changed by a conversation that is not there"); });
  if (conversation == nullptr) return;
  if (change.is_insert()) {
    const bool is_complete = !row.text(column(Table::Appointments, "name")).empty() &&
                             !row.text(column(Table::Appointments, "street")).empty() &&
                             !row.is_null(column(Table::Appointments, "phone"));
    expect(8, is_complete,
           [&] { return told("visit ", id, " was booked without a name, place or number"); });
  }
  const ActWords words = words_of(act_of(change));
  const Result<Json> now_trace = Json::parse(conversation->turn.trace);
  const Result<Json> before_trace = Json::parse(conversation->before.trace);
  expect(8, now_trace && was_yes_to(*now_trace, words.performed),
         [&] { return told("visit ", id, ": nobody said yes in the turn that changed it"); });
  expect(8, before_trace && mentions((*before_trace)["about"], words.about),
         [&] { return told("visit ", id, ": no ", words.about, " was read back before the yes"); });
  check_read_back(id, change, *conversation);
}

// What was read back is what is committed.
void YesChecker::check_read_back(std::string_view id, const Change& change,
                                 const ShadowConversation& conversation) {
  const RowView& row = *change.after;
  const BusinessRules* business = shadow().business(conversation.tenant);
  const std::string& said = conversation.before.said;
  if (business == nullptr || !business->transcripts) return;
  const Instant begin = row.instant(column(Table::Appointments, "visit_begin"));
  expect(8, tells_time(said, business->zone, begin), [&] {
    return told("visit ", id, " is for ", business->zone.iso8601(begin),
                ", which is not what was read back");
  });
  if (!change.is_insert()) return;
  const std::string digits = digits_of(row.text(column(Table::Appointments, "phone")));
  expect(8,
         said.contains(row.text(column(Table::Appointments, "name"))) &&
             said.contains(row.text(column(Table::Appointments, "street"))) &&
             digits_of(said).contains(digits.substr(digits.size() > 7 ? digits.size() - 7 : 0)),
         [&] { return told("visit ", id, ": name, street or number were not read back"); });
}

// What the customer is told in writing and by voice, against the row.
void YesChecker::check_told_time(const Batch& batch, const RowView& row,
                                 std::string_view conversation) {
  const BusinessRules* business =
      shadow().business(row.text(column(Table::Appointments, "tenant_id")));
  const ShadowConversation* speaker = shadow().conversation(conversation);
  if (business == nullptr || speaker == nullptr) return;
  const std::string_view id = row.text(column(Table::Appointments, "appointment_id"));
  const Instant begin = row.instant(column(Table::Appointments, "visit_begin"));
  if (business->transcripts) {
    expect(14, tells_time(speaker->turn.said, business->zone, begin), [&] {
      return told("visit ", id, " begins ", business->zone.iso8601(begin),
                  " and the caller was told another time");
    });
  }
  batch.for_each(Table::Messages, [&](const Change& message) {
    if (!message.is_insert()) return;
    const std::string_view kind = message.after->text(column(Table::Messages, "kind"));
    if (kind != "confirmation" && kind != "change_notice" && kind != "owner_notice") return;
    if (message.after->text(column(Table::Messages, "conversation_id")) != conversation) return;
    expect(14,
           tells_time(message.after->text(column(Table::Messages, "body")), business->zone, begin),
           [&] {
             return told("visit ", id, " begins ", business->zone.iso8601(begin), " and a ", kind,
                         " tells another time");
           });
  });
}

// A turn that speaks a receipt has made what the receipt is for.
void YesChecker::check_receipt(const Batch& batch, const RowView& turn) {
  const std::string_view trace = turn.text(column(Table::Turns, "trace"));
  constexpr std::string_view mark = "\"prompts\":[";
  const std::size_t begin = trace.find(mark);
  if (begin == std::string_view::npos) return;
  const std::string_view prompts = trace.substr(begin, trace.find(']', begin) - begin);
  const auto check = [&](std::string_view prompt, Act act) {
    if (!prompts.contains(prompt)) return;
    bool made = false;
    batch.for_each(Table::Appointments, [&](const Change& change) {
      made = made || (change.after && act_of(change) == act);
    });
    expect(8, made, [&] {
      return told("conversation ", turn.text(column(Table::Turns, "conversation_id")), " was told ",
                  prompt, " and nothing was committed with it");
    });
  };
  check("\"booked\"", Act::Booking);
  check("\"cancelled\"", Act::Cancellation);
}

void YesChecker::check_text(const Change& change) {
  const RowView& row = *change.after;
  if (!says_booked(row.text(column(Table::Messages, "body")))) return;
  const ShadowConversation* conversation =
      shadow().conversation(row.text(column(Table::Messages, "conversation_id")));
  expect(8, conversation != nullptr && conversation->visits_made > 0, [&] {
    return told("message ", row.text(column(Table::Messages, "message_id")),
                " says that a visit is booked, and none is");
  });
}

void YesChecker::webhook_ends(const Webhook& webhook, int status, std::string_view answer) {
  if (status != 200 || !says_booked(answer)) return;
  const std::string call = form_value(webhook.body, "CallSid");
  const ShadowConversation* conversation = shadow().conversation_of_call(call);
  expect(8, conversation != nullptr && conversation->visits_made > 0,
         [&] { return told("call ", call, " heard that a visit is booked, and none is"); });
}

}  // namespace callwright::sim
