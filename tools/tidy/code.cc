#include "tools/tidy/patterns.h"
#include "tools/tidy/rules.h"

namespace callwright::tidy {
namespace {

bool in_src(const Source& source) {
  return source.path.starts_with("src/");
}

bool in_product(const Source& source) {
  return in_src(source) && !source.is_test();
}

bool in_product_below_server(const Source& source) {
  return in_product(source) && room_of(source.path) != "server";
}

bool in_product_above_the_clock(const Source& source) {
  return in_product(source) && !source.path.starts_with("src/platform/clock/");
}

bool in_src_except_result(const Source& source) {
  return in_product(source) && source.path != "src/base/result.h";
}

struct CodeRule {
  Pattern pattern;
  bool (*wanted)(const Source&);
  const char* rule = "code";
};

const CodeRule code_rules[] = {
    {{R"(\bstd::(?:cout|cerr|clog)\b|\bprintf\s*\()", "say it through platform/log, or return it"},
     in_product_below_server},
    {{R"(\bgetenv\s*\()", "only server/ reads the environment; take the setting as an argument"},
     in_product_below_server},
    {{R"(\bsystem_clock::now\b|\bstd::time\s*\()", "take a Clock"}, in_product_above_the_clock},
    {{R"(\brandom_device\b|\bmt19937|\bs?rand\s*\()", "take a Random"}, in_product_above_the_clock},
    {{R"(\bassert\s*\()", "use ASSERT: it is kept on in release builds"}, in_src},
    {{R"(\bthrow\b)", "return a Result; an exception decides nothing here"}, in_product},
    {{R"(\bstd::endl\b)", "write '\\n'; flushing every line is slow"}, in_src},
    {{R"(\bstd::regex\b|#include <regex>)", "use RE2: linear in time, and quick to compile"},
     in_product},
    {{R"(\bstrcpy\b|\bstrcat\b|\bsprintf\b|\bgets\s*\()", "use std::string or snprintf"}, in_src},
    {{R"(\busing namespace\b)", "a header must not decide this for those who include it"},
     [](const Source& source) { return source.is_header(); }},
    {{R"(\busing namespace std;)", "name what you use"}, in_src},
    {{R"(^#\s*define\s+(\w+))", "the only macros are TRY, TRY_ASSIGN and ASSERT"},
     in_src_except_result,
     "macro"},
};

}  // namespace

void check_code(const std::vector<Source>& sources, Findings& findings) {
  for (const CodeRule& rule : code_rules) {
    report_matches(sources, {.wanted = rule.wanted}, rule.pattern, rule.rule, findings);
  }
  for (const Source& source : sources) {
    if (source.is_header() && source.code.find("#pragma once") == std::string::npos) {
      findings.push_back({source.path, 1, "code", "begin the header with #pragma once"});
    }
  }
}

}  // namespace callwright::tidy
