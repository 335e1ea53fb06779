#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tools/tidy/finding.h"

namespace callwright::tidy {

// Every file that is checked, by its path from the root of the repository.
using Tree = std::map<std::string, std::string>;

struct Include {
  std::size_t line;
  std::string path;
  bool quoted;  // Ours, as opposed to <a library's>.
};

// A C++ file seen three ways. All views have the same length and the same line breaks as the text.
struct Source {
  explicit Source(std::string path, std::string text);

  bool is_header() const { return path.ends_with(".h"); }
  bool is_test() const { return path.ends_with("_test.cc"); }
  std::size_t line_at(std::size_t offset) const;

  std::string path;
  std::string text;
  std::string code;      // Without comments and without what stands in quotes.
  std::string comments;  // Only the comments.
  std::vector<Include> includes;
};

std::vector<Source> cpp_sources(const Tree& tree);

// "src/calls/domain/call_state.h" -> "calls"; empty outside src/ and for files directly in it.
std::string room_of(std::string_view path);

std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace callwright::tidy
