#include "sim/checks/delivery_checker.h"

#include <algorithm>
#include <array>
#include <vector>

#include "sim/checks/form_reading.h"

namespace callwright::sim {
namespace {

// More than this is not an attempt to deliver but a loop.
constexpr int attempts_max = 120;

constexpr auto ranks = std::to_array<std::pair<std::string_view, int>>({
    {"queued", 0},
    {"accepted", 1},
    {"sent", 2},
    {"delivered", 3},
    {"failed", 3},
    {"cancelled", 3},
});

// What the carrier calls how far a text has come.
constexpr auto carrier_ranks = std::to_array<std::pair<std::string_view, int>>({
    {"accepted", 1},
    {"queued", 1},
    {"sending", 1},
    {"sent", 2},
    {"delivered", 3},
    {"read", 3},
    {"undelivered", 3},
    {"failed", 3},
});

template <class Table>
int rank_in(const Table& table, std::string_view word) {
  const auto found =
      std::ranges::find_if(table, [&](const auto& entry) { return entry.first == word; });
  return found == table.end() ? -1 : found->second;
}

bool may_go_to_who_opted_out(std::string_view kind) {
  return kind == "emergency_alert" || kind == "opt_out_ack" || kind == "help_ack";
}

}  // namespace

void DeliveryChecker::committed(const Batch& batch) {
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Change change = batch[i];
    if (change.table == Table::MessageCopies) copy_changed(change);
  }
  std::vector<std::array<std::string_view, 3>> written;  // By channel, recipient and words.
  batch.for_each(Table::Messages, [&](const Change& change) {
    message_changed(change);
    if (!change.is_insert()) return;
    const RowView& row = *change.after;
    const std::array words = {row.text(column(Table::Messages, "channel")),
                              row.text(column(Table::Messages, "recipient")),
                              row.text(column(Table::Messages, "body"))};
    expect(19, std::ranges::find(written, words) == written.end(), [&] {
      return told("one commit writes the same words to ", words[1], " twice: ", words[2]);
    });
    written.push_back(words);
  });
}

void DeliveryChecker::message_changed(const Change& change) {
  const std::string_view id = change.row().text(column(Table::Messages, "message_id"));
  expect(20, change.after.has_value(), [&] { return told("message ", id, " was deleted"); });
  if (!change.after) return;
  const RowView& row = *change.after;
  const std::string_view channel = row.text(column(Table::Messages, "channel"));
  if (change.is_insert()) {
    const ShadowMessage* message = shadow().message(id);
    if (channel == "sms" && message != nullptr && !message->may_repeat()) {
      ++written_[{message->recipient, row.string(column(Table::Messages, "body"))}];
    }
    return;
  }
  constexpr auto status_at = column(Table::Messages, "status");
  const std::string_view from = change.before->text(status_at);
  const std::string_view to = row.text(status_at);
  if (from == to) return;
  // What was given up on goes again when a person asks for it.
  const bool reopened = from == "failed" && to == "queued";
  expect(21, reopened || rank_in(ranks, to) > rank_in(ranks, from),
         [&] { return told("message ", id, " went back from ", from, " to ", to); });
  if (channel == "sms" && to == "delivered") {
    const std::string* copy = find(copy_of_, id);
    const int* heard = copy == nullptr ? nullptr : find(told_, *copy);
    expect(21, heard != nullptr && *heard >= 3,
           [&] { return told("message ", id, " is delivered, and the carrier never said so"); });
  }
}

void DeliveryChecker::copy_changed(const Change& change) {
  if (!change.after) return;
  const RowView& row = *change.after;
  const std::string id = row.string(column(Table::MessageCopies, "provider_id"));
  const std::string_view status = row.text(column(Table::MessageCopies, "status"));
  const std::string_view message = row.text(column(Table::MessageCopies, "message_id"));
  if (!message.empty()) copy_of_[std::string(message)] = id;
  if (change.before) {
    const std::string_view from = change.before->text(column(Table::MessageCopies, "status"));
    expect(21, from == status || rank_in(ranks, status) > rank_in(ranks, from),
           [&] { return told("copy ", id, " went back from ", from, " to ", status); });
  }
  // Calls have other words for it; what is judged is texts.
  if (!id.starts_with("SM") || (status != "sent" && status != "delivered")) return;
  const int* heard = find(told_, id);
  expect(21, heard != nullptr && *heard >= rank_in(ranks, status),
         [&] { return told("copy ", id, " is ", status, " before the carrier said so"); });
}

void DeliveryChecker::webhook_begins(const Webhook& webhook) {
  if (webhook.path != "/twilio/sms-status") return;
  int& heard = told_[form_value(webhook.body, "MessageSid")];
  heard = std::max(heard, rank_in(carrier_ranks, form_value(webhook.body, "MessageStatus")));
}

void DeliveryChecker::handing_over(const Parcel& parcel) {
  const ShadowMessage* message = shadow().message(parcel.message_id);
  expect(20, message != nullptr && message->status == "queued" && message->open_attempts > 0, [&] {
    return told("message ", parcel.message_id,
                " is handed over, and no committed row and attempt say so");
  });
  if (message == nullptr) return;
  expect(20, message->attempts <= attempts_max,
         [&] { return told("message ", parcel.message_id, " is tried without end"); });
  const bool by_number = parcel.channel != messaging::MessageChannel::Email;
  expect(22,
         !by_number || may_go_to_who_opted_out(message->kind) ||
             !shadow().has_opted_out(message->tenant, parcel.to),
         [&] {
           return told("message ", parcel.message_id, " (", message->kind,
                       ") goes to somebody who said stop");
         });
  Copies& copies = copies_[parcel.message_id];
  ++copies.handed_over;
  expect(19, message->may_repeat() || (copies.accepted == 0 && !copies.in_doubt), [&] {
    return told("message ", parcel.message_id, " (", message->kind,
                ") is handed over again while a copy may have gone");
  });
}

void DeliveryChecker::handed_over(const Parcel& parcel, const notifications::HandOver& answer) {
  Copies& copies = copies_[parcel.message_id];
  if (std::holds_alternative<notifications::AcceptedByProvider>(answer)) ++copies.accepted;
  if (std::holds_alternative<notifications::PerhapsHandedOver>(answer)) copies.in_doubt = true;
}

void DeliveryChecker::looked_up(const Parcel& parcel, const Result<bool>& has_it) {
  Copies& copies = copies_[parcel.message_id];
  if (has_it && !*has_it) copies.in_doubt = false;
  if (has_it && *has_it) ++copies.accepted;
}

void DeliveryChecker::at_end(const providers::sandbox::SandboxCarrier& carrier) {
  for (const auto& [id, message] : shadow().messages()) {
    expect(everything_ends, message.status != "queued",
           [&] { return told("message ", id, " is still queued"); });
  }
  // The carrier knows best what it has taken, also where its answer was lost.
  std::map<std::pair<std::string, std::string>, int> taken;
  for (const providers::sandbox::TextMessage& text : carrier.texts()) {
    if (!text.inbound) ++taken[{text.to, text.body}];
  }
  for (const auto& [words, copies] : written_) {
    const auto found = taken.find(words);
    const int times = found == taken.end() ? 0 : found->second;
    expect(19, times <= copies, [&] {
      return told("a text to ", words.first, " was taken ", std::to_string(times), " times for ",
                  std::to_string(copies), " messages: ", words.second);
    });
  }
}

}  // namespace callwright::sim
