#include "dialogue/domain/policy_proof.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "dialogue/domain/walk_needs.h"

namespace callwright::dialogue {
namespace {

std::string told(const PolicyProof& proof) {
  std::string text;
  for (const BrokenPromise& broken : proof.broken) {
    text += broken.what + "\n    " + joined(broken.path, "\n    ") + "\n";
  }
  return text;
}

// Open, closed with call backs only, and automation off.
std::vector<Facts> some_facts() {
  return {Facts{.can_transfer = true}, Facts{.open = false, .may_book = false},
          Facts{.automation = false, .may_book = false}};
}

PolicyProof proof_of(std::span<const Row> rows, bool is_text, bool plain) {
  const tenants::Tenant tenant = any_business();
  return prove({.rows = rows,
                .tenant = tenant,
                .facts = plain ? some_facts() : every_facts(is_text),
                .world = {},
                .is_text = is_text,
                .plain = plain});
}

void expect_all_outcomes(const PolicyProof& proof) {
  for (const Outcome outcome :
       {Outcome::AnsweredFaq, Outcome::OptedOut, Outcome::CallbackQueued, Outcome::Voicemail,
        Outcome::Transferred, Outcome::Cancelled, Outcome::Rescheduled, Outcome::Booked,
        Outcome::EmergencyEscalated}) {
    EXPECT_TRUE(proof.outcomes.contains(outcome)) << to_string(outcome);
  }
}

TEST(PolicyProof, every_promise_holds_in_every_state_of_a_call) {
  const PolicyProof proof = proof_of(policy(), false, false);
  EXPECT_TRUE(proof.broken.empty()) << told(proof);
  EXPECT_GT(proof.states, 1000u);
  expect_all_outcomes(proof);
}

TEST(PolicyProof, every_promise_holds_in_every_state_of_a_text_thread) {
  const PolicyProof proof = proof_of(policy(), true, false);
  EXPECT_TRUE(proof.broken.empty()) << told(proof);
}

constexpr Guard nothing_asked{"", [](const Memory&, const Facts&) { return true; }};

struct Mutant {
  std::string_view what;     // Was done to the table.
  std::string_view refused;  // What the check says of it.
  void (*change)(std::vector<Row>& rows);
};

Row& row_named(std::vector<Row>& rows, std::string_view name) {
  return *std::ranges::find(rows, name, &Row::name);
}

void drop(std::vector<Row>& rows, std::string_view name) {
  std::erase_if(rows, [name](const Row& row) { return row.name == name; });
}

const Mutant mutants[] = {
    {"book what was asked for at once", "book without yes",
     [](auto& rows) { row_named(rows, "booking.read_back").act = Action::Book; }},
    {"book without reading back", "a yes is asked for without reading back what it commits",
     [](auto& rows) { row_named(rows, "booking.read_back").say = {Prompt::AskTime}; }},
    {"take any yes for a yes to the booking", "book without name",
     [](auto& rows) { row_named(rows, "booking.yes").from = StageSet::any(); }},
    {"take silence for a yes", "book without yes",
     [](auto& rows) { row_named(rows, "booking.yes").on = Signal::Silence; }},
    {"let a yes move whatever was read back before", "move_visit without yes",
     [](auto& rows) { row_named(rows, "move.yes").on = {Signal::Yes, Signal::No}; }},
    {"do not look at the area", "book without address in the area",
     [](auto& rows) {
       Row& row = row_named(rows, "booking.outside_area");
       row.act = Action::Listen;
       row.say = {Prompt::ReadBackBooking};
       row.to = Stage::BookingConfirm;
       row.goal = Goal::Book;
     }},
    {"do not ask who wants to cancel", "find_visits without identity",
     [](auto& rows) { row_named(rows, "visit.ask_identity").act = Action::FindVisits; }},
    {"drop the alert", "an emergency is not alerted",
     [](auto& rows) { drop(rows, "emergency.detected"); }},
    {"let the caller talk past the emergency",
     "what may be an emergency is dropped without the caller's no",
     [](auto& rows) {
       drop(rows, "emergency.ask_once_more");
       drop(rows, "emergency.no_answer_is_yes");
     }},
    {"let silence end the emergency question",
     "what may be an emergency is dropped without the caller's no",
     [](auto& rows) {
       Row& row = row_named(rows, "emergency.silence_is_yes");
       row.act = Action::End;
     }},
    {"drop the bound on misses", "somebody who is not understood is kept on the line",
     [](auto& rows) { row_named(rows, "repair.unclear_again").when = &nothing_asked; }},
    {"do not count the misses", "somebody who is not understood is kept on the line",
     [](auto& rows) { row_named(rows, "repair.unclear").effect = Effect::None; }},
    {"ask for ever to spell", "a question is asked for ever",
     [](auto& rows) { row_named(rows, "value.ask_clearer").when = &nothing_asked; }},
    {"drop the answers to silence", "somebody who says nothing is kept on the line",
     [](auto& rows) {
       row_named(rows, "repair.silence").effect = Effect::None;
       row_named(rows, "repair.silence").when = &nothing_asked;
     }},
    {"drop the bound on turns", "a conversation never ends",
     [](auto& rows) {
       for (const auto name : {"bound.end", "bound.callback", "bound.record", "bound.call_us"})
         drop(rows, name);
     }},
    {"let nobody have a person", "somebody who wants a person never gets one or a call back",
     [](auto& rows) {
       for (const auto name : {"person.transfer", "person.callback", "person.ask_phone"})
         drop(rows, name);
     }},
    {"book where no bookings are taken", "a booking begins where none are taken",
     [](auto& rows) { row_named(rows, "booking.wanted").when = &nothing_asked; }},
    {"change visits while automation is off", "a visit is changed while automation is off",
     [](auto& rows) { row_named(rows, "cancel.wanted").when = &nothing_asked; }},
    {"promise a call to nobody", "a call back is promised without a number",
     [](auto& rows) { row_named(rows, "callback.wanted").when = &nothing_asked; }},
    {"look for slots again and again", "a turn never ends",
     [](auto& rows) {
       Row& row = row_named(rows, "booking.offer");
       row.act = Action::FindSlots;
     }},
};

TEST(PolicyProof, a_table_that_breaks_a_promise_is_refused_with_the_way_there) {
  for (const Mutant& mutant : mutants) {
    std::vector<Row> rows(policy().begin(), policy().end());
    mutant.change(rows);
    const PolicyProof proof = proof_of(rows, false, true);
    const auto found = std::ranges::find(proof.broken, mutant.refused, &BrokenPromise::what);
    if (found == proof.broken.end()) {
      ADD_FAILURE() << mutant.what << ": not refused\n" << told(proof);
      continue;
    }
    EXPECT_GE(found->path.size(), 2u) << mutant.what;
  }
}

TEST(PolicyProof, the_unchanged_table_passes_the_smaller_walk_as_well) {
  const PolicyProof proof = proof_of(policy(), false, true);
  EXPECT_TRUE(proof.broken.empty()) << told(proof);
  expect_all_outcomes(proof);
}

// The walk finds what is needed one need after the other. Trying every set of known values gives
// the same.
TEST(PolicyProof, every_set_of_known_values_needs_what_the_walk_finds) {
  const tenants::Tenant tenant = any_business();
  const WalkSamples samples(tenant);
  const std::vector<std::vector<customers::Address>> addresses = {
      {}, {samples.inside}, {*samples.unplaced}, {*samples.outside}};
  for (const Goal goal : {Goal::Book, Goal::Move, Goal::Cancel}) {
    Memory start{.goal = goal};
    start.phone = start.line = samples.line;
    std::set<Signal> tried;
    for (int bits = 0; bits < 512; ++bits) {
      for (const auto& address : addresses) {
        Memory memory = start;
        if (bits & 1) memory.keypad = true;
        if (bits & 2) memory.problem = "P";
        if (bits & 4) memory.name = "A";
        if (bits & 8) memory.address_on_file = samples.inside;
        if (bits & 16) memory.wish = TimeWish{.window = samples.window};
        if (bits & 32) memory.chosen = samples.offers.front();
        if (bits & 64) memory.identified = true;
        if (bits & 128) memory.visits = samples.visits;
        if (bits & 256) memory.visit = samples.visits.front();
        if (!address.empty()) memory.address = address.front();
        tried.insert(next_need(memory, tenant));
      }
    }
    std::set<Signal> walked;
    for (const auto& [memory, need] : open_needs(start, tenant, samples)) walked.insert(need);
    EXPECT_EQ(walked, tried) << to_string(goal);
  }
}

}  // namespace
}  // namespace callwright::dialogue
