#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/rehearsal/conversation_view.h"
#include "server/rehearsal/rehearsal.h"

namespace callwright::server {

// The receptionist for programs: one JSON object in, one out, strictly in turn (docs/call-json.md).
// A line that cannot be taken is answered with an error and changes nothing.
class ProgramCall {
 public:
  // The answer to one line, without the newline.
  std::string answer(std::string_view line);

 private:
  Result<Json> dispatch(const Json& request);
  Result<Json> open(const Json& request);
  Result<Json> turn(const Json& request);
  Result<Json> event(const Json& request);
  Result<Json> advance(const Json& request);
  Result<Json> inspect();

  Result<void> open_world(const Json& request);
  Result<void> begin_conversation(const Json& request);
  Result<Json> reply();
  std::string newly_said();
  std::vector<std::string> new_lines();
  std::vector<std::string> new_texts();
  void voice_turn(const Json& request);
  Result<void> text_turn(const Json& request);
  Result<void> chat_turn(const std::string& text);
  Result<void> trouble(const std::string& kind, const Json& request);
  Result<void> competing_booking(const Json& request);
  void apply_trouble();
  Milliseconds until_trouble_ends(Milliseconds at_most);
  void pass_time(Milliseconds left);

  // A trouble in force until a moment, or until somebody says "recover".
  struct Trouble {
    std::string kind;
    std::optional<Instant> until;
  };

  std::unique_ptr<Rehearsal> rehearsal_;
  tenants::TenantPtr tenant_;
  std::optional<ConversationRef> conversation_;
  std::optional<PhoneNumber> person_;
  std::size_t lines_heard_ = 0;       // How many lines of the call were told already.
  std::set<std::string> texts_read_;  // Which texts of the thread were.
  int chats_ = 0;
  std::vector<Trouble> troubles_;
};

}  // namespace callwright::server
