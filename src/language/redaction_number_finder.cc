#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "language/redaction_cues.h"
#include "language/redaction_numbers.h"
#include "language/redaction_run.h"
#include "language/redaction_spans.h"

namespace callwright::language {
namespace {

using Kind = RedactionWordKind;

class NumberFinder {
 public:
  NumberFinder(std::string_view text, const Scan& scan, const RedactionPolicy& policy,
               ByteSpans& spans)
      : text_(text), scan_(scan), policy_(policy), spans_(spans), cue_reader_(scan) {}

  void run() {
    const DigitRuns numbers = digit_runs(text_, scan_.atoms);
    for (const DigitRun& run : numbers.runs) read_run(Run(numbers, run));
  }

 private:
  void read_run(const Run& run) {
    const Cues cues = cue_reader_.read(run.place());
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
    if (cues.cvv && run.rest(0).has_length_between(3, 4)) return read_cvv(run, first);
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
    next = read_repeated(run, first);
    if (next > first) return next;
    next = read_uncued(run, first, kind);
    if (next > first) return next;
    if (policy_.phone) next = read_phone(run, first, kind);
    return next;
  }

  std::size_t read_cued_card(const Run& run, std::size_t first) {
    // "Five four, sorry, four one one one ...": what came before the number was part of it.
    std::size_t checked = std::max(first, checked_card(run, first, true));
    if (checked == first) {
      for (std::size_t from = first + 1; from < run.size(); ++from)
        checked = std::max(checked, checked_card(run, from, true));
    }
    if (checked == first) checked = std::max(first, checked_card(run, first, false));
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

  // The group after the longest number from `first` on whose check digit is right, or 0.
  static std::size_t checked_card(const Run& run, std::size_t first, bool like_issued) {
    std::size_t checked = first;
    constexpr std::size_t card_digits_min = 12;
    if (run.rest(first).digits.size() < card_digits_min) return 0;
    for (std::size_t next = first; next < run.size(); ++next) {
      const Stretch stretch = run.stretch(first, next + 1);
      if (stretch.digits.size() > 19) break;
      if (stretch.digits.size() < card_digits_min || !passes_luhn(stretch.digits)) continue;
      if (!like_issued || begins_like_card(stretch.digits)) checked = next + 1;
    }
    return checked == first ? 0 : checked;
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
    const bool bank = kind == Kind::Bank || cue_reader_.has_bank();
    if (!whole.has_length_between(bank ? 4 : 8, 17)) return first;
    // "My account is under 206-555-0148", "my savings from 2009 to 2018".
    if ((!bank && shape_of(run, first) == "334") || names_years(run)) return first;
    const bool is_card =
        passes_luhn(whole.digits) && whole.digits.size() >= 13 && begins_like_card(whole.digits);
    return take(run, first, run.size(),
                is_card ? SensitiveKind::CardNumber : SensitiveKind::BankAccount);
  }

  std::size_t read_cvv(const Run& run, std::size_t first) {
    // More digits are a telephone's or a house's.
    const bool only = run.rest(0).has_length_between(3, 4);
    if (!only && !(first == 0 && run[0].size <= 4 && run.rest(0).has_length_between(8, 9) &&
                   !run[0].spoken && run.size() == 2))
      return first;
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
      const bool alone = next == first || (first == 0 && next + 1 == all) ||
                         is_said_beside_little(run, first, next + 1);
      if (grouped || (!belongs_elsewhere && alone)) found = next + 1;
    }
    if (found > first) return found;
    const Stretch whole = run.rest(first);
    const bool spoken_card = first == 0 && !belongs_elsewhere && run[0].spoken &&
                             (whole.digits.size() == 16 || whole.digits.size() == 15) &&
                             begins_like_card(whole.digits);
    return spoken_card ? all : first;
  }

  // "Twelve oh four, okay, four one one one ...": a whole card said behind or before another
  // number.
  static bool is_said_beside_little(const Run& run, std::size_t first, std::size_t end) {
    constexpr std::size_t beside_max = 7;
    const std::size_t size = run.stretch(first, end).digits.size();
    const std::size_t all = run.rest(0).digits.size();
    return run[first].spoken && (size == 15 || size == 16) && all - size <= beside_max;
  }

  static bool names_years(const Run& run) {
    constexpr std::size_t year_digits = 4;
    std::size_t years = 0;
    for (std::size_t i = 0; i < run.size(); ++i) {
      const std::string_view digits = run.stretch(i, i + 1).digits;
      const bool year =
          digits.size() == year_digits && (digits.starts_with("19") || digits.starts_with("20"));
      // "To" between them sounds like a two.
      if (!year && !(run[i].spoken && digits.size() == 1)) return false;
      years += year ? 1 : 0;
    }
    return run.size() > 1 && years > 0;
  }

  // How many digits each of the written groups has: "324".
  static std::string shape_of(const Run& run, std::size_t first) {
    std::string shape;
    for (std::size_t i = first; i < run.size() && !run[i].spoken; ++i)
      shape += static_cast<char>('0' + std::min<std::size_t>(run[i].size, 9));
    return shape;
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
    // Five and four are a ZIP.
    const bool shaped = shape == "324" || (dashed && shape == "36");
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

  // The same digits as a number before, in another form: "078-05-1120, that's 07805 1120".
  std::size_t read_repeated(const Run& run, std::size_t first) {
    for (const auto& [digits, kind] : found_) {
      const std::size_t next = run.reach(first, digits.size());
      if (next > first && run.stretch(first, next).digits == digits)
        return take(run, first, next, kind);
    }
    return first;
  }

  std::size_t take(const Run& run, std::size_t first, std::size_t end, SensitiveKind kind) {
    spans_.push_back({.begin = run[first].begin, .end = run[end - 1].end, .kind = kind});
    remember(run.stretch(first, end).digits, kind);
    if (kind == SensitiveKind::CardNumber) read_after_card(run, end);
    return end;
  }

  void remember(std::string_view digits, SensitiveKind kind) {
    constexpr std::size_t digits_min =
        8;  // A security code proves nothing of three digits elsewhere.
    constexpr std::size_t numbers_max = 4;
    if (digits.size() >= digits_min && found_.size() < numbers_max)
      found_.emplace_back(std::string(digits), kind);
  }

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
    bool dated = false;
    if (digits_at(at, 1, 2) && digits_at(at + 1, 2, 4) && scan_.atoms[at + 1].slash) {
      dated = true;
      spans_.push_back({.begin = scan_.atoms[at].begin,
                        .end = scan_.atoms[at + 1].end,
                        .kind = SensitiveKind::CardExpiry});
      at += 2;
    }
    if (digits_at(at, 3, 4) && (dated || ends_thought(scan_.atoms[at].end))) {
      spans_.push_back(
          {.begin = scan_.atoms[at].begin, .end = scan_.atoms[at].end, .kind = SensitiveKind::Cvv});
    }
  }

  // "... 123 Oak Street" goes on.
  bool ends_thought(std::size_t at) const {
    return at == text_.size() || std::string_view(".,;!?\n").contains(text_[at]);
  }

  // -------------------------------------------

  std::string_view text_;
  const Scan& scan_;
  RedactionPolicy policy_;
  ByteSpans& spans_;
  CueReader cue_reader_;
  std::vector<std::pair<std::string, SensitiveKind>> found_;
};

}  // namespace

void find_numbers(std::string_view text, const Scan& scan, const RedactionPolicy& policy,
                  ByteSpans& spans) {
  NumberFinder(text, scan, policy, spans).run();
}

}  // namespace callwright::language
