#include "language/times/clauses.h"

#include <algorithm>
#include <string_view>

namespace callwright::language {
namespace {

// "Can I have it delivered": what should happen, not what did.
bool is_request(const Words& words, std::size_t participle) {
  constexpr std::size_t reach = 8;
  for (std::size_t back = 1; back <= reach && back <= participle; ++back) {
    const std::size_t at = participle - back;
    if (words[at + 1].opens_sentence()) return false;
    if (words.is_any(at, {"can", "could", "would", "will", "need", "needs", "want", "like", "get",
                          "have", "be", "please", "may", "must", "should", "i'd"}))
      return true;
  }
  return false;
}

// What follows is another clause: "it broke and Friday works".
bool is_contrast_or_so(const Words& words, std::size_t at) {
  return words.is_any(at, {"but", "so", "and", "pero", "y", "can", "could", "pueden", "puede"});
}

}  // namespace

bool is_absence(const Words& words, std::size_t until) {
  constexpr std::size_t reach = 4;
  for (std::size_t back = 1; back <= reach && back <= until; ++back) {
    const std::size_t at = until - back;
    if (words.is_any(at, {"away", "gone", "busy", "unavailable", "traveling", "travelling",
                          "vacation", "work", "working", "works", "sleep", "fuera", "viaje",
                          "vacaciones", "ocupado", "ocupada", "trabajo"}) ||
        words.phrase_at(at, "out of town") != 0 || words.phrase_at(at, "not home") != 0 ||
        words.phrase_at(at, "not available") != 0)
      return true;
    if (words[at].mark == ',' || words[at].opens_sentence()) break;
  }
  return false;
}

// A clause that tells what happened: "it broke", "I noticed it".
bool in_told_clause(const Words& words, std::size_t begin) {
  constexpr std::size_t reach = 6;
  for (std::size_t back = 1; back <= reach && back <= begin; ++back) {
    const std::size_t at = begin - back;
    const std::string& text = words[at].text;
    // "I was hoping for Friday" asks.
    if (words.is_any(at, {"was", "were", "wanted", "hoped"}) &&
        (text == "wanted" || text == "hoped" ||
         words.is_any(at + 1, {"hoping", "thinking", "wondering", "looking", "wanting", "gonna",
                               "going", "planning", "aiming", "trying"})))
      return false;
    if (words.is_any(at, {"broke", "went", "was", "were", "came", "stopped", "began", "burst",
                          "did", "quit", "been", "happened", "woke", "found"}))
      return true;
    constexpr std::size_t shortest_past = 6;
    if (text.size() >= shortest_past && text.ends_with("ed") &&
        !words.is_any(at, {"needed", "scheduled", "clogged"}) && !is_request(words, at))
      return true;
    if (words[at].mark == ',' || words[at].opens_sentence()) break;
  }
  return false;
}

// "It broke at three", "the guy came at nine": what happened then asks for nothing.
bool in_news(const Words& words, std::size_t begin) {
  constexpr std::size_t reach = 5;
  for (std::size_t back = 1; back <= reach && back <= begin; ++back) {
    const std::size_t at = begin - back;
    if (words.is_any(at,
                     {"broke",      "burst",   "began",      "quit",       "died",      "happened",
                      "started",    "stopped", "leaked",     "noticed",    "installed", "came",
                      "left",       "tripped", "flooded",    "failed",     "woke",      "exploded",
                      "overflowed", "froze",   "rompio",     "empezo",     "comenzo",   "murio",
                      "paso",       "dejo",    "descompuso", "instalaron", "exploto",   "tapo"}))
      // "What's left today" is no news.
      return !is_request(words, at) &&
             !(words.is(at, "left") && at > 0 &&
               words.is_any(at - 1, {"what's", "whats", "is", "are", "have", "i've", "anything",
                                     "jobs", "time", "much", "many", "what", "openings", "got"}));
    if (words[at].mark == ',' || words[at].opens_sentence() || is_contrast_or_so(words, at)) break;
  }
  return false;
}

bool in_missed_or_past(const Words& words, std::size_t begin) {
  constexpr std::size_t reach = 6;
  for (std::size_t back = 1; back <= reach && back <= begin; ++back) {
    const std::size_t at = begin - back;
    const bool was = at > 0 && words.is_any(at - 1, {"was", "were", "wasn't", "weren't", "estuvo",
                                                     "estuvimos", "estuvieron", "estaba"});
    if (was && words.is_any(at, {"supposed", "over", "here", "there", "visiting", "done", "aqui",
                                 "ahi", "visitando"}))
      return true;
    if (words.is_any(at, {"debia", "debian"}) ||
        (words.is_any(at, {"iba", "iban"}) && words.is(at + 1, "a")) ||
        (words.is_any(at, {"tenia", "tenian"}) && words.is(at + 1, "que")))
      return true;
    if (words[at].mark == ',' || words[at].opens_sentence() || is_contrast_or_so(words, at)) break;
  }
  return false;
}

// A visit that was agreed on is given up: what is named is no longer wanted.
bool is_given_up(const Words& words, std::size_t begin) {
  for (const std::string_view cue :
       {"instead of", "rather than", "en vez de", "en vez del", "en lugar de", "en lugar del"}) {
    const auto length = static_cast<std::size_t>(std::ranges::count(cue, ' ')) + 1;
    for (const std::size_t skipped : {0U, 1U}) {
      if (begin >= length + skipped && words.phrase_at(begin - length - skipped, cue) != 0)
        return true;
    }
  }
  return false;
}

// "It happens every night" asks for nothing; "I'm free every morning" does.
bool is_habit(const Words& words, WordRange phrase) {
  const std::size_t begin = phrase.begin;
  constexpr std::size_t adverb_reach = 6;
  for (std::size_t back = 1; back <= adverb_reach && back <= begin; ++back) {
    if (words[begin - back + 1].opens_sentence()) break;
    if (words.is_any(begin - back, {"usually", "normally", "always", "typically", "generally",
                                    "often", "siempre", "normalmente", "sometimes"}))
      return true;
  }
  if (words.phrase_at(phrase.end, "most days") != 0 ||
      words.phrase_at(phrase.end, "every day") != 0)
    return true;
  const bool every = begin > 0 && (words.is_any(begin - 1, {"every", "each", "cada"}) ||
                                   (begin > 1 && words.is_any(begin - 2, {"todos", "todas"})));
  if (!every) return false;
  constexpr std::size_t reach = 6;
  for (std::size_t back = 2; back <= reach && back <= begin; ++back) {
    if (words.is_any(begin - back,
                     {"free", "available", "open", "here", "home", "off", "libre", "disponible"}))
      return false;
  }
  return true;
}

}  // namespace callwright::language
