#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/redaction.h"
#include "language/redaction_scanner.h"

// The readers that together find what must be blanked. Each adds what it finds; where two overlap,
// the longer is kept.
namespace callwright::language {

struct ByteSpan {
  std::size_t begin = 0;  // Bytes, half-open.
  std::size_t end = 0;
  SensitiveKind kind = SensitiveKind::CardNumber;
};

using ByteSpans = std::vector<ByteSpan>;

// Cards, taxpayer and bank numbers, security codes; telephone numbers where the policy asks.
void find_numbers(std::string_view text, const Scan& scan, const RedactionPolicy& policy,
                  ByteSpans& spans);

// When a card expires; when a person was born where the policy asks.
void find_dates(const Scan& scan, const RedactionPolicy& policy, ByteSpans& spans);

// International bank account numbers: letters and digits.
void find_ibans(std::string_view text, const Scan& scan, ByteSpans& spans);

// E-mail addresses, written and dictated.
void find_emails(std::string_view text, const Scan& scan, ByteSpans& spans);

// From here to there still the same subject: a card named in the text makes a date or three digits
// within this many words part of it.
constexpr std::uint32_t card_reach_words = 40;

}  // namespace callwright::language
