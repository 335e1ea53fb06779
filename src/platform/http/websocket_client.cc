#include <boost/asio/connect.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include <charconv>
#include <optional>

#include "platform/http/websocket_session.h"

namespace callwright::http {
namespace {

using TlsStream = asio::ssl::stream<Socket>;
using Resolver = asio::ip::basic_resolver<tcp, asio::io_context::executor_type>;
using Connected = Result<std::shared_ptr<WebSocket>>;

struct Address {
  bool is_tls = false;
  std::string host;  // Without the brackets of an IPv6 address.
  std::string port;
  std::string authority;  // As the Host field has it.
  std::string target;
};

Result<Address> parse_url(std::string_view url) {
  Address address;
  if (url.starts_with("wss://")) {
    address.is_tls = true;
  } else if (!url.starts_with("ws://")) {
    return callwright::failure(ErrorCode::Invalid, "a WebSocket URL starts with ws:// or wss://");
  }
  url.remove_prefix(address.is_tls ? 6 : 5);
  const std::string_view authority = url.substr(0, url.find_first_of("/?#"));
  const std::string_view target = url.substr(authority.size());
  if (target.contains('#'))
    return callwright::failure(ErrorCode::Invalid, "a WebSocket URL has no fragment");
  address.authority = authority;
  address.target = target.starts_with('/') ? std::string(target) : "/" + std::string(target);

  const bool bracketed = authority.starts_with('[');
  const std::size_t host_end = bracketed ? authority.find(']') : authority.find(':');
  const std::string_view rest = host_end == std::string_view::npos
                                    ? std::string_view()
                                    : authority.substr(host_end + (bracketed ? 1 : 0));
  address.host = bracketed ? authority.substr(1, host_end - 1) : authority.substr(0, host_end);
  address.port =
      rest.starts_with(':') ? rest.substr(1) : std::string_view(address.is_tls ? "443" : "80");
  std::uint16_t number = 0;
  const char* const end = address.port.data() + address.port.size();
  const auto parsed = std::from_chars(address.port.data(), end, number);
  if (address.host.empty() || authority.contains('@') || parsed.ec != std::errc() ||
      parsed.ptr != end) {
    return callwright::failure(ErrorCode::Invalid,
                               "a WebSocket URL needs a host and a port number");
  }
  return address;
}

Error unavailable(std::string_view step, error_code error) {
  return {.code = ErrorCode::Unavailable,
          .message = "WebSocket: " + std::string(step) + ": " + error.message()};
}

// Hands the session to its user, and drops the connection with the last of its users: what is under
// way in Asio would keep it otherwise.
class ClientHandle final : public WebSocket {
 public:
  ClientHandle(std::shared_ptr<WebSocketChannel> channel, asio::io_context& context)
      : channel_(std::move(channel)), context_(context) {}
  ~ClientHandle() override {
    asio::dispatch(context_, [channel = std::move(channel_)] { channel->abort(); });
  }
  ClientHandle(const ClientHandle&) = delete;
  ClientHandle& operator=(const ClientHandle&) = delete;

  Task<Result<WebSocketMessage>> receive() override { return channel_->receive(); }
  Task<Result<void>> send(WebSocketMessage message) override {
    return channel_->send(std::move(message));
  }
  Task<void> close(std::uint16_t code, std::string reason) override {
    return channel_->close(code, std::move(reason));
  }

 private:
  std::shared_ptr<WebSocketChannel> channel_;
  asio::io_context& context_;
};

// One attempt to connect, on the thread of its loop. The caller is answered once: by the end of the
// attempt or by its timeout, after which the attempt ends unheard (a name look-up cannot be cut
// short).
class Dial : public std::enable_shared_from_this<Dial> {
 public:
  using Resolve = Completion<Connected>::Resolve;

  Dial(asio::io_context& context, asio::ssl::context& tls, WebSocketClientRequest request,
       Address address, Resolve resolve)
      : context_(context),
        tls_(tls),
        request_(std::move(request)),
        address_(std::move(address)),
        resolve_(std::move(resolve)),
        resolver_(context),
        timer_(context) {}

  void begin() {
    timer_.expires_after(request_.connect_timeout);
    timer_.async_wait([self = shared_from_this()](error_code error) {
      if (error) return;
      self->settle(
          callwright::failure(ErrorCode::Unavailable, "WebSocket: connecting took too long"));
      self->resolver_.cancel();
      if (self->channel_) self->channel_->abort();
    });
    callwright::start(address_.is_tls ? run_tls() : run_plain(),
                      [self = shared_from_this()](Connected connected) {
                        self->timer_.cancel();
                        self->settle(std::move(connected));
                      });
  }

 private:
  void settle(Connected connected) {
    if (!resolve_) return;
    auto resolve = std::exchange(resolve_, nullptr);
    resolve(std::move(connected));
  }

  auto look_up() {
    return AsyncIo([this](auto handler) {
      resolver_.async_resolve(
          address_.host, address_.port,
          [this, handler](error_code error, Resolver::results_type found) mutable {
            endpoints_ = std::move(found);
            handler(error);
          });
    });
  }

