#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/async/task.h"
#include "platform/http/message.h"
#include "platform/http/websocket.h"

namespace callwright::http {

using Handler = std::function<Task<Response>(Request)>;

// What the braces of a pattern matched, decoded, in order: "/v1/calls/{id}" gives one.
using Parameters = std::vector<std::string>;
using ParameterHandler = std::function<Task<Response>(Request, Parameters)>;

struct Route {
  std::string method;
  std::string pattern;
  std::string name;  // For metrics and logs: "twilio.voice".
};

// One table of routes. An unknown path is 404, a known path with another method 405 with Allow.
// HEAD is answered by the GET route. A literal segment wins over a braced one. "{rest...}", last in
// a pattern, matches what is left of the path, slashes included; the method "*" matches any.
class Router {
 public:
  Router();
  ~Router();

  void add(std::string method, std::string pattern, std::string name, Handler handler);
  void add(std::string method, std::string pattern, std::string name, ParameterHandler handler);

  void add_websocket(std::string pattern, std::string name, WebSocketLimits limits,
                     WebSocketHandler handler);

  // Called by the server for each whole request, and directly by programs that need no socket.
  Task<Response> handle(Request request) const;

  const std::vector<Route>& routes() const;

  struct WebSocketRoute {
    std::string name;
    WebSocketLimits limits;
    WebSocketHandler handler;
  };
  // The WebSocket route of a path, or null.
  const WebSocketRoute* find_websocket(std::string_view path) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace callwright::http
