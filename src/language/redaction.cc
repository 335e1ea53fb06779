#include "language/redaction.h"

#include <algorithm>
#include <array>
#include <utility>

#include "language/redaction_spans.h"

namespace callwright::language {
namespace {

bool begins_code_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// Long texts are read piece by piece, so that what is remembered about them stays small. No number
// goes on behind the end of a line; where there is none, one is cut between words.
std::string_view first_piece(std::string_view text) {
  constexpr std::size_t piece_bytes = std::size_t{1} << 15U;
  if (text.size() <= 2 * piece_bytes) return text;
  const std::string_view window = text.substr(0, 2 * piece_bytes);
  std::size_t end = window.find('\n', piece_bytes);
  if (end == std::string_view::npos) end = window.find(' ', piece_bytes);
  if (end == std::string_view::npos) end = window.size() - 1;
  ++end;
  while (end < text.size() && !begins_code_point(text[end])) ++end;
  return text.substr(0, end);
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

ByteSpans spans_in(std::string_view text, const RedactionPolicy& policy) {
  const Scan scan = scan_for_redaction(text);
  ByteSpans spans;
  find_ibans(text, scan, spans);
  if (policy.email) find_emails(text, scan, spans);
  find_dates(scan, policy, spans);
  find_numbers(text, scan, policy, spans);
  return without_overlaps(std::move(spans));
}

ByteSpans sensitive_spans(std::string_view text, const RedactionPolicy& policy) {
  ByteSpans spans;
  for (std::size_t done = 0; done < text.size();) {
    const std::string_view piece = first_piece(text.substr(done));
    for (const ByteSpan& span : spans_in(piece, policy)) {
      spans.push_back({.begin = span.begin + done, .end = span.end + done, .kind = span.kind});
    }
    done += piece.size();
  }
  return spans;
}

}  // namespace

std::string_view to_string(SensitiveKind kind) {
  constexpr std::array<std::string_view, 9> names = {
      "CARD_NUMBER",    "CVV", "CARD_EXPIRY", "SSN",  "BANK_ACCOUNT",
      "ROUTING_NUMBER", "DOB", "EMAIL",       "PHONE"};
  return names[static_cast<std::size_t>(kind)];
}

Redaction redact(std::string_view text, const RedactionPolicy& policy) {
  const ByteSpans spans = sensitive_spans(text, policy);
  Redaction redaction;
  redaction.text.reserve(text.size());
  redaction.spans.reserve(spans.size());
  std::size_t done = 0;
  std::size_t points = 0;
  const auto points_to = [&](std::size_t to) {
    points += static_cast<std::size_t>(
        std::ranges::count_if(text.substr(done, to - done), begins_code_point));
    return points;
  };
  for (const ByteSpan& span : spans) {
    redaction.text.append(text.substr(done, span.begin - done));
    const std::size_t begin = points_to(span.begin);
    done = span.begin;
    const std::size_t end = points_to(span.end);
    done = span.end;
    redaction.spans.push_back({.begin = begin, .end = end, .kind = span.kind});
    redaction.text.append("[").append(to_string(span.kind)).append("]");
  }
  redaction.text.append(text.substr(done));
  return redaction;
}

}  // namespace callwright::language
