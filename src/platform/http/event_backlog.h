#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "platform/http/message.h"

namespace callwright::http {

// The events on their way to one reader: handlers put them in from any thread, the connection takes
// them out. Ends by close(), by the reader going away, or by the reader falling too far behind.
class EventBacklog final : public EventStream {
 public:
  static constexpr std::size_t backlog_bytes_max = 256 * 1024;

  // `wake` tells the connection that there is something to take; it is never called after detach().
  explicit EventBacklog(std::function<void()> wake) : wake_(std::move(wake)) {}

  bool send(std::string_view event, std::string_view data) override;
  void close() override;

  struct Taken {
    std::string bytes;
    bool closed;      // By the handler: nothing comes after these bytes.
    bool overflowed;  // The reader is too slow: disconnect.
  };
  // Everything there is. What was taken before counts as written.
  Taken take();

  bool overflowed() const;

  // The reader is gone.
  void detach();

 private:
  mutable std::mutex mutex_;
  std::function<void()> wake_;
  std::string pending_;
  std::size_t being_written_ = 0;
  bool woken_ = false;
  bool closed_ = false;
  bool overflowed_ = false;
};

// One event in the format of text/event-stream. An empty name leaves the browser's default,
// "message".
std::string format_event(std::string_view event, std::string_view data);

}  // namespace callwright::http
