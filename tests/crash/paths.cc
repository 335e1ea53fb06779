#include "crash/paths.h"

namespace callwright::crash {
namespace {

using enum Step::Kind;

const Step ring{.kind = Ring, .words = ""};
const Step settle{.kind = Settle, .words = ""};
const Step hang_up{.kind = HangUp, .words = ""};
const Step answer{.kind = Say, .words = ""};

Step say(std::string words) {
  return {.kind = Say, .words = std::move(words)};
}
Step text(std::string words) {
  return {.kind = Text, .words = std::move(words)};
}

}  // namespace

const std::vector<Path>& paths() {
  // SQLite moves the log into the database by itself once it holds a thousand pages.
  constexpr std::size_t nearly_full_log = 985;
  static const std::vector<Path> all = {
      {.name = "webhook", .before = {ring}, .steps = {say("hi my kitchen sink is clogged")}},
      {.name = "booking",
       .before = {ring, answer, answer, answer, answer},
       .steps = {answer, settle, hang_up, settle}},
      {.name = "booking_that_empties_the_log",
       .before = {ring, answer, answer, answer, answer},
       .steps = {answer, settle},
       .pages_in_log = nearly_full_log},
      {.name = "outbox", .steps = {text("what are your hours?"), settle}},
      {.name = "audit", .steps = {text("stop"), settle, text("start"), settle}},
      {.name = "emergency",
       .before = {ring},
       .steps = {say("I smell gas in the basement"), settle},
       .may_repeat_texts = true},
  };
  return all;
}

}  // namespace callwright::crash
