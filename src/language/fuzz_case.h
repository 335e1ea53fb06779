#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>

#include "base/result.h"
#include "language/understanding.h"
#include "language/words.h"

// What the fuzz targets of the readers share.
namespace callwright::language {

// An utterance and the context in which it is said, which the first byte picks.
struct FuzzCase {
  std::string_view text;
  Context context;

  FuzzCase(const std::uint8_t* bytes, std::size_t size)
      : text(reinterpret_cast<const char*>(bytes), size) {
    // A Sunday on which clocks change, the last day of a month, the eve of a leap day, a Tuesday.
    static constexpr std::array<std::string_view, 4> nows = {
        "2026-03-08T01:30:00-06:00", "2026-10-31T23:59:00-05:00", "2028-02-28T12:00:00-06:00",
        "2026-03-10T10:00:00-05:00"};
    static const Zone chicago = Zone::find("America/Chicago").value();
    const std::size_t pick = size == 0 ? 0 : bytes[0];
    constexpr std::size_t questions = static_cast<std::size_t>(Question::OwnerQuery) + 1;
    context = {.reference_time = parse_iso8601(nows[pick % nows.size()]).value(),
               .zone = chicago,
               .trade = static_cast<Trade>(pick / 4 % 4),
               .channel = static_cast<Channel>(pick % 3),
               .asked = static_cast<Question>(pick % questions)};
  }
};

// The words that a reader took lie in the utterance.
template <class Value>
void assert_words_exist(const Found<Value>& found, const Words& words) {
  for (const WordRange& range : found.words) {
    ASSERT(!range.empty());
    ASSERT(range.end <= words.size());
  }
}

// Reading a text of the same words over and over again takes time in proportion: four times the
// text may take twelve times as long, never sixteen. One input in 128 is tried.
template <class Read>
void assert_linear_time(std::string_view text, Read read) {
  if (text.empty() || static_cast<unsigned char>(text.back()) % 128 != 0) return;
  const auto processor_time = [&](std::size_t bytes) {
    std::string repeated;
    while (repeated.size() < bytes) repeated += text;
    const std::clock_t begin = std::clock();
    read(std::string_view(repeated));
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  };
  constexpr std::size_t bytes = 1000;
  constexpr double ratio_max = 12;
  constexpr double too_short_to_tell = 0.1;
  const double once = processor_time(bytes);
  const double four_times = processor_time(4 * bytes);
  ASSERT(four_times < too_short_to_tell || four_times < once * ratio_max);
}

}  // namespace callwright::language
