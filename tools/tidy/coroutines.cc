#include <re2/re2.h>

#include "tools/tidy/patterns.h"
#include "tools/tidy/rules.h"

namespace callwright::tidy {
namespace {

constexpr Pattern capturing_lambda = {
    R"((\[[^\[\]]+\]\s*(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?\s*)"
    R"((?:mutable\s*)?(?:noexcept\s*)?->\s*(?:callwright::)?Task<))",
    "a lambda dies before its coroutine ends; pass what it captures as parameters"};

// The parameters of every declaration `Task<...> name(parameters)`; the function type in
// std::function<Task<T>(X)> counts as well.
const RE2& task_declaration() {
  static const RE2 regex(R"(\bTask<[^;{}()]*>\s*(?:[\w:]+\s*)?\(([^;{}]*?)\)\s*)"
                         R"((?:const\b|override\b|final\b|=|;|\{|>|\z))");
  return regex;
}

bool is_borrowed(std::string_view parameters) {
  static const RE2 borrowed(R"(&|\bstring_view\b|\bspan<)");
  return RE2::PartialMatch(re2::StringPiece(parameters.data(), parameters.size()), borrowed);
}

}  // namespace

void check_coroutines(const std::vector<Source>& sources, Findings& findings) {
  const auto uses_tasks = [](const Source& source) {
    return source.path != "src/platform/async/task.h" &&
           source.code.find("Task<") != std::string::npos;
  };
  // The handlers of a test are kept by its fixture, which outlives them.
  const auto may_outlive = [&](const Source& source) {
    return uses_tasks(source) && !source.is_test();
  };
  report_matches(sources, {.wanted = may_outlive}, capturing_lambda, "coroutine", findings);
  for (const Source& source : sources) {
    if (!uses_tasks(source)) continue;
    re2::StringPiece rest(source.code);
    re2::StringPiece parameters;
    while (RE2::FindAndConsume(&rest, task_declaration(), &parameters)) {
      if (!is_borrowed({parameters.data(), parameters.size()})) continue;
      const auto offset = static_cast<std::size_t>(parameters.data() - source.code.data());
      findings.push_back(
          {source.path, source.line_at(offset), "coroutine",
           "a coroutine takes its parameters by value: what a reference or a view names may "
           "be gone when it goes on"});
    }
  }
}

}  // namespace callwright::tidy
