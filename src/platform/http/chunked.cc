#include "platform/http/chunked.h"

#include <algorithm>
#include <charconv>

#include "platform/http/fields.h"

namespace callwright::http {
namespace {

constexpr std::size_t size_line_bytes_max = 256;
constexpr std::size_t trailer_bytes_max = 4 * 1024;

// What follows the opening quote, up to and with the closing one; empty when there is none.
std::string_view quoted_rest(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') return text.substr(0, i + 1);
    if (text[i] == '\\') ++i;
  }
  return {};
}

// *( ";" name [ "=" ( token / quoted ) ] )
bool are_extensions(std::string_view text) {
  constexpr std::string_view ends = ";=";
  while (!text.empty()) {
    if (text.front() != ';') return false;
    text.remove_prefix(1);
    const std::string_view name = text.substr(0, text.find_first_of(ends));
    if (!is_token(name)) return false;
    text.remove_prefix(name.size());
    if (!text.starts_with('=')) continue;
    text.remove_prefix(1);
    if (text.starts_with('"')) {
      text.remove_prefix(1);
      const std::string_view quoted = quoted_rest(text);
      if (quoted.empty() || !std::ranges::all_of(quoted, is_value_character)) return false;
      text.remove_prefix(quoted.size());
    } else {
      const std::string_view value = text.substr(0, text.find(';'));
      if (!is_token(value)) return false;
      text.remove_prefix(value.size());
    }
  }
  return true;
}

enum class Line : std::uint8_t { Whole, Partial, Malformed };

// The line at the start of the input, without its CR LF.
Line first_line(std::string_view input, std::size_t bytes_max, std::string_view& line) {
  const std::size_t end = input.find('\n');
  if (end == std::string_view::npos) {
    const std::size_t carriage_return = input.find('\r');
    const bool right = input.size() <= bytes_max && (carriage_return == std::string_view::npos ||
                                                     carriage_return + 1 == input.size());
    return right ? Line::Partial : Line::Malformed;
  }
  if (end == 0 || end > bytes_max || input[end - 1] != '\r') return Line::Malformed;
  line = input.substr(0, end - 1);
  return line.contains('\r') ? Line::Malformed : Line::Whole;
}

}  // namespace

ChunkedDecoder::Progress ChunkedDecoder::advance(std::string_view input, std::size_t& used,
                                                 std::string& body) {
  used = 0;
  while (true) {
    const std::string_view rest = input.substr(used);
    if (expect_ == Expect::Data) {
      const std::size_t taken = std::min(left_, rest.size());
      body.append(rest.substr(0, taken));
      used += taken;
      left_ -= taken;
      if (left_ > 0) return Progress::More;
      expect_ = Expect::DataEnd;
      continue;
    }
    std::string_view line;
    const std::size_t line_max =
        expect_ == Expect::Trailer ? trailer_bytes_max : size_line_bytes_max;
    const Line found = first_line(rest, line_max, line);
    if (found == Line::Malformed) return Progress::Malformed;
    if (expect_ == Expect::DataEnd && !rest.empty() && rest.front() != '\r')
      return Progress::Malformed;
    if (found == Line::Partial) return Progress::More;
    used += line.size() + 2;

    if (expect_ == Expect::DataEnd) {
      if (!line.empty()) return Progress::Malformed;
      expect_ = Expect::Size;
    } else if (expect_ == Expect::Size) {
      if (const Progress read = read_size(line, body); read != Progress::More) return read;
    } else {
      if (line.empty()) return Progress::Done;
      trailer_bytes_ += line.size();
      if (trailer_bytes_ > trailer_bytes_max || !parse_field_line(line)) return Progress::Malformed;
    }
  }
}

ChunkedDecoder::Progress ChunkedDecoder::read_size(std::string_view line, const std::string& body) {
  std::uint64_t size = 0;
  const auto parsed = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (parsed.ec == std::errc::result_out_of_range) return Progress::TooLarge;
  if (parsed.ec != std::errc()) return Progress::Malformed;
  const auto digits = static_cast<std::size_t>(parsed.ptr - line.data());
  if (!are_extensions(line.substr(digits))) return Progress::Malformed;
  if (size > body_bytes_max_ - body.size()) return Progress::TooLarge;
  left_ = static_cast<std::size_t>(size);
  expect_ = size == 0 ? Expect::Trailer : Expect::Data;
  return Progress::More;
}

}  // namespace callwright::http
