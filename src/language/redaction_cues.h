#pragma once

#include <cstddef>
#include <optional>

#include "language/redaction_numbers.h"
#include "language/redaction_scanner.h"

namespace callwright::language {

// What the words around a number say it is.
struct Cues {
  std::optional<RedactionWordKind> nearest;  // Before the number.
  std::optional<RedactionWordKind> after;
  bool cvv = false;  // Before the number, behind a nearer cue.
};

// Reads the cues of one number after the other, from left to right: a cue that has found its number
// does not name the next one.
class CueReader {
 public:
  explicit CueReader(const Scan& scan) : scan_(scan) {}

  Cues read(const DigitRun& number);

  // A bank was spoken of up to here.
  bool has_bank() const { return has_bank_; }

 private:
  RedactionWordKind cue_at(std::size_t at);
  bool is_security_code(std::size_t code) const;
  bool card_is_named_behind(std::size_t at) const;
  bool is_back_of_card(std::size_t back) const;
  bool belongs_to_card(std::size_t at) const;

  const Scan& scan_;
  std::size_t consumed_ = 0;  // Cues before this atom have found their number.
  bool has_bank_ = false;
};

}  // namespace callwright::language
