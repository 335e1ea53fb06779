#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/understanding.h"

// What a model may propose, and what becomes of it. Rules decide: a proposal fills what the rules
// left empty, from the person's own words, and goes through the same policy as they do.
namespace callwright::reception {

// A value is quoted: the person's words that say it, never the model's.
struct Proposal {
  language::Intent intent = language::Intent::None;
  double confidence = 0;
  std::optional<language::FaqTopic> faq_topic;
  bool emergency = false;
  std::string service;  // The key of a kind of work, or empty.
  std::string name, address, phone, email, problem, date_time;

  friend bool operator==(const Proposal&, const Proposal&) = default;
};

// Why there is no proposal.
enum class NoProposal : std::uint8_t {
  Unanswered,   // Asked, and the answer was not there when the turn was taken.
  BreakerOpen,  // The provider has failed lately.
  DailyCap,     // The tenant has asked enough today.
  Unreachable,
  Timeout,
  Throttled,
  ProviderError,
  Declined,   // The provider would not answer: credentials, content, its own refusal.
  Malformed,  // No JSON where JSON was asked for, or cut off.
  Schema,     // A member too many, missing, of another kind, or a label that was not offered.
  TooLong,
};
constexpr std::size_t no_proposal_count = 11;

using ProposalResult = std::expected<Proposal, NoProposal>;

// What a model may say a person wants. Yes, no and goodbye are not among them: those are for the
// person to say, and for the rules to hear.
std::span<const language::Intent> proposable_intents();

// Below this the rules' own reading of an intent is unsure. From the calibration that `./dev eval`
// prints: of our own sentences read with less, one of seven was read right, of the others all.
constexpr double sure_min = 0.55;
// Below this a model's is not worth having.
constexpr double proposal_confidence_min = 0.7;
constexpr std::size_t proposal_words_bytes_max = 600;

// Whether a model is worth asking: words the rules could not read as an answer, at a question whose
// answer is no matter of yes or no, and nothing that must not wait.
bool wants_proposal(const language::Understanding& heard, language::Question asked,
                    std::string_view words);

// What became of each part that was proposed, for the record.
struct Weighed {
  language::Understanding understanding;
  std::vector<std::string> taken;    // "intent", "name", ...
  std::vector<std::string> refused;  // "intent:unsure", "name:not_said", ...
};

// The reading with what may be taken from the proposal. The context is that of the words.
Weighed weigh(language::Understanding heard, const Proposal& proposal, std::string_view words,
              const language::Context& context);

std::string_view to_string(NoProposal);

}  // namespace callwright::reception
