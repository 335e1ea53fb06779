#include "tools/tidy/tidy.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tools/tidy/functions.h"

namespace callwright::tidy {
namespace {

// A small house that keeps every rule.
Tree good_tree() {
  return {
      {"src/FLOORS",
       "# floor rooms\n0 base\n1 platform language\n2 tenants\n3 calls billing\n10 server\n"},
      {"src/base/README.md", "Values.\n"},
      {"src/platform/README.md", "Mechanisms, see [base](../base/README.md).\n"},
      {"src/language/README.md", "Words.\n"},
      {"src/tenants/README.md", "Who.\n"},
      {"src/calls/README.md", "Calls.\n"},
      {"src/billing/README.md", "Plans.\n"},
      {"src/server/README.md", "Main.\n"},
      {"src/base/text.h", "#pragma once\n"},
      {"src/platform/clock.h", "#pragma once\n#include \"base/text.h\"\n"},
      {"src/language/words.h", "#pragma once\n#include \"base/text.h\"\n"},
      {"src/tenants/domain/hours.h", "#pragma once\n#include \"language/words.h\"\n"},
      {"src/calls/domain/state.h", "#pragma once\n#include \"tenants/domain/hours.h\"\n"},
      {"src/calls/calls.h",
       "#pragma once\n#include \"calls/domain/state.h\"\n#include \"platform/clock.h\"\n"},
      {"src/billing/plan.h", "#pragma once\n"},
      {"src/server/main.cc",
       "#include \"billing/plan.h\"\n#include \"calls/calls.h\"\nint main() {}\n"},
  };
}

// The rules that a file added to the good tree breaks, in order of the lines.
std::vector<std::string> broken_by(const std::string& path, const std::string& text) {
  Tree tree = good_tree();
  tree[path] = text;
  std::vector<std::string> rules;
  for (const Finding& finding : check(tree)) {
    if (finding.path == path && finding.rule != "dead") {
      rules.push_back(finding.rule + ":" + std::to_string(finding.line));
    }
  }
  return rules;
}

using Rules = std::vector<std::string>;

TEST(Tidy, has_nothing_to_say_about_a_good_tree) {
  for (const Finding& finding : check(good_tree())) {
    ADD_FAILURE() << finding.path << ":" << finding.line << " " << finding.rule << " "
                  << finding.advice;
  }
}

TEST(Tidy, keeps_rooms_on_their_floors) {
  const std::pair<const char*, const char*> cases[] = {
      {"src/base/a.cc", "platform/clock.h"},      // Upwards.
      {"src/billing/a.cc", "calls/calls.h"},      // A sibling.
      {"src/language/a.cc", "platform/clock.h"},  // A sibling of another kind.
      {"src/tenants/a.cc", "billing/plan.h"},
  };
  for (const auto& [path, include] : cases) {
    EXPECT_EQ(broken_by(path, "#include \"" + std::string(include) + "\"\n"), Rules{"floor:1"})
        << path;
  }
  EXPECT_EQ(broken_by("src/calls/a.cc", "#include \"tenants/domain/hours.h\"\n"), Rules{});
  EXPECT_EQ(broken_by("src/language/a_test.cc", "#include \"platform/clock.h\"\n"), Rules{});
}

TEST(Tidy, wants_every_room_listed_and_every_listed_room_there) {
  EXPECT_EQ(broken_by("src/attic/README.md", "Old things.\n"), Rules{"floor:1"});
  Tree tree = good_tree();
  tree["src/FLOORS"] += "11 roof\n";
  ASSERT_EQ(check(tree).size(), 1U);
  EXPECT_EQ(check(tree)[0].rule, "floor");
}

TEST(Tidy, keeps_tests_out_of_the_product_and_includes_rooted) {
  Tree tree = good_tree();
  tree["tests/support/fake.h"] = "#pragma once\n";
  tree["src/calls/a.cc"] = "#include \"support/fake.h\"\n#include \"state.h\"\n";
  tree["src/calls/a_test.cc"] = "#include \"support/fake.h\"\n";
  const Findings findings = check(tree);
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].path + findings[0].rule, "src/calls/a.ccinclude");
  EXPECT_EQ(findings[1].line, 2U);
}

TEST(Tidy, keeps_a_store_private_to_its_feature) {
  Tree tree = good_tree();
  tree["src/tenants/store/rows.h"] = "#pragma once\n";
  tree["src/tenants/a.cc"] = "#include \"tenants/store/rows.h\"\n";
  tree["src/calls/a.cc"] = "#include \"tenants/store/rows.h\"\n";
  tree["src/server/a.cc"] = "#include \"tenants/store/rows.h\"\n";
  const Findings findings = check(tree);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].path + ":" + findings[0].rule, "src/calls/a.cc:store");
}

