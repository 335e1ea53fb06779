#include "tools/tidy/source.h"

#include <algorithm>
#include <cctype>

namespace callwright::tidy {
namespace {

struct Views {
  std::string code;
  std::string comments;
};

// Splits a file into code and comments by blanking the other one out.
class Blanker {
 public:
  explicit Blanker(std::string_view text)
      : text_(text), code_(text.size(), ' '), comments_(text.size(), ' ') {}

  Views run() && {
    while (at_ < text_.size()) {
      if (starts("//")) {
        copy_to(comments_, std::min(text_.find('\n', at_), text_.size()));
      } else if (starts("/*")) {
        copy_to(comments_, end_after("*/", at_ + 2));
      } else if (starts("R\"")) {
        skip_raw_string();
      } else if (text_[at_] == '"' || starts_character()) {
        skip_quoted(text_[at_]);
      } else {
        code_[at_] = text_[at_];
        ++at_;
      }
    }
    keep_line_breaks();
    return {.code = std::move(code_), .comments = std::move(comments_)};
  }

 private:
  bool starts(std::string_view what) const { return text_.substr(at_).starts_with(what); }

  // In 10'000 the mark separates digits.
  bool starts_character() const {
    const bool after_digit = at_ > 0 && std::isxdigit(static_cast<unsigned char>(text_[at_ - 1]));
    return text_[at_] == '\'' && !after_digit;
  }

  std::size_t end_after(std::string_view what, std::size_t from) const {
    const std::size_t found = text_.find(what, from);
    return found == std::string_view::npos ? text_.size() : found + what.size();
  }

  void copy_to(std::string& view, std::size_t end) {
    for (; at_ < end; ++at_) view[at_] = text_[at_];
  }

  void skip_raw_string() {
    const std::size_t open = text_.find('(', at_);
    if (open == std::string_view::npos) {
      at_ = text_.size();
      return;
    }
    const std::string close = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
    code_[at_ + 1] = '"';
    at_ = end_after(close, open);
    code_[at_ - 1] = '"';
  }

  void skip_quoted(char quote) {
    code_[at_++] = quote;
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') {
      at_ += text_[at_] == '\\' ? 2 : 1;
    }
    if (at_ < text_.size()) code_[at_] = text_[at_];
    ++at_;
  }

  void keep_line_breaks() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '\n') code_[i] = comments_[i] = '\n';
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string code_;
  std::string comments_;
};

std::vector<Include> includes_of(std::string_view text) {
  std::vector<Include> includes;
  std::size_t number = 0;
  for (std::string_view line : lines_of(text)) {
    ++number;
    constexpr std::string_view directive = "#include ";
    if (!line.starts_with(directive)) continue;
    line.remove_prefix(directive.size());
    const bool quoted = line.starts_with('"');
    const std::size_t end = line.find(quoted ? '"' : '>', 1);
    if (end == std::string_view::npos) continue;
    includes.push_back(
        {.line = number, .path = std::string(line.substr(1, end - 1)), .quoted = quoted});
  }
  return includes;
}

}  // namespace

Source::Source(std::string path_, std::string text_)
    : path(std::move(path_)), text(std::move(text_)), includes(includes_of(text)) {
  Views views = Blanker(text).run();
  code = std::move(views.code);
  comments = std::move(views.comments);
}

std::size_t Source::line_at(std::size_t offset) const {
  return 1 + static_cast<std::size_t>(std::count(
                 text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

std::vector<Source> cpp_sources(const Tree& tree) {
  std::vector<Source> sources;
  for (const auto& [path, text] : tree) {
    if (path.ends_with(".h") || path.ends_with(".cc")) sources.emplace_back(path, text);
  }
  return sources;
}

std::string room_of(std::string_view path) {
  constexpr std::string_view root = "src/";
  if (!path.starts_with(root)) return {};
  path.remove_prefix(root.size());
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace callwright::tidy
