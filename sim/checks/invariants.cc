#include "sim/checks/invariants.h"

#include <algorithm>
#include <array>

namespace callwright::sim {
namespace {

// clang-format off
constexpr auto table = [] {
  using enum Checked;
  return std::to_array<Invariant>({
      {1, "a call moves along the declared edges only", Fully,
       "every change of a call's row, and the event recorded with it"},
      {2, "any order and number of the same events gives the same state", Fully,
       "a redelivered webhook commits no change; a replayed day leaves the hash of all rows"},
      {3, "an event is applied once and answered the same again", Fully,
       "every answer against the stored one of its retry token"},
      {4, "every conversation comes to exactly one outcome", Fully,
       "outcome and end of each conversation row; all are over at the end"},
      {5, "no call stands still or stays open", Partly,
       "quiet and length of each open call, with the product's own bound of two quiet minutes"},
      {6, "the caller hears something at least every four seconds", NotYet,
       "the simulator's answers take no time"},
      {7, "a promised call back is in the queue", Fully,
       "the callback rows of a conversation that ends so, and who closes them"},
      {8, "nothing is done without an explicit yes to what was read back", Fully,
       "the two turns before each booking, move and cancellation; a receipt spoken has a row"},
      {9, "the same words, settings and clock give the same actions", Fully,
       "recorded conversations played again: each statement and answer, byte for byte"},
      {10, "technicians are never in two places", Fully,
       "blocked ranges of live visits, recomputed from their rows"},
      {11, "visits lie inside hours, holidays and area", Fully,
       "each visit a caller books or moves, against the settings in force at its commit"},
      {12, "one request makes one visit", Partly,
       "request keys, and one live visit a conversation and start; there are no outside calendars"},
      {13, "a move is one step", Fully,
       "after every commit a live visit holds exactly its own time"},
      {14, "the time that is told is the time that is stored", Fully,
       "clock faces in what is said, written and recorded, against zone and row"},
      {15, "every change of a visit names actor, before and after", Fully,
       "the audit entry in the same commit, against the row"},
      {16, "an emergency is told of at once", Fully,
       "the alert in the detection's commit; a first attempt within 60 s"},
      {17, "an alert that nobody accepts climbs", Fully,
       "the next rung by 30 s, the operator by 90 s after it was raised"},
      {18, "no policy takes an emergency away", Fully,
       "why alerts are taken back or fail; alerts switched off are on record"},
      {19, "at most one copy of what is no emergency", Fully,
       "hand-overs, and the carrier's own list of what it accepted"},
      {20, "nothing is sent before its commit, and everything ends", Partly,
       "each hand-over against committed rows; attempts are bounded; jitter is not judged"},
      {21, "a status is never ahead of the provider and never goes back", Fully,
       "each change of status, against the news the carrier has told"},
      {22, "who said stop is not written to", Fully,
       "consent at each hand-over"},
      {23, "stop is understood and answered once", Fully,
       "the carriers' own words, each text that says one of them"},
      {24, "a merge keeps the stricter consent", NotYet, "customers cannot be merged"},
      {25, "everything belongs to one tenant", Fully,
       "the tenant of every row, of the rows of one commit, and of the rows they name"},
      {26, "a webhook acts for the owner of its number only", Fully,
       "the rows committed during a webhook, against the numbers in it"},
      {27, "what is not signed changes nothing", Fully,
       "no commit during a webhook that is turned away"},
      {28, "rates are limited", NotYet, "there are no rate limits"},
      {29, "what a plan allows follows from its events", NotYet, "there are no plan events"},
      {30, "usage is counted once", NotYet, "there is no metering"},
      {31, "a plan that ended leaves emergencies and voicemail", Partly,
       "no caller's booking under it; campaigns do not exist"},
      {32, "tokens end when they should", NotYet, "there are no access tokens"},
      {33, "no secret in logs or addresses", NotYet, "the simulator keeps no logs"},
      {34, "OAuth states are used once", NotYet, "there is no OAuth"},
      {35, "card and identity numbers are never stored", Fully,
       "numbers the callers speak, searched for in every row"},
      {36, "a deleted person stays deleted", NotYet, "people cannot be deleted"},
      {37, "an export is complete", NotYet, "there are no exports"},
      {38, "the audit is a chain", Fully, "every entry's hash, recomputed from the one before"},
      {39, "one id joins everything a call caused", Fully,
       "correlation ids of messages, jobs, alerts and audit entries"},
      {40, "events reach those who subscribed", NotYet, "there are no subscriptions"},
      {41, "a merge loses nothing", NotYet, "customers cannot be merged"},
      {42, "an import counts once", NotYet, "there are no imports"},
      {acknowledged_is_kept, "what was acknowledged is still there", Fully,
       "every accepted webhook has committed; sums over all rows, recomputed after a crash"},
      {everything_ends, "when the faults stop, everything comes to its end", Fully,
       "calls, messages, alerts and jobs ten minutes after the last fault"},
  });
}();
// clang-format on

static_assert([] {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].number != static_cast<int>(i) + 1) return false;
  }
  return table.size() + 1 == invariants_end;
}());

}  // namespace

std::span<const Invariant> invariants() {
  return table;
}

std::string_view title_of(int number) {
  const auto found = std::ranges::find(table, number, &Invariant::number);
  return found == table.end() ? std::string_view("unknown") : found->title;
}

std::string_view to_string(Checked checked) {
  switch (checked) {
    case Checked::Fully:
      return "checked";
    case Checked::Partly:
      return "partly checked";
    case Checked::NotYet:
      return "not yet checked";
  }
  return "not yet checked";
}

}  // namespace callwright::sim
