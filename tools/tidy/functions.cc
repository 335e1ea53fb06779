#include "tools/tidy/functions.h"

#include <re2/re2.h>

#include <cctype>

namespace callwright::tidy {
namespace {

enum class Brace {
  Scope,  // A namespace or a type: functions lie within.
  Function,
  Initialiser,  // Part of a declaration that goes on after it.
  Block,        // Within a function.
};

std::string trimmed(std::string text) {
  const auto is_space = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
  while (!text.empty() && is_space(text.back())) text.pop_back();
  std::size_t first = 0;
  while (first < text.size() && is_space(text[first])) ++first;
  return text.substr(first);
}

std::string without_parentheses(const std::string& text) {
  std::string result;
  int depth = 0;
  for (const char c : text) {
    if (c == ')') --depth;
    if (depth == 0) result += c;
    if (c == '(') ++depth;
  }
  return result;
}

// What an opening brace after `header` at namespace or class level begins.
Brace kind_of(const std::string& header) {
  static const RE2 scope(R"(^(template\s*<[^{]*>\s*)?(inline\s+|typedef\s+|export\s+)*)"
                         R"((namespace|class|struct|union|enum|extern)\b)");
  static const RE2 initialiser_list(R"(\)[^:]*[^:]:[^:])");
  static const RE2 operator_name(R"(\boperator\s*[^\s\w(]+\s*\()");
  const std::string outside = without_parentheses(header);
  const bool has_parameters = header.find('(') != std::string::npos;
  if (RE2::PartialMatch(header, scope) && !outside.ends_with(")")) return Brace::Scope;
  if (!has_parameters) return Brace::Initialiser;
  if (outside.find('=') != std::string::npos && !RE2::PartialMatch(header, operator_name)) {
    return Brace::Initialiser;
  }
  const char last = header.back();
  const bool after_a_name =
      std::isalnum(static_cast<unsigned char>(last)) || last == '_' || last == '>';
  const bool initialises_a_member = after_a_name && RE2::PartialMatch(outside, initialiser_list);
  return initialises_a_member ? Brace::Initialiser : Brace::Function;
}

class Walker {
 public:
  explicit Walker(const Source& source) : source_(source) {}

  std::vector<Function> walk() {
    const std::string& code = source_.code;
    for (std::size_t at = 0; at < code.size(); ++at) {
      switch (code[at]) {
        case '#':
          skip_directive(at);
          break;
        case '{':
          open(at);
          break;
        case '}':
          close(at);
          break;
        case ';':
          if (at_scope()) header_begin_ = at + 1;
          break;
        case ':':
          skip_access(at);
          break;
        default:
          break;
      }
    }
    return std::move(functions_);
  }

 private:
  bool at_scope() const { return open_.empty() || open_.back() == Brace::Scope; }

  void skip_directive(std::size_t& at) {
    const std::string& code = source_.code;
    while (at < code.size() && (code[at] != '\n' || code[at - 1] == '\\')) ++at;
    if (at_scope()) header_begin_ = at;
  }

  // "public:" is no part of the signature that follows.
  void skip_access(std::size_t at) {
    const std::string header = trimmed(source_.code.substr(header_begin_, at - header_begin_));
    const bool access = header == "public" || header == "private" || header == "protected";
    if (at_scope() && access) header_begin_ = at + 1;
  }

  void open(std::size_t at) {
    if (!at_scope()) {
      open_.push_back(Brace::Block);
      return;
    }
    const std::string header = trimmed(source_.code.substr(header_begin_, at - header_begin_));
    open_.push_back(header.empty() ? Brace::Initialiser : kind_of(header));
    if (open_.back() == Brace::Scope) header_begin_ = at + 1;
    if (open_.back() == Brace::Function) {
      const std::size_t first = source_.code.find_first_not_of(" \n\t", header_begin_);
      functions_.push_back({header, source_.line_at(first), 0});
    }
  }

  void close(std::size_t at) {
    if (open_.empty()) return;
    const Brace kind = open_.back();
    open_.pop_back();
    if (kind == Brace::Function) functions_.back().last_line = source_.line_at(at);
    if (kind == Brace::Function || kind == Brace::Scope) header_begin_ = at + 1;
  }

  const Source& source_;
  std::size_t header_begin_ = 0;
  std::vector<Brace> open_;
  std::vector<Function> functions_;
};

}  // namespace

std::vector<Function> functions_of(const Source& source) {
  return Walker(source).walk();
}

}  // namespace callwright::tidy
