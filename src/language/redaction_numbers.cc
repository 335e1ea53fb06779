#include "language/redaction_numbers.h"

#include <algorithm>

namespace callwright::language {
namespace {

using Kind = RedactionWordKind;

// Longer pauses than this separate two numbers.
constexpr std::size_t fillers_max = 5;

bool is_number(const Atom& atom) {
  return atom.is_digits || (atom.meaning.kind >= Kind::Unit && atom.meaning.kind <= Kind::Repeat);
}

class RunReader {
 public:
  RunReader(std::string_view text, std::span<const Atom> atoms) : text_(text), atoms_(atoms) {}

  DigitRuns read() {
    for (std::uint32_t at = 0; at < atoms_.size();) {
      if (!is_number(atoms_[at])) {
        ++at;
        continue;
      }
      const DigitRun run = read_run(at);
      at = run.next_atom;
      if (run.first_group < run.end_group) out_.runs.push_back(run);
    }
    return std::move(out_);
  }

 private:
  DigitRun read_run(std::uint32_t first) {
    DigitRun run{.first_group = group_count(),
                 .first_word = atoms_[first].word,
                 .first_atom = first,
                 .money = atoms_[first].money,
                 .plus = atoms_[first].plus};
    splits_ = 0;
    for (std::uint32_t at = first; at != at_end; at = next_number(run.next_atom)) {
      if (at > first && atoms_[at - 1].meaning.kind == Kind::SoundsLike) add_homophone(at - 1);
      run.next_atom = read_group(at);
      run.last_word = atoms_[run.next_atom - 1].word;
    }
    run.end_group = group_count();
    const bool priced = run.next_atom < atoms_.size() && atoms_[run.next_atom].joins &&
                        atoms_[run.next_atom].meaning.kind == Kind::MoneyUnit;
    // "... 1111 for 250 dollars": only the last number is a price.
    if (priced && run.end_group - run.first_group > 1) {
      --run.end_group;
    } else {
      run.money = run.money || priced;
    }
    return run;
  }

  std::uint32_t group_count() const { return static_cast<std::uint32_t>(out_.groups.size()); }

  // The next number of the same run, past pauses, or at_end.
  std::uint32_t next_number(std::uint32_t at) const {
    for (std::size_t skipped = 0; at < atoms_.size() && skipped <= fillers_max; ++at, ++skipped) {
      const Atom& atom = atoms_[at];
      if (!atom.joins || atom.money || (atom.slash && !is_four_by_four(at))) return at_end;
      if (is_number(atom)) return at;
      const bool between = atom.meaning.kind == Kind::Filler || atom.meaning.kind == Kind::Talk ||
                           (atom.meaning.kind == Kind::Dot && atom.meaning.value == 1);
      const bool sounds = atom.meaning.kind == Kind::SoundsLike;
      if (!between && !sounds) return at_end;
      if (sounds && !stands_between_numbers(at)) return at_end;
    }
    return at_end;
  }

  // "4111/1111/1111/1111": other numbers with such signs are dates, times and names.
  bool is_four_by_four(std::uint32_t at) const {
    constexpr std::uint32_t four = 4;
    return at > 0 && atoms_[at].is_digits && atoms_[at - 1].is_digits &&
           atoms_[at].end - atoms_[at].begin == four &&
           atoms_[at - 1].end - atoms_[at - 1].begin == four;
  }

  bool stands_between_numbers(std::size_t at) const {
    return at > 0 && at + 1 < atoms_.size() && is_number(atoms_[at - 1]) &&
           is_number(atoms_[at + 1]) && atoms_[at + 1].joins;
  }

  void add_homophone(std::uint32_t at) {
    const auto start = static_cast<std::uint32_t>(out_.digits.size());
    out_.digits += static_cast<char>('0' + atoms_[at].meaning.value);
    add_group(start, at, at + 1);
  }

  // The digits from `start` on were said by the atoms [first, next).
  void add_group(std::uint32_t start, std::uint32_t first, std::uint32_t next) {
    out_.groups.push_back({.at = start,
                           .size = static_cast<std::uint32_t>(out_.digits.size()) - start,
                           .begin = atoms_[first].begin,
                           .end = atoms_[next - 1].end,
                           .splits = splits_,
                           .spoken = !atoms_[first].is_digits,
                           .touches = atoms_[first].touches});
  }

  // Reads one group beginning at a number; returns the atom after it.
  std::uint32_t read_group(std::uint32_t at) {
    const auto start = static_cast<std::uint32_t>(out_.digits.size());
    std::uint32_t next = at + 1;
    if (atoms_[at].is_digits) {
      read_written(atoms_[at]);
    } else {
      next = read_spoken(at);
    }
    if (out_.digits.size() > start) add_group(start, at, next);
    return next;
  }

  // Full-width digits take three bytes each.
  void read_written(const Atom& atom) {
    for (std::size_t at = atom.begin; at < atom.end;) {
      const auto byte = static_cast<unsigned char>(text_[at]);
      if (byte < 0x80) {
        if (byte >= '0' && byte <= '9') out_.digits += text_[at];
        ++at;
      } else {
        out_.digits += static_cast<char>('0' + (static_cast<unsigned char>(text_[at + 2]) - 0x90));
        at += 3;
      }
    }
  }

  Kind kind_at(std::uint32_t at) const {
    return at < atoms_.size() && atoms_[at].joins && !atoms_[at].is_digits ? atoms_[at].meaning.kind
                                                                           : Kind::None;
  }

