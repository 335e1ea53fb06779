#include "language/redaction_scanner.h"

#include <algorithm>
#include <array>
#include <string>

#include "language/redaction.h"

namespace callwright::language {
namespace {

enum class Byte : std::uint8_t { Letter, Digit, Joiner, Slash, Money, Plus, Wide, Other };

constexpr std::array<Byte, 256> kinds = [] {
  std::array<Byte, 256> table{};
  table.fill(Byte::Other);
  for (int c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = Byte::Letter;
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = Byte::Letter;
  for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = Byte::Digit;
  for (const char c : {' ', '\t', '-', '.', ',', '(', ')', '\r', '\''}) {
    table[static_cast<std::size_t>(c)] = Byte::Joiner;
  }
  table['/'] = Byte::Slash;
  table[':'] = Byte::Slash;
  table['_'] = Byte::Slash;
  table['$'] = Byte::Money;
  table['+'] = Byte::Plus;
  for (std::size_t c = 0x80; c < 0x100; ++c) table[c] = Byte::Wide;
  return table;
}();

Byte kind_of(char c) {
  return kinds[static_cast<unsigned char>(c)];
}

// Latin letters with diacritics, U+00C0 to U+00FF, by their second byte in UTF-8.
constexpr std::string_view latin_1_folded =
    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty";

struct WideChar {
  std::size_t size = 1;
  Byte kind = Byte::Other;
  char plain = 0;
};

// What a character beyond ASCII stands for: an accented letter, a full-width digit, a dash, a space
// that cannot be seen.
WideChar wide_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  if (byte(0) == 0xC3) {
    return {.size = 2, .kind = Byte::Letter, .plain = latin_1_folded[byte(1) & 0x3FU]};
  }
  if (byte(0) == 0xC2) return {.size = 2, .kind = byte(1) == 0xA0 ? Byte::Joiner : Byte::Other};
  if (byte(0) == 0xE2 && byte(1) == 0x80) {
    return {.size = 3, .kind = byte(2) <= 0x95 || byte(2) == 0xAF ? Byte::Joiner : Byte::Other};
  }
  if (byte(0) == 0xE2 && byte(1) == 0x88 && byte(2) == 0x92)
    return {.size = 3, .kind = Byte::Joiner};
  if (byte(0) == 0xEF && byte(1) == 0xBC && byte(2) >= 0x90 && byte(2) <= 0x99) {
    return {.size = 3, .kind = Byte::Digit, .plain = static_cast<char>('0' + (byte(2) - 0x90))};
  }
  if (byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF)
    return {.size = 3, .kind = Byte::Joiner};
  // Broken sequences are passed over byte by byte.
  std::size_t size = 1;
  while (size < 4 && (byte(size) & 0xC0U) == 0x80U) ++size;
  return {.size = size};
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {
    scan_.atoms.reserve(text.size() / 16 + 8);
  }

  Scan run() {
    while (at_ < text_.size()) {
      switch (kind_of(text_[at_])) {
        case Byte::Letter:
          read_word();
          break;
        case Byte::Digit:
          read_digits();
          break;
        case Byte::Wide:
          read_wide();
          break;
        default:
          if (text_[at_] == '[' && skip_blanked()) break;
          read_separator(kind_of(text_[at_]), 1);
      }
    }
    return std::move(scan_);
  }

 private:
  void read_separator(Byte kind, std::size_t size) {
    joins_ = joins_ && (kind == Byte::Joiner || kind == Byte::Plus || kind == Byte::Money ||
                        kind == Byte::Slash);
    touching_ = touching_ && separators_ == 0 && (text_[at_] == '-' || text_[at_] == '.');
    slash_ = slash_ || kind == Byte::Slash;
    money_ = kind == Byte::Money;
    plus_ = kind == Byte::Plus;
    ++separators_;
    at_ += size;
  }

  // What was hidden before stays as it is, and says nothing of the numbers around it.
  bool skip_blanked() {
    for (std::size_t kind = 0; kind <= static_cast<std::size_t>(SensitiveKind::Phone); ++kind) {
      const std::string_view name = to_string(static_cast<SensitiveKind>(kind));
      const std::size_t end = at_ + 1 + name.size();
      if (end >= text_.size() || text_[end] != ']' || text_.substr(at_ + 1, name.size()) != name)
        continue;
      joins_ = false;
      const std::size_t begin = at_;
      at_ = end + 1;
      add({.begin = static_cast<std::uint32_t>(begin),
           .end = static_cast<std::uint32_t>(at_),
           .meaning = {.kind = RedactionWordKind::Blanked}});
      joins_ = false;
      return true;
    }
    return false;
  }

  void read_wide() {
    const WideChar wide = wide_at(text_, at_);
    if (wide.kind == Byte::Letter) {
      read_word();
    } else if (wide.kind == Byte::Digit) {
      read_digits();
    } else {
      read_separator(wide.kind, wide.size);
    }
  }

  void read_word() {
    const std::size_t begin = at_;
    std::array<char, redaction_word_size_max + 1> folded{};
    std::size_t size = 0;
    const auto put = [&](char c) {
      if (size < folded.size()) folded[size++] = c;
    };
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (kind_of(c) == Byte::Letter) {
        put(lower(c));
        ++at_;
      } else if (kind_of(c) == Byte::Wide) {
        const WideChar wide = wide_at(text_, at_);
        if (wide.kind != Byte::Letter) break;
        put(wide.plain);
        at_ += wide.size;
      } else if (c == '\'' && at_ + 1 < text_.size() && kind_of(text_[at_ + 1]) == Byte::Letter) {
        put(c);
        ++at_;
      } else {
        break;
      }
    }
    const bool glued = separators_ == 0 && begin > 0;
    last_word_ = begin;
    finish_word(begin, std::string_view(folded.data(), size), glued);
  }

