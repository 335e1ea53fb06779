#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "sim/checks/business.h"
#include "sim/checks/text_map.h"
#include "sim/observe/batch.h"

// What is committed, as far as more than one checker asks about it: kept from the stream of changes
// alone, and never read from the database.
namespace callwright::sim {

struct ShadowTurn {
  std::int64_t number = -1;
  std::string said;
  std::string trace;
};

struct ShadowConversation {
  std::string tenant;
  std::string channel;
  std::string key;
  std::string person;
  std::string correlation;
  std::string outcome;
  Instant opened_at;
  Instant latest_at;  // Of its turns, by a clock that may have been set back since.
  bool ended = false;
  ShadowTurn turn;    // The last one.
  ShadowTurn before;  // The one before it.
  int visits_made = 0;
  int visits_moved = 0;
  int visits_cancelled = 0;
};

struct ShadowMessage {
  std::string tenant;
  std::string kind;
  std::string role;
  std::string channel;
  std::string recipient;
  std::string status;
  std::string conversation;
  std::string correlation;
  Instant at;
  int open_attempts = 0;
  int attempts = 0;

  bool is_emergency() const { return kind == "emergency_alert"; }
  // Better twice than never: an alert, or what the operator has to know.
  bool may_repeat() const { return is_emergency() || role == "operator"; }
  bool is_handled_by_provider() const {
    return channel == "sms" || channel == "call" || channel == "email";
  }
  bool was_accepted() const {
    return status == "accepted" || status == "sent" || status == "delivered";
  }
};

class Shadow {
 public:
  void apply(const Batch& batch);

  const BusinessRules* business(std::string_view tenant) const { return find(businesses_, tenant); }
  // Whose number it is; empty: nobody's.
  std::string_view owner_of(std::string_view number) const;
  const ShadowConversation* conversation(std::string_view id) const {
    return find(conversations_, id);
  }
  const ShadowConversation* conversation_of_call(std::string_view sid) const;
  const ShadowMessage* message(std::string_view id) const { return find(messages_, id); }
  bool has_opted_out(std::string_view tenant, std::string_view number) const;

  const TextMap<ShadowConversation>& conversations() const { return conversations_; }
  const TextMap<ShadowMessage>& messages() const { return messages_; }

 private:
  void apply(const Change& change);
  void take_tenant(const Change& change);
  void take_conversation(const Change& change);
  void take_turn(const Change& change);
  void take_message(const Change& change);
  void take_attempt(const Change& change);
  void take_audit(const Change& change);

  TextMap<BusinessRules> businesses_;
  TextMap<std::string> owners_;  // Of telephone numbers.
  TextMap<ShadowConversation> conversations_;
  TextMap<std::string> calls_;  // The conversation of a call, by the carrier's name for it.
  TextMap<ShadowMessage> messages_;
  TextSet opted_out_;
};

}  // namespace callwright::sim
