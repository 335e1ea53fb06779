#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "platform/http/router.h"

namespace callwright::http {

struct ServerLimits {
  std::size_t header_bytes_max = 16 * 1024;
  std::size_t body_bytes_max = 1024 * 1024;
  std::size_t connections_max = 10'000;
  Seconds header_timeout{10};      // From the first byte of a request to the end of its head.
  Seconds body_timeout{20};        // From there to the end of its body.
  Seconds keep_alive_timeout{75};  // Between requests.
  Seconds handler_timeout{14};     // Then 503: a carrier gives up at 15.
  Seconds write_timeout{20};       // For the peer to take some of a response.
  Seconds stop_timeout{5};         // For running requests and WebSockets to end in good order.
};

struct ServerSettings {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;  // 0 picks a free one.
  int threads = 1;
  ServerLimits limits;
};

// HTTP/1.1 with keep-alive and pipelining, one event loop a thread. Ambiguous requests are refused
// with 400 and the connection is closed: two readers must never see two different requests.
//
// Each thread is an Executor, and work that a handler awaits comes back to it. So a Server must
// live until nothing that was begun on its threads is under way: stop() it first, destroy it last.
// The router must outlive it.
class Server {
 public:
  Server(ServerSettings settings, const Router& router);
  ~Server();

  // Unavailable when the address cannot be bound.
  Result<void> start();
  // Stops accepting, lets running requests end for a short while, closes the rest.
  void stop();

  std::uint16_t port() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace callwright::http
