#include "server/commands/batch_reading.h"

#include <cstdio>

#include "language/questions.h"
#include "reception/trace.h"
#include "server/commands/batch.h"

namespace callwright::server {
namespace {

using language::Question;

// When and where the words are said.
struct Moment {
  Instant now;
  Zone zone;
};

// The zone of the offset that an ISO 8601 time ends with.
Result<Zone> zone_of(std::string_view reference, Instant instant) {
  const std::size_t offset = reference.find_last_of("+-Zz");
  TRY_ASSIGN(const Instant local, parse_iso8601(std::string(reference.substr(0, offset)) + "Z"));
  const auto east = std::chrono::duration_cast<Minutes>(local - instant);
  const auto minutes = std::chrono::abs(east).count();
  char name[32];
  std::snprintf(name, sizeof name, "Fixed/UTC%c%02d:%02d:00", east < Minutes(0) ? '-' : '+',
                static_cast<int>(minutes / 60), static_cast<int>(minutes % 60));
  return Zone::find(name);
}

Result<Moment> moment_of(const Json& line, const ReadingDefaults& defaults) {
  TRY_ASSIGN(const auto reference, text_member(line, "reference_time"));
  TRY_ASSIGN(const auto timezone, text_member(line, "timezone"));
  Moment moment{.now = defaults.now, .zone = defaults.zone};
  if (reference) {
    TRY_ASSIGN(moment.now, parse_iso8601(*reference));
    TRY_ASSIGN(moment.zone, zone_of(*reference, moment.now));
  }
  if (timezone) {
    TRY_ASSIGN(moment.zone, Zone::find(*timezone));
  }
  return moment;
}

Result<language::Trade> trade_of(const Json& line, const ReadingDefaults& defaults) {
  TRY_ASSIGN(const auto name, text_member(line, "trade"));
  if (!name) return defaults.trade;
  const auto trade = language::parse_trade(*name);
  if (!trade) {
    return failure(ErrorCode::Invalid, "\"trade\" is plumbing, electrical, hvac or general");
  }
  return *trade;
}

Result<language::Channel> channel_of(const Json& line) {
  TRY_ASSIGN(const auto name, text_member(line, "channel"));
  if (!name) return language::Channel::Voice;
  const auto channel = language::parse_channel(*name);
  if (!channel) return failure(ErrorCode::Invalid, "\"channel\" is voice, sms or chat");
  return *channel;
}

// A prompt is one of our questions by its name, or any words that were said before these.
Question asked_by(const std::string& prompt) {
  return parse_question(prompt).value_or(language::question_of(prompt));
}

}  // namespace

std::optional<Question> parse_question(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Question::OwnerQuery); ++i) {
    const auto question = static_cast<Question>(i);
    if (language::to_string(question) == name) return question;
  }
  return std::nullopt;
}

Result<Json> read_line(const Json& line, const ReadingDefaults& defaults) {
  TRY_ASSIGN(const std::string text, needed_text_member(line, "text"));
  TRY_ASSIGN(const Moment moment, moment_of(line, defaults));
  TRY_ASSIGN(const language::Trade trade, trade_of(line, defaults));
  TRY_ASSIGN(const language::Channel channel, channel_of(line));
  TRY_ASSIGN(const auto prompt, text_member(line, "previous_prompt"));
  const language::Context context{.reference_time = moment.now,
                                  .zone = moment.zone,
                                  .trade = trade,
                                  .channel = channel,
                                  .asked = asked_by(prompt.value_or("")),
                                  .previous_prompt = {},
                                  .emergency_phrases = {},
                                  .not_emergency_phrases = {}};
  return reception::to_json(language::understand(text, context), moment.zone);
}

}  // namespace callwright::server
