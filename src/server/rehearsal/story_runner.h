#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "platform/json/json.h"
#include "server/rehearsal/conversation_view.h"
#include "server/rehearsal/rehearsal.h"
#include "server/rehearsal/story.h"

namespace callwright::server {

struct StoryFailure {
  int line = 0;
  std::string expected;  // The line.
  std::string found;     // What was there instead.
};

struct StoryResult {
  std::string name;
  int checks = 0;  // Lines that could have failed.
  std::vector<StoryFailure> failures;
};

// Looks at what a story has left behind.
using Afterwards = std::function<Result<void>(Rehearsal&, const tenants::Tenant&)>;

// Plays a story through the real parts on a hand-moved clock. Stops at the first line that cannot
// be played; goes on after an expectation that does not hold. Invalid: a line means nothing.
Result<StoryResult> run_story(const Story& story, const Json& ready_tenant,
                              const Afterwards& afterwards = {});

}  // namespace callwright::server
