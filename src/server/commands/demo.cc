#include <filesystem>

#include "base/text.h"
#include "platform/crypto/crypto.h"
#include "platform/log/log.h"
#include "server/commands/child_process.h"
#include "server/commands/commands.h"
#include "server/commands/console.h"
#include "server/commands/ready_tenant.h"
#include "server/live_server.h"
#include "server/rehearsal/conversation_view.h"
#include "server/stop_signal.h"

namespace callwright::server {
namespace {

constexpr std::string_view emulator_name = "callwright-emulators";
constexpr std::string_view emulator_account = "AC00000000000000000000000000000000";
constexpr std::string_view caller = "+15550100144";
constexpr std::chrono::milliseconds pace_of_talk{900};

constexpr int turns_max = 12;

// What the caller says to each question. The second time around the caller is known, and is asked
// less.
struct Line {
  std::string_view asked;
  std::string_view words;
};
constexpr Line callers_lines[] = {
    {"problem", "Hi, my kitchen sink is clogged and it will not drain"},
    {"name", "Jordan Example"},
    {"address", "42 Maple Street in Springfield"},
    {"time", "Any time tomorrow or the day after, as soon as you can"},
    {"offers", "The first one"},
    {"confirm", "Yes please"},
    {"anything_else", "No, that is all, thank you"},
};

std::string_view words_for(std::string_view asked) {
  for (const Line& line : callers_lines) {
    if (line.asked == asked) return line.words;
  }
  return "Could you say that again?";
}

std::string beside_this_program(std::string_view name) {
  std::error_code ignored;
  return (std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / name).string();
}

// The phone of the caller, at the emulator: everything it does reaches the server over HTTP,
// signed.
class CallersPhone {
 public:
  CallersPhone(http::Client& client, std::string emulator)
      : client_(client), emulator_(std::move(emulator)) {}

  Result<void> dial(const PhoneNumber& to) {
    TRY_ASSIGN(const Json call,
               post("/emulator/calls",
                    Json::object({{"from", caller}, {"to", to.e164()}, {"verification", "A"}})));
    sid_ = call.string_or("sid", "");
    return {};
  }

  Result<void> say(std::string_view words) {
    TRY(post("/emulator/calls/" + sid_ + "/say", Json::object({{"text", words}})));
    return {};
  }

  Result<void> hang_up() {
    TRY(post("/emulator/calls/" + sid_ + "/hang-up", Json::object()));
    return {};
  }

  // What was spoken to the caller since the last look; nothing new when the call is over.
  Result<std::vector<std::string>> listen() {
    TRY_ASSIGN(const Json call, send("GET", "/emulator/calls/" + sid_, ""));
    std::vector<std::string> fresh;
    if (const Json::Array* heard = call["heard"].as_array()) {
      for (std::size_t i = heard_; i < heard->size(); ++i) {
        const Json& line = (*heard)[i];
        fresh.push_back(line.as_string() ? *line.as_string() : line.string_or("text", ""));
      }
      heard_ = heard->size();
    }
    ended_ = call.string_or("state", "") == "ended";
    return fresh;
  }

  bool ended() const { return ended_; }
  const std::string& sid() const { return sid_; }

 private:
  Result<Json> post(const std::string& path, const Json& body) {
    return send("POST", path, body.dump());
  }

  Result<Json> send(std::string method, const std::string& path, std::string body) {
    http::ClientRequest request{.method = std::move(method),
                                .url = emulator_ + path,
                                .headers = {},
                                .body = std::move(body)};
    request.headers.set("Content-Type", "application/json");
    const auto response = wait_for(client_.send(std::move(request)));
    if (!response) return failure(ErrorCode::Unavailable, "the emulator does not answer");
    if (response->status >= 300)
      return failure(ErrorCode::Unavailable, "the emulator refuses: " + response->body);
    return Json::parse(response->body);
  }

