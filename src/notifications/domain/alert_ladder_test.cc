#include "notifications/domain/alert_ladder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace callwright::notifications {
namespace {

using messaging::MessageChannel;
using messaging::MessageStatus;
using messaging::RecipientRole;
using enum MessageChannel;

constexpr Instant raised_at = Instant(Milliseconds(1'800'000'000'000));

tenants::Contact contact(std::string_view phone, std::string email = {}) {
  return {.name = "somebody", .phone = PhoneNumber::parse(phone), .email = std::move(email)};
}

tenants::Tenant business() {
  tenants::Tenant tenant{.id = TenantId("ten_a")};
  tenant.numbers = {*PhoneNumber::parse("+15550100100")};
  tenant.owner = contact("+15550100101", "owner@example.com");
  tenant.on_call = {contact("+15550100102"), contact("+15550100103", "third@example.com")};
  return tenant;
}

std::vector<std::string> described(const Rung& rung) {
  std::vector<std::string> notices;
  for (const Notice& notice : rung) {
    notices.push_back(std::string(to_string(notice.channel)) + " " + notice.to);
  }
  return notices;
}

TEST(Ladder, texts_the_owner_then_calls_then_climbs_then_calls_everybody) {
  const std::vector<Rung> ladder = ladder_for(people_to_reach(business()));
  ASSERT_EQ(ladder.size(), 5u);
  using Lines = std::vector<std::string>;
  EXPECT_EQ(described(ladder[0]), (Lines{"sms +15550100101", "email owner@example.com"}));
  EXPECT_EQ(described(ladder[1]), (Lines{"call +15550100101"}));
  EXPECT_EQ(described(ladder[2]), (Lines{"sms +15550100102", "call +15550100102"}));
  EXPECT_EQ(described(ladder[3]),
            (Lines{"sms +15550100103", "email third@example.com", "call +15550100103"}));
  EXPECT_EQ(described(ladder[4]),
            (Lines{"call +15550100101", "call +15550100102", "call +15550100103"}));
  EXPECT_EQ(ladder[0][0].role, RecipientRole::Owner);
  EXPECT_EQ(ladder[2][0].role, RecipientRole::Technician);
}

TEST(Ladder, never_alerts_a_number_of_the_business_itself) {
  tenants::Tenant tenant = business();
  tenant.owner = contact("+15550100100", "owner@example.com");
  for (const Rung& rung : ladder_for(people_to_reach(tenant))) {
    for (const Notice& notice : rung) EXPECT_NE(notice.to, "+15550100100");
  }
}

TEST(Ladder, tells_a_person_who_is_listed_twice_once) {
  tenants::Tenant tenant = business();
  tenant.on_call = {tenant.owner, tenant.owner};
  EXPECT_EQ(ladder_for(people_to_reach(tenant)).size(), 3u);
}

TEST(Ladder, is_empty_where_nobody_can_be_reached) {
  tenants::Tenant tenant = business();
  tenant.owner = {};
  tenant.on_call = {tenants::Contact{.name = "nobody"}};
  EXPECT_TRUE(ladder_for(people_to_reach(tenant)).empty());
}

LadderState after_first_rung(MessageStatus sms) {
  return {.raised_at = raised_at,
          .rungs = 3,
          .climbed = 1,
          .last_climbed_at = raised_at,
          .last_rung = {{Sms, sms}, {Email, MessageStatus::Accepted}},
          .anything_accepted = sms == MessageStatus::Accepted || sms == MessageStatus::Delivered};
}

bool climbs_at(const LadderState& state, Milliseconds after) {
  return std::holds_alternative<Climb>(next_step(state, raised_at + after));
}

TEST(NextStep, the_first_rung_is_climbed_at_once) {
  const LadderState state{
      .raised_at = raised_at, .rungs = 3, .climbed = 0, .last_climbed_at = raised_at};
  const LadderStep step = next_step(state, raised_at);
  ASSERT_TRUE(std::holds_alternative<Climb>(step));
  EXPECT_EQ(std::get<Climb>(step).rung, 0u);
}

TEST(NextStep, what_no_provider_has_accepted_by_thirty_seconds_is_as_good_as_not_sent) {
  const LadderState state = after_first_rung(MessageStatus::Queued);
  EXPECT_FALSE(climbs_at(state, Milliseconds(29'999)));
  EXPECT_TRUE(climbs_at(state, Seconds(30)));
}

TEST(NextStep, a_person_who_was_reached_gets_a_minute_and_a_half) {
  for (const MessageStatus status : {MessageStatus::Accepted, MessageStatus::Delivered}) {
    EXPECT_FALSE(climbs_at(after_first_rung(status), Milliseconds(89'999)));
    EXPECT_TRUE(climbs_at(after_first_rung(status), Seconds(90)));
  }
}

TEST(NextStep, a_text_that_failed_is_not_waited_for_and_mail_never_is) {
  for (const MessageStatus status : {MessageStatus::Failed, MessageStatus::Cancelled}) {
    EXPECT_TRUE(climbs_at(after_first_rung(status), Milliseconds(0)));
  }
}

TEST(NextStep, the_operator_hears_within_a_minute_that_nothing_was_accepted_and_only_once) {
  LadderState state = after_first_rung(MessageStatus::Queued);
  state.last_climbed_at = raised_at + Seconds(40);
  EXPECT_TRUE(std::holds_alternative<Wait>(next_step(state, raised_at + Milliseconds(59'999))));
  EXPECT_TRUE(std::holds_alternative<TellOperator>(next_step(state, raised_at + Seconds(60))));
  state.operator_told = true;
  EXPECT_TRUE(std::holds_alternative<Wait>(next_step(state, raised_at + Seconds(60))));
}

TEST(NextStep, mail_alone_does_not_keep_the_operator_from_hearing) {
  LadderState state = after_first_rung(MessageStatus::Failed);
  state.rungs = 1;
  ASSERT_FALSE(state.anything_accepted);
  EXPECT_TRUE(std::holds_alternative<TellOperator>(next_step(state, raised_at + Seconds(60))));
}

TEST(NextStep, after_the_last_rung_has_had_its_time_the_ladder_is_exhausted) {
  LadderState state = after_first_rung(MessageStatus::Accepted);
  state.rungs = 1;
  EXPECT_TRUE(std::holds_alternative<Wait>(next_step(state, raised_at + Seconds(89))));
  EXPECT_TRUE(std::holds_alternative<Exhaust>(next_step(state, raised_at + Seconds(90))));
  const LadderState nobody{.raised_at = raised_at, .last_climbed_at = raised_at};
  EXPECT_TRUE(std::holds_alternative<Exhaust>(next_step(nobody, raised_at)));
}

// A world in which every notice meets a fate of its own, looked at no later than the ladder asks
// plus the time it takes to notice that a process has died.
class LadderRun {
 public:
  explicit LadderRun(std::uint32_t seed) : random_(seed) {
    const int people = below(5);
    for (int i = 0; i < people; ++i) {
      people_.push_back({.role = i == 0 ? RecipientRole::Owner : RecipientRole::Technician,
                         .phone = below(5) == 0
                                      ? std::nullopt
                                      : PhoneNumber::parse("+1555010010" + std::to_string(i)),
                         .email = below(2) == 0 ? "" : "p" + std::to_string(i) + "@example.com"});
    }
    ladder_ = ladder_for(people_);
    late_by_ = Milliseconds(below(2) == 0 ? 0 : below(10'000));
  }

  void run() {
    state_ = {.raised_at = raised_at, .rungs = ladder_.size(), .last_climbed_at = raised_at};
    Instant now = raised_at;
    while (!exhausted_at_) {
      ASSERT_LT(++looks_, 2'000) << "the ladder does not end";
      const Instant next = look(now);
      if (!exhausted_at_) {
        ASSERT_GT(next, now) << "the ladder stands still";
      }
      now = next + late_by_;
    }
    check();
  }

 private:
  struct Fate {
    MessageChannel channel;
    std::size_t rung;
    std::optional<Instant> accepted_at;
    std::optional<Instant> failed_at;
  };

  int below(int bound) { return static_cast<int>(random_() % static_cast<std::uint32_t>(bound)); }

  // One pass of the shell: everything that is due, then how long to wait.
  Instant look(Instant now) {
    while (true) {
      refresh(now);
      const LadderStep step = next_step(state_, now);
      if (const auto* wait = std::get_if<Wait>(&step)) return wait->until;
      if (const auto* climb = std::get_if<Climb>(&step)) {
        EXPECT_EQ(climb->rung, state_.climbed);
        climb_rung(climb->rung, now);
      } else if (std::holds_alternative<TellOperator>(step)) {
        EXPECT_FALSE(operator_told_at_.has_value()) << "told twice";
        operator_told_at_ = now;
        state_.operator_told = true;
      } else {
        exhausted_at_ = now;
        return now;
      }
    }
  }

  void climb_rung(std::size_t rung, Instant now) {
    climbed_at_.push_back(now);
    for (const Notice& notice : ladder_[rung]) {
      Fate fate{.channel = notice.channel, .rung = rung};
      if (below(3) > 0) fate.accepted_at = now + Milliseconds(below(45'000));
      if (below(3) == 0) fate.failed_at = now + Milliseconds(below(60'000));
      fates_.push_back(fate);
    }
    state_.climbed = rung + 1;
    state_.last_climbed_at = now;
  }

  void refresh(Instant now) {
    state_.last_rung.clear();
    for (const Fate& fate : fates_) {
      const bool accepted = fate.accepted_at && *fate.accepted_at <= now;
      const bool failed = fate.failed_at && *fate.failed_at <= now;
      if (wakes(fate.channel) && accepted && !failed) state_.anything_accepted = true;
      if (fate.rung + 1 != state_.climbed) continue;
      state_.last_rung.push_back({fate.channel, failed     ? MessageStatus::Failed
                                                : accepted ? MessageStatus::Accepted
                                                           : MessageStatus::Queued});
    }
  }

  void check() const {
    // The bounds of invariants 16 to 18. A look that comes late may make each of them late by as
    // much.
    EXPECT_EQ(climbed_at_.size(), ladder_.size()) << "every rung is climbed once";
    if (!ladder_.empty()) EXPECT_EQ(climbed_at_.front(), raised_at);
    for (std::size_t i = 1; i < climbed_at_.size(); ++i) {
      EXPECT_LE(climbed_at_[i], climbed_at_[i - 1] + answer_wait + late_by_);
      if (!accepted_on(i - 1, climbed_at_[i - 1] + acceptance_wait)) {
        EXPECT_LE(climbed_at_[i], climbed_at_[i - 1] + acceptance_wait + late_by_) << "rung " << i;
      }
    }
    if (*exhausted_at_ > raised_at + operator_wait + late_by_ && !accepted_by(operator_wait)) {
      ASSERT_TRUE(operator_told_at_.has_value());
      EXPECT_LE(*operator_told_at_, raised_at + Seconds(90));
    }
    const auto rungs = static_cast<int>(ladder_.size());
    EXPECT_LE(*exhausted_at_ - raised_at, rungs * (answer_wait + late_by_) + late_by_);
  }

  bool accepted_on(std::size_t rung, Instant by) const {
    return std::ranges::any_of(fates_, [&](const Fate& fate) {
      return fate.rung == rung && wakes(fate.channel) && fate.accepted_at &&
             *fate.accepted_at <= by + late_by_;
    });
  }
  bool accepted_by(Milliseconds after) const {
    return std::ranges::any_of(fates_, [&](const Fate& fate) {
      return wakes(fate.channel) && fate.accepted_at &&
             *fate.accepted_at <= raised_at + after + late_by_;
    });
  }

  std::mt19937 random_;
  std::vector<Reach> people_;
  std::vector<Rung> ladder_;
  Milliseconds late_by_{0};
  LadderState state_;
  std::vector<Fate> fates_;
  std::vector<Instant> climbed_at_;
  std::optional<Instant> operator_told_at_;
  std::optional<Instant> exhausted_at_;
  int looks_ = 0;
};

TEST(Ladder, ends_in_time_under_any_mix_of_outcomes) {
  for (std::uint32_t seed = 0; seed < 20'000; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    LadderRun(seed).run();
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace callwright::notifications
