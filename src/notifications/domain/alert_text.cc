#include "notifications/domain/alert_text.h"

#include "base/text.h"

namespace callwright::notifications {
namespace {

constexpr std::string_view reply_hint = "Reply 1 to take it.";

std::string in_capitals(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

// The longest beginning of at most `length` bytes that does not cut a character in half.
std::string_view beginning(std::string_view text, std::size_t length) {
  std::size_t kept = 0;
  while (kept < text.size()) {
    const std::size_t step = std::max<std::size_t>(1, utf8_sequence_length(text.substr(kept)));
    if (kept + step > length) break;
    kept += step;
  }
  return text.substr(0, kept);
}

std::string whom_to_call(const AlertFacts& facts) {
  return facts.caller ? "Call " + facts.caller->national() + "."
                      : "The caller's number is withheld.";
}

// Of all parts only the address can be long: it gives way, so that the number and the hint are
// never cut.
PrivateText short_text(std::string_view before, const AlertFacts& facts, std::string_view after) {
  const std::string head = std::string(before) + in_capitals(hazard_words(facts.hazard));
  const std::string tail = ". " + whom_to_call(facts) + std::string(after);
  if (facts.address.empty()) return PrivateText(head + ", address not known yet" + tail);

  const std::size_t taken = head.size() + std::string_view(" at ").size() + tail.size();
  const std::size_t left = alert_text_length_max > taken ? alert_text_length_max - taken : 0;
  return PrivateText(head + " at " + std::string(beginning(facts.address.text(), left)) + tail);
}

std::string in_digits(const PhoneNumber& number) {
  std::string spoken;
  for (const char c : number.national()) {
    if (c == ' ') {
      spoken += ',';
    } else if (c != '+') {
      if (!spoken.empty()) spoken += ' ';
      spoken += c;
    }
  }
  return spoken;
}

}  // namespace

std::string hazard_words(std::string_view hazard) {
  if (!hazard.contains('.')) return "emergency";
  // How it was said ("gas.smell:negated") is not what it is.
  hazard = hazard.substr(0, hazard.find(':'));
  return replaced(replaced(hazard, ".", " "), "_", " ");
}

PrivateText alert_sms(const AlertFacts& facts) {
  return short_text("", facts, " " + std::string(reply_hint));
}

PrivateText alert_update_sms(const AlertFacts& facts) {
  return short_text("Update: ", facts, "");
}

PrivateText alert_mail(const AlertFacts& facts, std::string_view business) {
  std::string body = in_capitals(hazard_words(facts.hazard)) + "\n\n";
  body += whom_to_call(facts) + "\n";
  body += "Address: " + (facts.address.empty() ? "not known yet" : facts.address.text()) + "\n";
  if (!facts.words.empty()) body += "In the caller's words: " + facts.words.text() + "\n";
  body += "\nThe receptionist of " + std::string(business) +
          " is trying to reach somebody by telephone as well.\n";
  return PrivateText(std::move(body));
}

PrivateText alert_speech(const AlertFacts& facts, std::string_view business) {
  std::string speech = "This is the receptionist of " + std::string(business) +
                       " with an emergency: " + hazard_words(facts.hazard) + ". ";
  if (!facts.address.empty()) speech += "The address is " + facts.address.text() + ". ";
  speech += facts.caller ? "The caller's number is " + in_digits(*facts.caller) + ". "
                         : "The caller's number is withheld. ";
  if (!facts.words.empty()) speech += "The caller said: " + facts.words.text() + ". ";
  return PrivateText(speech + "Press 1 to take it.");
}

PrivateText as_copy(const PrivateText& body, int copy) {
  if (copy <= 1) return body;
  return PrivateText(body.text() + " (alert " + std::to_string(copy) + " of the same emergency)");
}

}  // namespace callwright::notifications