  auto connect(Socket& socket) {
    return AsyncIo([this, &socket](auto handler) {
      asio::async_connect(
          socket, endpoints_,
          [handler](error_code error, const tcp::endpoint&) mutable { handler(error); });
    });
  }

  auto secure(TlsStream& stream) {
    error_code no_address;
    asio::ip::make_address(address_.host, no_address);
    stream.set_verify_callback(asio::ssl::host_name_verification(address_.host));
    if (no_address) SSL_set_tlsext_host_name(stream.native_handle(), address_.host.c_str());
    return AsyncIo([&stream](auto handler) {
      stream.async_handshake(asio::ssl::stream_base::client, std::move(handler));
    });
  }

  template <class Stream>
  void decorate(Stream& stream) {
    stream.set_option(websocket::stream_base::decorator(
        [headers = request_.headers](websocket::request_type& upgrade) {
          for (const auto& [name, value] : headers.entries()) upgrade.set(name, value);
        }));
  }

  template <class Stream>
  auto shake_hands(Stream& stream) {
    return AsyncIo([this, &stream](auto handler) {
      stream.async_handshake(address_.authority, address_.target, std::move(handler));
    });
  }

  Task<Connected> run_plain() {
    auto session = std::make_shared<WebSocketSession<Socket>>(request_.limits, context_);
    channel_ = session;
    const auto reached = co_await reach(&session->stream().next_layer());
    if (!reached) co_return std::unexpected(reached.error());
    co_return co_await open(session);
  }

  Task<Connected> run_tls() {
    auto session = std::make_shared<WebSocketSession<TlsStream>>(request_.limits, context_, tls_);
    channel_ = session;
    TlsStream& stream = session->stream().next_layer();
    const auto reached = co_await reach(&stream.next_layer());
    if (!reached) co_return std::unexpected(reached.error());
    const IoOutcome secured = co_await secure(stream);
    if (secured.error) co_return std::unexpected(unavailable("TLS", secured.error));
    co_return co_await open(session);
  }

  Task<Result<void>> reach(Socket* socket) {
    const IoOutcome found = co_await look_up();
    if (found.error) co_return std::unexpected(unavailable("look up", found.error));
    const IoOutcome reached = co_await connect(*socket);
    if (reached.error) co_return std::unexpected(unavailable("connect", reached.error));
    error_code ignored;
    socket->set_option(tcp::no_delay(true), ignored);
    co_return Result<void>();
  }

  template <class Session>
  Task<Connected> open(std::shared_ptr<Session> session) {
    decorate(session->stream());
    const IoOutcome opened = co_await shake_hands(session->stream());
    if (opened.error) co_return std::unexpected(unavailable("handshake", opened.error));
    std::shared_ptr<WebSocket> handle =
        std::make_shared<ClientHandle>(std::move(session), context_);
    co_return handle;
  }

  asio::io_context& context_;
  asio::ssl::context& tls_;
  WebSocketClientRequest request_;
  Address address_;
  Resolve resolve_;
  Resolver resolver_;
  Timer timer_;
  Resolver::results_type endpoints_;
  std::shared_ptr<WebSocketChannel> channel_;
};

class BeastWebSocketClient final : public WebSocketClient {
 public:
  BeastWebSocketClient() : tls_(asio::ssl::context::tls_client) {
    tls_.set_default_verify_paths();
    tls_.set_verify_mode(asio::ssl::verify_peer);
    SSL_CTX_set_min_proto_version(tls_.native_handle(), TLS1_2_VERSION);
    loop_.start();
  }
  ~BeastWebSocketClient() override { loop_.stop(); }
  BeastWebSocketClient(const BeastWebSocketClient&) = delete;
  BeastWebSocketClient& operator=(const BeastWebSocketClient&) = delete;

  Task<Connected> connect(WebSocketClientRequest request) override {
    auto address = parse_url(request.url);
    if (!address) co_return std::unexpected(address.error());
    Completion<Connected> connected([this, &request, &address](Dial::Resolve resolve) {
      begin_dial(std::move(request), std::move(*address), std::move(resolve));
    });
    co_return co_await connected;
  }

 private:
  // On the loop of the caller where it has one, so that frames need not change threads.
  void begin_dial(WebSocketClientRequest request, Address address, Dial::Resolve resolve) {
    auto* const callers = dynamic_cast<Loop*>(Executor::current());
    Loop& loop = callers != nullptr ? *callers : loop_;
    auto dial = std::make_shared<Dial>(loop.context(), tls_, std::move(request), std::move(address),
                                       std::move(resolve));
    asio::dispatch(loop.context(), [dial] { dial->begin(); });
  }

  asio::ssl::context tls_;
  Loop loop_;
};

}  // namespace

std::unique_ptr<WebSocketClient> make_websocket_client() {
  return std::make_unique<BeastWebSocketClient>();
}

}  // namespace callwright::http
