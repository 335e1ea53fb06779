#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace callwright::language {

enum class SensitiveKind : std::uint8_t {
  CardNumber,
  Cvv,
  CardExpiry,
  Ssn,
  BankAccount,
  RoutingNumber,
  Dob,
  Email,
  Phone,
};

std::string_view to_string(SensitiveKind kind);  // "CARD_NUMBER", "CVV", ...

// Which classes are blanked. Payment and identity numbers always are; the rest is the tenant's
// choice.
struct RedactionPolicy {
  bool dob = false;
  bool email = false;
  bool phone = false;
};

struct SensitiveSpan {
  std::size_t begin = 0;  // Code points of the input, half-open.
  std::size_t end = 0;
  SensitiveKind kind = SensitiveKind::CardNumber;

  friend bool operator==(const SensitiveSpan&, const SensitiveSpan&) = default;
};

struct Redaction {
  std::string text;  // Each span replaced by its kind in brackets: "[CARD_NUMBER]".
  std::vector<SensitiveSpan> spans;
};

// Blanks numbers that must never be stored, written or spoken, in English and Spanish. Linear in
// the length of the text.
Redaction redact(std::string_view text, const RedactionPolicy& policy = {});

// The same for text that comes piece by piece, wherever it is cut: what feed() and finish() return,
// put together, is what redact() makes of the whole. Only what later words may still change is held
// back: a number, and the last word.
class RedactionStream {
 public:
  explicit RedactionStream(const RedactionPolicy& policy = {}) : policy_(policy) {}

  // What has become certain. Positions count from the beginning of the stream.
  Redaction feed(std::string_view more);

  // The rest. The stream may then begin anew.
  Redaction finish();

 private:
  void give(Redaction& out, std::size_t end);

  RedactionPolicy policy_;
  std::string text_;       // The part of the text that is read as one.
  std::size_t given_ = 0;  // How much of it was returned.
  std::size_t points_ = 0;
};

}  // namespace callwright::language
