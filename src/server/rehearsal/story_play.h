#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/rehearsal/story_runner.h"

namespace callwright::server {

// One story while it is played.
class StoryPlay {
 public:
  StoryPlay(const Story& story, const Json& ready_tenant);
  Result<StoryResult> run(const Afterwards& afterwards);

 private:
  Result<void> play(const StoryLine& line);
  const std::string& word(const std::vector<std::string>& words, std::size_t index) const;
  // The word that follows a keyword, or nothing.
  std::optional<std::string> after(const std::vector<std::string>& words,
                                   std::string_view keyword) const;
  void check(bool holds, std::string found);
  Result<void> tenant(const std::vector<std::string>& words);
  Result<void> change_document(const std::string& path, const std::string& value);
  Result<void> begin();
  // "Mon 22:14" in the story's week, or "2026-03-09 22:14".
  std::optional<LocalTime> local_time(const std::vector<std::string>& words,
                                      std::size_t first) const;
  Result<void> at(const std::vector<std::string>& words);
  Result<void> caller(const std::vector<std::string>& words);
  Result<void> text_from(const std::string& from, const std::string& body);
  Result<void> texts(const std::vector<std::string>& words);
  Result<void> act(const StoryLine& line);
  Result<Seconds> seconds(const std::vector<std::string>& words) const;
  Result<void> wait(const std::vector<std::string>& words);
  Result<Json> view();
  // Everything this person has heard or read so far.
  std::string heard_so_far();
  Result<void> hears(const std::vector<std::string>& words);
  Result<void> trouble(const std::vector<std::string>& words);
  Result<void> owner(const std::vector<std::string>& words);
  // somebody books dana Tue 09:00
  Result<void> somebody_books(const std::vector<std::string>& words);
  Result<void> deliver();
  Result<Json> committed();
  Result<void> expect(const std::vector<std::string>& words);
  Result<void> expect_outcome(const std::vector<std::string>& words);
  Result<void> expect_state(const std::vector<std::string>& words);
  // sms to owner|caller|operator [containing "..."] [within 60 s] [times 2]
  Result<void> expect_message(const std::vector<std::string>& words, bool negated);
  // appointment [at Tue 09:00] [for "Name"] [status cancelled] [times 2]
  Result<void> expect_appointment(const std::vector<std::string>& words, bool negated);
  // callback [urgent] [reason voicemail]
  Result<void> expect_callback(const std::vector<std::string>& words, bool negated);
  Result<void> expect_consent(const std::vector<std::string>& words);
  // expect within 60 s sms to owner
  Result<void> expect_soon(const std::vector<std::string>& words);
  const Story& story_;
  Json document_;
  StoryResult result_;
  const StoryLine* line_ = nullptr;
  std::optional<LocalTime> begins_at_;
  std::unique_ptr<Rehearsal> rehearsal_;
  tenants::TenantPtr tenant_;
  std::map<std::string, ConversationRef> people_;  // Everyone who takes part, by number.
  std::string person_;                             // Whose lines these are.
  std::string hash_before_;
};

}  // namespace callwright::server
