// What a story checks.
#include <algorithm>

#include "base/text.h"
#include "server/rehearsal/story_play.h"

namespace callwright::server {
namespace {

using language::Channel;

}  // namespace

void StoryPlay::check(bool holds, std::string found) {
  ++result_.checks;
  if (!holds) result_.failures.push_back({line_->number, line_->text, std::move(found)});
}

Result<Json> StoryPlay::view() {
  return reply_view(*rehearsal_, *tenant_, people_.at(person_), "");
}

std::string StoryPlay::heard_so_far() {
  const ConversationRef& person = people_.at(person_);
  std::vector<std::string> lines;
  if (person.channel == Channel::Voice) {
    if (const auto call = rehearsal_->carrier().call(person.key)) {
      for (const auto& heard : call->heard) lines.push_back(heard.text);
    }
  } else {
    for (const auto& text : rehearsal_->carrier().texts()) {
      if (!text.inbound && text.to == person.key) lines.push_back(text.body);
    }
  }
  return joined(lines, " ");
}

Result<void> StoryPlay::hears(const std::vector<std::string>& words) {
  if (!people_.contains(person_)) return failure(ErrorCode::Invalid, "nobody has called yet");
  if (word(words, 0) == "prompt") {
    TRY_ASSIGN(const Json reply, view());
    const std::string& wanted = word(words, 1);
    const Json::Array& prompts = *reply["prompts"].as_array();
    const bool heard =
        std::ranges::any_of(prompts, [&](const Json& name) { return *name.as_string() == wanted; });
    check(heard, "prompts " + reply["prompts"].dump());
    return {};
  }
  const std::string heard = heard_so_far();
  check(heard.find(word(words, 0)) != std::string::npos, "\"" + heard + "\"");
  return {};
}

Result<Json> StoryPlay::committed() {
  return inspection(*rehearsal_, *tenant_, people_.at(person_));
}

Result<void> StoryPlay::expect(const std::vector<std::string>& words) {
  const std::string& what = word(words, 0);
  if (what == "nothing") {
    check(rehearsal_->state_hash() == hash_before_, "something was changed");
    return {};
  }
  if (what == "within") return expect_soon(words);
  if (!people_.contains(person_)) return failure(ErrorCode::Invalid, "nobody has called yet");
  const bool negated = what == "no";
  const std::vector<std::string> rest(words.begin() + (negated ? 1 : 0), words.end());
  const std::string& noun = word(rest, 0);
  if (noun == "outcome") return expect_outcome(rest);
  if (noun == "call") return expect_state(rest);
  if (noun == "sms" || noun == "ring" || noun == "mail") return expect_message(rest, negated);
  if (noun == "appointment") return expect_appointment(rest, negated);
  if (noun == "callback") return expect_callback(rest, negated);
  if (noun == "consent") return expect_consent(rest);
  return failure(ErrorCode::Invalid, "nothing is known of \"" + noun + "\"");
}

Result<void> StoryPlay::expect_outcome(const std::vector<std::string>& words) {
  TRY_ASSIGN(const Json all, committed());
  const Json& conversation = all["conversation"];
  bool holds = conversation.string_or("outcome", "") == word(words, 1);
  if (const auto reason = after(words, "because")) {
    const Json::Array* reasons = conversation["emergency"]["reasons"].as_array();
    holds = holds && reasons != nullptr && std::ranges::any_of(*reasons, [&](const Json& entry) {
              return entry.as_string()->starts_with(*reason);
            });
  }
  check(holds, "outcome " + conversation["outcome"].dump() + ", reasons " +
                   conversation["emergency"]["reasons"].dump());
  return {};
}

Result<void> StoryPlay::expect_state(const std::vector<std::string>& words) {
  TRY_ASSIGN(const Json all, committed());
  const std::string state = all["conversation"].string_or("state", "none");
  check(state == word(words, 1), "call " + state);
  return {};
}

Result<void> StoryPlay::expect_message(const std::vector<std::string>& words, bool negated) {
  if (const auto limit = after(words, "within")) {
    TRY_ASSIGN(const Seconds length, seconds({*limit, "s"}));
    rehearsal_->advance(length);
  }
  TRY_ASSIGN(const Json all, committed());
  const std::string channel = words[0] == "ring" ? "call" : words[0] == "mail" ? "email" : "sms";
  const std::string role = word(words, 2) == "caller" ? "customer" : word(words, 2);
  const std::string text = after(words, "containing").value_or("");
  int count = 0;
  for (const Json& message : *all["messages"].as_array()) {
    const std::string status = message.string_or("status", "");
    const bool went = status == "accepted" || status == "sent" || status == "delivered";
    const bool right =
        message.string_or("channel", "") == channel && message.string_or("to_role", "") == role;
    if (went && right && message.string_or("body", "").find(text) != std::string::npos) ++count;
  }
  const auto times = after(words, "times");
  const bool holds = times ? std::to_string(count) == *times : (count > 0) != negated;
  check(holds, std::to_string(count) + " such of " + all["messages"].dump());
  return {};
}

Result<void> StoryPlay::expect_appointment(const std::vector<std::string>& words, bool negated) {
  TRY_ASSIGN(const Json all, committed());
  const std::string status = after(words, "status").value_or("booked");
  const auto name = after(words, "for");
  const auto position = std::ranges::find(words, "at");
  std::string start;
  if (position != words.end()) {
    const auto local = local_time(words, static_cast<std::size_t>(position - words.begin()) + 1);
    if (!local) return failure(ErrorCode::Invalid, "a time is written as Tue 09:00");
    start = tenant_->zone.iso8601(tenant_->zone.resolve(*local).instant);
  }
  int count = 0;
  for (const Json& visit : *all["appointments"].as_array()) {
    const bool right = visit.string_or("status", "") == status &&
                       visit.string_or("name", "") != "Somebody Else" &&
                       (!name || visit.string_or("name", "") == *name) &&
                       (start.empty() || visit.string_or("start", "") == start);
    if (right) ++count;
  }
  const auto times = after(words, "times");
  check(times ? std::to_string(count) == *times : (count > 0) != negated,
        all["appointments"].dump());
  return {};
}

Result<void> StoryPlay::expect_callback(const std::vector<std::string>& words, bool negated) {
  TRY_ASSIGN(const Json all, committed());
  const bool urgent = std::ranges::find(words, "urgent") != words.end();
  const auto reason = after(words, "reason");
  const bool found = std::ranges::any_of(*all["callbacks"].as_array(), [&](const Json& entry) {
    return (!urgent || entry.string_or("priority", "") == "urgent") &&
           (!reason || entry.string_or("reason", "") == *reason);
  });
  check(found != negated, all["callbacks"].dump());
  return {};
}

Result<void> StoryPlay::expect_consent(const std::vector<std::string>& words) {
  TRY_ASSIGN(const Json all, committed());
  const std::string state = all["consent"].string_or(person_, "opted_in");
  check(state == word(words, 1), state);
  return {};
}

Result<void> StoryPlay::expect_soon(const std::vector<std::string>& words) {
  TRY_ASSIGN(const Seconds length, seconds({word(words, 1), word(words, 2)}));
  rehearsal_->advance(length);
  return expect(std::vector<std::string>(words.begin() + 3, words.end()));
}

}  // namespace callwright::server