TEST(Tidy, keeps_rules_pure) {
  EXPECT_EQ(broken_by("src/calls/domain/a.cc", "#include \"platform/clock.h\"\n"), Rules{"pure:1"});
  for (const char* line :
       {"#include <random>", "#include <thread>", "#include <fstream>", "#include <iostream>"}) {
    EXPECT_EQ(broken_by("src/calls/domain/a.cc", line), Rules{"pure:1"}) << line;
    EXPECT_EQ(broken_by("src/language/a.cc", line), Rules{"pure:1"}) << line;
    EXPECT_EQ(broken_by("src/calls/a.cc", line), Rules{}) << line;
  }
  EXPECT_EQ(
      broken_by("src/calls/domain/a.cc", "int f() {\n  thread_local int a = 0;\n  return a;\n}\n"),
      Rules{"pure:2"});
  EXPECT_EQ(broken_by("src/calls/domain/a.cc", "auto now = std::chrono::steady_clock::now();\n"),
            Rules{"pure:1"});
  EXPECT_EQ(broken_by("src/calls/domain/a.cc",
                      "// A rule never asks system_clock::now() or getenv(\"HOME\").\n"),
            Rules{});
}

TEST(Tidy, finds_code_that_does_not_belong) {
  const std::pair<const char*, const char*> cases[] = {
      {"void f() { std::cout << 1; }", "code:1"},
      {"void f() { printf(\"x\"); }", "code:1"},
      {"void f() { assert(true); }", "code:1"},
      {"void f() { throw 1; }", "code:1"},
      {"auto home = std::getenv(\"HOME\");", "code:1"},
      {"std::regex slow;", "code:1"},
      {"auto now = std::chrono::system_clock::now();", "code:1"},
      {"#define LOUD 1", "macro:1"},
  };
  for (const auto& [line, rule] : cases)
    EXPECT_EQ(broken_by("src/calls/a.cc", line), Rules{rule}) << line;
  EXPECT_EQ(broken_by("src/calls/a.h", "#pragma once\nusing namespace std::chrono;\n"),
            Rules{"code:2"});
  EXPECT_EQ(broken_by("src/calls/a.h", "int x;\n"), Rules{"code:1"});
  EXPECT_EQ(broken_by("src/server/a.cc", "void f() { std::cout << 1; }"), Rules{});
  for (const char* line : {"static_assert(true);", "void f() { ASSERT(true); }",
                           "// std::cout and throw", "auto s = \"throw assert(printf(\";",
                           "auto r = R\"(throw \")\";", "void f() { snprintf(a, 1, \"x\"); }"}) {
    EXPECT_EQ(broken_by("src/calls/a.cc", line), Rules{}) << line;
  }
}

TEST(Tidy, finds_work_left_undone) {
  for (const char* line : {"// TODO: later", "int x;  // FIXME", "// XXX", "// a HACK",
                           "auto s = \"not implemented\";", "/* Not yet implemented */"}) {
    EXPECT_EQ(broken_by("src/calls/a.cc", line), Rules{"word:1"}) << line;
  }
  EXPECT_EQ(broken_by("docs/guide.md", "Coming soon.\n"), Rules{"word:1"});
  EXPECT_EQ(broken_by("src/calls/a.cc", "// this is crap\n"), Rules{"word:1"});
  EXPECT_EQ(broken_by("src/calls/a.cc", "auto heard = \"this is crap\";\n"), Rules{});
  EXPECT_EQ(broken_by("src/calls/a.cc", "int todo_count = 0;\n"), Rules{});
}

TEST(Tidy, finds_paths_of_one_machine) {
  EXPECT_EQ(broken_by("docs/guide.md", "Look into /home/someone/notes.\n"), Rules{"path:1"});
  EXPECT_EQ(broken_by("src/calls/a.cc", "auto p = \"/root/x\";\n"), Rules{"path:1"});
  EXPECT_EQ(broken_by("docs/guide.md", "GET /v1/home/page answers 200.\n"), Rules{});
}

TEST(Tidy, wants_lines_files_and_functions_that_fit) {
  EXPECT_EQ(broken_by("src/calls/a.cc", "// " + std::string(98, 'x') + "\n"), Rules{"columns:1"});
  std::string accents;
  for (int i = 0; i < 97; ++i) accents += "é";
  EXPECT_EQ(broken_by("src/calls/a.cc", "// " + accents + "\n"), Rules{});
  EXPECT_EQ(broken_by("src/calls/a.cc", "int x; \n\tint y;\n"), (Rules{"space:1", "space:2"}));

  std::string file;
  for (int i = 0; i < 401; ++i) file += "int x" + std::to_string(i) + ";\n";
  EXPECT_EQ(broken_by("src/calls/a.cc", file), Rules{"length:401"});

  const auto function_of = [](int lines) {
    std::string text = "int x;\n\nint f(int a) {\n";
    for (int i = 0; i < lines - 2; ++i) text += "  ++a;\n";
    return text + "}\n";
  };
  EXPECT_EQ(broken_by("src/calls/a.cc", function_of(60)), Rules{});
  EXPECT_EQ(broken_by("src/calls/a.cc", function_of(61)), Rules{"length:3"});
}

