#include "platform/http/event_backlog.h"

#include <utility>

namespace callwright::http {

bool EventBacklog::send(std::string_view event, std::string_view data) {
  const std::string bytes = format_event(event, data);
  // Waking happens under the lock: once detach() returns, the loop behind wake_ may be gone.
  const std::lock_guard lock(mutex_);
  if (closed_ || overflowed_ || !wake_) return false;
  if (being_written_ + pending_.size() + bytes.size() > backlog_bytes_max) {
    overflowed_ = true;
    wake_();
    return false;
  }
  pending_ += bytes;
  if (!std::exchange(woken_, true)) wake_();
  return true;
}

void EventBacklog::close() {
  const std::lock_guard lock(mutex_);
  if (std::exchange(closed_, true) || !wake_) return;
  wake_();
}

EventBacklog::Taken EventBacklog::take() {
  const std::lock_guard lock(mutex_);
  woken_ = false;
  Taken taken{.bytes = std::exchange(pending_, {}), .closed = closed_, .overflowed = overflowed_};
  being_written_ = taken.bytes.size();
  return taken;
}

bool EventBacklog::overflowed() const {
  const std::lock_guard lock(mutex_);
  return overflowed_;
}

void EventBacklog::detach() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  wake_ = nullptr;
  pending_.clear();
}

std::string format_event(std::string_view event, std::string_view data) {
  std::string out;
  out.reserve(event.size() + data.size() + 16);
  if (!event.empty()) {
    out += "event: ";
    // A line end in the name would start a field of its own.
    out += event.substr(0, event.find_first_of("\r\n"));
    out += '\n';
  }
  while (true) {
    const std::size_t end = data.find_first_of("\r\n");
    out += "data: ";
    out += data.substr(0, end);
    out += '\n';
    if (end == std::string_view::npos) break;
    data.remove_prefix(data.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
  }
  out += '\n';
  return out;
}

}  // namespace callwright::http
