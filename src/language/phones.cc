#include "language/phones.h"

#include <algorithm>
#include <string>

#include "language/corrections.h"
#include "language/numbers.h"

namespace callwright::language {
namespace {

constexpr std::size_t local_digits = 7;
constexpr std::size_t national_digits = 10;

struct Group {
  std::string digits;
  WordRange words;
};

// Groups of digits that follow each other with nothing but pauses and words like "dash" in between.
struct Dictation {
  std::vector<Group> groups;
  bool international = false;  // Begins with a plus.
  std::size_t next = 0;
};

// Words that may stand between groups of one number: "dash", "area code", "and then".
std::size_t joint(const Words& words, std::size_t at) {
  if (words.phrase_at(at, "and then") != 0 || words.phrase_at(at, "area code") != 0) return 2;
  return words.is_any(at, {"dash", "hyphen", "dot", "point", "period", "minus", "guion", "punto",
                           "y", "and", "then"})
             ? 1
             : 0;
}

bool is_hard_stop(const Word& word) {
  return word.mark == '\n' || word.mark == ':' || word.mark == '@' || word.mark == '$' ||
         word.mark == '?' || word.mark == '=' || word.mark == '*';
}

std::optional<Group> read_group(const Words& words, std::size_t at) {
  auto read = read_digits(words, at, Hundreds::List);
  if (!read) return std::nullopt;
  return Group{.digits = std::move(read->digits), .words = {at, read->next}};
}

std::optional<Dictation> read_dictation(const Words& words, std::size_t at) {
  Dictation dictation{.next = at};
  dictation.international = words[at].mark == '+' || words.is_any(at, {"plus", "mas"});
  if (words.is_any(at, {"plus", "mas"})) ++dictation.next;

  for (;;) {
    const bool first = dictation.groups.empty();
    if (!first && is_hard_stop(words[dictation.next])) break;
    const std::size_t group_at =
        first ? dictation.next : dictation.next + joint(words, dictation.next);
    auto group = read_group(words, group_at);
    if (!group) break;
    dictation.next = group->words.end;
    dictation.groups.push_back(std::move(*group));
  }
  if (dictation.groups.empty()) return std::nullopt;
  return dictation;
}

struct Candidate {
  std::string digits;
  WordRange words;
  bool international = false;
};

std::optional<PhoneNumber> to_phone(const Candidate& candidate) {
  return PhoneNumber::parse((candidate.international ? "+" : "") + candidate.digits);
}

// The whole dictation if it is a number, else groups in it that make one between pauses: "apartment
// 12, 555 010 0120".
std::optional<Candidate> candidate_in(const Dictation& dictation) {
  const auto joined = [&](std::size_t from, std::size_t to) {
    Candidate candidate{.international = dictation.international && from == 0};
    for (std::size_t at = from; at < to; ++at) candidate.digits += dictation.groups[at].digits;
    candidate.words = {dictation.groups[from].words.begin, dictation.groups[to - 1].words.end};
    return candidate;
  };
  const std::size_t count = dictation.groups.size();
  Candidate whole = joined(0, count);
  if (to_phone(whole)) return whole;
  for (std::size_t from = 0; from < count; ++from) {
    std::size_t digits = 0;
    for (std::size_t to = from; to < count && digits <= national_digits; ++to) {
      digits += dictation.groups[to].digits.size();
      if (digits == national_digits || digits == national_digits + 1) {
        Candidate part = joined(from, to + 1);
        if (to_phone(part)) return part;
      }
    }
  }
  return std::nullopt;
}

// Digits of another kind: "my account number is", "order".
bool names_other_number(const Words& words, std::size_t at) {
  constexpr std::size_t reach = 5;
  for (std::size_t back = 1; back <= reach && back <= at; ++back) {
    const std::size_t before = at - back;
    if (words.is_any(before, {"phone", "cell", "mobile", "call", "telephone", "text", "telefono",
                              "celular", "llamar", "llameme", "reach", "callback"})) {
      return false;
    }
    if (words.is_any(before, {"card",   "account", "routing", "social",       "ssn",       "serial",
                              "model",  "invoice", "order",   "confirmation", "reference", "ticket",
                              "policy", "license", "credit",  "debit",        "tracking",  "case",
                              "claim",  "permit",  "part",    "sku",          "tarjeta",   "cuenta",
                              "pedido", "factura", "orden",   "serie",        "modelo"})) {
      return true;
    }
    if (words[before + 1].opens_sentence()) return false;
  }
  return false;
}

// "Area code 512", "the area code is 512": its digits.
std::optional<Group> area_code_at(const Words& words, std::size_t at) {
  std::size_t next = at + words.phrase_at(at, "area code");
  if (next == at) next = at + words.phrase_at(at, "codigo de area");
  if (next == at) return std::nullopt;
  if (words.is_any(next, {"is", "of", "es", "it's"})) ++next;
  auto group = read_group(words, next);
  constexpr std::size_t area_digits = 3;
  if (!group || group->digits.size() != area_digits) return std::nullopt;
  group->words.begin = at;
  return group;
}

// The area code is said apart from the number: "555 0142, area code 512", "the area code is 512 and
// the number is 555 0142".
std::optional<Candidate> with_area_code(const Words& words) {
  std::optional<Group> area;
  for (std::size_t at = 0; at < words.size() && !area; ++at) area = area_code_at(words, at);
  if (!area) return std::nullopt;
  constexpr std::size_t reach = 8;
  const auto joined = [&](std::size_t at) -> std::optional<Candidate> {
    const auto dictation = read_dictation(words, at);
    if (!dictation) return std::nullopt;
    Candidate candidate{.digits = area->digits,
                        .words = {std::min(at, area->words.begin), area->words.end}};
    for (const Group& group : dictation->groups) {
      if (group.words.begin >= area->words.begin && at < area->words.begin) break;
      candidate.digits += group.digits;
      candidate.words.end = std::max(candidate.words.end, group.words.end);
    }
    const bool whole = candidate.digits.size() == national_digits && to_phone(candidate);
    return whole ? std::optional(candidate) : std::nullopt;
  };
  for (std::size_t at = area->words.end; at < area->words.end + reach && at < words.size(); ++at) {
    if (auto candidate = joined(at)) return candidate;
  }
  const std::size_t from = area->words.begin - std::min(area->words.begin, 2 * reach);
  for (std::size_t at = from; at < area->words.begin; ++at) {
    if (auto candidate = joined(at)) return candidate;
  }
  return std::nullopt;
}

// "... 0120, no, 0121": the last digits are said again, or the whole number is.
void correct(Candidate& candidate, const Words& words) {
  for (;;) {
    const std::size_t cue = correction_at(words, candidate.words.end);
    if (cue == 0) return;
    const auto again = read_dictation(words, candidate.words.end + cue);
    if (!again) return;
    std::string digits;
    for (const Group& group : again->groups) digits += group.digits;
    Candidate corrected = candidate;
    corrected.words.end = again->next;
    if (digits.size() >= national_digits) {
      corrected.digits = digits;
    } else if (digits.size() <= local_digits && digits.size() <= candidate.digits.size()) {
      corrected.digits.replace(candidate.digits.size() - digits.size(), digits.size(), digits);
    } else {
      return;
    }
    if (!to_phone(corrected)) return;
    candidate = std::move(corrected);
  }
}

}  // namespace

std::optional<Found<PhoneNumber>> read_phone(const Words& words, const Context& /*context*/) {
  if (auto candidate = with_area_code(words)) {
    correct(*candidate, words);
    return Found<PhoneNumber>{.value = *to_phone(*candidate), .words = {candidate->words}};
  }
  for (std::size_t at = 0; at < words.size();) {
    const auto dictation = read_dictation(words, at);
    if (!dictation) {
      ++at;
      continue;
    }
    auto candidate = candidate_in(*dictation);
    if (candidate && !names_other_number(words, candidate->words.begin)) {
      correct(*candidate, words);
      return Found<PhoneNumber>{.value = *to_phone(*candidate), .words = {candidate->words}};
    }
    at = dictation->next;
  }
  return std::nullopt;
}

}  // namespace callwright::language
