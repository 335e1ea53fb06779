#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

namespace callwright::crash {

// One thing that happens to the house, from outside or by itself.
struct Step {
  enum class Kind : std::uint8_t {
    Ring,    // Somebody calls.
    Say,     // The caller says the words; empty: what the caller is asked for.
    HangUp,  // The carrier says that the call is over.
    Text,    // Somebody texts the words.
    Settle,  // What is due is done: deliveries, and the carrier's news of them.
  };
  Kind kind;
  std::string words;
};

// A way through the house on which nothing may be lost, done twice or left half done.
struct Path {
  std::string name;
  std::vector<Step> before;  // Leads to where trouble begins.
  std::vector<Step> steps;
  // An emergency is told again rather than not at all.
  bool may_repeat_texts = false;
  // The log holds so many before that its pages are moved into the database on the way.
  std::size_t pages_in_log = 0;
};

const std::vector<Path>& paths();

inline void PrintTo(const Path& path, std::ostream* out) {
  *out << path.name;
}

}  // namespace callwright::crash
