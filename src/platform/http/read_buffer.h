#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace callwright::http {

// The unread bytes of a connection.
class ReadBuffer {
 public:
  bool empty() const { return begin_ == end_; }
  std::string_view view() const { return {bytes_.data() + begin_, end_ - begin_}; }
  void consume(std::size_t size);

  // Room for at least that many more bytes; earlier views are no longer valid.
  std::span<char> room(std::size_t size);
  void commit(std::size_t size) { end_ += size; }

 private:
  std::string bytes_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace callwright::http
