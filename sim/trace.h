#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace callwright::sim {

// A running hash over everything that can be seen from outside. Two runs of one universe that
// differ anywhere end with different ones.
class Trace {
 public:
  void add(std::uint64_t number) {
    hash_ = (hash_ ^ number) * 0x9E3779B97F4A7C15ULL;
    hash_ ^= hash_ >> 29;
  }

  void add(std::string_view text) {
    add(text.size());
    while (text.size() >= sizeof(std::uint64_t)) {
      add(word_of(text, sizeof(std::uint64_t)));
      text.remove_prefix(sizeof(std::uint64_t));
    }
    if (!text.empty()) add(word_of(text, text.size()));
  }

  std::uint64_t hash() const { return hash_; }

 private:
  static std::uint64_t word_of(std::string_view text, std::size_t bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), bytes);
    return word;
  }

  std::uint64_t hash_ = 0xCBF29CE484222325ULL;
};

// As people compare it: 16 hex digits.
std::string to_text(const Trace& trace);

}  // namespace callwright::sim
