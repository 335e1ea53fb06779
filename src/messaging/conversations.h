#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/phone_number.h"
#include "base/private_text.h"
#include "base/time.h"
#include "language/understanding.h"
#include "platform/clock/ids.h"
#include "platform/db/database.h"

namespace callwright::messaging {

enum class Speaker : std::uint8_t { Caller, Receptionist };

struct Conversation {
  ConversationId id;
  TenantId tenant;
  language::Channel channel = language::Channel::Voice;
  std::string
      key;  // The outside's name for it: a call's sid, a texting person's number, a chat session.
  std::optional<PhoneNumber> person;
  std::optional<CustomerId> customer;
  CorrelationId correlation;
  int turn = 0;           // The turn that is awaited; each turn taken adds one.
  std::string memory;     // What the dialogue remembers, as the dialogue wrote it.
  std::string outcome;    // Empty while it is open.
  std::string emergency;  // What was detected, as the dialogue wrote it; empty when nothing was.
  Instant opened_at;
  Instant last_at;  // Of the last turn, either side.
  std::optional<Instant> ended_at;
};

struct TranscriptLine {
  Instant at;
  Speaker speaker;
  PrivateText text;  // Redacted already.
};

// One taken turn: what was said by both sides, and why the answer was what it was.
struct TurnRecord {
  int turn = 0;
  Instant at;
  PrivateText heard;  // Redacted; empty when nothing was said.
  PrivateText said;
  std::string trace;  // JSON: what was understood, which policy row decided, what was done.
};

// Conversations of one tenant, on every channel.
class Conversations {
 public:
  explicit Conversations(Ids& ids) : ids_(ids) {}

  Result<Conversation> open(db::Transaction& tx, const TenantId& tenant, language::Channel channel,
                            const std::string& key, const std::optional<PhoneNumber>& person,
                            const CorrelationId& correlation, Instant now) const;

  // The latest of that channel and key, ended or not. A lock is held on it until the transaction
  // ends, so the transaction has to be one that writes.
  Result<std::optional<Conversation>> latest(db::Transaction& tx, const TenantId& tenant,
                                             language::Channel channel,
                                             const std::string& key) const;
  Result<std::optional<Conversation>> find(db::Transaction& tx, const TenantId& tenant,
                                           const ConversationId& id) const;

  // Writes the conversation's fields and, where given, the turn that changed them.
  Result<void> save(db::Transaction& tx, const Conversation& conversation,
                    const std::optional<TurnRecord>& turn) const;

  Result<std::vector<TurnRecord>> turns(db::Transaction& tx, const TenantId& tenant,
                                        const ConversationId& id) const;
  // Both sides in order; lines of the receptionist come after the caller's of the same turn.
  Result<std::vector<TranscriptLine>> transcript(db::Transaction& tx, const TenantId& tenant,
                                                 const ConversationId& id) const;

 private:
  Ids& ids_;
};

}  // namespace callwright::messaging
