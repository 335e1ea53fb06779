#pragma once

#include <memory>

#include "platform/http/loop.h"
#include "platform/http/router.h"
#include "platform/http/websocket.h"

namespace callwright::http {

// A WebSocket with the ends that only the server holds.
class WebSocketChannel : public WebSocket {
 public:
  // Drops the connection; what is under way ends with Unavailable. On the loop's thread.
  virtual void abort() = 0;
};

// Answers the opening handshake of a request that is_websocket_upgrade(). Null when that fails. On
// the loop's thread.
Task<std::shared_ptr<WebSocketChannel>> accept_websocket(Socket socket, Request request,
                                                         WebSocketLimits limits);

}  // namespace callwright::http
