#include <algorithm>

#include "server/replay/bundle.h"
#include "server/replay/cells_json.h"
#include "server/replay/redact_recording.h"

namespace callwright::server {
namespace {

constexpr std::string_view identical = "identical";

Json result_of(const std::optional<Difference>& difference) {
  if (!difference) return identical;
  return in_words(*difference);
}

// What an event decided: the parts of its traces that name no person.
Json decisions_of(const EventWords& words) {
  Json decisions = Json::array();
  for (const journal::Asked& asked : words.asked) {
    for (const db::Row::Cell& cell : asked.args) {
      const auto* text = std::get_if<std::string>(&cell);
      if (text == nullptr || !text->starts_with('{')) continue;
      const auto trace = Json::parse(*text);
      if (!trace || trace->find("steps") == nullptr) continue;
      Json decision = Json::object();
      for (const std::string_view part : {"steps", "prompts", "stage", "goal", "outcome"}) {
        decision.set(std::string(part), (*trace)[part]);
      }
      decisions.push_back(decision);
    }
  }
  return decisions;
}

// The words of those events that were played as they were recorded.
void put_words(Recording& recording, const std::vector<PlayedEvent>& played) {
  for (std::size_t i = 0; i < played.size(); ++i) {
    if (played[i].reached) recording.events[i].words = played[i].words;
  }
}

// What was asked with stand-ins becomes what has to be asked. False where the event went another
// way than its answers lead.
bool record_again(RecordedEvent& event, const PlayedEvent& played) {
  using What = journal::Deviation::What;
  if (!played.reached || !played.drawn_otherwise.empty()) return false;
  if (played.deviation && played.deviation->what == What::Statement) return false;
  if (played.words.asked.size() != event.entry.notes.statements.size()) return false;
  for (std::size_t i = 0; i < played.words.asked.size(); ++i) {
    event.entry.notes.statements[i].args =
        journal::stable_hash(values_of(played.words.asked[i].args));
  }
  event.entry.notes.answer = journal::stable_hash(played.words.answer);
  event.words = played.words;
  return true;
}

Json answer_of(const journal::Statement& statement) {
  if (const auto* error = std::get_if<Error>(&statement.answer)) {
    return Json::object(
        {{"error", Json::object({{"code", to_string(error->code)}, {"message", error->message}})}});
  }
  if (const auto* changed = std::get_if<std::int64_t>(&statement.answer)) {
    return Json::object({{"changed", *changed}});
  }
  Json rows = Json::array();
  for (const db::Row& row : std::get<db::Rows>(statement.answer)) {
    Json cells = Json::array();
    for (std::size_t i = 0; i < row.size(); ++i) cells.push_back(to_json(row.cell(i)));
    rows.push_back(cells);
  }
  return Json::object({{"rows", rows}});
}

Json statement_json(const journal::Statement& statement, const journal::Asked& asked) {
  const bool query = statement.kind == journal::Statement::Kind::Query;
  Json args = Json::array();
  for (const db::Row::Cell& cell : asked.args) args.push_back(to_json(cell));
  return Json::object({{"kind", query ? "query" : "execute"},
                       {"sql", asked.sql},
                       {"arguments", args},
                       {"answer", answer_of(statement)}});
}

Json event_json(const RecordedEvent& event) {
  const journal::Entry& entry = event.entry;
  Json drawn = Json::array();
  for (const std::string& each : entry.notes.drawn) drawn.push_back(each);
  Json statements = Json::array();
  for (std::size_t i = 0; i < entry.notes.statements.size(); ++i) {
    statements.push_back(statement_json(entry.notes.statements[i], event.words->asked[i]));
  }
  return Json::object({{"name", entry.name},
                       {"at", to_ms(entry.at)},
                       {"run", entry.run},
                       {"settings", entry.settings_hash},
                       {"engine", entry.notes.engine == db::Engine::Sqlite ? "sqlite" : "postgres"},
                       {"input", Json::parse(entry.input).value_or(Json())},
                       {"drawn", drawn},
                       {"statements", statements},
                       {"answer", event.words->answer},
                       {"decisions", decisions_of(*event.words)}});
}

// Everything of the file but what is said of its making.
struct Contents {
  Json events = Json::array();
  Json left_out = Json::array();
  Json decided_otherwise = Json::array();
  Recording replayable;
};

Json left_out_json(std::size_t number, const RecordedEvent& original, std::string_view why) {
  return Json::object({{"event", number},
                       {"name", original.entry.name},
                       {"at", to_ms(original.entry.at)},
                       {"why", why},
                       {"decisions", original.words ? decisions_of(*original.words) : Json()}});
}

Contents contents_of(const Recording& original, const Recording& with_stand_ins,
                     const std::vector<PlayedEvent>& played) {
  Contents contents{.replayable = with_stand_ins};
  contents.replayable.events.clear();
  for (std::size_t i = 0; i < played.size(); ++i) {
    RecordedEvent event = with_stand_ins.events[i];
    const RecordedEvent& before = original.events[i];
    if (!record_again(event, played[i])) {
      const bool reached = before.words.has_value();
      contents.left_out.push_back(left_out_json(
          i + 1, before,
          reached ? "with stand-ins it goes another way" : "this program does not reach it"));
      continue;
    }
    if (before.words && decisions_of(*before.words) != decisions_of(*event.words)) {
      contents.decided_otherwise.push_back(
          Json::object({{"event", i + 1},
                        {"original", decisions_of(*before.words)},
                        {"with_stand_ins", decisions_of(*event.words)}}));
    }
    contents.events.push_back(event_json(event));
    contents.replayable.events.push_back(std::move(event));
  }
  return contents;
}

}  // namespace

Result<Json> make_bundle(const Recording& recording, const CallSummary& summary, Instant now,
                         std::string_view made_with) {
  Recording original = recording;
  TRY_ASSIGN(const auto as_it_was, play(original));
  const auto difference = first_difference(original, as_it_was);
  put_words(original, as_it_was);

  StandIns people;
  know_people(original, people);
  const Recording with_stand_ins = redacted(original, people);
  TRY_ASSIGN(const auto played, play(with_stand_ins));
  const Contents contents = contents_of(original, with_stand_ins, played);
  TRY_ASSIGN(const auto again, play(contents.replayable));

  Json settings = Json::object();
  for (const auto& [hash, document] : contents.replayable.settings) settings.set(hash, document);
  Json bundle = Json::object(
      {{"format", bundle_format},
       {"version", bundle_version},
       {"made_with", made_with},
       {"made_at", Zone::utc().iso8601(now)},
       {"correlation", recording.correlation.text()},
       {"tenant", recording.tenant.text()},
       {"replay",
        Json::object({{"original", result_of(difference)},
                      {"with_stand_ins", result_of(first_difference(contents.replayable, again))},
                      {"decided_otherwise", contents.decided_otherwise},
                      {"left_out", contents.left_out}})},
       {"stand_ins", people.counts()},
       {"conversation", people.in_json(summary.conversation)},
       {"decisions", people.in_json(summary.decisions)},
       {"changes", people.in_json(summary.changes)},
       {"notifications", people.in_json(summary.notifications)},
       {"settings", settings},
       {"events", contents.events}});
  bundle.set(std::string(checksum_member), checksum_of(bundle));
  return bundle;
}

}  // namespace callwright::server
