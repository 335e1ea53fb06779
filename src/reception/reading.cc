#include "reception/reading.h"

#include "language/redaction.h"

namespace callwright::reception {

const Said* words_of(const Turn& turn) {
  const Said* said = std::get_if<Said>(&turn.event);
  return said != nullptr && said->confidence >= confidence_min ? said : nullptr;
}

std::string safe_words(const std::string& text) {
  return language::redact(text).text;
}

std::string words_for_outsiders(const std::string& text) {
  return language::redact(text, {.dob = true, .email = true, .phone = true}).text;
}

language::Context context_of(const tenants::Tenant& tenant, const Turn& turn,
                             language::Question asked, Instant now) {
  return {.reference_time = now,
          .zone = tenant.zone,
          .trade = tenant.trade,
          .channel = turn.channel,
          .asked = asked,
          .previous_prompt = {},
          .emergency_phrases = tenant.emergency_phrases,
          .not_emergency_phrases = tenant.not_emergency_phrases};
}

std::optional<language::Understanding> read_words(const tenants::Tenant& tenant, const Turn& turn,
                                                  language::Question asked, Instant now,
                                                  std::optional<Instant> day_in_talk) {
  const Said* said = words_of(turn);
  if (said == nullptr) return std::nullopt;
  language::Context context = context_of(tenant, turn, asked, now);
  context.day_in_talk = day_in_talk;
  return language::understand(safe_words(said->text.text()), context);
}

}  // namespace callwright::reception
