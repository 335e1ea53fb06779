#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/phone_number.h"
#include "base/private_text.h"

// The words of an alert. The hazard comes first, because a lock screen shows one line.
namespace callwright::notifications {

// One segment of a text message, so that it arrives whole and at once.
inline constexpr std::size_t alert_text_length_max = 160;

struct AlertFacts {
  std::string hazard;                 // "gas.smell"
  std::optional<PhoneNumber> caller;  // Absent when withheld.
  PrivateText address;
  PrivateText words;  // What the caller said.
};

// "gas smell". What is no name of a hazard ("tenant_phrase") is an "emergency".
std::string hazard_words(std::string_view hazard);

// "GAS SMELL at 1204 Oak Street. Call 555 010 0120. Reply 1 to take it."
PrivateText alert_sms(const AlertFacts& facts);
// What became known after people were told: the same shape, said to be news.
PrivateText alert_update_sms(const AlertFacts& facts);
PrivateText alert_mail(const AlertFacts& facts, std::string_view business);
PrivateText alert_speech(const AlertFacts& facts, std::string_view business);

// A copy of an alert whose earlier copies may have arrived says so: better twice than never, and
// nobody takes two copies for two emergencies.
PrivateText as_copy(const PrivateText& body, int copy);

}  // namespace callwright::notifications
