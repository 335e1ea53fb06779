#pragma once

#include <string>
#include <string_view>

#include "platform/metrics/metrics.h"

namespace callwright::http {

// What the server counts besides its routes.
struct ServerMetrics {
  metrics::Gauge connections =
      metrics::Registry::global().gauge("callwright_http_connections", "Open connections.");
  metrics::Gauge websockets =
      metrics::Registry::global().gauge("callwright_http_websockets", "Open WebSockets.");
  metrics::Gauge event_streams =
      metrics::Registry::global().gauge("callwright_http_event_streams", "Open event streams.");
  metrics::Counter slow_readers = metrics::Registry::global().counter(
      "callwright_http_slow_readers_total", "Readers disconnected because they took too little.");

  // Requests that no handler answered, by the code of the refusal.
  void refused(std::string_view code) const {
    metrics::Registry::global()
        .counter("callwright_http_refused_total",
                 "Requests refused before or instead of a handler.",
                 {{"reason", std::string(code)}})
        .increment();
  }
};

}  // namespace callwright::http
