#include "language/texting.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace callwright::language {
namespace {

struct Shortened {
  std::string_view typed;  // Letters, and a figure where one stands for a sound.
  std::string_view meant;
};

// clang-format off
constexpr auto shortened = std::to_array<Shortened>({
    {"any1", "anyone"},  {"appt", "appointment"}, {"appts", "appointments"}, {"b4", "before"},
    {"gd", "good"},      {"hrs", "hours"},        {"idk", "i don't know"},   {"np", "no problem"},
    {"nvm", "never mind"}, {"pls", "please"},     {"plz", "please"},         {"r", "are"},
    {"resched", "reschedule"}, {"some1", "someone"}, {"sum1", "someone"},    {"thurs", "thursday"},
    {"thx", "thanks"},   {"tmr", "tomorrow"},     {"tmrw", "tomorrow"},      {"tues", "tuesday"},
    {"ty", "thank you"}, {"u", "you"},            {"ur", "your"},            {"wat", "what"},
    {"wats", "what's"},  {"weds", "wednesday"},
});
// clang-format on

const Shortened* find_shortened(std::string_view typed) {
  const auto found = std::ranges::find(shortened, typed, &Shortened::typed);
  return found == shortened.end() ? nullptr : &*found;
}

// "Sum1": the figure is a word of its own, written against the letters.
bool has_figure(const Words& words, std::size_t at) {
  const Word& next = words[at + 1];
  return next.is_digits() && next.text.size() == 1 && !next.spaced && next.mark == 0;
}

bool is_letter(const Words& words, std::size_t at) {
  return at < words.size() && words[at].is_letters() && words[at].text.size() == 1;
}

// Letters in a row spell something: "r u s s".
bool is_spelling(const Words& words, std::size_t at) {
  constexpr std::size_t letters_max = 2;
  std::size_t first = at;
  std::size_t end = at;
  while (first > 0 && is_letter(words, first - 1) && at - first <= letters_max) --first;
  while (is_letter(words, end) && end - at <= letters_max) ++end;
  return end - first > letters_max;
}

}  // namespace

std::optional<std::string> written_in_full(const Words& words) {
  std::string text;
  bool any = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const Shortened* found = is_spelling(words, at) ? nullptr : find_shortened(words[at].text);
    std::size_t length = 1;
    if (found == nullptr && has_figure(words, at)) {
      found = find_shortened(words[at].text + words[at + 1].text);
      length = found == nullptr ? 1 : 2;
    }
    if (!text.empty()) text += ' ';
    text += found != nullptr ? found->meant : words.original({at, at + 1});
    any = any || found != nullptr;
    at += length - 1;
  }
  if (!any) return std::nullopt;
  return text;
}

}  // namespace callwright::language
