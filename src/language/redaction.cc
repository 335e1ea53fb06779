#include "language/redaction.h"

#include <algorithm>
#include <array>
#include <utility>

#include "language/redaction_spans.h"

namespace callwright::language {
namespace {

// No number goes on behind the end of a line or a sentence; where neither is near, a text is cut
// between words, and at last anywhere.
constexpr std::size_t piece_bytes = 4096;
constexpr std::size_t piece_bytes_between_words = 6144;
constexpr std::size_t piece_bytes_max = 8192;

bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

ByteSpans without_overlaps(ByteSpans spans) {
  std::ranges::sort(spans, {}, &ByteSpan::begin);
  ByteSpans kept;
  for (const ByteSpan& span : spans) {
    if (kept.empty() || span.begin >= kept.back().end) {
      kept.push_back(span);
    } else if (span.end - span.begin > kept.back().end - kept.back().begin) {
      kept.back() = span;
    }
  }
  return kept;
}

}  // namespace

std::size_t first_piece_size(std::string_view text) {
  const auto ends_sentence = [](char c) { return c == '.' || c == '!' || c == '?'; };
  for (std::size_t at = piece_bytes; at < text.size(); ++at) {
    if (text[at] == '\n') return at + 1;
    const bool between_words = at >= piece_bytes_between_words || ends_sentence(text[at - 1]);
    if (text[at] == ' ' && between_words) return at + 1;
    const bool inside_code_point = !begins_code_point(text[at]) && at < piece_bytes_max + 3;
    if (at >= piece_bytes_max && !inside_code_point) return at;
  }
  return text.size();
}

PieceReading read_piece(std::string_view piece, const RedactionPolicy& policy) {
  PieceReading reading{.scan = scan_for_redaction(piece), .spans = {}};
  find_ibans(piece, reading.scan, reading.spans);
  if (policy.email) find_emails(piece, reading.scan, reading.spans);
  find_numbers(piece, reading.scan, policy, reading.spans);
  find_dates(piece, reading.scan, policy, reading.spans);
  reading.spans = without_overlaps(std::move(reading.spans));
  return reading;
}

void append_redacted(Redaction& out, std::string_view text, std::size_t begin, std::size_t end,
                     const ByteSpans& spans, std::size_t& points) {
  const auto pass = [&](std::size_t to) {
    points += static_cast<std::size_t>(
        std::ranges::count_if(text.substr(begin, to - begin), begins_code_point));
    begin = to;
    return points;
  };
  for (const ByteSpan& span : spans) {
    if (span.begin < begin) continue;
    if (span.end > end) break;
    out.text.append(text.substr(begin, span.begin - begin));
    const std::size_t first = pass(span.begin);
    out.spans.push_back({.begin = first, .end = pass(span.end), .kind = span.kind});
    out.text.append("[").append(to_string(span.kind)).append("]");
  }
  out.text.append(text.substr(begin, end - begin));
  pass(end);
}

std::string_view to_string(SensitiveKind kind) {
  constexpr std::array<std::string_view, 9> names = {
      "CARD_NUMBER",    "CVV", "CARD_EXPIRY", "SSN",  "BANK_ACCOUNT",
      "ROUTING_NUMBER", "DOB", "EMAIL",       "PHONE"};
  return names[static_cast<std::size_t>(kind)];
}

Redaction redact(std::string_view text, const RedactionPolicy& policy) {
  Redaction redaction;
  redaction.text.reserve(text.size());
  std::size_t points = 0;
  while (!text.empty()) {
    const std::string_view piece = text.substr(0, first_piece_size(text));
    append_redacted(redaction, piece, 0, piece.size(), read_piece(piece, policy).spans, points);
    text.remove_prefix(piece.size());
  }
  return redaction;
}

}  // namespace callwright::language
