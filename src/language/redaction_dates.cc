#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "language/redaction_spans.h"

namespace callwright::language {
namespace {

using Kind = RedactionWordKind;

class DateFinder {
 public:
  DateFinder(std::string_view text, const Scan& scan, const RedactionPolicy& policy,
             ByteSpans& spans)
      : text_(text), scan_(scan), policy_(policy), spans_(spans) {}

  void run() {
    bool has_card = false;
    const std::size_t card_end = first_card_end();
    for (std::size_t at = 0; at < scan_.atoms.size(); ++at) {
      const Kind kind = scan_.atoms[at].meaning.kind;
      if (kind == Kind::Card || kind == Kind::Cvv || scan_.atoms[at].begin >= card_end)
        has_card = true;
      if (kind == Kind::Expiry &&
          (has_card || card_follows(at) || is_expiration_date(at) || is_month_and_year(at))) {
        read_date(at, 6, 4, SensitiveKind::CardExpiry);
      } else if (kind == Kind::Birth && policy_.dob) {
        read_date(at, 6, 6, SensitiveKind::Dob);
      }
    }
  }

 private:
  std::size_t first_card_end() const {
    std::size_t first = std::string_view::npos;
    for (const ByteSpan& span : spans_) {
      if (span.kind == SensitiveKind::CardNumber) first = std::min(first, span.end);
    }
    return first;
  }

  bool card_follows(std::size_t at) const {
    for (std::size_t i = at + 1; i < scan_.atoms.size(); ++i) {
      if (scan_.atoms[i].word - scan_.atoms[at].word > card_reach_words) return false;
      const Kind kind = scan_.atoms[i].meaning.kind;
      if (kind == Kind::Card || kind == Kind::Cvv) return true;
    }
    return false;
  }

  bool names_other_number(std::size_t at) const {
    constexpr std::uint32_t reach = 10;
    for (std::size_t i = at; i-- > 0 && scan_.atoms[at].word - scan_.atoms[i].word <= reach;) {
      if (scan_.atoms[i].meaning.kind == Kind::OtherNumber) return true;
    }
    return false;
  }

  // "The expiration date is": that of a card, where nothing else was named: "permit", "warranty".
  bool is_expiration_date(std::size_t at) const {
    const auto is_near = [&](std::size_t i, std::uint32_t reach) {
      const std::uint32_t word = scan_.atoms[i].word;
      return std::max(word, scan_.atoms[at].word) - std::min(word, scan_.atoms[at].word) <= reach;
    };
    if (names_other_number(at)) return false;
    const bool before = at > 1 && is_near(at - 2, 2) &&
                        scan_.atoms[at - 2].meaning.kind == Kind::Date;  // "Fecha de vencimiento".
    const bool after = at + 1 < scan_.atoms.size() && is_near(at + 1, 1) &&
                       scan_.atoms[at + 1].meaning.kind == Kind::Date;
    return before || after;
  }

  // "It expires oh four twenty nine", "expiration March of 2029": a month and a year, and nothing
  // else named that could expire.
  bool is_month_and_year(std::size_t cue) const {
    if (!is_said_of_nothing_else(cue)) return false;
    constexpr std::size_t parts_max = 8;
    const Atom* month = nullptr;
    bool apart = false;  // "March of twenty nine"; "March twenty nine" is a day.
    std::string digits;
    for (std::size_t at = cue + 1; at < scan_.atoms.size() && at <= cue + parts_max; ++at) {
      const Atom& atom = scan_.atoms[at];
      const Kind kind = atom.meaning.kind;
      if (digits.empty() && !month && (kind == Kind::Talk || kind == Kind::Date)) continue;
      if (kind == Kind::Filler) {
        apart = apart || month != nullptr;
      } else if (kind == Kind::Month && digits.empty() && !month) {
        month = &atom;
      } else if (atom.is_digits) {
        digits += text_.substr(atom.begin, atom.end - atom.begin);
      } else if (kind >= Kind::Unit && kind <= Kind::Tens) {
        add_spoken(digits, atom.meaning);
      } else {
        break;
      }
    }
    const bool whole_year = digits.size() >= 4 && digits.substr(digits.size() - 4, 2) == "20";
    if (month) return is_coming_year(digits) && (digits.size() == 4 ? whole_year : apart);
    const std::size_t month_size = digits.size() - (whole_year && digits.size() > 4 ? 4 : 2);
    if (digits.size() < 3 || month_size > 2) return false;
    const std::string_view number = std::string_view(digits).substr(0, month_size);
    return number != "0" && number != "00" && (month_size == 1 || number <= "12") &&
           is_coming_year(digits);
  }