  std::uint32_t read_spoken(std::uint32_t at) {
    const Kind kind = atoms_[at].meaning.kind;
    std::uint32_t next = at + 1;
    if (kind == Kind::Repeat) return read_repeat(at);
    if (kind == Kind::Hundred || kind == Kind::Thousand) {
      out_.digits += kind == Kind::Hundred ? "00" : "000";
      return next;
    }
    add_number(atoms_[at].meaning.value);
    if (kind == Kind::Tens) next = read_unit_of_tens(next);
    if (kind_at(next) == Kind::Hundred) {
      out_.digits += "00";
      return fill_in(next + 1, 2);
    }
    if (kind_at(next) == Kind::Thousand) {
      out_.digits += "000";
      return fill_in(next + 1, 3);
    }
    return kind == Kind::Hundreds ? fill_in(next, 2) : next;
  }

  void add_number(int value) {
    if (value >= 100) out_.digits += static_cast<char>('0' + value / 100);
    if (value >= 10) out_.digits += static_cast<char>('0' + value / 10 % 10);
    out_.digits += static_cast<char>('0' + value % 10);
  }

  std::uint32_t read_repeat(std::uint32_t at) {
    const std::uint32_t next = at + 1;
    if (next >= atoms_.size() || !atoms_[next].joins) return next;
    const Atom& digit = atoms_[next];
    char c = 0;
    if (digit.is_digits && digit.end - digit.begin == 1) c = text_[digit.begin];
    if (digit.meaning.kind == Kind::Unit) c = static_cast<char>('0' + digit.meaning.value);
    if (c == 0) return next;
    out_.digits.append(atoms_[at].meaning.value, c);
    return next + 1;
  }

  // "Forty three", "cuarenta y tres".
  std::uint32_t read_unit_of_tens(std::uint32_t at) {
    std::uint32_t unit = at;
    if (unit + 1 < atoms_.size() && atoms_[unit].meaning.kind == Kind::Filler &&
        text_.substr(atoms_[unit].begin, atoms_[unit].end - atoms_[unit].begin) == "y") {
      ++unit;
    }
    if (kind_at(unit) != Kind::Unit || atoms_[unit].meaning.value == 0) return at;
    out_.digits.back() = static_cast<char>('0' + atoms_[unit].meaning.value);
    ++splits_;
    return unit + 1;
  }

  // What follows "hundred" or "thousand" takes the place of its zeros.
  std::uint32_t fill_in(std::uint32_t at, std::size_t zeros) {
    const std::uint32_t number = kind_at(at) == Kind::Filler ? at + 1 : at;
    const Kind kind = kind_at(number);
    const bool fits = kind == Kind::Tens || kind == Kind::Teen ||
                      (kind == Kind::Hundreds && zeros == 3) ||
                      (kind == Kind::Unit && atoms_[number].meaning.value > 0);
    if (!fits) return at;
    const std::size_t start = out_.digits.size();
    const std::uint32_t next = read_spoken(number);
    const std::size_t size = out_.digits.size() - start;
    if (size <= zeros) {
      out_.digits.erase(start - size, size);
      ++splits_;
      return next;
    }
    out_.digits.resize(start);
    return at;
  }

  static constexpr std::uint32_t at_end = static_cast<std::uint32_t>(-1);

  std::string_view text_;
  std::span<const Atom> atoms_;
  DigitRuns out_;
  std::uint32_t splits_ = 0;
};

int value_of(char digit) {
  return digit - '0';
}

}  // namespace

DigitRuns digit_runs(std::string_view text, std::span<const Atom> atoms) {
  return RunReader(text, atoms).read();
}

bool passes_luhn(std::string_view digits) {
  int sum = 0;
  bool twice = false;
  for (std::size_t i = digits.size(); i-- > 0; twice = !twice) {
    const int value = value_of(digits[i]) * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return !digits.empty() && sum % 10 == 0;
}

bool passes_aba(std::string_view digits) {
  if (digits.size() != 9) return false;
  const int prefix = value_of(digits[0]) * 10 + value_of(digits[1]);
  const bool assigned = prefix <= 12 || (prefix >= 21 && prefix <= 32) ||
                        (prefix >= 61 && prefix <= 72) || prefix == 80;
  constexpr int weights[] = {3, 7, 1};
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += weights[i % 3] * value_of(digits[i]);
  return assigned && sum % 10 == 0 && sum > 0;
}

bool is_possible_ssn(std::string_view digits) {
  if (digits.size() != 9) return false;
  const std::string_view area = digits.substr(0, 3);
  if (area == "000" || area == "666" || digits.substr(3, 2) == "00" || digits.substr(5) == "0000") {
    return false;
  }
  if (digits[0] != '9') return true;
  const std::string_view group = digits.substr(3, 2);
  return (group >= "50" && group <= "65") || (group >= "70" && group <= "88") ||
         (group >= "90" && group <= "92") || group >= "94";
}

bool begins_like_card(std::string_view digits) {
  const std::size_t size = digits.size();
  switch (digits[0]) {
    case '2':
      return size == 16 && digits.substr(0, 4) >= "2221" && digits.substr(0, 4) <= "2720";
    case '3':
      return (size == 15 && (digits[1] == '4' || digits[1] == '7')) ||
             (size >= 14 && size <= 19 &&
              (digits[1] == '0' || digits[1] == '6' || digits[1] == '8')) ||
             (size >= 16 && digits[1] == '5');
    case '4':
      return size == 13 || size == 16 || size == 19;
    case '5':
      return size == 16 || (digits[1] == '0' && size >= 12) || (size >= 12 && digits[1] >= '6');
    case '6':
      return size >= 12;
    case '1':
      return size == 15 && digits.starts_with("1800");
    default:
      return false;
  }
}

}  // namespace callwright::language
