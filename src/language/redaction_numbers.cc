#include "language/redaction_numbers.h"

#include <algorithm>

namespace callwright::language {
namespace {

using Kind = RedactionWordKind;

// Longer pauses than this separate two numbers.
constexpr std::size_t fillers_max = 3;

bool is_number(const Atom& atom) {
  return atom.is_digits || (atom.meaning.kind >= Kind::Unit && atom.meaning.kind <= Kind::Repeat);
}

// The digits of a written number; full-width ones take three bytes each.
std::string plain_digits(std::string_view bytes) {
  std::string digits;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x80) {
      if (byte >= '0' && byte <= '9') digits += bytes[at];
      ++at;
    } else {
      digits += static_cast<char>('0' + (static_cast<unsigned char>(bytes[at + 2]) - 0x90));
      at += 3;
    }
  }
  return digits;
}

class RunReader {
 public:
  RunReader(std::string_view text, std::span<const Atom> atoms) : text_(text), atoms_(atoms) {}

  std::vector<DigitRun> read() {
    std::vector<DigitRun> runs;
    for (std::size_t at = 0; at < atoms_.size();) {
      if (!is_number(atoms_[at])) {
        ++at;
        continue;
      }
      DigitRun run = read_run(at);
      at = run.next_atom;
      if (!run.groups.empty()) runs.push_back(std::move(run));
    }
    return runs;
  }

 private:
  DigitRun read_run(std::size_t first) {
    DigitRun run{.first_word = atoms_[first].word,
                 .first_atom = first,
                 .money = atoms_[first].money,
                 .plus = atoms_[first].plus};
    for (std::size_t at = first; at != at_end; at = next_number(run.next_atom)) {
      run.next_atom = read_group(run, at);
      run.last_word = atoms_[run.next_atom - 1].word;
    }
    const bool priced = run.next_atom < atoms_.size() && atoms_[run.next_atom].joins &&
                        atoms_[run.next_atom].meaning.kind == Kind::MoneyUnit;
    // "... 1111 for 250 dollars": only the last number is a price.
    if (priced && run.groups.size() > 1) {
      run.groups.pop_back();
    } else {
      run.money = run.money || priced;
    }
    return run;
  }

  // The next number of the same run, past pauses, or at_end.
  std::size_t next_number(std::size_t at) const {
    for (std::size_t skipped = 0; at < atoms_.size() && skipped <= fillers_max; ++at, ++skipped) {
      const Atom& atom = atoms_[at];
      if (!atom.joins || atom.slash || atom.money) return at_end;
      if (is_number(atom)) return at;
      const bool between = atom.meaning.kind == Kind::Filler;
      const bool sounds = atom.meaning.kind == Kind::SoundsLike;
      if (!between && !sounds) return at_end;
      if (sounds && !stands_between_numbers(at)) return at_end;
    }
    return at_end;
  }

  bool stands_between_numbers(std::size_t at) const {
    return at > 0 && at + 1 < atoms_.size() && is_number(atoms_[at - 1]) &&
           is_number(atoms_[at + 1]) && atoms_[at + 1].joins;
  }

  // Reads one group beginning at a number; returns the atom after it.
  std::size_t read_group(DigitRun& run, std::size_t at) {
    const Atom& atom = atoms_[at];
    if (at > run.first_atom && atoms_[at - 1].meaning.kind == Kind::SoundsLike) {
      const Atom& heard = atoms_[at - 1];
      run.groups.push_back({.digits = std::to_string(heard.meaning.value),
                            .begin = heard.begin,
                            .end = heard.end,
                            .spoken = true});
    }
    DigitGroup group{.begin = atom.begin, .end = atom.end, .spoken = !atom.is_digits};
    std::size_t next = at + 1;
    if (atom.is_digits) {
      group.digits = plain_digits(text_.substr(atom.begin, atom.end - atom.begin));
    } else {
      next = read_spoken(group, at);
    }
    group.end = atoms_[next - 1].end;
    if (!group.digits.empty()) run.groups.push_back(std::move(group));
    return next;
  }