  static void add_spoken(std::string& digits, const RedactionWord& number) {
    const bool unit = number.kind == Kind::Unit;
    const bool fills = unit && digits.size() > 1 && digits.back() == '0' &&
                       digits[digits.size() - 2] >= '2';  // "Twenty nine".
    if (fills) digits.pop_back();
    if (!unit) digits += static_cast<char>('0' + number.value / 10);
    digits += static_cast<char>('0' + number.value % 10);
  }

  static bool is_coming_year(std::string_view digits) {
    if (digits.size() < 2) return false;
    const std::string_view year = digits.substr(digits.size() - 2);
    return year >= "24" && year <= "49";
  }

  // "It expires", "and the expiration is"; not "the coupon expires".
  bool is_said_of_nothing_else(std::size_t cue) const {
    std::size_t end = scan_.atoms[cue].begin;
    while (end > 0 && text_[end - 1] == ' ') --end;
    std::size_t begin = end;
    while (begin > 0 && text_[begin - 1] != ' ') --begin;
    constexpr auto words = std::to_array<std::string_view>(
        {"", "it", "It", "and", "And", "the", "The", "that", "its", "y", "se", "que", "la", "La"});
    const std::string_view word = text_.substr(begin, end - begin);
    const bool ends = word.find_first_of(".,;:!?") != std::string_view::npos;
    return (ends || std::ranges::find(words, word) != words.end()) && !names_other_number(cue);
  }

  // "May of 2028", not "it may be 4".
  bool is_month_of_may(std::size_t at) const {
    if (scan_.atoms[at].meaning.kind != Kind::MayBeMonth || at + 1 >= scan_.atoms.size())
      return false;
    const Atom& next = scan_.atoms[at + 1];
    return next.joins && (next.is_digits || next.meaning.kind <= Kind::Repeat ||
                          next.meaning.kind == Kind::Filler);
  }

  // "March third", "the third of March"; not "first of all".
  bool is_beside_month(std::size_t at) const {
    const auto is_month = [&](std::size_t i) {
      return i < scan_.atoms.size() && scan_.atoms[i].meaning.kind == Kind::Month;
    };
    const bool of = at + 1 < scan_.atoms.size() && scan_.atoms[at + 1].joins &&
                    scan_.atoms[at + 1].meaning.kind == Kind::Filler;
    const bool after_tens = at > 1 && scan_.atoms[at].joins && scan_.atoms[at - 1].joins &&
                            is_month(at - 2);  // "March twenty third".
    return (at > 0 && scan_.atoms[at].joins && is_month(at - 1)) || after_tens ||
           is_month(at + 1) || (of && is_month(at + 2));
  }

  bool is_date_part(std::size_t at) const {
    const Atom& atom = scan_.atoms[at];
    const Kind kind = atom.meaning.kind;
    if (is_month_of_may(at)) return true;
    if (kind == Kind::Ordinal) return is_beside_month(at);
    return atom.is_digits || kind == Kind::Month || (kind >= Kind::Unit && kind <= Kind::Thousand);
  }

  // The date within `reach` words after the cue.
  void read_date(std::size_t cue, std::uint32_t reach, std::size_t digits_max, SensitiveKind kind) {
    std::size_t at = cue + 1;
    while (at < scan_.atoms.size() && !is_date_part(at)) ++at;
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
      if (!is_date_part(at)) {
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

  std::string_view text_;
  const Scan& scan_;
  RedactionPolicy policy_;
  ByteSpans& spans_;
};

}  // namespace

void find_dates(std::string_view text, const Scan& scan, const RedactionPolicy& policy,
                ByteSpans& spans) {
  DateFinder(text, scan, policy, spans).run();
}

}  // namespace callwright::language
