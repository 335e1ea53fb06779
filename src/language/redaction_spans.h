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

// When a card expires; when a person was born where the policy asks. After find_numbers(), whose
// cards count.
void find_dates(std::string_view text, const Scan& scan, const RedactionPolicy& policy,
                ByteSpans& spans);

// International bank account numbers: letters and digits.
void find_ibans(std::string_view text, const Scan& scan, ByteSpans& spans);

// E-mail addresses, written and dictated.
void find_emails(std::string_view text, const Scan& scan, ByteSpans& spans);

// All of them together, in order and without overlaps.
struct PieceReading {
  Scan scan;
  ByteSpans spans;
};
PieceReading read_piece(std::string_view piece, const RedactionPolicy& policy);

// Long texts are read piece by piece, so that what is remembered about them stays small: the size
// of the first, or of the whole where it ends before one does.
std::size_t first_piece_size(std::string_view text);

// Adds the bytes from `begin` to `end` to the redaction, the spans in them replaced. Counts code
// points on from `points`.
void append_redacted(Redaction& out, std::string_view text, std::size_t begin, std::size_t end,
                     const ByteSpans& spans, std::size_t& points);

// From here to there still the same subject: a card named in the text makes a date or three digits
// within this many words part of it.
constexpr std::uint32_t card_reach_words = 40;

}  // namespace callwright::language
