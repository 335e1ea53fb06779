#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace callwright::http {

// Takes a chunked body apart (RFC 9112 section 7.1), as strictly as HeadParser reads the head.
// Chunk extensions and trailers are checked and dropped.
class ChunkedDecoder {
 public:
  enum class Progress : std::uint8_t { More, Done, Malformed, TooLarge };

  explicit ChunkedDecoder(std::size_t body_bytes_max) : body_bytes_max_(body_bytes_max) {}

  // Appends what the input holds to the body and says in `used` how much of the input is dealt
  // with; the rest comes again, with more behind it.
  Progress advance(std::string_view input, std::size_t& used, std::string& body);

 private:
  enum class Expect : std::uint8_t { Size, Data, DataEnd, Trailer };

  Progress read_size(std::string_view line, const std::string& body);

  std::size_t body_bytes_max_;
  Expect expect_ = Expect::Size;
  std::size_t left_ = 0;  // Of the chunk's data.
  std::size_t trailer_bytes_ = 0;
};

}  // namespace callwright::http
