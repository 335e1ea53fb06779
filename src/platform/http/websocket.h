#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "platform/async/task.h"
#include "platform/http/message.h"

namespace callwright::http {

struct WebSocketMessage {
  bool is_text = true;
  std::string payload;
};

// One WebSocket connection, server or client side. One receive and one send may be under way at a
// time.
class WebSocket {
 public:
  virtual ~WebSocket() = default;

  // The next whole message. NotFound when either side closed in good order, Unavailable when the
  // connection is lost, Invalid when the peer broke the protocol.
  virtual Task<Result<WebSocketMessage>> receive() = 0;
  virtual Task<Result<void>> send(WebSocketMessage message) = 0;
  virtual Task<void> close(std::uint16_t code, std::string reason) = 0;
};

struct WebSocketLimits {
  std::size_t message_bytes_max = 16 * 1024 * 1024;
  Milliseconds idle_timeout{60'000};
};

// Gets the upgrade request and the open socket; the connection closes when the task ends.
using WebSocketHandler = std::function<Task<void>(Request, std::shared_ptr<WebSocket>)>;

struct WebSocketClientRequest {
  std::string url;  // ws:// or wss://; certificates are checked.
  Headers headers;
  Milliseconds connect_timeout{3'000};
  WebSocketLimits limits;
};

// Opens WebSockets. It must outlive them, and where it was called on a server's thread so must the
// server.
class WebSocketClient {
 public:
  virtual ~WebSocketClient() = default;
  virtual Task<Result<std::shared_ptr<WebSocket>>> connect(WebSocketClientRequest request) = 0;
};

std::unique_ptr<WebSocketClient> make_websocket_client();

}  // namespace callwright::http
