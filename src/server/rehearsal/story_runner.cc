#include "server/rehearsal/story_runner.h"

#include "server/rehearsal/story_play.h"

namespace callwright::server {

Result<StoryResult> run_story(const Story& story, const Json& ready_tenant,
                              const Afterwards& afterwards) {
  return StoryPlay(story, ready_tenant).run(afterwards);
}

}  // namespace callwright::server