TEST(Tidy, sees_functions_whatever_stands_before_their_body) {
  const Source source("a.cc", R"(namespace n {
struct S : B {
  S(int a) : a_{a}, b_(a) {
    go();
  }
  bool operator==(const S&) const {
    return true;
  }
 private:
  int table_[2] = {1, 2};
};
constexpr auto list = make({
    1,
});
template <class T>
auto f(T x) -> int {
  if (x) { go(); }
  return 0;
}
}  // namespace n
)");
  std::vector<std::string> lines;
  for (const Function& function : functions_of(source)) {
    lines.push_back(std::to_string(function.first_line) + "-" + std::to_string(function.last_line));
  }
  EXPECT_EQ(lines, (Rules{"3-5", "6-8", "15-19"}));
}

TEST(Tidy, wants_coroutines_that_own_what_they_use) {
  for (const char* line :
       {"Task<int> f(const std::string& text);", "Task<> f(std::string_view text);",
        "Task<Result<int>> C::f(int a, B& b) {\n}", "using H = std::function<Task<int>(X&)>;",
        "auto l = [x]() -> Task<int> { co_return x; };",
        "auto l = [&](int a) -> Task<int> { co_return a; };"}) {
    EXPECT_EQ(broken_by("src/calls/a.cc", line), Rules{"coroutine:1"}) << line;
  }
  for (const char* line :
       {"Task<int> f(std::string text);", "Task<> f();", "using H = std::function<Task<int>(X)>;",
        "auto l = [](int a) -> Task<int> { co_return a; };",
        "void start(Task<int> task, const D& done);"}) {
    EXPECT_EQ(broken_by("src/calls/a.cc", line), Rules{}) << line;
  }
}

TEST(Tidy, finds_headers_nobody_needs) {
  Tree tree = good_tree();
  tree["src/calls/a.h"] = "#pragma once\n";
  tree["src/calls/a.cc"] = "#include \"calls/a.h\"\n";
  tree["src/calls/a_test.cc"] = "#include \"calls/a.h\"\n";
  ASSERT_EQ(check(tree).size(), 1U);
  EXPECT_EQ(check(tree)[0].rule, "dead");
  tree["src/calls/b.cc"] = "#include \"calls/a.h\"\n";
  EXPECT_TRUE(check(tree).empty());
}

TEST(Tidy, wants_pages_that_lead_somewhere_and_a_readme_in_every_room) {
  EXPECT_EQ(broken_by("docs/guide.md",
                      "[a](gone.md)\n[b](../src/FLOORS)\n[c](https://example.com/x)\n[d](#here)\n"),
            Rules{"link:1"});
  Tree tree = good_tree();
  tree.erase("src/calls/README.md");
  ASSERT_EQ(check(tree).size(), 1U);
  EXPECT_EQ(check(tree)[0].rule, "readme");
}

TEST(Tidy, wants_lock_files_that_work_everywhere) {
  EXPECT_EQ(broken_by("web/package-lock.json",
                      "{\n\"resolved\": \"https://registry.example.com/a.tgz\"\n}\n"),
            Rules{"lock:2"});
  EXPECT_EQ(broken_by("web/package-lock.json", "{\n\"version\": \"1.0.0\"\n}\n"), Rules{});
}

TEST(Tidy, allows_what_is_listed_with_a_reason_and_no_more) {
  Tree tree = good_tree();
  tree["src/calls/a.cc"] = "void f() { throw 1; }\n";
  tree[allowed_path] = "# comment\ncode src/calls/a.cc  the library asks for it\n";
  EXPECT_TRUE(check(tree).empty());
  tree[allowed_path] = "code src/calls/a.cc\n";
  ASSERT_EQ(check(tree).size(), 1U);
  EXPECT_EQ(check(tree)[0].advice, "say why");
  tree[allowed_path] = "code src/calls/a.cc  why\nlength src/calls/a.cc  why\n";
  ASSERT_EQ(check(tree).size(), 1U);
  EXPECT_EQ(check(tree)[0].line, 2U);
}

}  // namespace
}  // namespace callwright::tidy
