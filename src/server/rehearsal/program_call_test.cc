#include "server/rehearsal/program_call.h"

#include <gtest/gtest.h>

#include <set>

#include "server/commands/ready_tenant.h"

namespace callwright::server {
namespace {

Json ask(ProgramCall& call, const std::string& line) {
  return Json::parse(call.answer(line)).value();
}

std::string opening(std::string_view more = "") {
  return R"({"op":"open","now":"2026-03-10T10:05:00-05:00",)"
         R"("caller":{"phone":"+15550100140"},"tenant":)" +
         ready_tenant().dump() + std::string(more) + "}";
}

std::string error_of(const Json& reply) {
  return reply["error"].string_or("message", "");
}

std::set<std::string> fields(const Json& object) {
  std::set<std::string> names;
  for (const Json::Member& member : *object.as_object()) names.insert(member.first);
  return names;
}

// Everything that a program can see of the world.
std::string seen(ProgramCall& call) {
  return call.answer(R"({"op":"inspect"})") + call.answer(R"({"op":"advance","seconds":0})");
}

TEST(ProgramCall, a_reply_and_an_inspection_have_the_fields_of_the_contract) {
  ProgramCall call;
  const Json greeting = ask(call, opening());
  EXPECT_EQ(fields(greeting),
            (std::set<std::string>{"conversation", "now", "language", "say", "prompts", "asks",
                                   "about", "options", "offers", "understood", "ended", "outcome",
                                   "transferred_to"}));
  EXPECT_EQ(greeting["asks"].as_string() ? *greeting["asks"].as_string() : "", "problem");
  const Json reply = ask(call, R"({"op":"turn","say":"my kitchen sink is clogged"})");
  EXPECT_EQ(fields(reply), fields(greeting));
  EXPECT_EQ(fields(reply["understood"]), (std::set<std::string>{"intent", "emergency", "slots"}));
  const Json world = ask(call, R"({"op":"inspect"})");
  EXPECT_EQ(fields(world),
            (std::set<std::string>{"appointments", "customers", "messages", "callbacks",
                                   "transcript", "transcript_missing", "actions", "conversation",
                                   "consent", "owner_messages", "tenant_hash"}));
  EXPECT_EQ(fields(world["conversation"]),
            (std::set<std::string>{"id", "state", "outcome", "emergency", "correlation_id"}));
}

TEST(ProgramCall, keeps_the_world_for_a_further_conversation) {
  ProgramCall call;
  const std::string hash = [&] {
    ask(call, opening());
    return ask(call, R"({"op":"inspect"})").string_or("tenant_hash", "");
  }();
  ask(call, R"({"op":"turn","hang_up":true})");
  const Json reply =
      ask(call, R"({"op":"open","keep":true,"channel":"sms","caller":{"phone":"+15550100141"}})");
  EXPECT_EQ(reply.string_or("say", "?"), "");
  EXPECT_TRUE(reply["asks"].is_null());
  EXPECT_EQ(ask(call, R"({"op":"inspect"})").string_or("tenant_hash", ""), hash);
}

TEST(ProgramCall, a_trouble_ends_in_the_middle_of_a_turn) {
  ProgramCall call;
  ask(call, opening());
  ask(call, R"({"op":"event","kind":"stt_all_down","for_s":2})");
  const Json reply = ask(call, R"({"op":"turn","say":"my kitchen sink is clogged"})");
  EXPECT_EQ(reply["asks"].dump(), R"("name")");
}

TEST(ProgramCall, where_nothing_is_said_no_prompt_is_named) {
  ProgramCall call;
  ask(call, opening());
  const Json waiting = ask(call, R"({"op":"turn","silence":1})");
  EXPECT_EQ(waiting.string_or("say", "?"), "");
  EXPECT_EQ(waiting["prompts"].dump(), "[]");
  EXPECT_EQ(waiting["asks"].dump(), R"("problem")");
}

TEST(ProgramCall, texts_that_arrive_late_are_told_once_each) {
  ProgramCall call;
  ask(call, opening(R"(,"channel":"sms","events":[{"kind":"sms_provider_error"}])"));
  EXPECT_EQ(ask(call, R"({"op":"turn","say":"my sink is clogged"})").string_or("say", "?"), "");
  ask(call, R"({"op":"event","kind":"recover"})");
  const std::string second =
      ask(call, R"({"op":"turn","say":"Dana Example"})").string_or("say", "?");
  const std::string late = ask(call, R"({"op":"turn","silence":600})").string_or("say", "?");
  EXPECT_NE(second, late);
  EXPECT_FALSE((second + late).empty());
  EXPECT_EQ(ask(call, R"({"op":"turn","silence":600})").string_or("say", "?"), "");
}

struct Refused {
  std::string line;
  std::string message;
};

class RefusedLines : public testing::TestWithParam<Refused> {};

TEST_P(RefusedLines, say_why_and_change_nothing) {
  ProgramCall call;
  ask(call, opening());
  const std::string before = seen(call);
  EXPECT_EQ(error_of(ask(call, GetParam().line)), GetParam().message);
  EXPECT_EQ(seen(call), before);
}

INSTANTIATE_TEST_SUITE_P(
    Lines, RefusedLines,
    testing::Values(
        Refused{"", "not JSON: line 1, column 1: the document ends too early"},
        Refused{"[]", "a line is one JSON object with an \"op\""},
        Refused{R"({"op":"fly"})", "unknown op \"fly\": open, turn, event, advance or inspect"},
        Refused{R"({"op":"open"})", "tenant is missing: a tenant document"},
        Refused{opening(R"(,"seed":"x")"), "seed is a whole number"},
        Refused{opening(R"(,"events":[{"kind":"rain"}])"), "unknown event kind \"rain\""},
        Refused{opening(R"(,"events":{})"), "events is a list"},
        Refused{opening(R"(,"transport":"stream")"),
                "transport \"stream\" is not served by this version: twiml"},
        Refused{opening(R"(,"keep":"yes")"), "keep is true or false"},
        Refused{opening(R"(,"channel":5)"), "channel is a text"},
        Refused{R"({"op":"open","keep":true,"caller":"x"})", "caller is an object"},
        Refused{R"({"op":"open","keep":true,"caller":{"verification":1}})",
                "verification is a text"},
        Refused{
            opening(R"(,"events":[{"kind":"competing_booking","technician":"nobody",)"
                    R"("start":"2026-03-11T10:00:00-05:00","end":"2026-03-11T11:00:00-05:00"}])"),
            "competing_booking: no such technician"},
        Refused{R"({"op":"turn"})", "a turn is exactly one of say, keys, silence or hang_up"},
        Refused{R"({"op":"turn","say":"a","keys":"1"})",
                "a turn is exactly one of say, keys, silence or hang_up"},
        Refused{R"({"op":"turn","say":1})", "say is a text"},
        Refused{R"({"op":"turn","say":"a","confidence":2})", "confidence is a number from 0 to 1"},
        Refused{R"({"op":"turn","keys":"A"})", "keys is a text of 0-9, * and #"},
        Refused{R"({"op":"turn","silence":-1})",
                "turn: silence is a number of seconds, 0 to 34560000"},
        Refused{R"({"op":"turn","hang_up":false})", "hang_up is true"},
        Refused{R"({"op":"event","kind":"sms_in","from":"x"})", "sms_in: from is a number"},
        Refused{R"({"op":"event","kind":"sms_in","from":"+15550100141","body":5})",
                "sms_in: body is a text"},
        Refused{R"({"op":"event","kind":"llm_outage","for_s":"x"})",
                "llm_outage: for_s is a number of seconds, 0 to 34560000"},
        Refused{R"({"op":"event","kind":"owner_answers","keys":7})",
                "owner_answers: keys is a text of 0-9, * and #"},
        Refused{R"({"op":"event","kind":"competing_booking","start":"2026-03-11T10:00:00-05:00",)"
                R"("end":"2026-03-11T11:00:00-05:00","technician":"nobody"})",
                "competing_booking: no such technician"},
        Refused{R"({"op":"event","kind":"competing_booking","start":"2026-03-11T10:00:00-05:00",)"
                R"("end":"2026-03-11T10:00:00-05:00","technician":"tech-a"})",
                "competing_booking: end is after start"},
        Refused{R"({"op":"advance"})", "advance: seconds is missing"},
        Refused{R"({"op":"advance","seconds":1e12})",
                "advance: seconds is a number of seconds, 0 to 34560000"}));

}  // namespace
}  // namespace callwright::server
