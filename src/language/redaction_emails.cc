#include <algorithm>
#include <array>

#include "base/text.h"
#include "language/redaction_spans.h"

namespace callwright::language {
namespace {

using Kind = RedactionWordKind;

bool is_local(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '_' || c == '-' || c == '+' || c == '%' || static_cast<unsigned char>(c) >= 0x80;
}

// What ends an address that is dictated; "dot the i's" ends none.
bool is_top_level(std::string_view word) {
  constexpr auto known = std::to_array<std::string_view>(
      {"com",  "net", "org", "edu", "gov",  "us",    "io",  "co", "biz",
       "info", "me",  "tv",  "app", "mx",   "es",    "uk",  "ca", "ar",
       "cl",   "pr",  "eu",  "dev", "mail", "email", "mil", "pe", "ve"});
  return std::ranges::find(known, lowered(word)) != known.end();
}

class EmailFinder {
 public:
  EmailFinder(std::string_view text, const Scan& scan, ByteSpans& spans)
      : text_(text), scan_(scan), spans_(spans) {}

  void run() {
    for (std::size_t at = text_.find('@'); at != std::string_view::npos;
         at = text_.find('@', at + 1)) {
      std::size_t begin = at;
      while (begin > 0 && is_local(text_[begin - 1])) --begin;
      std::size_t end = at + 1;
      while (end < text_.size() && is_local(text_[end])) ++end;
      while (end > at && (text_[end - 1] == '.' || text_[end - 1] == '-')) --end;
      const bool dotted = text_.substr(at + 1, end - at - 1).contains('.');
      if (begin < at && dotted) {
        spans_.push_back({.begin = begin, .end = end, .kind = SensitiveKind::Email});
      }
    }
    for (std::size_t at = 0; at < scan_.atoms.size(); ++at) {
      if (scan_.atoms[at].meaning.kind == Kind::At) read_spoken_email(at);
    }
  }

 private:
  // "john dot smith at example dot com": the word before "at" and all that dots tie to it, to the
  // word after the last dot.
  void read_spoken_email(std::size_t at) {
    std::size_t dot = at + 1;
    while (dot < scan_.atoms.size() && scan_.atoms[dot].meaning.kind != Kind::Dot) ++dot;
    if (dot >= scan_.atoms.size() || scan_.atoms[dot].word - scan_.atoms[at].word > 4) return;
    std::size_t last = dot;
    while (last + 1 < scan_.atoms.size() && scan_.atoms[last + 1].meaning.kind == Kind::Dot &&
           scan_.atoms[last + 1].word - scan_.atoms[last].word == 2) {
      ++last;
    }
    std::size_t begin = word_before(scan_.atoms[at].begin);
    for (std::size_t i = at; i-- > 0;) {
      const Atom& atom = scan_.atoms[i];
      // Within a longer word it is no word, though a sign of no language may stand behind it.
      const bool whole = !is_local(text_[atom.end]);
      const bool ties = atom.meaning.kind == Kind::Dot || atom.meaning.kind == Kind::Filler ||
                        atom.is_digits || atom.meaning.kind == Kind::Unit;
      if (!ties || !whole || atom.end > scan_.atoms[at].begin || begin > atom.end + 1 ||
          begin < atom.begin) {
        if (begin <= atom.begin) continue;
        break;
      }
      begin = word_before(atom.begin);
    }
    std::size_t end = scan_.atoms[last].end;
    while (end < text_.size() && text_[end] == ' ') ++end;
    const std::size_t top_level = end;
    while (end < text_.size() && is_local(text_[end]) && text_[end] != '.') ++end;
    if (!is_top_level(text_.substr(top_level, end - top_level))) return;
    if (begin < scan_.atoms[at].begin) {
      spans_.push_back({.begin = begin, .end = end, .kind = SensitiveKind::Email});
    }
  }

  std::size_t word_before(std::size_t at) const {
    while (at > 0 && text_[at - 1] == ' ') --at;
    while (at > 0 && is_local(text_[at - 1])) --at;
    return at;
  }

  std::string_view text_;
  const Scan& scan_;
  ByteSpans& spans_;
};

}  // namespace

void find_emails(std::string_view text, const Scan& scan, ByteSpans& spans) {
  EmailFinder(text, scan, spans).run();
}

void find_ibans(std::string_view text, const Scan& scan, ByteSpans& spans) {
  for (const std::size_t at : scan.iban_candidates) {
    const std::size_t size = iban_at(text, at);
    if (size != 0)
      spans.push_back({.begin = at, .end = at + size, .kind = SensitiveKind::BankAccount});
  }
}

}  // namespace callwright::language
