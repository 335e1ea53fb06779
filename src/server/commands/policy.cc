#include "base/text.h"
#include "dialogue/domain/policy_proof.h"
#include "onboarding/tenant_document.h"
#include "server/commands/commands.h"
#include "server/commands/console.h"

namespace callwright::server {
namespace {

using dialogue::BrokenPromise;
using dialogue::PolicyProof;

Json to_json(const PolicyProof& proof, std::string_view channel) {
  Json broken = Json::array();
  for (const BrokenPromise& promise : proof.broken) {
    Json path = Json::array();
    for (const std::string& line : promise.path) path.push_back(line);
    broken.push_back(Json::object({{"what", promise.what}, {"path", path}}));
  }
  Json outcomes = Json::array();
  for (const dialogue::Outcome outcome : proof.outcomes) outcomes.push_back(to_string(outcome));
  return Json::object({{"channel", channel},
                       {"states", static_cast<std::int64_t>(proof.states)},
                       {"steps", static_cast<std::int64_t>(proof.steps)},
                       {"transitions", static_cast<std::int64_t>(proof.transitions)},
                       {"steps_in_a_turn_max", proof.steps_in_a_turn_max},
                       {"turns_in_vain_max", proof.turns_in_vain_max},
                       {"turns_max", dialogue::turns_max + proof.turns_when_too_long_max},
                       {"outcomes", outcomes},
                       {"broken", broken}});
}

void print_proof(const PolicyProof& proof, std::string_view channel) {
  const auto line = [](std::size_t count, std::string_view what) {
    print_line("  " + std::to_string(count) + " " + std::string(what));
  };
  print_line(std::string(channel));
  line(proof.states, "states in which the person is waited for");
  line(proof.steps, "states within a turn");
  line(proof.transitions, "transitions");
  if (!proof.broken.empty()) {
    for (const BrokenPromise& promise : proof.broken) {
      print_line("  broken: " + promise.what);
      print_line("    " + joined(promise.path, "\n    "));
    }
    return;
  }
  line(0, "states without a way to an allowed outcome, to a person or to a call back");
  line(0, "ways to book, move or cancel without what it needs and a yes to its read-back");
  line(0, "ways out of an emergency but by the caller's no");
  line(0, "questions asked without a bound");
  const auto number = [](int value) { return static_cast<std::size_t>(value); };
  line(number(proof.turns_in_vain_max), "turns at most that settle nothing, then it is left");
  line(number(dialogue::turns_max + proof.turns_when_too_long_max), "turns at most in all");
  line(number(proof.steps_in_a_turn_max), "steps at most within a turn");
}

Result<tenants::Tenant> business_of(const PolicyOptions& options) {
  if (options.tenant_file.empty()) return dialogue::any_business();
  TRY_ASSIGN(const std::string text, read_file(options.tenant_file));
  TRY_ASSIGN(const Json document, Json::parse(text));
  std::vector<std::string> mistakes;
  tenants::Tenant tenant = onboarding::TenantDocument::settings_of(document, mistakes);
  if (!mistakes.empty()) return failure(ErrorCode::Invalid, joined(mistakes, "\n"));
  return tenant;
}

}  // namespace

int policy_check(const PolicyOptions& options) {
  const auto tenant = business_of(options);
  if (!tenant) return report(tenant.error());
  Json channels = Json::array();
  bool holds = true;
  for (const bool is_text : {false, true}) {
    const std::string_view channel = is_text ? "texts and chats" : "calls";
    const bool any = options.tenant_file.empty();
    const PolicyProof proof = dialogue::prove(any ? dialogue::any_subject(*tenant, is_text)
                                                  : dialogue::subject_of(*tenant, is_text));
    holds &= proof.broken.empty();
    if (options.json) {
      channels.push_back(to_json(proof, is_text ? "text" : "voice"));
    } else {
      print_proof(proof, channel);
    }
  }
  if (options.json) print_line(Json::object({{"holds", holds}, {"channels", channels}}).dump());
  return holds ? exit_ok : exit_failed;
}

}  // namespace callwright::server
