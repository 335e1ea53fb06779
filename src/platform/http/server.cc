#include "platform/http/server.h"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <sys/resource.h>

#include <future>

#include "platform/clock/clock.h"
#include "platform/http/connection.h"
#include "platform/http/response_head.h"
#include "platform/log/log.h"

namespace callwright::http {
namespace {

// How often deadlines are looked at: limits are in seconds.
constexpr Milliseconds tick_interval{100};
constexpr Milliseconds accept_retry_delay{100};
// Connections beyond the limit that may be told so at the same time; others are dropped at once.
constexpr std::size_t refusals_max = 100;
constexpr std::size_t spare_files = 512;

// The soft limit of a shell is 1,024 files; the hard limit is what the operator allows.
void raise_file_limit(std::size_t wanted) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, wanted);
  if (setrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur < wanted) {
    log::warning("http.few_files", {{"open_files_max", limit.rlim_cur}, {"wanted", wanted}});
  }
}

// A loop with the connections it serves.
class Worker {
 public:
  Worker(const ServerLimits& limits, const Router& router, const ServerMetrics& metrics,
         std::atomic<std::size_t>& open_connections)
      : host_{.loop = loop_,
              .limits = limits,
              .router = router,
              .metrics = metrics,
              .open_connections = open_connections},
        timer_(loop_.context()) {}

  Loop& loop() { return loop_; }

  void start() {
    tick();
    loop_.start();
  }

  // On any thread; the socket belongs to this loop.
  void take(Socket socket, bool refused) {
    asio::post(loop_.context(), [this, socket = std::move(socket), refused]() mutable {
      const auto connection = std::make_shared<Connection>(host_, std::move(socket));
      refused ? connection->start_refused() : connection->start();
    });
  }

  void finish_soon() {
    asio::post(loop_.context(), [this] {
      host_.stopping = true;
      for (const auto& connection : connections()) connection->finish_soon();
    });
  }

  void abort_all() {
    asio::post(loop_.context(), [this] {
      for (const auto& connection : connections()) connection->abort();
    });
  }

  // On any other thread.
  bool is_idle() {
    std::promise<bool> idle;
    asio::post(loop_.context(),
               [&] { idle.set_value(host_.connections.empty() && host_.handlers == 0); });
    return idle.get_future().get();
  }

 private:
  // A copy: what is done to a connection may end it and take it off the list.
  std::vector<std::shared_ptr<Connection>> connections() const {
    return {host_.connections.begin(), host_.connections.end()};
  }

  void tick() {
    const auto now = std::chrono::steady_clock::now();
    host_.date = http_date(SystemClock().now());
    std::vector<std::shared_ptr<Connection>> due;
    for (const auto& connection : host_.connections) {
      if (connection->is_due(now)) due.push_back(connection);
    }
    for (const auto& connection : due) connection->expire();
    timer_.expires_after(tick_interval);
    timer_.async_wait([this](error_code error) {
      if (!error) tick();
    });
  }

  Loop loop_;
  ConnectionHost host_;
  Timer timer_;
};

}  // namespace

struct Server::Impl {
  Impl(ServerSettings wanted, const Router& routes) : settings(std::move(wanted)), router(routes) {}

  ServerSettings settings;
  const Router& router;
  ServerMetrics metrics;
  std::atomic<std::size_t> open_connections{0};
  std::vector<std::unique_ptr<Worker>> workers;
  std::size_t next_worker = 0;
  std::optional<Acceptor> acceptor;
  std::optional<Timer> accept_retry;
  std::uint16_t port = 0;
  bool running = false;

  Result<void> listen() {
    error_code error;
    const auto address = asio::ip::make_address(settings.host, error);
    if (error)
      return callwright::failure(ErrorCode::Invalid, "the host to listen on is no address");
    const tcp::endpoint endpoint(address, settings.port);
    acceptor.emplace(workers.front()->loop().context());
    accept_retry.emplace(workers.front()->loop().context());
    acceptor->open(endpoint.protocol(), error);
    if (!error) acceptor->set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor->bind(endpoint, error);
    if (!error) acceptor->listen(asio::socket_base::max_listen_connections, error);
    if (error) {
      acceptor.reset();
      return callwright::failure(ErrorCode::Unavailable, "cannot listen on " + settings.host + ":" +
                                                             std::to_string(settings.port) + ": " +
                                                             error.message());
    }
    port = acceptor->local_endpoint(error).port();
    return {};
  }

  // One acceptor deals sockets out in turn. SO_REUSEPORT would spare the hand-over, but the kernel
  // deals by hash, unevenly for few connections, and a second server on the port would go
  // unnoticed.
  void accept_next() {
    Worker& worker = *workers[next_worker++ % workers.size()];
    acceptor->async_accept(worker.loop().context(),
                           [this, &worker](error_code error, Socket socket) {
                             if (error == asio::error::operation_aborted || !acceptor->is_open())
                               return;
                             if (error) return accept_later(error);
                             admit(worker, std::move(socket));
                             accept_next();
                           });
  }

  // Mostly out of files: trying again at once would only burn the processor.
  void accept_later(error_code error) {
    log::warning("http.accept_failed", {{"reason", error.message()}});
    accept_retry->expires_after(accept_retry_delay);
    accept_retry->async_wait([this](error_code cancelled) {
      if (!cancelled && acceptor->is_open()) accept_next();
    });
  }

  void admit(Worker& worker, Socket socket) {
    const std::size_t open = open_connections.fetch_add(1);
    if (open >= settings.limits.connections_max + refusals_max) {
      open_connections.fetch_sub(1);
      metrics.refused("connections_max");
      return;
    }
    worker.take(std::move(socket), open >= settings.limits.connections_max);
  }

  bool wait_until_idle(Seconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (std::chrono::steady_clock::now() < end) {
      if (std::ranges::all_of(workers, [](const auto& worker) { return worker->is_idle(); }))
        return true;
      std::this_thread::sleep_for(Milliseconds(10));
    }
    return false;
  }
};

Server::Server(ServerSettings settings, const Router& router)
    : impl_(std::make_unique<Impl>(std::move(settings), router)) {
  ASSERT(impl_->settings.threads > 0);
}

Server::~Server() {
  stop();
}

Result<void> Server::start() {
  ASSERT(!impl_->running);
  raise_file_limit(impl_->settings.limits.connections_max + spare_files);
  impl_->acceptor.reset();
  impl_->accept_retry.reset();
  impl_->workers.clear();
  for (int i = 0; i < impl_->settings.threads; ++i) {
    impl_->workers.push_back(std::make_unique<Worker>(impl_->settings.limits, impl_->router,
                                                      impl_->metrics, impl_->open_connections));
  }
  TRY(impl_->listen());
  impl_->accept_next();
  for (const auto& worker : impl_->workers) worker->start();
  impl_->running = true;
  return {};
}

void Server::stop() {
  if (!std::exchange(impl_->running, false)) return;
  asio::post(impl_->workers.front()->loop().context(), [this] {
    error_code ignored;
    impl_->acceptor->close(ignored);
    impl_->accept_retry->cancel();
  });
  for (const auto& worker : impl_->workers) worker->finish_soon();
  if (!impl_->wait_until_idle(impl_->settings.limits.stop_timeout)) {
    for (const auto& worker : impl_->workers) worker->abort_all();
    if (!impl_->wait_until_idle(Seconds(1))) log::warning("http.stopped_with_work_under_way");
  }
  for (const auto& worker : impl_->workers) worker->loop().stop();
}

std::uint16_t Server::port() const {
  return impl_->port;
}

}  // namespace callwright::http
