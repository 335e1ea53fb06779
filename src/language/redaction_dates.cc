#include <algorithm>

#include "language/redaction_spans.h"

namespace callwright::language {
namespace {

using Kind = RedactionWordKind;

class DateFinder {
 public:
  DateFinder(const Scan& scan, const RedactionPolicy& policy, ByteSpans& spans)
      : scan_(scan), policy_(policy), spans_(spans) {}

  void run() {
    bool has_card = false;
    for (std::size_t at = 0; at < scan_.atoms.size(); ++at) {
      const Kind kind = scan_.atoms[at].meaning.kind;
      if (kind == Kind::Card || kind == Kind::Cvv) has_card = true;
      if (kind == Kind::Expiry && (has_card || card_follows(at))) {
        read_date(at, 4, 4, SensitiveKind::CardExpiry);
      } else if (kind == Kind::Birth && policy_.dob) {
        read_date(at, 6, 6, SensitiveKind::Dob);
      }
    }
  }

 private:
  bool card_follows(std::size_t at) const {
    for (std::size_t i = at + 1; i < scan_.atoms.size(); ++i) {
      if (scan_.atoms[i].word - scan_.atoms[at].word > card_reach_words) return false;
      const Kind kind = scan_.atoms[i].meaning.kind;
      if (kind == Kind::Card || kind == Kind::Cvv) return true;
    }
    return false;
  }

  bool is_date_part(const Atom& atom) const {
    const Kind kind = atom.meaning.kind;
    return atom.is_digits || kind == Kind::Month || (kind >= Kind::Unit && kind <= Kind::Thousand);
  }

  // The date within `reach` words after the cue.
  void read_date(std::size_t cue, std::uint32_t reach, std::size_t digits_max, SensitiveKind kind) {
    std::size_t at = cue + 1;
    while (at < scan_.atoms.size() && !is_date_part(scan_.atoms[at])) ++at;
    if (at >= scan_.atoms.size() || scan_.atoms[at].word - scan_.atoms[cue].word > reach) return;
    const std::size_t first = at;
    std::size_t last = at;
    std::size_t parts = 0;
    std::size_t digits = 0;
    const std::size_t most = digits_max == 4 ? 6 : 8;
    for (; at < scan_.atoms.size() && parts < 8; ++at) {
      const Atom& atom = scan_.atoms[at];
      if (at > first && !atom.joins) break;
      const Kind between = atom.meaning.kind;
      if (!is_date_part(atom)) {
        if (between == Kind::Filler || between == Kind::Slash) continue;
        break;
      }
      const std::size_t size = atom.is_digits ? atom.end - atom.begin : 1;
      if (atom.is_digits && digits + size > most) break;
      digits += size;
      last = at;
      ++parts;
    }
    spans_.push_back(
        {.begin = scan_.atoms[first].begin, .end = scan_.atoms[last].end, .kind = kind});
  }

  const Scan& scan_;
  RedactionPolicy policy_;
  ByteSpans& spans_;
};

}  // namespace

void find_dates(const Scan& scan, const RedactionPolicy& policy, ByteSpans& spans) {
  DateFinder(scan, policy, spans).run();
}

}  // namespace callwright::language
