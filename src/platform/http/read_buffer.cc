#include "platform/http/read_buffer.h"

namespace callwright::http {
namespace {

// What a connection may keep while it is idle; there may be ten thousand of them.
constexpr std::size_t idle_bytes_max = 8 * 1024;

}  // namespace

void ReadBuffer::consume(std::size_t size) {
  begin_ += size;
  if (begin_ < end_) return;
  begin_ = 0;
  end_ = 0;
  if (bytes_.size() > idle_bytes_max) bytes_ = std::string();
}

std::span<char> ReadBuffer::room(std::size_t size) {
  if (bytes_.size() - end_ < size && begin_ > 0) {
    bytes_.erase(0, begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (bytes_.size() - end_ < size) bytes_.resize(end_ + size);
  return {bytes_.data() + end_, bytes_.size() - end_};
}

}  // namespace callwright::http
