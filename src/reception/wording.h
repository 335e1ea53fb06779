#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dialogue/domain/memory.h"
#include "dialogue/domain/prompts.h"
#include "scheduling/calendar.h"
#include "tenants/domain/tenant.h"

namespace callwright::reception {

// Puts facts into the words of the prompt book. Never decides what is said, only how a time or an
// address is spoken.
class Wording {
 public:
  Wording(const tenants::Tenant& tenant, const dialogue::Memory& memory, language::Channel channel,
          Instant now)
      : tenant_(tenant),
        memory_(memory),
        is_typed_(channel != language::Channel::Voice),
        now_(now) {}

  // What is read later names the day itself: "today" on a telephone is another day on paper.
  Wording in_writing() const {
    Wording written = *this;
    written.in_writing_ = true;
    return written;
  }

  // What the business's own people read is in the business's own language.
  Wording for_owner() const {
    Wording written = in_writing();
    written.language_ = tenant_.languages.front();
    return written;
  }

  // A prompt that claims nothing; a receipt's prompt is a broken invariant here.
  std::string speak(dialogue::Prompt prompt) const;

  // Only these may say that something was booked, moved or cancelled, and each wants the row that
  // was: to the person, and to the business's own people.
  std::string booked(const scheduling::Booked& receipt) const;
  std::string moved(const scheduling::Moved& receipt) const;
  std::string cancelled(const scheduling::Cancelled& receipt) const;
  std::string notice(const scheduling::Booked& receipt) const;
  std::string notice(const scheduling::Moved& receipt) const;
  std::string notice(const scheduling::Cancelled& receipt) const;

  // "Tuesday, March 10 at 9 AM", "today at 3:30 PM".
  std::string time(Instant instant) const;

  // The person's next visit, as it stands in its row: what "when are you coming?" is answered with.
  void know_next_visit(scheduling::Appointment visit) { next_visit_ = std::move(visit); }

  // What the tenant answers to the question that was asked; empty when it has no answer.
  std::string faq_answer() const;

 private:
  std::string field(std::string_view name) const;
  std::string offers() const;
  std::string visits() const;
  std::string due() const;
  std::string visit_time() const;
  std::string service_name(std::string_view id) const;
  std::string about(dialogue::Prompt receipt, const scheduling::Appointment& visit) const;
  std::string appointment_field(std::string_view name, const scheduling::Appointment& visit) const;
  std::string hours() const;
  language::Language language() const { return language_.value_or(memory_.language); }
  bool spanish() const { return language() == language::Language::Spanish; }

  const tenants::Tenant& tenant_;
  const dialogue::Memory& memory_;
  bool is_typed_;  // The person reads and types.
  Instant now_;
  bool in_writing_ = false;
  std::optional<language::Language> language_;  // Absent: the person's.
  std::optional<scheduling::Appointment> next_visit_;
};

}  // namespace callwright::reception
