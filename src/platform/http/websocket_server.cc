#include <boost/beast/http.hpp>

#include "platform/http/websocket_session.h"

namespace callwright::http {

using ServerSession = WebSocketSession<Socket>;
using UpgradeRequest = beast::http::request<beast::http::empty_body>;

namespace {

UpgradeRequest as_upgrade(const Request& request) {
  UpgradeRequest upgrade;
  upgrade.method_string(request.method);
  upgrade.target(request.target);
  upgrade.version(11);
  for (const auto& [name, value] : request.headers.entries()) upgrade.insert(name, value);
  return upgrade;
}

auto accept(ServerSession& session, const UpgradeRequest& upgrade) {
  return AsyncIo([&](auto handler) { session.stream().async_accept(upgrade, std::move(handler)); });
}

}  // namespace

Task<std::shared_ptr<WebSocketChannel>> accept_websocket(Socket socket, Request request,
                                                         WebSocketLimits limits) {
  auto session = std::make_shared<ServerSession>(limits, std::move(socket));
  const UpgradeRequest upgrade = as_upgrade(request);
  const IoOutcome accepted = co_await accept(*session, upgrade);
  if (accepted.error) session = nullptr;
  co_return session;
}

}  // namespace callwright::http
