#pragma once

#include <array>
#include <string_view>

// The closed lists of words in a tenant document, in the order of their enumerators.
namespace callwright::tenants {

inline constexpr std::array<std::string_view, 7> weekday_words = {"mon", "tue", "wed", "thu",
                                                                  "fri", "sat", "sun"};
inline constexpr std::array<std::string_view, 2> language_words = {"en", "es"};
inline constexpr std::array<std::string_view, 4> trade_words = {"plumbing", "electrical", "hvac",
                                                                "general"};
inline constexpr std::array<std::string_view, 9> faq_topic_words = {
    "hours",    "price", "service_area", "services", "payment", "license_insurance",
    "warranty", "eta",   "location"};
inline constexpr std::array<std::string_view, 3> after_hours_words = {"book", "callback",
                                                                      "voicemail"};
inline constexpr std::array<std::string_view, 4> subscription_words = {"trialing", "active",
                                                                       "past_due", "canceled"};

template <class Enum, std::size_t size>
constexpr std::string_view word_of(const std::array<std::string_view, size>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

}  // namespace callwright::tenants
