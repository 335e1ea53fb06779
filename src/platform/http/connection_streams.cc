// The connections that go on: event streams and WebSockets.
#include <array>
#include <charconv>

#include "platform/http/connection.h"
#include "platform/http/response_head.h"

namespace callwright::http {
namespace {

// Keeps proxies from ending a quiet event stream, and finds readers that left without a word.
constexpr Seconds event_ping_interval{15};
constexpr std::string_view event_ping = ":\n\n";
constexpr std::size_t hangup_read_bytes = 512;
// Close codes of RFC 6455 section 7.4.1.
constexpr std::uint16_t done = 1000;
constexpr std::uint16_t going_away = 1001;
constexpr const char* stopping_reason = "the server stops";

constexpr Refusal early_websocket_data{
    .status = 400,
    .code = "malformed_request",
    .message = "Data follows the request before the WebSocket is open."};

}  // namespace

class Connection::EventAwaiter {
 public:
  explicit EventAwaiter(Connection& connection) : connection_(connection) {}
  bool await_ready() const noexcept { return connection_.woken_; }
  void await_suspend(std::coroutine_handle<> awaiting) noexcept {
    connection_.events_waiter_ = awaiting;
  }
  void await_resume() noexcept { connection_.woken_ = false; }

 private:
  Connection& connection_;
};

Task<void> Connection::serve_events(Response response) {
  const bool chunked = head_.minor_version == 1;
  if (!response.headers.has("Content-Type"))
    response.headers.add("Content-Type", "text/event-stream");
  response.headers.set("Cache-Control", "no-store");
  // Told to proxies, which would hold events back to fill a buffer.
  response.headers.set("X-Accel-Buffering", "no");
  out_head_.clear();
  out_body_.clear();
  append_response_head(out_head_, response, chunked ? Framing::Chunked : Framing::Close, false,
                       host_.date);
  if (!co_await flush() || is_head_request_) co_return;

  // The handler may keep the stream for long, so it must not keep the connection.
  events_ = std::make_shared<EventBacklog>([weak = weak_from_this(), loop = &host_.loop] {
    loop->post([weak] {
      if (const auto self = weak.lock()) self->wake();
    });
  });
  host_.metrics.event_streams.add(1);
  watch_for_hangup();
  response.stream(events_);
  co_await write_events();
  if (events_->overflowed()) host_.metrics.slow_readers.increment();
  events_->detach();
  host_.metrics.event_streams.add(-1);
}

// Until the handler closes the stream, the reader is gone or too slow, or the server stops.
Task<void> Connection::write_events() {
  const bool chunked = head_.minor_version == 1;
  while (!hung_up_) {
    EventBacklog::Taken taken = events_->take();
    if (taken.overflowed) co_return;
    const bool last = taken.bytes.empty() && (taken.closed || host_.stopping);
    if (taken.bytes.empty() && !last) {
      if (!expired_) {
        enter(Phase::Stream, event_ping_interval);
        co_await EventAwaiter(*this);
        continue;
      }
      expired_ = false;
      taken.bytes = event_ping;
    }
    out_head_.clear();
    if (chunked) {
      std::array<char, 16> size{};
      const auto end =
          std::to_chars(size.data(), size.data() + size.size(), taken.bytes.size(), 16).ptr;
      out_head_.append(size.data(), end);
      out_head_ += "\r\n";
      taken.bytes += "\r\n";
    }
    out_body_ = std::move(taken.bytes);
    if (!co_await flush() || last) co_return;
    phase_ = Phase::Stream;
  }
}

void Connection::watch_for_hangup() {
  // What a reader sends on an event stream means nothing; only its end does.
  const auto room = buffer_.room(hangup_read_bytes);
  socket_.async_read_some(asio::buffer(room.data(), room.size()),
                          [self = shared_from_this()](error_code error, std::size_t) {
                            if (!error) return self->watch_for_hangup();
                            self->hung_up_ = true;
                            self->wake();
                          });
}

void Connection::wake() {
  woken_ = true;
  if (const auto waiter = std::exchange(events_waiter_, nullptr)) {
    waiter.resume();
  } else if (hung_up_ || (events_ && events_->overflowed())) {
    // It is busy writing to a reader that will not read.
    error_code ignored;
    socket_.close(ignored);
  }
}

// A conversation has no end to wait for when the server stops; told so, the peer can go on
// elsewhere.
void Connection::say_goodbye() {
  if (websocket_) callwright::start(websocket_->close(going_away, stopping_reason), [] {});
}

Task<void> Connection::serve_websocket(Router::WebSocketRoute route) {
  if (!buffer_.empty() || head_.has_body()) {
    co_await refuse(early_websocket_data);
    co_return;
  }
  phase_ = Phase::WebSocket;
  deadline_ = TimePoint::max();
  websocket_ = co_await accept_websocket(std::move(socket_), head_.request, route.limits);
  if (!websocket_) co_return;
  if (host_.stopping) {
    co_await websocket_->close(going_away, stopping_reason);
    co_return;
  }
  host_.metrics.websockets.add(1);
  const auto run = begin_handler(host_.loop, host_.handlers,
                                 route.handler(std::move(head_.request), websocket_));
  co_await *run;
  co_await websocket_->close(done, "");
  websocket_->abort();
  host_.metrics.websockets.add(-1);
}

}  // namespace callwright::http
