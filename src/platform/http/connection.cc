#include "platform/http/connection.h"

#include <algorithm>
#include <array>

#include "platform/http/fields.h"
#include "platform/http/response_head.h"

namespace callwright::http {
namespace {

constexpr std::size_t head_read_bytes = 4 * 1024;
constexpr std::size_t body_read_bytes = 16 * 1024;
// A peer that is told to go may still be sending; closing on it would lose what it was told.
constexpr Seconds linger_max{2};
constexpr std::size_t linger_bytes_max = 8 * 1024 * 1024;
constexpr Refusal header_timed_out{
    .status = 408, .code = "header_timeout", .message = "The head of the request took too long."};
constexpr Refusal body_timed_out{
    .status = 408, .code = "body_timeout", .message = "The body of the request took too long."};
constexpr Refusal body_too_large{
    .status = 413, .code = "body_too_large", .message = "The body of the request is too large."};
constexpr Refusal body_malformed{
    .status = 400, .code = "malformed_request", .message = "The chunks of the body are malformed."};
constexpr Refusal handler_timed_out{.status = 503,
                                    .code = "handler_timeout",
                                    .message = "The answer took too long. It may come on a retry."};
constexpr Refusal server_full{.status = 503,
                              .code = "connections_max",
                              .message = "The server has no room for another connection."};
std::string address_of(const Socket& socket) {
  error_code error;
  const auto peer = socket.remote_endpoint(error);
  return error ? std::string() : peer.address().to_string();
}

}  // namespace

Connection::Connection(ConnectionHost& host, Socket socket)
    : host_(host),
      socket_(std::move(socket)),
      remote_address_(address_of(socket_)),
      parser_(host.limits.header_bytes_max),
      chunks_(host.limits.body_bytes_max) {
  error_code ignored;
  socket_.set_option(tcp::no_delay(true), ignored);
  socket_.non_blocking(true, ignored);
}

void Connection::start() {
  place_ = host_.connections.insert(host_.connections.end(), shared_from_this());
  host_.metrics.connections.add(1);
  callwright::start(run(), [self = shared_from_this()] { self->leave(); });
}

void Connection::start_refused() {
  refused_at_once_ = true;
  start();
}

void Connection::leave() {
  error_code ignored;
  socket_.close(ignored);
  host_.metrics.connections.add(-1);
  host_.open_connections.fetch_sub(1);
  host_.connections.erase(place_);
}

void Connection::enter(Phase phase, std::chrono::steady_clock::duration limit) {
  phase_ = phase;
  expired_ = false;
  deadline_ = std::chrono::steady_clock::now() + limit;
}

void Connection::expire() {
  deadline_ = TimePoint::max();
  expired_ = true;
  if (phase_ == Phase::Handler) {
    handler_run_->give_up();
  } else if (phase_ == Phase::Stream) {
    wake();
  } else {
    error_code ignored;
    socket_.cancel(ignored);
  }
}

void Connection::finish_soon() {
  if (phase_ == Phase::Idle) abort();
  if (phase_ == Phase::Stream) wake();
  say_goodbye();
}

void Connection::abort() {
  hung_up_ = true;
  error_code ignored;
  socket_.close(ignored);
  if (websocket_) websocket_->abort();
  if (phase_ == Phase::Handler) handler_run_->give_up();
  if (phase_ == Phase::Stream) wake();
}

Task<void> Connection::run() {
  if (refused_at_once_) {
    co_await refuse(server_full);
  } else {
    while (co_await serve_request()) first_request_ = false;
  }
  if (must_linger_ && !write_failed_) co_await linger();
}

// True when another request may follow.
Task<bool> Connection::serve_request() {
  is_head_request_ = false;
  if (!co_await read_head()) co_return false;
  is_head_request_ = head_.request.method == "HEAD";
  if (head_.has_body() && !co_await read_body()) co_return false;
  head_.request.remote_address = remote_address_;

  if (is_websocket_upgrade(head_.request)) {
    if (const auto* route = host_.router.find_websocket(head_.request.path())) {
      co_await serve_websocket(*route);
      co_return false;
    }
  }

  enter(Phase::Handler, host_.limits.handler_timeout);
  handler_run_ =
      begin_handler(host_.loop, host_.handlers, host_.router.handle(std::move(head_.request)));
  std::optional<Response> response = co_await *handler_run_;
  if (!response) {
    if (!hung_up_) co_await refuse(handler_timed_out);
    co_return false;
  }
  if (response->stream) {
    co_await serve_events(std::move(*response));
    co_return false;
  }
  co_return co_await answer(std::move(*response));
}

auto Connection::read_some() {
  const std::size_t wanted = phase_ == Phase::Body ? body_read_bytes : head_read_bytes;
  return AsyncIo([this, room = buffer_.room(wanted)](auto handler) {
    socket_.async_read_some(asio::buffer(room.data(), room.size()), std::move(handler));
  });
}

Task<bool> Connection::read_head() {
  // A connection that never asks for anything gets less patience than one between two requests.
  const Seconds patience =
      first_request_ ? host_.limits.header_timeout : host_.limits.keep_alive_timeout;
  enter(Phase::Idle, patience);
  while (true) {
    if (!buffer_.empty()) {
      const HeadParser::Progress progress = parser_.advance(buffer_.view());
      if (progress == HeadParser::Progress::Refused) {
        co_await refuse(parser_.refusal());
        co_return false;
      }
      if (progress == HeadParser::Progress::Done) {
        buffer_.consume(parser_.size());
        head_ = parser_.take();
        co_return true;
      }
      if (phase_ == Phase::Idle) enter(Phase::Head, host_.limits.header_timeout);
    } else if (host_.stopping) {
      co_return false;
    }
    const IoOutcome read = co_await read_some();
    if (expired_ && phase_ == Phase::Head) {
      co_await refuse(header_timed_out);
      co_return false;
    }
    if (read.error || expired_) co_return false;
    buffer_.commit(read.bytes);
  }
}

Task<bool> Connection::read_body() {
  if (head_.content_length > host_.limits.body_bytes_max) {
    co_await refuse(body_too_large);
    co_return false;
  }
  if (head_.expects_continue && buffer_.empty()) {
    out_head_ = "HTTP/1.1 100 Continue\r\n\r\n";
    out_body_.clear();
    if (!co_await flush()) co_return false;
  }
  enter(Phase::Body, host_.limits.body_timeout);
  body_.clear();
  chunks_ = ChunkedDecoder(host_.limits.body_bytes_max);
  while (true) {
    bool whole = false;
    if (const auto refusal = take_body(whole)) {
      co_await refuse(*refusal);
      co_return false;
    }
    if (whole) break;
    const IoOutcome read = co_await read_some();
    if (expired_) {
      co_await refuse(body_timed_out);
      co_return false;
    }
    if (read.error) co_return false;
    buffer_.commit(read.bytes);
  }
  head_.request.body = std::move(body_);
  co_return true;
}

// Moves what was read of the body out of the buffer.
std::optional<Refusal> Connection::take_body(bool& whole) {
  if (!head_.chunked) {
    // Grows as bytes come: an announced length alone must not cost memory.
    const std::size_t missing = static_cast<std::size_t>(head_.content_length) - body_.size();
    const std::string_view taken = buffer_.view().substr(0, missing);
    body_.append(taken);
    whole = taken.size() == missing;
    buffer_.consume(taken.size());
    return std::nullopt;
  }
  std::size_t used = 0;
  const ChunkedDecoder::Progress progress = chunks_.advance(buffer_.view(), used, body_);
  buffer_.consume(used);
  if (progress == ChunkedDecoder::Progress::Malformed) return body_malformed;
  if (progress == ChunkedDecoder::Progress::TooLarge) return body_too_large;
  whole = progress == ChunkedDecoder::Progress::Done;
  return std::nullopt;
}

// True when another request may follow.
Task<bool> Connection::answer(Response response) {
  const auto wish = response.headers.get("Connection");
  const bool keep_alive =
      head_.keep_alive && !host_.stopping && !(wish && equal_ignoring_case(*wish, "close"));
  out_head_.clear();
  append_response_head(out_head_, response, Framing::Length, keep_alive, host_.date);
  out_body_ =
      is_head_request_ || !has_body(response.status) ? std::string() : std::move(response.body);
  must_linger_ = !keep_alive;
  const bool written = co_await flush();
  co_return written&& keep_alive;
}

auto Connection::until_writable() {
  return AsyncIo(
      [this](auto handler) { socket_.async_wait(Socket::wait_write, std::move(handler)); });
}

Task<bool> Connection::flush() {
  out_written_ = 0;
  while (!write_now()) {
    enter(Phase::Write, host_.limits.write_timeout);
    const IoOutcome ready = co_await until_writable();
    if (expired_) host_.metrics.slow_readers.increment();
    write_failed_ = write_failed_ || ready.error || expired_;
  }
  co_return !write_failed_;
}

// Hands the kernel what it takes at once, which for most answers is all. False when it takes no
// more.
bool Connection::write_now() {
  const std::size_t total = out_head_.size() + out_body_.size();
  while (out_written_ < total && !write_failed_) {
    const std::size_t of_head = std::min(out_written_, out_head_.size());
    const std::array<asio::const_buffer, 2> left{
        asio::buffer(out_head_) + of_head, asio::buffer(out_body_) + (out_written_ - of_head)};
    error_code error;
    out_written_ += socket_.write_some(left, error);
    if (error == asio::error::would_block || error == asio::error::try_again) return false;
    write_failed_ = static_cast<bool>(error);
  }
  return true;
}

// Answers for the handler, and ends the connection: what follows on it cannot be trusted or waited
// for.
Task<void> Connection::refuse(Refusal refusal) {
  host_.metrics.refused(refusal.code);
  head_.keep_alive = false;
  Response response = problem(refusal.status, refusal.code, refusal.message);
  if (refusal.status == 503) response.headers.add("Retry-After", "1");
  co_await answer(std::move(response));
}

Task<void> Connection::linger() {
  error_code ignored;
  socket_.shutdown(tcp::socket::shutdown_send, ignored);
  enter(Phase::Linger, linger_max);
  std::size_t dropped = 0;
  while (dropped < linger_bytes_max && !expired_ && !hung_up_) {
    const IoOutcome read = co_await read_some();
    if (read.error) break;
    dropped += read.bytes;
  }
}

}  // namespace callwright::http
