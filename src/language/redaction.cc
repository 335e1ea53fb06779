#include "language/redaction.h"

#include <algorithm>
#include <array>
#include <optional>

#include "language/redaction_numbers.h"
#include "language/redaction_scanner.h"

namespace callwright::language {
namespace {

using Kind = RedactionWordKind;

// How many words before a number may still say what it is.
constexpr std::uint32_t cue_reach_words = 10;
constexpr std::uint32_t other_cue_reach_words = 6;
constexpr std::uint32_t late_cue_reach_words = 5;  // "... is my social".
// A card named in the text makes a date or three digits nearby part of it.
constexpr std::uint32_t card_reach_words = 40;

struct ByteSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  SensitiveKind kind = SensitiveKind::CardNumber;
};

// A few groups of a run, seen as one number.
struct Stretch {
  std::string_view digits;
  std::size_t splits = 0;  // How many digits more it may have.

  bool has_length(std::size_t length) const { return has_length_between(length, length); }
  bool has_length_between(std::size_t least, std::size_t most) const {
    return digits.size() <= most && digits.size() + splits >= least;
  }
};

// A run of a text with the digits it holds.
class Run {
 public:
  Run(const DigitRuns& all, const DigitRun& run) : all_(all), run_(run) {}

  const DigitRun& place() const { return run_; }
  std::size_t size() const { return run_.end_group - run_.first_group; }
  const DigitGroup& operator[](std::size_t at) const { return all_.groups[run_.first_group + at]; }

  // The groups [first, end), at least one.
  Stretch stretch(std::size_t first, std::size_t end) const {
    const DigitGroup& from = (*this)[first];
    const DigitGroup& to = (*this)[end - 1];
    const std::size_t splits_before = first == 0 ? 0 : (*this)[first - 1].splits;
    return {.digits = std::string_view(all_.digits).substr(from.at, to.at + to.size - from.at),
            .splits = to.splits - splits_before};
  }

  Stretch rest(std::size_t first) const { return stretch(first, size()); }

  // The group after the first that completes the length, or `first`.
  std::size_t reach(std::size_t first, std::size_t length) const {
    for (std::size_t next = first + 1; next <= size(); ++next) {
      const Stretch said = stretch(first, next);
      if (said.digits.size() == length) return next;
      if (said.digits.size() > length) break;
      if (next == size() && said.has_length(length)) return next;
    }
    return first;
  }

 private:
  const DigitRuns& all_;
  const DigitRun& run_;
};

bool is_cue(Kind kind) {
  return kind >= Kind::Card && kind <= Kind::OtherNumber;
}

class Redactor {
 public:
  Redactor(std::string_view text, const RedactionPolicy& policy)
      : text_(text), policy_(policy), scan_(scan_for_redaction(text)) {}

  std::vector<ByteSpan> run() {
    read_ibans();
    if (policy_.email && (scan_.has_at_sign || has_spoken_at())) read_emails();
    read_dates();
    const DigitRuns numbers = digit_runs(text_, scan_.atoms);
    for (const DigitRun& run : numbers.runs) read_run(Run(numbers, run));
    std::ranges::sort(spans_, {}, &ByteSpan::begin);
    drop_overlaps();
    return std::move(spans_);
  }

 private:
  // --- What kind of number ---------------------------------------------------------------------

  struct Cues {
    std::optional<Kind> nearest;  // Before the number.
    std::optional<Kind> after;
    bool cvv = false;  // Before the number, behind a nearer cue.
  };

  void read_run(const Run& run) {
    const Cues cues = cues_of(run);
    if (run.place().money && cues.nearest != Kind::Card && cues.nearest != Kind::Ssn) return;
    for (std::size_t first = 0; first < run.size();) {
      const std::size_t next = read_number(run, first, cues);
      first = next > first ? next : first + 1;
    }
  }

  // Reads a sensitive number that begins with the group; returns the group after it, or `first`.
  std::size_t read_number(const Run& run, std::size_t first, const Cues& cues) {
    const Kind kind = cues.nearest.value_or(cues.after.value_or(Kind::None));
    std::size_t next = first;
    if (cues.cvv && run.rest(0).has_length_between(3, 4)) {
      return read_cvv(run, first);
    }
    switch (kind) {
      case Kind::Card:
      case Kind::Expiry:
        next = read_cued_card(run, first);
        break;
      case Kind::Ssn:
        next = read_nine(run, first, SensitiveKind::Ssn);
        break;
      case Kind::Routing:
        next = read_nine(run, first, SensitiveKind::RoutingNumber);
        break;
      case Kind::Bank:
      case Kind::Account:
        next = read_account(run, first, kind);
        break;
      case Kind::Cvv:
        next = read_cvv(run, first);
        break;
      default:
        break;
    }
    if (next > first) return next;
    next = read_uncued(run, first, kind);
    if (next > first) return next;
    if (policy_.phone) next = read_phone(run, first, kind);
    return next;
  }

