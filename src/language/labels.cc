#include <algorithm>
#include <array>

#include "language/understanding.h"

// What the readings are called outside of the program.
namespace callwright::language {

std::string_view to_string(Language language) {
  constexpr std::array<std::string_view, 2> names = {"en", "es"};
  return names[static_cast<std::size_t>(language)];
}

namespace {
constexpr std::array<std::string_view, 4> trade_names = {"plumbing", "electrical", "hvac",
                                                         "general"};
constexpr std::array<std::string_view, 3> channel_names = {"voice", "sms", "chat"};

template <class Enum, std::size_t N>
std::optional<Enum> parsed(const std::array<std::string_view, N>& names, std::string_view text) {
  const auto found = std::ranges::find(names, text);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}
}  // namespace

std::string_view to_string(Trade trade) {
  return trade_names[static_cast<std::size_t>(trade)];
}

std::string_view to_string(Question question) {
  constexpr std::array<std::string_view, 16> names = {
      "none",       "name",  "address", "problem",           "time",
      "phone",      "email", "confirm", "emergency_confirm", "appointment_choice",
      "identity",   "pin",   "menu",    "message",           "anything_else",
      "owner_query"};
  return names[static_cast<std::size_t>(question)];
}

std::string_view to_string(Intent intent) {
  constexpr std::array<std::string_view, 14> names = {
      "none",      "schedule",       "reschedule",    "cancel",      "faq",
      "emergency", "speak_to_human", "leave_message", "affirm",      "deny",
      "repeat",    "goodbye",        "owner_query",   "out_of_scope"};
  return names[static_cast<std::size_t>(intent)];
}

std::string_view to_string(FaqTopic topic) {
  constexpr std::array<std::string_view, 9> names = {"hours",    "price",   "service_area",
                                                     "services", "payment", "license_insurance",
                                                     "warranty", "eta",     "location"};
  return names[static_cast<std::size_t>(topic)];
}

std::string_view to_string(EmergencyLevel level) {
  constexpr std::array<std::string_view, 3> names = {"not_emergency", "ambiguous", "emergency"};
  return names[static_cast<std::size_t>(level)];
}

std::string_view to_string(OptOut opt_out) {
  constexpr std::array<std::string_view, 4> names = {"none", "stop", "start", "help"};
  return names[static_cast<std::size_t>(opt_out)];
}

std::string_view to_string(Channel channel) {
  return channel_names[static_cast<std::size_t>(channel)];
}

std::optional<Trade> parse_trade(std::string_view text) {
  return parsed<Trade>(trade_names, text);
}

std::optional<Channel> parse_channel(std::string_view text) {
  return parsed<Channel>(channel_names, text);
}

}  // namespace callwright::language
