#include "language/understanding.h"

#include <algorithm>

#include "language/addresses.h"
#include "language/emails.h"
#include "language/emergencies.h"
#include "language/intents.h"
#include "language/names.h"
#include "language/opt_out.h"
#include "language/owner_queries.h"
#include "language/phones.h"
#include "language/service_kinds.h"
#include "language/spoken_language.h"
#include "language/times/times.h"
#include "language/words.h"

namespace callwright::language {
namespace {

// An emergency is looked for in pieces of this size, so that the time a long message takes grows
// with its length and not faster.
constexpr std::size_t piece_bytes_max = 2000;
// Everything else a person wants is said in the beginning.
constexpr std::size_t read_bytes_max = 4000;

std::string_view first_piece(std::string_view text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  const std::size_t space = text.substr(0, bytes_max).find_last_of(" \n");
  if (space != std::string_view::npos && space != 0) return text.substr(0, space);
  // No character is longer than this; what seems so is none, and is cut anywhere.
  constexpr std::size_t character_bytes_max = 4;
  for (std::size_t back = 0; back < character_bytes_max; ++back) {
    const std::size_t end = bytes_max - back;
    if ((static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U) return text.substr(0, end);
  }
  return text.substr(0, bytes_max);
}

EmergencyReading read_emergency_in_pieces(std::string_view text, const Context& context) {
  EmergencyReading all;
  while (!text.empty()) {
    const std::string_view piece = first_piece(text, piece_bytes_max);
    EmergencyReading reading = read_emergency(Words{piece}, context);
    all.level = std::max(all.level, reading.level);
    all.score = std::max(all.score, reading.score);
    for (std::string& reason : reading.reasons) {
      if (std::ranges::find(all.reasons, reason) == all.reasons.end()) {
        all.reasons.push_back(std::move(reason));
      }
    }
    text.remove_prefix(piece.size());
  }
  return all;
}

Slots read_slots(Words words, const Context& context) {
  Slots slots;
  const auto keep = [&words](auto found, auto& slot) {
    if (!found) return;
    slot = std::move(found->value);
    words.take(found->words);
  };
  slots.service = read_service(words, context.trade);
  slots.problem = read_problem(words, context.asked);
  keep(read_email(words, context), slots.email);
  keep(read_phone(words, context), slots.phone);
  keep(read_address(words, context), slots.address);
  keep(read_time(words, context), slots.date_time);
  keep(read_name(words, context), slots.name);
  return slots;
}

// "Is this an emergency?" answered with yes or no, where the words themselves name no hazard.
void apply_answer(const Context& context, Understanding& understanding) {
  if (context.asked != Question::EmergencyConfirm) return;
  EmergencyReading& emergency = understanding.emergency;
  if (understanding.intent.label == Intent::Affirm) {
    emergency.level = EmergencyLevel::Emergency;
    emergency.score = std::max(emergency.score, 0.95);
    emergency.reasons.emplace_back("confirmed");
  } else if (understanding.intent.label == Intent::Deny &&
             emergency.level == EmergencyLevel::Ambiguous) {
    emergency.level = EmergencyLevel::NotEmergency;
    emergency.reasons.emplace_back("denied");
  }
}

// An owner who was asked what to look up asks about the schedule, however it is put: "tomorrow",
// "message me Monday", "is Tony free".
void read_owner_answer(const Words& words, const Context& context, IntentReading& intent) {
  // "Any cancellations", "what was cancelled": looked up, not wished.
  const bool names_cancellations = std::ranges::any_of(words, [](const Word& word) {
    return word.text == "cancellations" || word.text == "cancelled" || word.text == "canceled" ||
           word.text == "cancelaciones";
  });
  const bool other_wish = (intent.label == Intent::Cancel && !names_cancellations) ||
                          intent.label == Intent::Reschedule || intent.label == Intent::Repeat ||
                          intent.label == Intent::OwnerQuery;
  constexpr double confidence = 0.8;
  if (!other_wish && asks_about_schedule(words, context))
    intent = {.label = Intent::OwnerQuery, .confidence = confidence};
}

// The owner who asks for "just the emergencies" has none; who says that there is one and asks "who
// do I call" has.
void read_owner_query(const Words& words, const Context& context, Understanding& understanding) {
  if (understanding.intent.label != Intent::OwnerQuery) return;
  understanding.schedule_query = read_schedule_query(words, context);
  EmergencyReading& emergency = understanding.emergency;
  const bool only_named = std::ranges::all_of(
      emergency.reasons, [](const std::string& reason) { return reason.starts_with("declared"); });
  const bool is_declared = emergency.level == EmergencyLevel::Emergency;
  if (only_named && (!is_declared || asks_about_schedule(words, context))) emergency = {};
}

}  // namespace

Understanding understand(std::string_view text, const Context& context) {
  Understanding understanding;
  understanding.emergency = read_emergency_in_pieces(text, context);

  const std::string_view beginning = first_piece(text, read_bytes_max);
  const Words words{beginning};
  understanding.language = spoken_language(words);
  understanding.opt_out = read_opt_out(beginning, context.channel);
  understanding.intent = read_intent(words, context);
  if (context.asked == Question::OwnerQuery)
    read_owner_answer(words, context, understanding.intent);
  understanding.slots = read_slots(words, context);

  apply_answer(context, understanding);
  read_owner_query(words, context, understanding);
  const bool is_content = context.asked == Question::Message;
  if (understanding.emergency.level == EmergencyLevel::Emergency && !is_content &&
      understanding.intent.label != Intent::Affirm) {
    understanding.intent = {.label = Intent::Emergency,
                            .confidence = understanding.emergency.score};
    understanding.schedule_query.reset();  // A query goes with its intent.
  }
  return understanding;
}

}  // namespace callwright::language
