#include "dialogue/domain/choice.h"

#include <array>
#include <string>
#include <utility>

#include "base/text.h"
#include "dialogue/domain/plain_answers.h"

namespace callwright::dialogue {
namespace {

constexpr int last = -1;

constexpr auto position_words = std::to_array<std::pair<std::string_view, int>>({
    {"first", 0},
    {"earliest", 0},
    {"primera", 0},
    {"primero", 0},
    {"second", 1},
    {"middle", 1},
    {"segunda", 1},
    {"segundo", 1},
    {"third", 2},
    {"tercera", 2},
    {"tercero", 2},
    {"last", last},
    {"latest", last},
    {"última", last},
    {"ultima", last},
});

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : lowered(text) + " ") {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (letter) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  return words;
}

std::optional<std::size_t> by_position(std::size_t count, std::string_view text) {
  std::optional<std::size_t> found;
  for (const std::string& word : words_of(text)) {
    for (const auto& [name, position] : position_words) {
      if (word != name) continue;
      const std::size_t index = position == last ? count - 1 : static_cast<std::size_t>(position);
      if (index >= count || (found && *found != index)) return std::nullopt;
      found = index;
    }
  }
  return found;
}

// The one visit the spoken time points at.
template <class Item>
std::optional<std::size_t> by_time(const std::vector<Item>& items,
                                   const std::optional<language::TimeReading>& said) {
  using Kind = language::TimeReading::Kind;
  if (!said || said->kind == Kind::None) return std::nullopt;
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Instant start = items[i].visit.begin;
    const bool fits = said->kind == Kind::Instant ? start == said->begin
                                                  : said->begin <= start && start < said->end;
    if (!fits) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

template <class Item>
std::optional<std::size_t> chosen(const std::vector<Item>& items,
                                  const language::Understanding& heard, std::string_view text) {
  if (items.empty()) return std::nullopt;
  if (const auto index = by_time(items, heard.slots.date_time)) return index;
  if (const auto index = by_position(items.size(), text)) return index;
  const bool agreed = heard.intent.label == language::Intent::Affirm;
  const bool named_a_time = heard.slots.date_time.has_value();
  if (items.size() == 1 && agreed && !named_a_time) return 0;
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> chosen_offer(const std::vector<Offer>& offers,
                                        const language::Understanding& heard,
                                        std::string_view text) {
  if (const auto offer = chosen(offers, heard, text)) return offer;
  const bool takes_first = !offers.empty() && !heard.slots.date_time && takes_any_offer(text);
  return takes_first ? std::optional<std::size_t>(0) : std::nullopt;
}

std::optional<std::size_t> chosen_visit(const std::vector<VisitChoice>& visits,
                                        const language::Understanding& heard,
                                        std::string_view text) {
  return chosen(visits, heard, text);
}

}  // namespace callwright::dialogue
