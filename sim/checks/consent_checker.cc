#include "sim/checks/consent_checker.h"

#include <algorithm>
#include <array>

#include "sim/checks/form_reading.h"

namespace callwright::sim {
namespace {

// Words the carriers themselves take for a stop, said alone. CANCEL and END also mean something
// else to a business that keeps appointments, so they are not judged here.
constexpr auto stop_words =
    std::to_array<std::string_view>({"STOP", "STOPALL", "UNSUBSCRIBE", "QUIT", "OPTOUT"});
constexpr auto start_words = std::to_array<std::string_view>({"START", "UNSTOP"});
constexpr auto help_words = std::to_array<std::string_view>({"HELP", "INFO"});

// As it is written, but for case and what surrounds it.
std::string bare(std::string_view text) {
  std::string word;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') {
      word += static_cast<char>(c - 'a' + 'A');
    } else if (c != ' ' && c != '.' && c != '!') {
      word += c;
    }
  }
  return word;
}

template <class Words>
bool is_one_of(const Words& words, const std::string& word) {
  return std::ranges::find(words, std::string_view(word)) != words.end();
}

}  // namespace

void ConsentChecker::webhook_begins(const Webhook& /*webhook*/) {
  acknowledged_ = 0;
  was_taken_ = false;
  consent_changed_ = false;
}

void ConsentChecker::committed(const Batch& batch) {
  batch.for_each(Table::Messages, [&](const Change& change) {
    if (change.is_insert() &&
        change.after->text(column(Table::Messages, "kind")) == "opt_out_ack") {
      ++acknowledged_;
    }
  });
  batch.for_each(Table::Turns,
                 [&](const Change& change) { was_taken_ = was_taken_ || change.is_insert(); });
  batch.for_each(Table::Consents, [&](const Change&) { consent_changed_ = true; });
}

void ConsentChecker::webhook_ends(const Webhook& webhook, int status, std::string_view /*answer*/) {
  if (webhook.path != "/twilio/sms" || status != 200 || !was_taken_) return;
  const std::string word = bare(form_value(webhook.body, "Body"));
  const std::string from = form_value(webhook.body, "From");
  const std::string_view tenant = shadow().owner_of(form_value(webhook.body, "To"));
  if (is_one_of(stop_words, word)) {
    expect(23, shadow().has_opted_out(tenant, from),
           [&] { return told(from, " wrote ", word, " and is still written to"); });
    expect(23, acknowledged_ == 1, [&] {
      return told(from, " wrote ", word, " and was answered ", std::to_string(acknowledged_),
                  " times");
    });
  }
  if (is_one_of(start_words, word)) {
    expect(23, !shadow().has_opted_out(tenant, from),
           [&] { return told(from, " wrote ", word, " and is not written to"); });
  }
  if (is_one_of(help_words, word)) {
    expect(23, !consent_changed_,
           [&] { return told(from, " wrote ", word, " and the consent was changed"); });
  }
}

}  // namespace callwright::sim
