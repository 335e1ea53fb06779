// Where a replay leaves its recording, in words.
#include "server/replay/cells_json.h"
#include "server/replay/replayer.h"

namespace callwright::server {
namespace {

constexpr std::string_view not_kept = "(only its hash was kept)";

std::string nothing_or(const std::string& text) {
  return text.empty() ? "nothing" : text;
}

const journal::Asked* at(const std::vector<journal::Asked>& asked, std::size_t number) {
  return number < asked.size() ? &asked[number] : nullptr;
}

// The first arguments that differ, or all of them where the others are not known.
std::string argument_text(const journal::Asked& asked, const journal::Asked* other) {
  std::string text;
  for (std::size_t i = 0; i < asked.args.size(); ++i) {
    if (other != nullptr && i < other->args.size() && other->args[i] == asked.args[i]) continue;
    text += (text.empty() ? "" : ", ") + std::string("?") + std::to_string(i + 1) + " = " +
            to_json(asked.args[i]).dump();
  }
  return text;
}

Difference statement_difference(const RecordedEvent& recorded, const PlayedEvent& played) {
  const std::size_t number = played.deviation->number;
  const bool args = played.deviation->what == journal::Deviation::What::Arguments;
  const journal::Asked* found = at(played.words.asked, number);
  const journal::Asked* expected = recorded.words ? at(recorded.words->asked, number) : nullptr;
  Difference difference;
  difference.what =
      (args ? "the arguments of statement " : "statement ") + std::to_string(number + 1);
  if (args && found != nullptr) difference.what += " (" + found->sql + ")";
  const bool known_end = number >= recorded.entry.notes.statements.size();
  if (expected != nullptr) {
    difference.expected = args ? argument_text(*expected, found) : expected->sql;
  } else {
    difference.expected = known_end ? "nothing more" : std::string(not_kept);
  }
  if (found == nullptr) {
    difference.found = "nothing more";
  } else {
    difference.found = args ? argument_text(*found, expected) : found->sql;
  }
  return difference;
}

std::optional<Difference> difference_of(const RecordedEvent& recorded, const PlayedEvent& played) {
  if (!played.reached) {
    return Difference{.what = "the event",
                      .expected = "to be acted upon",
                      .found = played.turned_away.empty() ? "it was never reached"
                                                          : "turned away: " + played.turned_away};
  }
  if (played.deviation) return statement_difference(recorded, played);
  if (!played.drawn_otherwise.empty()) {
    return Difference{.what = "what was drawn",
                      .expected = "the identifiers of then",
                      .found = "another \"" + played.drawn_otherwise + "\""};
  }
  if (journal::stable_hash(played.words.answer) == recorded.entry.notes.answer) return std::nullopt;
  return Difference{
      .what = "the answer",
      .expected = recorded.words ? nothing_or(recorded.words->answer) : std::string(not_kept),
      .found = nothing_or(played.words.answer)};
}

}  // namespace

std::optional<Difference> first_difference(const Recording& recording,
                                           const std::vector<PlayedEvent>& played) {
  for (std::size_t i = 0; i < recording.events.size(); ++i) {
    std::optional<Difference> difference = difference_of(recording.events[i], played[i]);
    if (!difference) continue;
    difference->event = i + 1;
    difference->name = recording.events[i].entry.name;
    return difference;
  }
  return std::nullopt;
}

std::string in_words(const Difference& difference) {
  return "event " + std::to_string(difference.event) + " (" + difference.name +
         "): " + difference.what + "\n  expected " + difference.expected + "\n  found    " +
         difference.found;
}

}  // namespace callwright::server
