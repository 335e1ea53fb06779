#include "language/numbers.h"

namespace callwright::language {
namespace {

constexpr std::size_t dictated_digits_max = 24;  // Longer than any phone, card or account number.
constexpr std::size_t written_digits_max = 15;   // Longer runs are no count of anything.

std::optional<Numeral> numeral_at(const Words& words, std::size_t at) {
  const Word& word = words[at];
  return word.is_letters() ? numeral(word.text) : std::nullopt;
}

bool is_kind(const std::optional<Numeral>& numeral, NumeralKind kind) {
  return numeral && numeral->kind == kind;
}

bool pauses_before(const Words& words, std::size_t at) {
  const Word& word = words[at];
  return word.mark == ',' || word.opens_sentence();
}

bool is_ordinal_suffix(const Words& words, std::size_t at) {
  // "3a" is a house; "3ª" is an ordinal.
  const bool sign = words.is_any(at, {"a", "o"}) && words[at].end - words[at].begin > 1;
  const bool letters = words.is_any(at, {"st", "nd", "rd", "th", "ro", "do", "er", "ra", "to"});
  return words[at].mark == 0 && (sign || letters);
}

// "seven", "fifteen", "twenty five", "treinta y cinco"; no zero, and not the "twenty" of "twenty
// first".
std::optional<NumberReading> below_hundred(const Words& words, std::size_t at) {
  const auto first = numeral_at(words, at);
  if (!first) return std::nullopt;
  if (first->kind == NumeralKind::Unit || first->kind == NumeralKind::Teen) {
    return NumberReading{.value = first->value, .next = at + 1};
  }
  if (first->kind != NumeralKind::Tens) return std::nullopt;

  const std::size_t unit_at = words.is(at + 1, "y") ? at + 2 : at + 1;
  const auto unit = pauses_before(words, unit_at) ? std::nullopt : numeral_at(words, unit_at);
  if (is_kind(unit, NumeralKind::Unit)) {
    return NumberReading{.value = first->value + unit->value, .next = unit_at + 1};
  }
  if (is_kind(unit, NumeralKind::Ordinal) && unit->value < 10) return std::nullopt;
  return NumberReading{.value = first->value, .next = at + 1};
}

// "five hundred and twelve", "quinientos doce"; or what below_hundred() reads.
std::optional<NumberReading> below_ten_thousand(const Words& words, std::size_t at) {
  NumberReading number;
  const bool article = words.is_any(at, {"a", "an", "un"});
  const auto small = below_hundred(words, at);
  const auto first = numeral_at(words, at);
  const std::size_t after = article ? at + 1 : small ? small->next : at;
  if ((article || small) && is_kind(numeral_at(words, after), NumeralKind::Hundred)) {
    number = {.value = (article ? 1 : small->value) * 100, .next = after + 1};
  } else if (is_kind(first, NumeralKind::Hundreds)) {
    number = {.value = first->value, .next = at + 1};
  } else {
    return small;
  }

  if (pauses_before(words, number.next)) return number;
  const std::size_t rest_at = words.is(number.next, "and") ? number.next + 1 : number.next;
  if (const auto rest = below_hundred(words, rest_at)) {
    return NumberReading{.value = number.value + rest->value, .next = rest->next};
  }
  return number;
}

std::optional<NumberReading> read_written_number(const Words& words, std::size_t at) {
  if (!words[at].is_digits() || is_ordinal_suffix(words, at + 1)) return std::nullopt;
  std::string digits = words[at].text;
  std::size_t next = at + 1;
  if (digits.size() <= 3) {
    while (words[next].is_digits() && words[next].mark == ',' && !words[next].spaced &&
           words[next].text.size() == 3 && digits.size() <= written_digits_max) {
      digits += words[next++].text;
    }
  }
  if (digits.size() > written_digits_max) return std::nullopt;
  NumberReading number{.value = std::stoll(digits), .next = next};
  const auto multiplier = numeral_at(words, next);
  if (number.value < 100 &&
      (is_kind(multiplier, NumeralKind::Hundred) || is_kind(multiplier, NumeralKind::Thousand))) {
    number = {.value = number.value * multiplier->value, .next = next + 1};
  }
  return number;
}

// How often a digit is repeated: "double five".
std::size_t repetition(const Words& words, std::size_t at) {
  if (words.is_any(at, {"double", "doble"})) return 2;
  if (words.is_any(at, {"triple", "treble"})) return 3;
  return 0;
}

std::optional<char> single_digit(const Words& words, std::size_t at) {
  if (words[at].is_digits() && words[at].text.size() == 1) return words[at].text[0];
  const auto read = numeral_at(words, at);
  if (is_kind(read, NumeralKind::Zero) || is_kind(read, NumeralKind::Unit)) {
    return static_cast<char>('0' + read->value);
  }
  return std::nullopt;
}

// What recognisers write for a digit between digits: "five for one" is 541.
std::optional<char> misheard_digit(const Words& words, std::size_t at) {
  if (!single_digit(words, at + 1)) return std::nullopt;
  if (words.is_any(at, {"for", "fore"})) return '4';
  if (words.is_any(at, {"to", "too"})) return '2';
  if (words.is(at, "won")) return '1';
  if (words.is(at, "ate")) return '8';
  return std::nullopt;
}

// Written digits go on what was said when each part looks like a spoken group: "12 04", never "75
// 102".
bool continues_written(const std::string& so_far, const Word& next, Hundreds hundreds) {
  if (hundreds == Hundreds::List || so_far.empty()) return true;
  return so_far.size() <= 2 && next.text.size() == 2 && next.mark == ' ';
}

struct Piece {
  std::string digits;
  std::size_t next = 0;
};

std::optional<Piece> counted_piece(const Words& words, std::size_t at) {
  const auto number = read_cardinal(words, at);
  if (!number) return std::nullopt;
  return Piece{.digits = std::to_string(number->value), .next = number->next};
}

std::optional<Piece> listed_piece(const Words& words, std::size_t at) {
  // "Novecientos trece" is one number however it is used.
  if (is_kind(numeral_at(words, at), NumeralKind::Hundreds)) return counted_piece(words, at);
  const auto small = below_hundred(words, at);
  if (!small) return std::nullopt;
  Piece piece{.digits = std::to_string(small->value), .next = small->next};
  const auto multiplier = numeral_at(words, small->next);
  if (is_kind(multiplier, NumeralKind::Hundred)) {
    piece = {.digits = piece.digits + "00", .next = piece.next + 1};
  } else if (is_kind(multiplier, NumeralKind::Thousand)) {
    piece = {.digits = piece.digits + "000", .next = piece.next + 1};
  }
  return piece;
}

std::optional<Piece> read_piece(const Words& words, std::size_t at, const std::string& so_far,
                                Hundreds hundreds) {
  const Word& word = words[at];
  if (word.is_digits()) {
    const bool fraction = words[at + 1].mark == '/' && words[at + 1].is_digits();
    if (is_ordinal_suffix(words, at + 1) || fraction) return std::nullopt;
    if (!continues_written(so_far, word, hundreds)) return std::nullopt;
    const auto multiplied = numeral_at(words, at + 1);
    if (is_kind(multiplied, NumeralKind::Hundred)) return counted_piece(words, at);
    return Piece{.digits = word.text, .next = at + 1};
  }
  // "1065 Nine North Drive": what is written whole is not continued in words.
  const bool after_written = at > 0 && words[at - 1].is_digits() && words[at - 1].text.size() > 2;
  if (hundreds == Hundreds::Count && after_written && !so_far.empty()) return std::nullopt;
  if (const std::size_t times = repetition(words, at)) {
    const auto digit = single_digit(words, at + 1);
    if (!digit) return std::nullopt;
    return Piece{.digits = std::string(times, *digit), .next = at + 2};
  }
  if (is_kind(numeral_at(words, at), NumeralKind::Zero))
    return Piece{.digits = "0", .next = at + 1};
  if (hundreds == Hundreds::List && !so_far.empty()) {
    if (const auto digit = misheard_digit(words, at)) {
      return Piece{.digits = std::string(1, *digit), .next = at + 1};
    }
  }
  if (!so_far.empty() && read_ordinal(words, at)) return std::nullopt;
  return hundreds == Hundreds::Count ? counted_piece(words, at) : listed_piece(words, at);
}

// "5 1 0": a recogniser's way to write digits that were said one by one. Two may be two numbers.
DigitsReading single_written_digits(const Words& words, std::size_t at) {
  const auto is_single = [&](std::size_t i) {
    return words[i].is_digits() && words[i].text.size() == 1 && !is_ordinal_suffix(words, i + 1);
  };
  DigitsReading reading{.digits = "", .next = at};
  while (is_single(reading.next) && reading.digits.size() < dictated_digits_max &&
         (reading.next == at || words[reading.next].mark == ' '))
    reading.digits += words[reading.next++].text;
  constexpr std::size_t digits_min = 3;
  if (reading.digits.size() < digits_min) return {.digits = "", .next = at};
  return reading;
}

bool stops_digits(const Word& word) {
  switch (word.mark) {
    case ',':
    case '/':
    case ':':
    case '@':
    case '$':
    case '#':
    case '&':
    case '=':
    case '*':
      return true;
    default:
      return word.opens_sentence();
  }
}

}  // namespace

std::optional<NumberReading> read_cardinal(const Words& words, std::size_t at) {
  if (words[at].is_digits()) return read_written_number(words, at);
  if (is_kind(numeral_at(words, at), NumeralKind::Zero) && !words.is(at, "o")) {
    return NumberReading{.value = 0, .next = at + 1};
  }

  NumberReading number;
  const auto small = below_ten_thousand(words, at);
  const bool bare_thousand = words.is(at, "mil");
  const std::size_t after = bare_thousand                             ? at
                            : words.is_any(at, {"a", "an"}) && !small ? at + 1
                            : small                                   ? small->next
                                                                      : at;
  const bool thousands = is_kind(numeral_at(words, after), NumeralKind::Thousand) &&
                         (small || after > at || bare_thousand);
  if (!thousands) return small;

  number = {.value = (small ? small->value : 1) * 1000, .next = after + 1};
  if (pauses_before(words, number.next)) return number;
  const std::size_t rest_at = words.is(number.next, "and") ? number.next + 1 : number.next;
  if (const auto rest = below_ten_thousand(words, rest_at); rest && rest->value < 1000) {
    return NumberReading{.value = number.value + rest->value, .next = rest->next};
  }
  return number;
}

std::optional<NumberReading> read_ordinal(const Words& words, std::size_t at) {
  if (words[at].is_digits()) {
    if (words[at].text.size() > 4 || !is_ordinal_suffix(words, at + 1)) return std::nullopt;
    return NumberReading{.value = std::stoll(words[at].text), .next = at + 2};
  }
  const auto first = numeral_at(words, at);
  if (!first) return std::nullopt;
  if (first->kind == NumeralKind::Ordinal) {
    return NumberReading{.value = first->value, .next = at + 1};
  }
  const auto second = pauses_before(words, at + 1) ? std::nullopt : numeral_at(words, at + 1);
  if (first->kind == NumeralKind::Tens && is_kind(second, NumeralKind::Ordinal) &&
      second->value < 10) {
    return NumberReading{.value = first->value + second->value, .next = at + 2};
  }
  if (first->kind == NumeralKind::Unit && is_kind(second, NumeralKind::Hundred)) {
    const std::size_t rest_at = words.is(at + 2, "and") ? at + 3 : at + 2;
    if (const auto rest = read_ordinal(words, rest_at); rest && rest->value < 100) {
      return NumberReading{.value = first->value * 100 + rest->value, .next = rest->next};
    }
  }
  return std::nullopt;
}

std::optional<DigitsReading> read_digits(const Words& words, std::size_t at, Hundreds hundreds) {
  DigitsReading reading{.digits = "", .next = at};
  if (hundreds == Hundreds::Count) reading = single_written_digits(words, at);
  while (reading.digits.size() < dictated_digits_max) {
    if (reading.next > at && stops_digits(words[reading.next])) break;
    const auto piece = read_piece(words, reading.next, reading.digits, hundreds);
    if (!piece) break;
    reading.digits += piece->digits;
    reading.next = piece->next;
  }
  if (reading.digits.empty()) return std::nullopt;
  return reading;
}

}  // namespace callwright::language
