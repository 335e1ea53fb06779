#include <charconv>
#include <csignal>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "emulators/model/model_api.h"
#include "emulators/ticker.h"
#include "emulators/twilio/admin_api.h"
#include "emulators/twilio/rest_api.h"
#include "platform/clock/clock.h"
#include "platform/clock/random.h"
#include "platform/http/client.h"
#include "platform/http/server.h"

namespace callwright::emulators {
namespace {

// Longer than any client waits.
constexpr std::chrono::milliseconds hold_length{30'000};
constexpr Seconds handler_timeout{60};

constexpr std::string_view usage =
    "callwright-emulators: the telephone network and a model on loopback, for tests and trials\n"
    "\n"
    "  --port N            where to listen (default: a free port)\n"
    "  --account SID       the account (default: AC and 32 zeros)\n"
    "  --token TOKEN       its token, which signs webhooks (default: emulator)\n"
    "  --webhook-base URL  where the server under test is (default: http://127.0.0.1:8080)\n"
    "  --model-key KEY     what a model's clients must send (default: emulator)\n"
    "  --seed N            draws faults and names from this seed instead of at random\n"
    "  --passes-opt-out    pass STOP, START and HELP on without answering or blocking\n"
    "  --print-ready       print {\"port\":N} on a line of its own once ready\n";

struct Options {
  std::uint16_t port = 0;
  std::string account = providers::sandbox::SandboxSettings().account_sid;
  std::string token = "emulator";
  std::string model_key = "emulator";
  std::string webhook_base = "http://127.0.0.1:8080";
  std::optional<std::uint64_t> seed;
  bool answers_opt_out = true;
  bool print_ready = false;
  bool help = false;
};

template <class Number>
bool read_number(std::string_view text, Number& number) {
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return !text.empty() && error == std::errc() && stop == end;
}

Result<Options> read_options(const std::vector<std::string_view>& words) {
  Options options;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--help") {
      options.help = true;
    } else if (word == "--print-ready") {
      options.print_ready = true;
    } else if (word == "--passes-opt-out") {
      options.answers_opt_out = false;
    } else if (++i == words.size()) {
      return failure(ErrorCode::Invalid, std::string(word) + ": unknown, or its value is missing");
    } else if (word == "--port") {
      if (!read_number(words[i], options.port))
        return failure(ErrorCode::Invalid, "--port: no port");
    } else if (word == "--seed") {
      if (!read_number(words[i], options.seed.emplace())) {
        return failure(ErrorCode::Invalid, "--seed: no number");
      }
    } else if (word == "--account") {
      options.account = words[i];
    } else if (word == "--token") {
      options.token = words[i];
    } else if (word == "--model-key") {
      options.model_key = words[i];
    } else if (word == "--webhook-base") {
      options.webhook_base = words[i];
    } else {
      return failure(ErrorCode::Invalid, std::string(word) + ": unknown");
    }
  }
  return options;
}

// Blocks until the program is asked to end.
void wait_for_signal() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  int received = 0;
  sigwait(&signals, &received);
}

// Threads inherit the mask, so it is set before the first is made.
void block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

int serve(const Options& options) {
  using providers::sandbox::SandboxCarrier;
  block_signals();
  SystemClock clock;
  SystemRandom chance;
  SeededRandom seeded(options.seed.value_or(0));
  Random& random = options.seed ? static_cast<Random&>(seeded) : chance;
  const std::unique_ptr<http::Client> client = http::make_client();
  SandboxCarrier carrier({.account_sid = options.account,
                          .auth_token = options.token,
                          .public_base_url = options.webhook_base,
                          .answers_opt_out = options.answers_opt_out},
                         clock, random, [&client](http::ClientRequest request) {
                           return client->send(std::move(request));
                         });
  std::optional<Ticker> ticker(std::in_place, [&carrier] { start(carrier.run_due(), [] {}); });
  RestApi rest({.account_sid = options.account, .auth_token = options.token}, clock, random,
               carrier, [&ticker] { return ticker->hold(hold_length); });
  AdminApi admin(carrier);
  ModelApi model(options.model_key,
                 [&ticker](std::chrono::milliseconds length) { return ticker->hold(length); });
  http::Router router;
  rest.add_routes(router);
  admin.add_routes(router);
  model.add_routes(router);

  http::ServerSettings settings{.port = options.port};
  settings.limits.handler_timeout = handler_timeout;
  http::Server server(settings, router);
  if (const auto started = server.start(); !started) {
    std::cerr << "callwright-emulators: " << started.error().message << "\n";
    return 1;
  }
  if (options.print_ready) std::cout << "{\"port\":" << server.port() << "}" << std::endl;
  wait_for_signal();
  server.stop();
  ticker.reset();  // Whoever is held goes on while what answers them is still there.
  return 0;
}

}  // namespace
}  // namespace callwright::emulators

int main(int argc, char** argv) {
  using namespace callwright;
  const auto options = emulators::read_options({argv + 1, argv + argc});
  if (!options) {
    std::cerr << "callwright-emulators: " << options.error().message << "\n\n" << emulators::usage;
    return 2;
  }
  if (options->help) {
    std::cout << emulators::usage;
    return 0;
  }
  return emulators::serve(*options);
}
