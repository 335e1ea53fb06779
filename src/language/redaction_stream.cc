#include <algorithm>
#include <optional>

#include "language/redaction.h"
#include "language/redaction_spans.h"

namespace callwright::language {
namespace {

using Kind = RedactionWordKind;

// A number goes on over this many words at most, pauses and the words that name it behind included.
constexpr std::uint32_t undecided_words = 12;
// The longest IBAN, written with a space between any two characters.
constexpr std::size_t iban_bytes_max = 80;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool may_hide(const Atom& atom, const RedactionPolicy& policy) {
  const Kind kind = atom.meaning.kind;
  if (policy.email && (kind == Kind::At || kind == Kind::Dot)) return true;
  // "To" and "for" are digits only beside others.
  return atom.is_digits ||
         (kind >= Kind::Unit && kind <= Kind::Ordinal && kind != Kind::SoundsLike);
}

// Where the last word begins, or the last two where an address may be spelled: "john" before "at".
std::size_t last_words_begin(std::string_view text, std::size_t words) {
  std::size_t at = text.size();
  for (; words > 0; --words) {
    while (words > 1 && at > 0 && !is_space(text[at - 1])) --at;
    while (words > 1 && at > 0 && is_space(text[at - 1])) --at;
  }
  while (at > 0 && !is_space(text[at - 1])) --at;
  return at;
}

// The first of the atoms that belong together with this one, nothing but pauses in between.
std::size_t chain_begin(const Scan& scan, std::size_t at, const RedactionPolicy& policy) {
  const auto ties = [&](std::size_t i) {
    const Kind kind = scan.atoms[i].meaning.kind;
    // "j dot smith at": a word of any kind stands between the words that tie it.
    const bool spelled = policy.email && scan.atoms[i].word - scan.atoms[i - 1].word <= 2 &&
                         (kind == Kind::At || kind == Kind::Dot);
    return scan.atoms[i].joins || spelled;
  };
  while (at > 0 && ties(at)) --at;
  return at;
}

// The first date after "expires": it is hidden when a card is named within card_reach_words.
std::optional<std::size_t> undecided_expiry(const Scan& scan) {
  for (std::size_t at = 0; at < scan.atoms.size(); ++at) {
    const Kind kind = scan.atoms[at].meaning.kind;
    if (kind == Kind::Card || kind == Kind::Cvv) return std::nullopt;
    if (kind != Kind::Expiry || scan.words - scan.atoms[at].word > card_reach_words + 1) continue;
    return at;
  }
  return std::nullopt;
}

// The byte from which on later words may change what is hidden.
std::size_t undecided_from(std::string_view text, const Scan& scan, const RedactionPolicy& policy) {
  std::size_t from = last_words_begin(text, policy.email ? 3 : 1);
  for (std::size_t at = 0; at < scan.atoms.size(); ++at) {
    const Atom& atom = scan.atoms[at];
    if (!may_hide(atom, policy) || scan.words - atom.word > undecided_words) continue;
    std::size_t begin = scan.atoms[chain_begin(scan, at, policy)].begin;
    if (policy.email) begin = last_words_begin(text.substr(0, begin), 2);
    from = std::min(from, begin);
    break;
  }
  if (const auto expiry = undecided_expiry(scan))
    from = std::min<std::size_t>(from, scan.atoms[*expiry].begin);
  for (const std::size_t candidate : scan.iban_candidates) {
    if (candidate + iban_bytes_max > text.size()) from = std::min(from, candidate);
  }
  return from;
}

}  // namespace

void RedactionStream::give(Redaction& out, std::size_t end) {
  const PieceReading reading = read_piece(std::string_view(text_).substr(0, end), policy_);
  append_redacted(out, text_, given_, end, reading.spans, points_);
  text_.erase(0, end);
  given_ = 0;
}

Redaction RedactionStream::feed(std::string_view more) {
  text_.append(more);
  Redaction out;
  for (std::size_t end = first_piece_size(text_); end < text_.size();
       end = first_piece_size(text_)) {
    give(out, end);
  }
  const PieceReading reading = read_piece(text_, policy_);
  std::size_t end = undecided_from(text_, reading.scan, policy_);
  for (const ByteSpan& span : reading.spans) {
    if (span.begin < end && span.end > end) end = span.begin;
  }
  if (end > given_) {
    append_redacted(out, text_, given_, end, reading.spans, points_);
    given_ = end;
  }
  return out;
}

Redaction RedactionStream::finish() {
  Redaction out;
  give(out, text_.size());
  points_ = 0;
  return out;
}

}  // namespace callwright::language
