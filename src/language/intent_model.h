#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "language/intent_features.h"
#include "language/understanding.h"

// A linear classifier over the words of an utterance and what the tables of phrases say about them.
// It is trained from phrases/ when the program is built (tools/training) and never changes after.
namespace callwright::language {

constexpr std::size_t intent_count = static_cast<std::size_t>(Intent::OutOfScope) + 1;

// What the classifier tells apart: intents, and questions by their topic. The name is also that of
// the file of phrases.
struct IntentClass {
  std::string_view name;
  Intent label = Intent::None;
  std::optional<FaqTopic> topic = std::nullopt;
};

constexpr std::array<IntentClass, 22> intent_classes = {{
    {"none", Intent::None},
    {"schedule", Intent::Schedule},
    {"reschedule", Intent::Reschedule},
    {"cancel", Intent::Cancel},
    {"speak_to_human", Intent::SpeakToHuman},
    {"leave_message", Intent::LeaveMessage},
    {"affirm", Intent::Affirm},
    {"deny", Intent::Deny},
    {"repeat", Intent::Repeat},
    {"goodbye", Intent::Goodbye},
    {"owner_query", Intent::OwnerQuery},
    {"out_of_scope", Intent::OutOfScope},
    {"faq_general", Intent::Faq},
    {"faq_hours", Intent::Faq, FaqTopic::Hours},
    {"faq_price", Intent::Faq, FaqTopic::Price},
    {"faq_service_area", Intent::Faq, FaqTopic::ServiceArea},
    {"faq_services", Intent::Faq, FaqTopic::Services},
    {"faq_payment", Intent::Faq, FaqTopic::Payment},
    {"faq_license_insurance", Intent::Faq, FaqTopic::LicenseInsurance},
    {"faq_warranty", Intent::Faq, FaqTopic::Warranty},
    {"faq_eta", Intent::Faq, FaqTopic::Eta},
    {"faq_location", Intent::Faq, FaqTopic::Location},
}};

// A weight for each feature and class, feature by feature, in steps of 1 / weight_steps.
constexpr std::size_t intent_weights_size = feature_count * intent_classes.size();
constexpr double weight_steps = 24;

using IntentScores = std::array<double, intent_classes.size()>;

// How probable each class is; the sum is one.
IntentScores classify_intent(const IntentFeatures& features);

}  // namespace callwright::language
