#include <benchmark/benchmark.h>

#include "language/redaction.h"

namespace callwright::language {
namespace {

// What passes through most: words without a number to hide.
constexpr std::string_view clean =
    "Hi, this is Dana from the house on the corner, the water heater in the garage has started to "
    "make a rumbling noise and there is a little puddle under it every morning. I looked at the "
    "pipes and could not find where it comes from. Could somebody have a look at it this week? "
    "Mornings are best for us, but after lunch would be fine as well, whatever is easier for you. "
    "The gate is usually open, and the dog is friendly. Thank you so much, and have a nice day!\n";

// Numbers that stay: houses, prices, times, models.
constexpr std::string_view numbers =
    "Job 4471 at 1204 Oak Street, apartment 3, on Tuesday the 14th at 2:30 pm: replaced the 50 "
    "gallon heater (model XE50M06ST45U1), two valves and one pump for 1,250 dollars; the next "
    "visit "
    "is between 10 and 12 on the twenty third, call ahead, and bring a 20x25x4 filter.\n";

constexpr std::string_view secrets =
    "my card is four one one one, one one one one, one one one one, one one one one and it expires "
    "oh four twenty seven, my social is 123-45-6789, routing number 021000021 and the account is "
    "000123456789.\n";

void redaction(benchmark::State& state, std::string_view line) {
  constexpr std::size_t bytes = std::size_t{1} << 20U;
  std::string text;
  while (text.size() < bytes) text += line;
  for (auto _ : state) benchmark::DoNotOptimize(redact(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

BENCHMARK_CAPTURE(redaction, clean_text, clean);
BENCHMARK_CAPTURE(redaction, harmless_numbers, numbers);
BENCHMARK_CAPTURE(redaction, secrets, secrets);

}  // namespace
}  // namespace callwright::language