  std::size_t read_cued_card(const Run& run, std::size_t first) {
    std::size_t checked = first;
    for (std::size_t next = first; next < run.size(); ++next) {
      const Stretch stretch = run.stretch(first, next + 1);
      if (stretch.digits.size() > 19) break;
      if (stretch.digits.size() >= 12 && passes_luhn(stretch.digits) &&
          (checked == first || begins_like_card(stretch.digits))) {
        checked = next + 1;
      }
    }
    if (checked > first) return take(run, first, checked, SensitiveKind::CardNumber);
    // A digit misheard breaks the check digit, not the secret.
    const std::size_t all = run.size();
    const Stretch whole = run.rest(first);
    if (whole.has_length_between(12, 19)) return take(run, first, all, SensitiveKind::CardNumber);
    const std::size_t sixteen = run.reach(first, 16);
    if (sixteen > first) return take(run, first, sixteen, SensitiveKind::CardNumber);
    if (whole.has_length(8) || whole.has_length(9)) {
      return take(run, first, all, SensitiveKind::CardNumber);
    }
    return first;
  }

  std::size_t read_nine(const Run& run, std::size_t first, SensitiveKind kind) {
    const std::size_t nine = run.reach(first, 9);
    if (nine > first) return take(run, first, nine, kind);
    const Stretch whole = run.rest(first);
    if (first == 0 && whole.has_length_between(8, 10) && run.size() > 1) {
      return take(run, first, run.size(), kind);
    }
    return first;
  }

  std::size_t read_account(const Run& run, std::size_t first, Kind kind) {
    const Stretch whole = run.rest(first);
    const std::size_t least = kind == Kind::Bank || has_bank_ ? 4 : 8;
    if (!whole.has_length_between(least, 17)) return first;
    const bool is_card =
        passes_luhn(whole.digits) && whole.digits.size() >= 13 && begins_like_card(whole.digits);
    return take(run, first, run.size(),
                is_card ? SensitiveKind::CardNumber : SensitiveKind::BankAccount);
  }

  std::size_t read_cvv(const Run& run, std::size_t first) {
    for (const std::size_t length : {3U, 4U}) {
      const std::size_t next = run.reach(first, length);
      if (next > first && (next == run.size() || length == 4 || !run[next].spoken)) {
        return take(run, first, next, SensitiveKind::Cvv);
      }
    }
    return first;
  }

  // Numbers whose shape alone gives them away.
  std::size_t read_uncued(const Run& run, std::size_t first, Kind cue) {
    const bool belongs_elsewhere = cue == Kind::OtherNumber || cue == Kind::MoneyUnit;
    const std::size_t card = uncued_card(run, first, belongs_elsewhere);
    if (card > first) return take(run, first, card, SensitiveKind::CardNumber);
    if (belongs_elsewhere || cue == Kind::PhoneCue) return first;
    return read_uncued_nine(run, first);
  }

  std::size_t uncued_card(const Run& run, std::size_t first, bool belongs_elsewhere) const {
    const std::size_t all = run.size();
    std::size_t found = first;
    for (std::size_t next = first; next < all; ++next) {
      const Stretch stretch = run.stretch(first, next + 1);
      const std::size_t size = stretch.digits.size();
      if (size > 19) break;
      if (size < 13 || !begins_like_card(stretch.digits) || !passes_luhn(stretch.digits)) continue;
      const bool grouped = is_grouped_like_card(run, first, next + 1);
      const bool alone = next == first || (first == 0 && next + 1 == all);
      if (grouped || (!belongs_elsewhere && alone)) found = next + 1;
    }
    if (found > first) return found;
    const Stretch whole = run.rest(first);
    const bool spoken_card = first == 0 && !belongs_elsewhere && run[0].spoken &&
                             (whole.digits.size() == 16 || whole.digits.size() == 15) &&
                             begins_like_card(whole.digits);
    return spoken_card ? all : first;
  }

  static bool is_grouped_like_card(const Run& run, std::size_t first, std::size_t end) {
    constexpr std::array<std::string_view, 5> shapes = {"4444", "465", "464", "44443", "4443"};
    std::string shape;
    for (std::size_t i = first; i < end; ++i) {
      if (run[i].spoken) return false;
      shape += static_cast<char>('0' + std::min<std::size_t>(run[i].size, 9));
    }
    return std::ranges::find(shapes, shape) != shapes.end();
  }

