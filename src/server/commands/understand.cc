#include <array>
#include <iostream>

#include "base/text.h"
#include "language/understanding.h"
#include "platform/clock/clock.h"
#include "reception/trace.h"
#include "server/commands/batch.h"
#include "server/commands/batch_reading.h"
#include "server/commands/commands.h"
#include "server/commands/console.h"

namespace callwright::server {
namespace {

using language::Question;

std::unexpected<Error> unknown_trade() {
  return failure(ErrorCode::Invalid, "--trade is plumbing, electrical, hvac or general");
}

Result<Json> read(const UnderstandOptions& options, Zone& zone) {
  TRY_ASSIGN(zone, Zone::find(options.zone));
  TRY_ASSIGN(const Instant now, instant_or_now(options.now));
  const auto trade = language::parse_trade(options.trade);
  if (!trade) return unknown_trade();
  const auto asked = options.asked.empty() ? Question::None : parse_question(options.asked);
  if (!asked) return failure(ErrorCode::Invalid, "--asked is no question of the receptionist's");
  const language::Context context{.reference_time = now,
                                  .zone = zone,
                                  .trade = *trade,
                                  .channel = language::Channel::Voice,
                                  .asked = *asked,
                                  .previous_prompt = {},
                                  .emergency_phrases = {},
                                  .not_emergency_phrases = {}};
  return reception::to_json(language::understand(options.text, context), zone);
}

// The reading as a person reads it: one line a fact.
void print_reading(const Json& reading) {
  const Json& emergency = reading["emergency"];
  std::vector<std::string> reasons;
  for (const Json& reason : *emergency["reasons"].as_array())
    reasons.push_back(*reason.as_string());
  const auto percent = [](const Json& value) {
    return std::to_string(static_cast<int>(value.as_number().value_or(0) * 100)) + " %";
  };
  print_line("intent     " + reading["intent"].string_or("label", "") + "  " +
             percent(reading["intent"]["confidence"]));
  print_line("emergency  " + emergency.string_or("level", "") + "  " + percent(emergency["score"]) +
             (reasons.empty() ? "" : "  because " + joined(reasons, ", ")));
  for (const Json::Member& slot : *reading["slots"].as_object()) {
    const std::string* text = slot.second.as_string();
    print_line(slot.first + std::string(slot.first.size() < 11 ? 11 - slot.first.size() : 1, ' ') +
               (text ? *text : slot.second.dump()));
  }
  if (reading.string_or("opt_out", "none") != "none")
    print_line("opt_out    " + reading.string_or("opt_out", ""));
  const Json& query = reading["schedule_query"];
  if (query.is_null()) return;
  print_line("schedule   " + query.string_or("range_start", "") + " to " +
             query.string_or("range_end", "") + ", " + query.string_or("filter", "") + ", " +
             query.string_or("action", ""));
}

int understand_batch(const UnderstandOptions& options) {
  const auto zone = Zone::find(options.zone);
  if (!zone) return report(zone.error());
  const auto trade = language::parse_trade(options.trade);
  if (!trade) return report(unknown_trade().error());
  const auto given = options.now.empty() ? std::nullopt : std::optional(parse_iso8601(options.now));
  if (given && !*given) return report(given->error());
  return run_batch(std::cin, std::cout, std::cerr, [&](const Json& line) -> Result<Json> {
    return read_line(
        line, {.zone = *zone, .now = given ? **given : SystemClock().now(), .trade = *trade});
  });
}

}  // namespace

int understand(const UnderstandOptions& options) {
  if (options.batch) return understand_batch(options);
  Zone zone = Zone::utc();
  const auto reading = read(options, zone);
  if (!reading) return report(reading.error());
  if (options.json) {
    print_line(reading->dump());
  } else {
    print_reading(*reading);
  }
  return exit_ok;
}

}  // namespace callwright::server
