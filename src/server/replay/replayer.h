#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/replay/recording.h"

namespace callwright::server {

// An event as a replay found it.
struct PlayedEvent {
  bool reached = false;  // Its handler came to it.
  EventWords words;
  std::string drawn_otherwise;  // See EventScope.
  std::optional<journal::Deviation> deviation;
  std::string turned_away;  // Why the door did not let the webhook in; empty when it did.
};

// Runs the whole product on a recording: the same handlers, with the clock, the identifiers, the
// providers and the database of then. Invalid when the recording means nothing to this program.
Result<std::vector<PlayedEvent>> play(const Recording& recording);

// Where a replay first differs from what was recorded.
struct Difference {
  std::size_t event = 0;  // From 1.
  std::string name;
  std::string what;  // "statement 3", "the arguments of statement 3", "the answer", ...
  std::string expected;
  std::string found;
};
std::optional<Difference> first_difference(const Recording& recording,
                                           const std::vector<PlayedEvent>& played);
std::string in_words(const Difference& difference);

}  // namespace callwright::server