  void finish_word(std::size_t begin, std::string_view folded, bool glued) {
    if (glued && !scan_.atoms.empty() && scan_.atoms.back().end == begin) {
      glue_to_digits(folded);
      return;
    }
    RedactionWord meaning;
    if (folded.size() <= redaction_word_size_max) meaning = redaction_word(folded);
    if (meaning.kind == RedactionWordKind::None && folded.ends_with("'s"))
      meaning = redaction_word(folded.substr(0, folded.size() - 2));
    if (const RedactionWord spelled = spelled_out(folded); spelled.kind != RedactionWordKind::None)
      meaning = spelled;
    if (meaning.kind == RedactionWordKind::None) {
      ++scan_.words;
      end_token(false);
      after_last_ = false;
      return;
    }
    // "The last four are 1111" counts digits.
    const bool counts =
        after_last_ && meaning.kind == RedactionWordKind::Unit && meaning.value == 4;
    if (counts) meaning.kind = RedactionWordKind::Talk;
    add({.begin = static_cast<std::uint32_t>(begin),
         .end = static_cast<std::uint32_t>(at_),
         .meaning = meaning});
    after_last_ = folded == "last";
  }

  // "C V V", "s.s.n.": the last letter stands for the word.
  RedactionWord spelled_out(std::string_view folded) {
    if (folded.size() != 1) {
      letters_.clear();
      return {};
    }
    constexpr std::size_t kept = 3;
    letters_ += folded;
    if (letters_.size() > kept) letters_.erase(0, 1);
    if (letters_.size() < kept) return {};
    const RedactionWord word = redaction_word(letters_);
    const bool names = word.kind >= RedactionWordKind::Card && word.kind <= RedactionWordKind::Cvv;
    return names ? word : RedactionWord{};
  }

  // Letters right after digits: an ordinal keeps them a number, anything else makes them part of a
  // name such as "50M06".
  void glue_to_digits(std::string_view folded) {
    Atom& digits = scan_.atoms.back();
    if (digits.is_digits &&
        (folded == "st" || folded == "nd" || folded == "rd" || folded == "th")) {
      digits.ordinal = true;
      digits.end = static_cast<std::uint32_t>(at_);
      end_token(true);
      return;
    }
    if (digits.is_digits) scan_.atoms.pop_back();
    end_token(false);
  }

  void read_digits() {
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      const Byte kind = kind_of(text_[at_]);
      if (kind == Byte::Digit) {
        ++at_;
      } else if (kind == Byte::Wide && wide_at(text_, at_).kind == Byte::Digit) {
        at_ += 3;
      } else {
        break;
      }
    }
    letters_.clear();
    after_last_ = false;
    const bool glued = separators_ == 0 && begin > 0;
    if (glued) {
      constexpr std::size_t country_letters = 2;
      if (begin - last_word_ == country_letters) scan_.iban_candidates.push_back(last_word_);
      // "Visa4111..." is a card all the same; no model has as many digits.
      constexpr std::size_t card_digits_min = 13;
      if (at_ - begin >= card_digits_min) {
        joins_ = false;
        add({.begin = static_cast<std::uint32_t>(begin),
             .end = static_cast<std::uint32_t>(at_),
             .is_digits = true});
        return;
      }
      ++scan_.words;
      end_token(false);
      return;
    }
    add({.begin = static_cast<std::uint32_t>(begin),
         .end = static_cast<std::uint32_t>(at_),
         .is_digits = true});
  }

  void add(Atom atom) {
    atom.word = scan_.words++;
    atom.joins = joins_;
    atom.touches = touching_;
    atom.slash = slash_;
    atom.money = money_;
    atom.plus = plus_;
    scan_.atoms.push_back(atom);
    end_token(true);
  }

  void end_token(bool joins) {
    joins_ = joins;
    touching_ = true;
    slash_ = money_ = plus_ = false;
    separators_ = 0;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Scan scan_;
  std::size_t last_word_ = 0;
  std::string letters_;         // The single letters said last, without another word between them.
  bool after_last_ = false;     // The word before is "last".
  std::size_t separators_ = 1;  // Since the last word or number; the start of the text separates.
  bool joins_ = false;
  bool touching_ = false;
  bool slash_ = false;
  bool money_ = false;
  bool plus_ = false;
};

bool is_alnum(char c) {
  return kind_of(c) == Byte::Digit || kind_of(c) == Byte::Letter;
}

}  // namespace

Scan scan_for_redaction(std::string_view text) {
  return Scanner(text).run();
}

std::size_t iban_at(std::string_view text, std::size_t at) {
  constexpr std::size_t size_min = 15;
  constexpr std::size_t size_max = 34;
  std::array<char, size_max> code{};
  std::size_t size = 0;
  std::size_t end = at;
  std::size_t valid_end = 0;
  const auto is_valid = [&] {
    int remainder = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const char c = code[(i + 4) % size];
      const int value = c <= '9' ? c - '0' : c - 'a' + 10;
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder == 1;
  };
  while (end < text.size() && size < size_max) {
    const char c = text[end];
    if (is_alnum(c)) {
      code[size++] = lower(c);
      ++end;
      const bool word_ends = end == text.size() || !is_alnum(text[end]);
      if (word_ends && size >= size_min && is_valid()) valid_end = end;
    } else if ((c == ' ' || c == '-') && size > 0 && end + 1 < text.size() &&
               is_alnum(text[end + 1])) {
      ++end;
    } else {
      break;
    }
  }
  return valid_end == 0 ? 0 : valid_end - at;
}

}  // namespace callwright::language
