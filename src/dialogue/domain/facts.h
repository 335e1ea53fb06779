#pragma once

#include <optional>

#include "base/phone_number.h"
#include "base/time.h"
#include "language/understanding.h"
#include "tenants/domain/tenant.h"

namespace callwright::dialogue {

// Facts of the business and the person that guards may ask about.
struct Facts {
  bool open = true;            // Within business hours now.
  bool automation = true;      // False: plan or lockdown leave voicemail and the emergency path.
  bool may_book = true;        // Bookings are taken, now.
  bool takes_messages = true;  // The channel can record.
  bool prefers_voicemail = false;  // The business wants recordings rather than callbacks.
  bool can_transfer = false;       // A person may be rung for the caller, now.
  bool faq_known = false;          // There is an answer to the question that was asked.
  bool is_text = false;            // A text or chat thread.

  friend bool operator==(const Facts&, const Facts&) = default;
};

// What the business's settings make of a conversation just now. Whether a question has an answer is
// left open: it depends on the question.
Facts facts_of(const tenants::Tenant& tenant, language::Channel channel,
               const std::optional<PhoneNumber>& person, bool open);

}  // namespace callwright::dialogue
