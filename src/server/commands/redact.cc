#include <algorithm>
#include <iostream>

#include "language/redaction.h"
#include "server/commands/batch.h"
#include "server/commands/commands.h"
#include "server/commands/console.h"

namespace callwright::server {
namespace {

language::RedactionPolicy policy_of(const RedactOptions& options) {
  const auto blanked = [&](std::string_view kind) {
    return std::ranges::find(options.keep, kind) == options.keep.end();
  };
  return {.dob = blanked("dob"), .email = blanked("email"), .phone = blanked("phone")};
}

Json redacted(const std::string& text, const language::RedactionPolicy& policy) {
  const language::Redaction redaction = language::redact(text, policy);
  Json spans = Json::array();
  for (const language::SensitiveSpan& span : redaction.spans) {
    spans.push_back(Json::object(
        {{"start", span.begin}, {"end", span.end}, {"type", language::to_string(span.kind)}}));
  }
  return Json::object({{"text", redaction.text}, {"spans", spans}});
}

}  // namespace

int redact(const RedactOptions& options) {
  const language::RedactionPolicy policy = policy_of(options);
  if (options.batch) {
    return run_batch(std::cin, std::cout, std::cerr, [&](const Json& line) -> Result<Json> {
      TRY_ASSIGN(const std::string text, needed_text_member(line, "text"));
      return redacted(text, policy);
    });
  }
  const Json result = redacted(options.text, policy);
  if (options.json) {
    print_line(result.dump());
    return exit_ok;
  }
  print_line(result.string_or("text", ""));
  for (const Json& span : *result["spans"].as_array()) {
    print_line(span.string_or("type", "") + "  characters " +
               std::to_string(span.integer_or("start", 0)) + " to " +
               std::to_string(span.integer_or("end", 0)));
  }
  return exit_ok;
}

}  // namespace callwright::server
