#include "sim/checks/form_reading.h"

#include <charconv>

namespace callwright::sim {

std::string form_value(std::string_view body, std::string_view name) {
  std::size_t at = 0;
  while (at < body.size()) {
    const std::size_t end = std::min(body.find('&', at), body.size());
    const std::string_view field = body.substr(at, end - at);
    at = end + 1;
    if (!field.starts_with(name) || field.size() == name.size() || field[name.size()] != '=') {
      continue;
    }
    std::string value;
    for (std::size_t i = name.size() + 1; i < field.size(); ++i) {
      unsigned code = 0;
      if (field[i] == '%' && i + 2 < field.size() &&
          std::from_chars(&field[i + 1], &field[i + 1] + 2, code, 16).ec == std::errc()) {
        value += static_cast<char>(code);
        i += 2;
      } else {
        value += field[i] == '+' ? ' ' : field[i];
      }
    }
    return value;
  }
  return {};
}

}  // namespace callwright::sim
