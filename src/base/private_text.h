#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

namespace callwright {

// Words of a person: a transcript, a name, an address. They may be stored and shown to the tenant's
// own people, and must not reach a log or an error message by accident, so there is no way to print
// one without asking for its text by name.
class PrivateText {
 public:
  PrivateText() = default;
  explicit PrivateText(std::string text) : text_(std::move(text)) {}

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }

  friend auto operator<=>(const PrivateText&, const PrivateText&) = default;
  friend std::ostream& operator<<(std::ostream&, const PrivateText&) = delete;

 private:
  std::string text_;
};

}  // namespace callwright