  std::size_t read_spoken(DigitGroup& group, std::size_t at) {
    const Atom& atom = atoms_[at];
    std::size_t next = at + 1;
    const auto kind_at = [&](std::size_t i) {
      return i < atoms_.size() && atoms_[i].joins && !atoms_[i].is_digits ? atoms_[i].meaning.kind
                                                                          : Kind::None;
    };
    const int value = atom.meaning.value;
    switch (atom.meaning.kind) {
      case Kind::Repeat:
        return read_repeat(group, at);
      case Kind::Hundred:
      case Kind::Thousand:
        group.digits = atom.meaning.kind == Kind::Hundred ? "00" : "000";
        return next;
      case Kind::Tens:
        group.digits = std::to_string(value);
        next = read_unit_of_tens(group, next);
        break;
      default:
        group.digits = std::to_string(value);
    }
    if (kind_at(next) == Kind::Hundred) {
      group.digits += "00";
      next = fill_in(group, next + 1, 2);
    } else if (kind_at(next) == Kind::Thousand) {
      group.digits += "000";
      next = fill_in(group, next + 1, 3);
    } else if (atom.meaning.kind == Kind::Hundreds) {
      next = fill_in(group, next, 2);
    }
    return next;
  }

  std::size_t read_repeat(DigitGroup& group, std::size_t at) {
    const std::size_t next = at + 1;
    if (next >= atoms_.size() || !atoms_[next].joins) return next;
    const Atom& digit = atoms_[next];
    char c = 0;
    if (digit.is_digits && digit.end - digit.begin == 1) c = text_[digit.begin];
    if (digit.meaning.kind == Kind::Unit) c = static_cast<char>('0' + digit.meaning.value);
    if (c == 0) return next;
    group.digits.assign(atoms_[at].meaning.value, c);
    return next + 1;
  }

  // "Forty three", "cuarenta y tres".
  std::size_t read_unit_of_tens(DigitGroup& group, std::size_t at) {
    std::size_t unit = at;
    const auto is_y = [&](const Atom& atom) {
      return atom.meaning.kind == Kind::Filler &&
             text_.substr(atom.begin, atom.end - atom.begin) == "y";
    };
    if (unit + 1 < atoms_.size() && is_y(atoms_[unit])) ++unit;
    if (unit >= atoms_.size() || !atoms_[unit].joins) return at;
    const RedactionWord meaning = atoms_[unit].meaning;
    if (meaning.kind != Kind::Unit || meaning.value == 0) return at;
    group.digits.back() = static_cast<char>('0' + meaning.value);
    group.splittable = true;
    return unit + 1;
  }

  // What follows "hundred" or "thousand" takes the place of its zeros.
  std::size_t fill_in(DigitGroup& group, std::size_t at, std::size_t zeros) {
    std::size_t number = at;
    const auto is_and = [&](const Atom& atom) { return atom.meaning.kind == Kind::Filler; };
    if (number + 1 < atoms_.size() && is_and(atoms_[number]) && atoms_[number].joins) ++number;
    if (number >= atoms_.size() || !atoms_[number].joins || atoms_[number].is_digits) return at;
    const Kind kind = atoms_[number].meaning.kind;
    const bool fits = kind == Kind::Tens || kind == Kind::Teen ||
                      (kind == Kind::Unit && atoms_[number].meaning.value > 0);
    if (!fits) return at;
    DigitGroup part;
    const std::size_t next = read_spoken(part, number);
    if (part.digits.size() > zeros) return at;
    std::ranges::copy(part.digits,
                      group.digits.end() - static_cast<std::ptrdiff_t>(part.digits.size()));
    group.splittable = true;
    return next;
  }

  static constexpr std::size_t at_end = static_cast<std::size_t>(-1);

  std::string_view text_;
  std::span<const Atom> atoms_;
};

int value_of(char digit) {
  return digit - '0';
}

}  // namespace

std::vector<DigitRun> digit_runs(std::string_view text, std::span<const Atom> atoms) {
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
