#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dialogue/domain/policy.h"
#include "platform/json/json.h"
#include "reception/parts.h"
#include "reception/reply.h"
#include "reception/turn.h"
#include "reception/wording.h"

namespace callwright::reception {

// One turn while it is taken: the policy is asked, its action is carried out, the answer is put to
// the policy again, until a row ends the turn. Lives inside one transaction.
class Session {
 public:
  Session(const Parts& parts, db::Transaction& tx, const tenants::Tenant& tenant,
          messaging::Conversation& conversation, dialogue::Memory& memory, const Turn& turn);

  // Goes on from a signal until the turn ends.
  Result<Next> run(dialogue::Signal signal);

  // The person has left: what was open is closed, and an emergency in doubt is treated as one.
  Result<void> leave();

  // The words of this turn, redacted; kept for alerts, notes and the record.
  void set_heard(PrivateText heard) { heard_ = std::move(heard); }
  void set_recording(Recorded recording) { recording_ = std::move(recording); }

  const std::vector<Speech>& speech() const { return speech_; }
  const dialogue::Facts& facts() const { return facts_; }
  // Signals, rows and actions of this turn in order, for the record.
  const Json& steps() const { return steps_; }
  messaging::MessageKind reply_kind() const { return reply_kind_; }

 private:
  void speak(const dialogue::Row& row);
  void speak(dialogue::Prompt prompt);
  bool was_said(dialogue::Prompt prompt) const;
  std::string receipt(dialogue::Prompt prompt);
  Result<Next> next_of(const dialogue::Row& row);
  Result<void> finish();
  Result<dialogue::Signal> perform(const dialogue::Row& row);

  Result<dialogue::Signal> raise_alert();
  Result<dialogue::Signal> tell_owner_more();
  Result<dialogue::Signal> update_alert();
  Result<void> look_up_next_visit();
  Result<dialogue::Signal> find_slots();
  void name_same_hour();
  Result<std::vector<TimeRange>> own_visits() const;
  Result<dialogue::Signal> find_exact(const scheduling::SlotRequest& request);
  Result<dialogue::Signal> find_other_slots(scheduling::SlotRequest request);
  Result<dialogue::Signal> book();
  Result<dialogue::Signal> find_visits();
  Result<dialogue::Signal> check_identity();
  Result<dialogue::Signal> move_visit();
  Result<dialogue::Signal> cancel_visit();
  Result<dialogue::Signal> add_callback(std::string_view reason);
  Result<dialogue::Signal> change_consent();
  Result<void> ask_back_about_cancel(const PhoneNumber& number);

  scheduling::SlotRequest slot_request() const;
  void keep_offers(const std::vector<scheduling::Slot>& slots);
  notifications::EmergencyFacts emergency_facts() const;
  Result<void> tell_customer(messaging::MessageKind kind, const std::string& cause,
                             std::string body);
  Result<void> tell_owner(const std::string& cause, std::string body);
  access::Actor actor() const { return access::Actor::caller(conversation_.id); }

  const Parts& parts_;
  db::Transaction& tx_;
  const tenants::Tenant& tenant_;
  messaging::Conversation& conversation_;
  dialogue::Memory& memory_;
  const Turn& turn_;
  Instant now_;
  dialogue::Facts facts_;
  Wording wording_;
  PrivateText heard_;
  Recorded recording_;
  dialogue::Signal signal_ = dialogue::Signal::Arrived;
  std::vector<Speech> speech_;
  Json steps_ = Json::array();
  messaging::MessageKind reply_kind_ = messaging::MessageKind::Reply;

  // The committed rows of this turn: what receipts are made from.
  std::optional<scheduling::Booked> booked_;
  std::optional<scheduling::Moved> moved_;
  std::optional<scheduling::Cancelled> cancelled_;
};

}  // namespace callwright::reception
