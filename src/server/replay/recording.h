#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/journal/entry.h"
#include "platform/journal/player.h"
#include "platform/json/json.h"

namespace callwright::server {

// What an event asked of the database and was answered, word for word.
struct EventWords {
  std::vector<journal::Asked> asked;
  std::string answer;
};

struct RecordedEvent {
  journal::Entry entry;
  // The journal keeps only hashes: words are known once the event was played.
  std::optional<EventWords> words;
};

// Everything that a conversation's replay needs.
struct Recording {
  TenantId tenant;
  CorrelationId correlation;
  std::map<std::string, Json> settings;  // By their hash, as they are stored.
  std::vector<RecordedEvent> events;
};

}  // namespace callwright::server
