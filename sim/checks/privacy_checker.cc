#include "sim/checks/privacy_checker.h"

#include <algorithm>

#include "sim/checks/form_reading.h"

namespace callwright::sim {
namespace {

// The text's digits, where only what people put between digits stands between them.
void collect_digits(std::string_view text, std::string& digits) {
  digits.clear();
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c != ' ' && c != '-' && c != '.') {
      digits += '|';
    }
  }
}

}  // namespace

void PrivacyChecker::add_secret(std::string digits) {
  ASSERT(digits.size() >= 9);
  if (std::ranges::find(secrets_, digits) == secrets_.end()) secrets_.push_back(std::move(digits));
}

void PrivacyChecker::webhook_begins(const Webhook& webhook) {
  std::string words = form_value(webhook.body, "SpeechResult");
  if (words.empty()) words = form_value(webhook.body, "Body");
  std::string digits;
  collect_digits(words, digits);
  was_spoken_ = std::ranges::any_of(
      secrets_, [&](const std::string& secret) { return digits.contains(secret); });
}

void PrivacyChecker::webhook_ends(const Webhook& /*webhook*/, int /*status*/,
                                  std::string_view /*answer*/) {
  was_spoken_ = false;
}

void PrivacyChecker::committed(const Batch& batch) {
  if (!was_spoken_) return;
  std::string digits;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Change change = batch[i];
    if (!change.after) continue;
    for (std::size_t at = 0; at < change.after->size(); ++at) {
      if (change.after->cell(at).kind != Cell::Kind::Text) continue;
      const std::string_view text = change.after->text(at);
      if (text.size() < 9) continue;
      collect_digits(text, digits);
      for (const std::string& secret : secrets_) {
        expect(35, !digits.contains(secret), [&] {
          return told("a row of ", change.name,
                      " holds a number that must not be stored: ", secret);
        });
      }
    }
  }
}

}  // namespace callwright::sim
