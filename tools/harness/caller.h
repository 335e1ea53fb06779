#pragma once

#include <cstdint>
#include <string>

#include "harness/carrier.h"

namespace callwright::harness {

// What somebody wants who wants a visit.
struct Booking {
  std::string name = "Jordan Example";
  std::string time = "tomorrow at ten in the morning";
};

// One call as the carrier carries it: each thing the caller does is a webhook, and where the next
// goes is what the last answer says.
class Call {
 public:
  // The number tells calls apart: no two of one database have the same.
  Call(const Account& account, std::uint64_t number, std::string business);

  Webhook arrive();
  Webhook say(std::string text);
  Webhook hang_up();

  // Takes the answer in. False when it is no proper one.
  bool hear(int status, const std::string& body);
  // The server waits for words; asked() is what for, in its own: "name", "address", "confirm".
  bool is_asked() const { return !action_.empty(); }
  const std::string& asked() const { return asked_; }

  // What somebody who wants a visit says to that. Who is asked for a time again was offered some.
  std::string spoken_answer(const Booking& booking) const;

  const std::string& sid() const { return sid_; }
  const std::string& person() const { return person_; }

 private:
  Webhook webhook(std::string target, const std::string& status, const http::Form& more);

  const Account& account_;
  std::string sid_;
  std::string person_;
  std::string business_;
  int webhooks_ = 0;
  std::string action_;
  std::string asked_;
  int times_asked_for_a_time_ = 0;
};

// A text from a person to a business.
Webhook text_webhook(const Account& account, std::uint64_t number, const std::string& person,
                     const std::string& business, std::string body);

}  // namespace callwright::harness
