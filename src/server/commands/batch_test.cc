#include "server/commands/batch.h"

#include <gtest/gtest.h>

#include <sstream>

#include "server/commands/commands.h"

namespace callwright::server {
namespace {

struct Outcome {
  std::vector<Json> lines;
  std::string notes;
  int code = -1;
};

// Answers every line with how long its text is.
Outcome run(const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream notes;
  Outcome outcome;
  outcome.code = run_batch(in, out, notes, [](const Json& line) -> Result<Json> {
    TRY_ASSIGN(const std::string text, needed_text_member(line, "text"));
    return Json::object({{"bytes", text.size()}});
  });
  std::istringstream written(out.str());
  for (std::string line; std::getline(written, line);) {
    outcome.lines.push_back(Json::parse(line).value());
  }
  outcome.notes = notes.str();
  return outcome;
}

std::string error_of(const Json& line) {
  return line["error"].string_or("code", "");
}

TEST(Batch, answers_every_line_in_order) {
  const Outcome outcome = run(
      "{\"id\":\"b\",\"text\":\"one\"}\n{\"id\":\"a\",\"text\":\"\"}\n{\"id\":7,\"text\":\"x\"}");
  ASSERT_EQ(outcome.lines.size(), 3U);
  EXPECT_EQ(outcome.lines[0].dump(), R"({"id":"b","bytes":3})");
  EXPECT_EQ(outcome.lines[1].dump(), R"({"id":"a","bytes":0})");
  EXPECT_EQ(outcome.lines[2].dump(), R"({"id":7,"bytes":1})");
  EXPECT_EQ(outcome.code, exit_ok);
  EXPECT_EQ(outcome.notes, "callwright: 3 lines read, 0 answered with an error\n");
}

TEST(Batch, nothing_is_answered_with_nothing) {
  const Outcome outcome = run("");
  EXPECT_TRUE(outcome.lines.empty());
  EXPECT_EQ(outcome.code, exit_ok);
}

struct BadLine {
  std::string name;
  std::string line;
  std::string code;
  Json id;
};

class BadLines : public testing::TestWithParam<BadLine> {};

TEST_P(BadLines, get_an_error_and_disturb_no_other) {
  const std::string good = "{\"id\":\"good\",\"text\":\"x\"}\n";
  const Outcome outcome = run(good + GetParam().line + "\n" + good);
  ASSERT_EQ(outcome.lines.size(), 3U);
  EXPECT_EQ(outcome.lines[0].dump(), R"({"id":"good","bytes":1})");
  EXPECT_EQ(outcome.lines[2], outcome.lines[0]);
  EXPECT_EQ(error_of(outcome.lines[1]), GetParam().code);
  EXPECT_FALSE(outcome.lines[1]["error"].string_or("message", "").empty());
  EXPECT_EQ(outcome.lines[1]["id"], GetParam().id);
  EXPECT_EQ(outcome.lines[1].integer_or("line", 0), 2);
  EXPECT_EQ(outcome.code, exit_ok);
  EXPECT_EQ(outcome.notes, "callwright: 3 lines read, 1 answered with an error\n");
}

const BadLine bad_lines[] = {
    {"empty", "", "not_json", {}},
    {"blanks", "   ", "not_json", {}},
    {"words", "hello", "not_json", {}},
    {"cut_off", R"({"id":"a","text":"x)", "not_json", {}},
    {"two_documents", R"({"id":"a","text":"x"}{"id":"b","text":"x"})", "not_json", {}},
    {"twice_the_same_member", R"({"id":"a","id":"b","text":"x"})", "not_json", {}},
    {"half_a_surrogate", R"({"id":"a","text":"\ud83d"})", "not_json", {}},
    {"deep", std::string(100'000, '['), "not_json", {}},
    {"a_zero_byte", std::string("{\"id\":\"a\",\"text\":\"\0\"}", 21), "not_json", {}},
    {"an_array", R"(["a","x"])", "not_an_object", {}},
    {"a_number", "7", "not_an_object", {}},
    {"no_id", R"({"text":"x"})", "missing_id", {}},
    {"null_id", R"({"id":null,"text":"x"})", "missing_id", {}},
    {"empty_id", R"({"id":"","text":"x"})", "missing_id", {}},
    {"fractional_id", R"({"id":1.5,"text":"x"})", "missing_id", {}},
    {"no_text", R"({"id":"a"})", "invalid", "a"},
    {"text_of_another_kind", R"({"id":"a","text":["x"]})", "invalid", "a"},
    {"latin_1",
     "{\"id\":\"a\",\"text\":\"ma\xF1"
     "ana\"}",
     "invalid_utf8",
     {}},
    {"overlong_utf8", "{\"id\":\"a\",\"text\":\"\xC0\xAF\"}", "invalid_utf8", {}},
    {"ten_megabytes",
     R"({"id":"a","text":")" + std::string(10'000'000, 'x') + R"("})",
     "line_too_long",
     {}},
};
INSTANTIATE_TEST_SUITE_P(Batch, BadLines, testing::ValuesIn(bad_lines),
                         [](const auto& info) { return info.param.name; });

TEST(Batch, takes_the_longest_line_and_nothing_longer) {
  const std::string head = R"({"id":"a","text":")";
  const std::string tail = R"("})";
  const std::size_t room = batch_line_bytes_max - head.size() - tail.size();
  EXPECT_EQ(run(head + std::string(room, 'x') + tail + "\n").lines.at(0)["bytes"], Json(room));
  EXPECT_EQ(error_of(run(head + std::string(room + 1, 'x') + tail).lines.at(0)), "line_too_long");
}

TEST(Batch, ends_of_lines_may_be_those_of_another_system) {
  const Outcome outcome = run("{\"id\":\"a\",\"text\":\"x\"}\r\n{\"id\":\"b\",\"text\":\"y\"}\r\n");
  ASSERT_EQ(outcome.lines.size(), 2U);
  EXPECT_EQ(outcome.lines[1].dump(), R"({"id":"b","bytes":1})");
}

}  // namespace
}  // namespace callwright::server
