#include "calls/domain/call_state.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "calls/domain/carrier_status.h"

namespace callwright::calls {
namespace {

// Calls `visit` with the states before and after every event of every order up to the length.
template <class Visit>
void for_every_order(CallState from, int length, const Visit& visit) {
  if (length == 0) return;
  for (const CallEvent event : call_events) {
    const CallState to = next_state(from, event).value_or(from);
    visit(from, event, to);
    for_every_order(to, length - 1, visit);
  }
}

TEST(CallState, no_order_of_events_moves_a_call_back_or_revives_it) {
  constexpr int length_max = 6;
  std::int64_t steps = 0;
  for (const CallState start : call_states) {
    for_every_order(start, length_max, [&](CallState from, CallEvent, CallState to) {
      ++steps;
      ASSERT_GE(rank(to), rank(from));
      if (is_terminal(from)) ASSERT_EQ(to, from);
    });
  }
  EXPECT_EQ(steps, 5 * (7 + 49 + 343 + 2'401 + 16'807 + 117'649));
}

TEST(CallState, whatever_happened_before_hanging_up_ends_the_call) {
  for (const CallState start : call_states) {
    for_every_order(start, 6, [](CallState, CallEvent event, CallState to) {
      if (event == CallEvent::HungUp) ASSERT_EQ(to, CallState::Ended);
    });
  }
}

TEST(CallState, hearing_of_an_event_again_is_the_same_as_hearing_of_it_once) {
  for (const CallState start : call_states) {
    for_every_order(start, 5, [](CallState, CallEvent event, CallState to) {
      const auto again = next_state(to, event);
      ASSERT_TRUE(!again || *again == to);
    });
  }
}

TEST(CallState, every_state_and_event_is_in_the_table) {
  for (const CallState state : call_states) {
    const bool is_used = std::ranges::any_of(call_transitions, [&](const Transition& row) {
      return row.from == state || row.to == state;
    });
    EXPECT_TRUE(is_used) << to_string(state);
  }
  for (const CallEvent event : call_events) {
    const bool is_used = std::ranges::any_of(
        call_transitions, [&](const Transition& row) { return row.on == event; });
    EXPECT_TRUE(is_used) << to_string(event);
  }
}

TEST(CallState, words_are_read_back) {
  for (const CallState state : call_states) EXPECT_EQ(parse_call_state(to_string(state)), state);
  for (const CallEvent event : call_events) EXPECT_EQ(parse_call_event(to_string(event)), event);
  EXPECT_EQ(parse_call_state("completed"), std::nullopt);
  EXPECT_EQ(parse_call_event(""), std::nullopt);
}

TEST(CallState, the_page_about_it_is_the_table) {
  const std::string path = CALLWRIGHT_SOURCE_DIR "/docs/call-lifecycle.md";
  if (std::getenv("CALLWRIGHT_WRITE_DOCS") != nullptr) {
    std::ofstream(path) << call_lifecycle_markdown();
  }
  std::ifstream file(path);
  std::ostringstream page;
  page << file.rdbuf();
  EXPECT_EQ(page.str(), call_lifecycle_markdown())
      << "run this test with CALLWRIGHT_WRITE_DOCS=1 to print the page anew";
}

TEST(CarrierStatus, ranks_as_a_call_goes_on_and_all_ends_are_equal) {
  const std::vector<std::string_view> rising = {"queued", "initiated", "ringing", "in-progress",
                                                "completed"};
  for (std::size_t i = 1; i < rising.size(); ++i) {
    EXPECT_GT(carrier_rank(rising[i]), carrier_rank(rising[i - 1])) << rising[i];
  }
  for (const std::string_view end : {"busy", "failed", "no-answer", "canceled", "cancelled"}) {
    EXPECT_EQ(carrier_rank(end), carrier_rank("completed")) << end;
  }
  EXPECT_LT(carrier_rank("dancing"), carrier_rank("queued"));
}

}  // namespace
}  // namespace callwright::calls
