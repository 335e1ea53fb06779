#include "platform/log/log.h"
#include "server/commands/commands.h"
#include "server/commands/console.h"
#include "server/live_server.h"
#include "server/stop_signal.h"

namespace callwright::server {

int serve(const ServeOptions& options) {
  // Before any thread starts, so that every thread leaves the signals to us.
  const StopSignal stop;
  auto settings = load_settings(options.config_file);
  if (!settings) return report(settings.error());
  log::configure({.level = settings->log_level, .clock = nullptr, .sink = {}});

  const auto server = LiveServer::open(std::move(*settings));
  if (!server) return report(server.error());
  log::info("server.ready", {{"address", (*server)->address()}});
  if (options.print_ready) print_line((*server)->address());
  stop.wait();
  log::info("server.stopping");
  return exit_ok;
}

}  // namespace callwright::server
