#pragma once

#include <boost/asio/dispatch.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

#include <memory>
#include <string>
#include <utility>

#include "platform/http/websocket_channel.h"

namespace callwright::http {

namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;

inline constexpr Seconds websocket_handshake_timeout{5};

inline Error websocket_error(error_code error) {
  if (error == websocket::error::closed) {
    return {.code = ErrorCode::NotFound, .message = "the WebSocket was closed"};
  }
  const bool broken = error == websocket::condition::protocol_violation ||
                      error == websocket::error::message_too_big ||
                      error == websocket::error::buffer_overflow;
  return {.code = broken ? ErrorCode::Invalid : ErrorCode::Unavailable,
          .message = "WebSocket: " + error.message()};
}

// The part of a WebSocket that both sides share. Every operation hops to the stream's loop, so it
// may be used from any thread; each holds the session until it ends.
template <class Stream>
class WebSocketSession final : public WebSocketChannel,
                               public std::enable_shared_from_this<WebSocketSession<Stream>> {
 public:
  template <class... Arguments>
  explicit WebSocketSession(const WebSocketLimits& limits, Arguments&&... arguments)
      : stream_(std::forward<Arguments>(arguments)...) {
    stream_.read_message_max(limits.message_bytes_max);
    // One frame a message: media frames are small, and peers are simpler than the protocol.
    stream_.auto_fragment(false);
    websocket::stream_base::timeout timeout{};
    timeout.handshake_timeout = websocket_handshake_timeout;
    timeout.idle_timeout = limits.idle_timeout;
    timeout.keep_alive_pings = true;
    stream_.set_option(timeout);
  }

  websocket::stream<Stream>& stream() { return stream_; }

  Task<Result<WebSocketMessage>> receive() override {
    using Resolve = typename Completion<Result<WebSocketMessage>>::Resolve;
    Completion<Result<WebSocketMessage>> received(
        [self = this->shared_from_this()](Resolve resolve) {
          self->on_loop([self, resolve = std::move(resolve)]() mutable {
            auto& stream = self->stream_;
            stream.async_read(self->buffer_, [self, resolve = std::move(resolve)](
                                                 error_code error, std::size_t) mutable {
              resolve(self->take_message(error));
            });
          });
        });
    co_return co_await received;
  }

  Task<Result<void>> send(WebSocketMessage message) override {
    using Resolve = typename Completion<error_code>::Resolve;
    auto kept = std::make_unique<WebSocketMessage>(std::move(message));
    Completion<error_code> sent(
        [self = this->shared_from_this(), kept = std::move(kept)](Resolve resolve) mutable {
          self->on_loop([self, kept = std::move(kept), resolve = std::move(resolve)]() mutable {
            self->stream_.text(kept->is_text);
            const auto bytes = asio::buffer(kept->payload);
            self->stream_.async_write(
                bytes, [self, kept = std::move(kept), resolve = std::move(resolve)](
                           error_code error, std::size_t) mutable { resolve(error); });
          });
        });
    const error_code error = co_await sent;
    if (error) co_return std::unexpected(websocket_error(error));
    co_return Result<void>();
  }

  Task<void> close(std::uint16_t code, std::string reason) override {
    using Resolve = typename Completion<error_code>::Resolve;
    Completion<error_code> closed([self = this->shared_from_this(), code,
                                   reason = std::move(reason)](Resolve resolve) mutable {
      self->on_loop(
          [self, code, reason = std::move(reason), resolve = std::move(resolve)]() mutable {
            if (!self->stream_.is_open()) return resolve({});
            self->closing_ = true;
            const websocket::close_reason why(static_cast<websocket::close_code>(code),
                                              reason.substr(0, close_reason_bytes_max));
            self->stream_.async_close(why, [self, resolve = std::move(resolve)](
                                               error_code error) mutable { resolve(error); });
          });
    });
    co_await closed;
  }

  void abort() override {
    error_code ignored;
    beast::get_lowest_layer(stream_).close(ignored);
  }

  // On the stream's loop, whatever the thread.
  template <class Work>
  void on_loop(Work work) {
    asio::dispatch(stream_.get_executor(), std::move(work));
  }

 private:
  // What a close frame has room for.
  static constexpr std::size_t close_reason_bytes_max = 123;

  Result<WebSocketMessage> take_message(error_code error) {
    // Our own close cuts short what waits for the peer.
    if (error == asio::error::operation_aborted && closing_) error = websocket::error::closed;
    if (error) return std::unexpected(websocket_error(error));
    const auto bytes = buffer_.cdata();
    WebSocketMessage message{
        .is_text = stream_.got_text(),
        .payload = std::string(static_cast<const char*>(bytes.data()), bytes.size())};
    buffer_.consume(buffer_.size());
    return message;
  }

  websocket::stream<Stream> stream_;
  beast::flat_buffer buffer_;
  bool closing_ = false;
};

}  // namespace callwright::http
