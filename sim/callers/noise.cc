#include "sim/callers/noise.h"

#include <array>
#include <utility>
#include <vector>

#include "base/text.h"

namespace callwright::sim {
namespace {

// How likely each trouble is for a word at full strength.
constexpr double drop_share = 0.12;
constexpr double swap_share = 0.08;
constexpr double alike_share = 0.5;

constexpr auto alike = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"sink", "sync"},
    {"leak", "leek"},
    {"drain", "train"},
    {"two", "to"},
    {"four", "for"},
    {"eight", "ate"},
    {"one", "won"},
    {"water", "what are"},
    {"heater", "eater"},
    {"cancel", "council"},
    {"move", "mauve"},
    {"book", "brook"},
    {"no", "know"},
    {"yes", "guess"},
    {"right", "write"},
    {"gas", "guess"},
    {"toilet", "toy lit"},
    {"oak", "oke"},
    {"main", "mane"},
    {"street", "treat"},
    {"monday", "mundane"},
    {"tuesday", "choose day"},
    {"friday", "fried a"},
    {"pipe", "type"},
    {"burst", "first"},
    {"smell", "spell"},
    {"tomorrow", "to borrow"},
    {"morning", "mourning"},
    {"noon", "new"},
    {"apartment", "a part meant"},
    {"flooding", "bloodying"},
});

std::string sounds_like(std::string_view word) {
  const std::string plain = lowered(word);
  for (const auto& [said, heard] : alike) {
    if (plain == said) return std::string(heard);
  }
  return std::string(word);
}

}  // namespace

std::string heard_through_noise(std::string_view words, double strength, Draw& draw) {
  if (strength <= 0) return std::string(words);
  std::vector<std::string> heard;
  for (const std::string_view word : split(words, ' ')) {
    if (draw.chance(strength * drop_share)) continue;
    heard.push_back(draw.chance(strength * alike_share) ? sounds_like(word) : std::string(word));
  }
  for (std::size_t i = 1; i < heard.size(); ++i) {
    if (draw.chance(strength * swap_share)) std::swap(heard[i - 1], heard[i]);
  }
  return heard.empty() ? std::string(words) : joined(heard, " ");
}

}  // namespace callwright::sim