  std::size_t read_uncued_nine(const Run& run, std::size_t first) {
    const std::size_t nine = run.reach(first, 9);
    if (nine == first) return first;
    const Stretch stretch = run.stretch(first, nine);
    const bool whole = first == 0 && nine == run.size();
    std::string shape;
    for (std::size_t i = first; i < nine; ++i) shape += static_cast<char>('0' + run[i].size);
    const bool possible = stretch.splits > 0 || is_possible_ssn(stretch.digits);
    if (shape == "441" && passes_aba(stretch.digits)) {
      return take(run, first, nine, SensitiveKind::RoutingNumber);
    }
    const bool dashed = nine - first == 2 && run[first + 1].touches;
    const bool shaped = shape == "324" || (dashed && (shape == "36" || shape == "54"));
    const bool said_alone = whole && (run[first].spoken || scan_.words <= 3);
    if (possible && (shaped || said_alone)) return take(run, first, nine, SensitiveKind::Ssn);
    if (said_alone && passes_aba(stretch.digits)) {
      return take(run, first, nine, SensitiveKind::RoutingNumber);
    }
    return first;
  }

  std::size_t read_phone(const Run& run, std::size_t first, Kind cue) {
    if (cue == Kind::OtherNumber) return first;
    const std::size_t all = run.size();
    const Stretch whole = run.rest(first);
    if (first == 0 && run.place().plus && whole.has_length_between(8, 15)) {
      return take(run, first, all, SensitiveKind::Phone);
    }
    for (const std::size_t length : {10U, 11U}) {
      const std::size_t next = run.reach(first, length);
      const bool fits = next > first && (length == 10 || run.rest(first).digits[0] == '1');
      if (fits && (next == all || cue == Kind::PhoneCue)) {
        return take(run, first, next, SensitiveKind::Phone);
      }
    }
    if (cue == Kind::PhoneCue && whole.has_length(7))
      return take(run, first, all, SensitiveKind::Phone);
    return first;
  }

  std::size_t take(const Run& run, std::size_t first, std::size_t end, SensitiveKind kind) {
    spans_.push_back({.begin = run[first].begin, .end = run[end - 1].end, .kind = kind});
    if (kind == SensitiveKind::CardNumber) read_after_card(run, end);
    return end;
  }

  // --- Cues --------------------------------------------------------------------------------------

  Cues cues_of(const Run& run) {
    Cues cues;
    for (std::size_t at = run.place().first_atom; at-- > 0;) {
      const Atom& atom = scan_.atoms[at];
      const std::uint32_t distance = run.place().first_word - atom.word;
      if (distance > card_reach_words) break;
      const Kind kind = cue_at(at);
      if (kind == Kind::Cvv && at >= consumed_ && distance <= cue_reach_words) cues.cvv = true;
      if (cues.nearest || !is_cue(kind) || at < consumed_) continue;
      if (distance > (kind == Kind::OtherNumber ? other_cue_reach_words : cue_reach_words))
        continue;
      cues.nearest = kind;
    }
    for (std::size_t at = run.place().next_atom; at < scan_.atoms.size() && !cues.nearest; ++at) {
      const Atom& atom = scan_.atoms[at];
      if (atom.word - run.place().last_word > late_cue_reach_words || atom.is_digits) break;
      const Kind kind = cue_at(at);
      if (kind >= Kind::Card && kind <= Kind::Cvv) {
        cues.after = kind;
        break;
      }
    }
    consumed_ = run.place().next_atom;
    return cues;
  }

  // The cue that the word gives together with its neighbours.
  Kind cue_at(std::size_t at) {
    const Kind kind = scan_.atoms[at].meaning.kind;
    const auto near = [&](std::size_t i) {
      return i < scan_.atoms.size() &&
                     std::max(scan_.atoms[i].word, scan_.atoms[at].word) -
                             std::min(scan_.atoms[i].word, scan_.atoms[at].word) <=
                         2
                 ? scan_.atoms[i].meaning.kind
                 : Kind::None;
    };
    switch (kind) {
      case Kind::Bank:
        has_bank_ = true;
        return kind;
      case Kind::Code: {
        const bool secures = near(at - 1) == Kind::Security || near(at + 1) == Kind::Security ||
                             near(at + 2) == Kind::Security;
        return secures || belongs_to_card(at) ? Kind::Cvv : Kind::OtherNumber;
      }
      case Kind::Security:
        return near(at + 1) == Kind::Code || near(at - 1) == Kind::Code ? Kind::Cvv : Kind::None;
      case Kind::Back:
        return Kind::Cvv;
      default:
        return kind;
    }
  }

