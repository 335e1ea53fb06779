#include <array>

#include "base/text.h"
#include "language/understanding.h"
#include "reception/trace.h"
#include "server/commands/commands.h"
#include "server/commands/console.h"

namespace callwright::server {
namespace {

using language::Question;

std::optional<Question> parse_question(std::string_view text) {
  if (text.empty()) return Question::None;
  for (int i = 0; i <= static_cast<int>(Question::OwnerQuery); ++i) {
    const auto question = static_cast<Question>(i);
    if (language::to_string(question) == text) return question;
  }
  return std::nullopt;
}

Result<Json> read(const UnderstandOptions& options, Zone& zone) {
  TRY_ASSIGN(zone, Zone::find(options.zone));
  TRY_ASSIGN(const Instant now, instant_or_now(options.now));
  const auto trade = language::parse_trade(options.trade);
  if (!trade)
    return failure(ErrorCode::Invalid, "--trade is plumbing, electrical, hvac or general");
  const auto asked = parse_question(options.asked);
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
}

}  // namespace

int understand(const UnderstandOptions& options) {
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
