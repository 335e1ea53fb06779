// An echo server: any method and path gets its body back, and a WebSocket at any path its messages.
// What the suites of malformed and unusual requests are played at.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "platform/http/server.h"

namespace callwright::http {
namespace {

Task<Response> echo(Request request) {
  co_return text(200, std::move(request.body));
}

Task<void> echo_messages(Request, std::shared_ptr<WebSocket> socket) {
  while (true) {
    auto message = co_await socket->receive();
    if (!message) co_return;
    const auto sent = co_await socket->send(std::move(*message));
    if (!sent) co_return;
  }
}

// Prints the port once it listens, and serves until SIGTERM or SIGINT.
int run(std::uint16_t port, int threads) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  // Before any thread starts, so that all inherit it.
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);

  Router router;
  router.add("*", "/{path...}", "echo", Handler(echo));
  router.add_websocket("/{path...}", "echo_messages", {.message_bytes_max = 32 * 1024 * 1024},
                       echo_messages);
  ServerSettings settings{.port = port, .threads = threads};
  settings.limits.stop_timeout = Seconds(1);
  Server server(settings, router);
  if (const auto started = server.start(); !started) {
    std::fprintf(stderr, "%s\n", started.error().message.c_str());
    return 1;
  }
  std::printf("%u\n", server.port());
  std::fflush(stdout);

  int signal = 0;
  sigwait(&signals, &signal);
  server.stop();
  return 0;
}

}  // namespace
}  // namespace callwright::http

int main(int argc, char** argv) {
  const auto port = static_cast<std::uint16_t>(argc > 1 ? std::atoi(argv[1]) : 0);
  return callwright::http::run(port, argc > 2 ? std::atoi(argv[2]) : 1);
}