  http::Client& client_;
  std::string emulator_;
  std::string sid_;
  std::size_t heard_ = 0;
  bool ended_ = false;
};

Settings demo_settings(const DemoOptions& options, const std::string& token,
                       const std::string& emulator) {
  Settings settings;
  settings.http.port = options.port;
  settings.http.threads = 2;
  settings.database = "sqlite:" + options.database;
  settings.playground = true;
  settings.log_level = log::Level::Warning;
  settings.carrier = {.kind = "twilio",
                      .account_sid = std::string(emulator_account),
                      .auth_token = token,
                      .auth_token_secondary = {},
                      .api_url = emulator};
  settings.public_url = "http://127.0.0.1:" + std::to_string(options.port);
  return settings;
}

Result<tenants::TenantPtr> make_tenant(Product& product) {
  // The visits of the ready business belong to the stories' week.
  Json document = ready_tenant();
  document.set("visits", Json::array());
  return product.world.database.write([&](db::Transaction& tx) {
    return product.documents.apply(tx, document, access::Actor::operator_named("demo"));
  });
}

Result<void> print_heard(CallersPhone& phone) {
  TRY_ASSIGN(const auto lines, phone.listen());
  for (const std::string& line : lines) print_line("  receptionist  " + line);
  return {};
}

// What the receptionist waits for now, from the record of its last turn.
Result<std::string> asked_now(Product& product, const tenants::Tenant& tenant,
                              const std::string& sid) {
  return product.world.database.read([&](db::Transaction& tx) -> Result<std::string> {
    TRY_ASSIGN(const auto conversation,
               product.conversations.latest(tx, tenant.id, language::Channel::Voice, sid));
    if (!conversation) return failure(ErrorCode::Unavailable, "the call has left no trace");
    TRY_ASSIGN(const auto turns, product.conversations.turns(tx, tenant.id, conversation->id));
    if (turns.empty()) return std::string("problem");
    TRY_ASSIGN(const Json trace, Json::parse(turns.back().trace));
    if (trace.string_or("stage", "") == "offers") return std::string("offers");
    return trace.string_or("asks", "");
  });
}

Result<void> hold_first_call(Product& product, CallersPhone& phone, const tenants::Tenant& tenant) {
  print_line("\nA caller dials " + tenant.name + " at " + tenant.numbers.front().national() +
             ".\n");
  TRY(phone.dial(tenant.numbers.front()));
  TRY(print_heard(phone));
  for (int turn = 0; turn < turns_max && !phone.ended(); ++turn) {
    std::this_thread::sleep_for(pace_of_talk);
    TRY_ASSIGN(const std::string asked, asked_now(product, tenant, phone.sid()));
    const std::string_view words = words_for(asked);
    print_line("  caller        " + std::string(words));
    TRY(phone.say(words));
    TRY(print_heard(phone));
  }
  if (!phone.ended()) TRY(phone.hang_up());
  // Texts leave after the commit: give them a moment to be delivered.
  std::this_thread::sleep_for(3 * pace_of_talk);
  return {};
}

Result<void> print_outcome(Product& product, const tenants::Tenant& tenant,
                           const std::string& sid) {
  return product.world.database.read([&](db::Transaction& tx) -> Result<void> {
    TRY_ASSIGN(const auto conversation,
               product.conversations.latest(tx, tenant.id, language::Channel::Voice, sid));
    if (!conversation) return failure(ErrorCode::Unavailable, "the call has left no trace");
    print_line("\nOutcome: " +
               (conversation->outcome.empty() ? std::string("open") : conversation->outcome));
    TRY_ASSIGN(const auto visits, product.calendar.all(tx, tenant.id));
    for (const scheduling::Appointment& visit : visits) {
      if (visit.created_at < conversation->opened_at) continue;
      print_line("Booked:  " + tenant.zone.iso8601(visit.visit.begin) + "  " +
                 visit.service.text() + "  " + visit.name + ", " +
                 customers::one_line(visit.address));
    }
    TRY_ASSIGN(const auto messages,
               product.outbox.of_conversation(tx, tenant.id, conversation->id));
    for (const messaging::Message& message : messages) {
      print_line("Told:    " + std::string(messaging::to_string(message.role)) + " by " +
                 std::string(messaging::to_string(message.channel)) + " (" +
                 std::string(messaging::to_string(message.status)) + "): " + message.body.text());
    }
    return {};
  });
}

Result<void> run(const DemoOptions& options, const StopSignal& stop) {
  const std::string binary =
      options.emulator.empty() ? beside_this_program(emulator_name) : options.emulator;
  if (!std::filesystem::exists(binary)) {
    return failure(ErrorCode::NotFound,
                   "the carrier emulator is not at " + binary + ": run ./dev build");
  }
  SystemRandom random;
  const std::string token = crypto::make_token(random);
  TRY_ASSIGN(const auto emulator,
             ChildProcess::start({binary, "--print-ready", "--account",
                                  std::string(emulator_account), "--token", token, "--webhook-base",
                                  "http://127.0.0.1:" + std::to_string(options.port)}));
  TRY_ASSIGN(const Json ready, Json::parse(emulator.first_line()));
  const std::string emulator_url =
      "http://127.0.0.1:" + std::to_string(ready.integer_or("port", 0));

  TRY_ASSIGN(const auto server, LiveServer::open(demo_settings(options, token, emulator_url)));
  TRY_ASSIGN(const auto tenant, make_tenant(server->product()));
  const auto client = http::make_client();
  CallersPhone phone(*client, emulator_url);
  TRY(hold_first_call(server->product(), phone, *tenant));
  TRY(print_outcome(server->product(), *tenant, phone.sid()));

  if (options.exit_after_call) return {};
  print_line("\nTalk to it yourself: " + server->address() + "/playground/");
  print_line("Ctrl-C stops it; the data stays in " + options.database + ".");
  stop.wait();
  return {};
}

}  // namespace

int demo(const DemoOptions& options) {
  const StopSignal stop;
  log::configure({.level = log::Level::Warning, .clock = nullptr, .sink = {}});
  const auto done = run(options, stop);
  return done ? exit_ok : report(done.error());
}

}  // namespace callwright::server
