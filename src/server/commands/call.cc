#include <iostream>
#include <string>

#include "base/text.h"
#include "platform/log/log.h"
#include "server/commands/commands.h"
#include "server/commands/console.h"
#include "server/commands/ready_tenant.h"
#include "server/rehearsal/program_call.h"

namespace callwright::server {
namespace {

constexpr std::string_view help_text =
    "Type what the caller says. A line of digits, * or # presses keys; an empty line is silence;\n"
    ":why shows what decided, :wait 60 lets time pass, :owner 1 picks up the owner's phone and "
    "presses 1,\n"
    ":all shows everything that is committed, :hangup or end of input hangs up.";

Result<Json> tenant_document(const CallOptions& options) {
  if (options.tenant_file.empty()) return ready_tenant();
  TRY_ASSIGN(const std::string text, read_file(options.tenant_file));
  return Json::parse(text);
}

Result<Json> open_request(const CallOptions& options) {
  TRY_ASSIGN(const Json document, tenant_document(options));
  TRY_ASSIGN(const Instant now, instant_or_now(options.now));
  const Json phone = options.from == "anonymous" ? Json() : Json(options.from);
  return Json::object({{"op", "open"},
                       {"tenant", document},
                       {"now", iso8601_utc(now)},
                       {"channel", options.channel},
                       {"caller", Json::object({{"phone", phone}})}});
}

bool is_keys(std::string_view line) {
  return !line.empty() && line.find_first_not_of("0123456789*#") == std::string_view::npos;
}

// What a typed line asks for, as the program's contract says it.
Json request_of(std::string_view line, std::string_view channel) {
  const auto words = split(line, ' ');
  const std::string argument = words.size() > 1 ? std::string(words[1]) : "";
  if (words[0] == ":hangup") return Json::object({{"op", "turn"}, {"hang_up", true}});
  if (words[0] == ":all") return Json::object({{"op", "inspect"}});
  if (words[0] == ":owner")
    return Json::object({{"op", "event"}, {"kind", "owner_answers"}, {"keys", argument}});
  if (words[0] == ":wait") {
    const auto seconds = Json::parse(argument);
    return Json::object({{"op", "advance"}, {"seconds", seconds ? *seconds : Json(60)}});
  }
  if (line.empty()) return Json::object({{"op", "turn"}, {"silence", 8}});
  if (channel == "voice" && is_keys(line)) return Json::object({{"op", "turn"}, {"keys", line}});
  return Json::object({{"op", "turn"}, {"say", line}});
}

void show_why(const Json& reply) {
  print_line("  understood " + reply["understood"].dump());
  print_line("  prompts " + reply["prompts"].dump() + "  asks " + reply["asks"].dump());
}

// True when the conversation is over.
bool show(const Json& reply) {
  if (const Json* error = reply.find("error")) {
    print_line("  ! " + error->string_or("message", ""));
    return false;
  }
  if (reply.find("appointments") || reply.find("fired")) {
    print_line(reply.pretty());
    return false;
  }
  const std::string say = reply.string_or("say", "");
  if (!say.empty()) print_line("receptionist: " + say);
  if (const Json::Object* options = reply["options"].as_object()) {
    std::vector<std::string> keys;
    for (const Json::Member& option : *options)
      keys.push_back(option.first + " " + *option.second.as_string());
    print_line("  [keys: " + joined(keys, ", ") + "]");
  }
  if (!reply["transferred_to"].is_null())
    print_line("  [ringing " + reply.string_or("transferred_to", "") + "]");
  if (!reply.bool_or("ended", false)) return false;
  print_line("  [the call is over: " + reply.string_or("outcome", "no outcome") + "]");
  return true;
}

void print_messages(ProgramCall& call) {
  const auto all = Json::parse(call.answer(R"({"op":"inspect"})"));
  if (!all) return;
  for (const Json& message : *(*all)["messages"].as_array()) {
    print_line("  [" + message.string_or("channel", "") + " to " +
               message.string_or("to_role", "") + ", " + message.string_or("status", "") + "] " +
               message.string_or("body", ""));
  }
}

int talk(const CallOptions& options) {
  const auto request = open_request(options);
  if (!request) return report(request.error());
  ProgramCall call;
  Json reply = *Json::parse(call.answer(request->dump()));
  if (const Json* error = reply.find("error")) {
    complain(error->string_or("message", ""));
    return exit_usage;
  }
  print_line(help_text);
  bool over = show(reply);
  std::string line;
  while (!over && (print("you: "), std::getline(std::cin, line))) {
    const std::string typed(trimmed(line));
    if (typed == ":why") {
      show_why(reply);
      continue;
    }
    if (typed == ":help") {
      print_line(help_text);
      continue;
    }
    reply = *Json::parse(call.answer(request_of(typed, options.channel).dump()));
    over = show(reply);
  }
  if (!over) {
    print_line("");
    show(*Json::parse(call.answer(R"({"op":"turn","hang_up":true})")));
  }
  print_messages(call);
  return exit_ok;
}

int serve_programs() {
  ProgramCall call;
  std::string line;
  while (std::getline(std::cin, line)) print_line(call.answer(line));
  return exit_ok;
}

}  // namespace

int call(const CallOptions& options) {
  if (options.json) return serve_programs();
  // A person in a conversation has no use for the log.
  log::configure({.level = log::Level::Error, .clock = nullptr, .sink = [](std::string_view) {}});
  return talk(options);
}

}  // namespace callwright::server
