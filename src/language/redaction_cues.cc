#include "language/redaction_cues.h"

#include <algorithm>

#include "language/redaction_spans.h"

namespace callwright::language {
namespace {

using Kind = RedactionWordKind;

// How many words before a number may still say what it is.
constexpr std::uint32_t cue_reach_words = 10;
constexpr std::uint32_t other_cue_reach_words = 6;
constexpr std::uint32_t late_cue_reach_words = 5;  // "... is my social".

bool is_cue(Kind kind) {
  return kind >= Kind::Card && kind <= Kind::OtherNumber;
}

}  // namespace

Cues CueReader::read(const DigitRun& number) {
  Cues cues;
  for (std::size_t at = number.first_atom; at-- > 0;) {
    const Atom& atom = scan_.atoms[at];
    const std::uint32_t distance = number.first_word - atom.word;
    if (distance > card_reach_words || atom.meaning.kind == Kind::Blanked) break;
    const Kind kind = cue_at(at);
    if (kind == Kind::Cvv && at >= consumed_ && distance <= cue_reach_words) cues.cvv = true;
    if (cues.nearest || !is_cue(kind) || at < consumed_) continue;
    if (distance > (kind == Kind::OtherNumber ? other_cue_reach_words : cue_reach_words)) continue;
    cues.nearest = kind;
  }
  for (std::size_t at = number.next_atom; at < scan_.atoms.size() && !cues.nearest; ++at) {
    const Atom& atom = scan_.atoms[at];
    if (atom.word - number.last_word > late_cue_reach_words || atom.is_digits ||
        atom.meaning.kind == Kind::Blanked)
      break;
    const Kind kind = cue_at(at);
    if (kind >= Kind::Card && kind <= Kind::Cvv) {
      cues.after = kind;
      break;
    }
  }
  consumed_ = number.next_atom;
  return cues;
}

// The cue that the word gives together with its neighbours.
RedactionWordKind CueReader::cue_at(std::size_t at) {
  const Kind kind = scan_.atoms[at].meaning.kind;
  const auto near = [&](std::size_t i) {
    return i < scan_.atoms.size() && std::max(scan_.atoms[i].word, scan_.atoms[at].word) -
                                             std::min(scan_.atoms[i].word, scan_.atoms[at].word) <=
                                         2
               ? scan_.atoms[i].meaning.kind
               : Kind::None;
  };
  switch (kind) {
    case Kind::Checking: {
      const bool account = near(at + 1) == Kind::Account || near(at - 1) == Kind::Account ||
                           near(at + 1) == Kind::Routing || near(at + 2) == Kind::Account;
      has_bank_ = has_bank_ || account;
      return account ? Kind::Bank : Kind::None;
    }
    case Kind::Bank:
      has_bank_ = true;
      return kind;
    case Kind::Code: {
      const bool secures = is_security_code(at) || near(at + 1) == Kind::Security ||
                           near(at + 2) == Kind::Security || card_is_named_behind(at);
      return secures || belongs_to_card(at) ? Kind::Cvv : Kind::OtherNumber;
    }
    case Kind::Security:
      return is_security_code(at + 1) || near(at - 1) == Kind::Code || near(at - 2) == Kind::Code
                 ? Kind::Cvv
                 : Kind::None;
    // "The three digits on the back", "the back of the card says"; but "call me back".
    case Kind::Back:
      return is_back_of_card(at) ? Kind::Cvv : Kind::None;
    default:
      return kind;
  }
}

// "Security code", not "security system code".
bool CueReader::is_security_code(std::size_t code) const {
  return code > 0 && code < scan_.atoms.size() && scan_.atoms[code].meaning.kind == Kind::Code &&
         scan_.atoms[code - 1].meaning.kind == Kind::Security &&
         scan_.atoms[code].word == scan_.atoms[code - 1].word + 1;
}

// "The PIN of my debit card".
bool CueReader::card_is_named_behind(std::size_t at) const {
  constexpr std::uint32_t reach = 4;
  for (std::size_t i = at + 1;
       i < scan_.atoms.size() && scan_.atoms[i].word - scan_.atoms[at].word <= reach; ++i) {
    if (scan_.atoms[i].meaning.kind == Kind::Card) return true;
  }
  return false;
}

bool CueReader::is_back_of_card(std::size_t back) const {
  constexpr std::uint32_t reach = 5;
  for (std::size_t i = back; i-- > 0 && scan_.atoms[back].word - scan_.atoms[i].word <= reach;) {
    const Kind kind = scan_.atoms[i].meaning.kind;
    if (kind == Kind::Digits || kind == Kind::Card || kind == Kind::Code) return true;
  }
  return card_is_named_behind(back);
}

// "Visa 4111 ..., three digit code 123", not "the card is by the gate, code 1234".
bool CueReader::belongs_to_card(std::size_t at) const {
  for (std::size_t i = at; i-- > 0;) {
    if (scan_.atoms[at].word - scan_.atoms[i].word > card_reach_words) return false;
    const Kind kind = scan_.atoms[i].meaning.kind;
    if (kind == Kind::OtherNumber) return false;
    if (kind == Kind::Card || kind == Kind::Expiry) return true;
  }
  return false;
}

}  // namespace callwright::language
