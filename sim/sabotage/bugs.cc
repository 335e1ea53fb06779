#include "sim/sabotage/bugs.h"

#include <algorithm>
#include <array>

#include "sim/sabotage/rewriting.h"
#include "sim/sabotage/statement_bugs.h"
#include "sim/sabotage/wire_bugs.h"

namespace callwright::sim {
namespace {

// clang-format off
constexpr auto table = std::to_array<Bug>({
    {"dedupe_dropped", "an event that was taken before is taken again", plant_rewriting},
    {"answered_anew", "a repeated event is answered otherwise than before", plant_rewriting},
    {"signature_not_checked", "whoever writes to us is believed", plant_signature_not_checked},
    {"call_revived", "a late event moves a call that has ended", plant_rewriting},
    {"carrier_status_forgotten", "an old status writes over a newer one", plant_rewriting},
    {"call_events_unrecorded", "what happens to a call is not recorded", plant_rewriting},
    {"outcome_decided_again", "a conversation that is over is ended once more", plant_rewriting},
    {"outcome_missing", "a caller who leaves leaves no outcome", plant_outcome_missing},
    {"reaper_forgotten", "nobody closes what the carrier forgets", plant_rewriting},
    {"callback_lost", "a promised call back is not written down", plant_rewriting},

    {"unique_key_skipped", "a slot is promised without looking or locking", plant_rewriting},
    {"calendar_not_filled", "a booking takes no time on the calendar", plant_rewriting},
    {"calendar_not_freed", "a visit that is off keeps its time", plant_rewriting},
    {"move_not_written", "a visit is said to be changed and is not", plant_rewriting},
    {"booked_in_words_only", "a booking is spoken and not made", plant_rewriting},
    {"local_time_stored", "the wall clock is stored as if it were UTC", plant_local_time},
    {"hours_ignored", "visits are booked at any hour", plant_rewriting},
    {"buffers_ignored", "travel between visits is forgotten", plant_rewriting},
    {"plan_ignored", "a plan that has ended goes on booking", plant_rewriting},

    {"audit_skipped", "changes are made without a record", plant_rewriting},
    {"audit_not_chained", "an entry does not follow from the one before", plant_rewriting},
    {"settings_of_then_lost", "a record names settings that were not kept", plant_rewriting},
    {"record_edited", "a cancellation's record is emptied", plant_record_edited},
    {"correlation_lost", "messages do not name the call that caused them", plant_correlation_lost},
    {"words_not_redacted", "card numbers are stored as they were spoken", plant_words_not_redacted},
    {"tenant_swapped", "a callback is filed with another business", plant_tenant_swapped},
    {"wrong_number_owner", "a number is taken for another business's", plant_wrong_number_owner},

    {"commit_taken_back", "an answer is given before the commit is safe", plant_commit_taken_back},
    {"sent_before_commit", "a text leaves inside the transaction", plant_sent_before_commit},
    {"resent_without_asking", "a text is sent again on a timeout", plant_resent_without_asking},
    {"timeout_taken_for_failure", "a lost answer counts as not sent",
     plant_timeout_taken_for_failure},
    {"message_twice", "a confirmation is written twice under two causes", plant_message_twice},
    {"job_forgotten", "a message is written and nobody sends it", plant_job_forgotten},
    {"lease_of_an_hour", "a dead worker keeps its jobs for an hour", plant_lease_of_an_hour},
    {"consent_ignored", "who said stop is written to all the same", plant_rewriting},
    {"stop_not_written_down", "a stop is answered and forgotten", plant_rewriting},
    {"late_news_wins", "an old status of a message writes over a newer one", plant_rewriting},
    {"ahead_of_the_carrier", "a message counts as delivered when it is accepted", plant_rewriting},

    {"alert_delayed", "alerts wait in the queue for five minutes", plant_rewriting},
    {"ladder_not_climbed", "an alert is sent once and then left", plant_rewriting},
    {"alerts_withdrawn", "alerts are taken back before they leave", plant_rewriting},
    {"operator_not_told", "nobody tells the operator", plant_operator_not_told},
});
// clang-format on

}  // namespace

std::span<const Bug> bugs() {
  return table;
}

const Bug* find_bug(std::string_view name) {
  const auto found = std::ranges::find(table, name, &Bug::name);
  return found == table.end() ? nullptr : &*found;
}

}  // namespace callwright::sim