  // "Visa 4111 ..., three digit code 123", not "the card is by the gate, code 1234".
  bool belongs_to_card(std::size_t at) const {
    for (std::size_t i = at; i-- > 0;) {
      if (scan_.atoms[at].word - scan_.atoms[i].word > card_reach_words) return false;
      const Kind kind = scan_.atoms[i].meaning.kind;
      if (kind == Kind::OtherNumber) return false;
      if (kind == Kind::Card || kind == Kind::Expiry) return true;
    }
    return false;
  }

  // --- Dates -------------------------------------------------------------------------------------

  // "... 04/27 123" behind a card number.
  void read_after_card(const Run& run, std::size_t end) {
    std::size_t at = run.place().first_atom;
    while (at < scan_.atoms.size() && scan_.atoms[at].begin < run[end - 1].end) ++at;
    const auto digits_at = [this](std::size_t i, std::size_t least, std::size_t most) {
      if (i >= scan_.atoms.size() || !scan_.atoms[i].is_digits || !scan_.atoms[i].joins)
        return false;
      const std::size_t size = scan_.atoms[i].end - scan_.atoms[i].begin;
      return least <= size && size <= most;
    };
    if (digits_at(at, 1, 2) && digits_at(at + 1, 2, 4) && scan_.atoms[at + 1].slash) {
      spans_.push_back({.begin = scan_.atoms[at].begin,
                        .end = scan_.atoms[at + 1].end,
                        .kind = SensitiveKind::CardExpiry});
      at += 2;
    }
    const bool is_last = at + 1 == scan_.atoms.size();
    if (is_last && digits_at(at, 3, 4)) {
      spans_.push_back(
          {.begin = scan_.atoms[at].begin, .end = scan_.atoms[at].end, .kind = SensitiveKind::Cvv});
    }
  }

  void read_dates() {
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

  // --- Accounts and addresses that are not digits alone
  // -------------------------------------------

  void read_ibans() {
    for (const std::size_t at : scan_.iban_candidates) {
      const std::size_t size = iban_at(text_, at);
      if (size != 0)
        spans_.push_back({.begin = at, .end = at + size, .kind = SensitiveKind::BankAccount});
    }
  }

  bool has_spoken_at() const {
    return std::ranges::any_of(scan_.atoms,
                               [](const Atom& atom) { return atom.meaning.kind == Kind::At; });
  }

  static bool is_local(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-' || c == '+' || c == '%' || static_cast<unsigned char>(c) >= 0x80;
  }

  void read_emails() {
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
      const bool ties = atom.meaning.kind == Kind::Dot || atom.meaning.kind == Kind::Filler ||
                        atom.is_digits || atom.meaning.kind == Kind::Unit;
      if (!ties || atom.end > scan_.atoms[at].begin || begin > atom.end + 1 || begin < atom.begin) {
        if (begin <= atom.begin) continue;
        break;
      }
      begin = word_before(atom.begin);
    }
    std::size_t end = scan_.atoms[last].end;
    while (end < text_.size() && text_[end] == ' ') ++end;
    while (end < text_.size() && is_local(text_[end]) && text_[end] != '.') ++end;
    if (begin < scan_.atoms[at].begin) {
      spans_.push_back({.begin = begin, .end = end, .kind = SensitiveKind::Email});
    }
  }

  std::size_t word_before(std::size_t at) const {
    while (at > 0 && text_[at - 1] == ' ') --at;
    while (at > 0 && is_local(text_[at - 1])) --at;
    return at;
  }

  // What was read first, or is longer, stays.
  void drop_overlaps() {
    std::vector<ByteSpan> kept;
    for (const ByteSpan& span : spans_) {
      if (kept.empty() || span.begin >= kept.back().end) {
        kept.push_back(span);
      } else if (span.end - span.begin > kept.back().end - kept.back().begin) {
        kept.back() = span;
      }
    }
    spans_ = std::move(kept);
  }

  std::string_view text_;
  RedactionPolicy policy_;
  Scan scan_;
  std::vector<ByteSpan> spans_;
  std::size_t consumed_ = 0;  // Cues before this atom have found their number.
  bool has_bank_ = false;
};

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

std::vector<ByteSpan> sensitive_spans(std::string_view text, const RedactionPolicy& policy) {
  std::vector<ByteSpan> spans;
  for (std::size_t done = 0; done < text.size();) {
    const std::string_view piece = first_piece(text.substr(done));
    for (ByteSpan span : Redactor(piece, policy).run()) {
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
  const std::vector<ByteSpan> spans = sensitive_spans(text, policy);
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
