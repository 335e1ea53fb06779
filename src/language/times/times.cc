#include "language/times/times.h"

#include <algorithm>

#include "language/times/resolve.h"
#include "language/times/scan.h"

namespace callwright::language {

std::optional<Found<TimeReading>> read_time(const Words& words, const Context& context) {
  const LocalTime now = context.zone.to_local(context.reference_time);
  const std::vector<Phrase> phrases = scan_times(words, Day(now.date), context.asked);
  auto reading = resolve_times(phrases, context);
  if (!reading) return std::nullopt;
  Found<TimeReading> found{.value = std::move(*reading), .words = {}};
  for (const Phrase& phrase : phrases) found.words.push_back(phrase.words);
  return found;
}

}  // namespace callwright::language
