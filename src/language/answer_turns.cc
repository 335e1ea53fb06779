#include "language/answer_turns.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "language/phrases.h"

namespace callwright::language {
namespace {

constexpr WordClass classes[] = {
    {"yes", "yes|yeah|yep|yup|yea|ya|sure|ok|okay|right|alright|perfect|great|fine|si|bueno|claro"},
    {"no", "no|nope|nah|naw|nel"},
    {"wrong", "wrong|mistaken|incorrect|false"},
};

struct Turn {
  Intent meant;
  std::string_view phrase;  // Notation: phrases.h.
};

// In the order of precedence.
constexpr Turn turns[] = {
    // A yes that is taken back.
    {Intent::Deny, "^ <yes> actually|wait|sorry|well|hmm|but|then|mejor? <no> $"},
    {Intent::Deny, "^ <yes> <no> $"},
    {Intent::Deny, "^ <yes> actually|but? <no> thanks|thank|gracias|more"},
    {Intent::Deny, "^ <yes> not $"},
    {Intent::Deny, "^ <yes> i|we don't|do|dont not? think|believe|want so|that|it|to|$"},
    {Intent::Deny, "hardly|scarcely right|correct|true|accurate|fine|good|it"},
    {Intent::Deny, "can't|cannot|couldn't be right|correct|true|it"},
    {Intent::Deny, "far from right|correct|it|true|fine|okay"},
    {Intent::Deny, "^ <no> i'm|im|we're good|fine|ok|okay|alright thanks|thank|$"},
    {Intent::Deny, "^ <no> i|we am|are good|fine|ok|okay|alright thanks|thank|$"},
    {Intent::Deny, "^ <yes>? that's|thats|that is? enough"},
    {Intent::Deny, "^ <no> need it's|its|that's|thats|it|that is? fine|ok|okay|good|alright"},

    // Two denials that agree.
    {Intent::Affirm,
     "^ <yes>|that's|thats|it's|that|it? is? not a|an? problem|issue|bother|trouble"},
    {Intent::Affirm,
     "^ <yes>? no problem|problems|worries|issue|issues|objection|objections|doubt"},
    {Intent::Affirm, "^ <yes>? ningun|sin|no hay problema|inconveniente"},
    {Intent::Affirm, "no|without a? doubt"},
    {Intent::Affirm, "have|got|see no objection|objections|problem|issue|complaints with|to|$"},
    {Intent::Affirm, "nothing wrong|amiss with|there|about|$"},
    {Intent::Affirm, "^ <yes>? not bad"},
    {Intent::Affirm, "couldn't|can't agree more"},
    {Intent::Affirm, "couldn't|can't be better|happier"},
    {Intent::Affirm, "can't|cannot complain"},
    {Intent::Affirm, "i|we|i'd|we'd don't|dont|wouldn't|won't mind|object that|it|at|$"},
    {Intent::Affirm, "wouldn't|won't|can't|cannot say no"},
    {Intent::Affirm, "you|that|it|you're|that's|it's aren't|isn't|not|are|is not? <wrong> $"},
    {Intent::Affirm, "^ <no> i agree"},
    {Intent::Affirm, "^ <no> absolutely|definitely|totally|exactly $"},
    {Intent::Affirm, "^ <no> you're|you|youre are? right|correct"},
    {Intent::Affirm, "^ why not $"},
    {Intent::Affirm,
     "^ <yes>? that's|thats|it's|its|everything's all right|alright|fine|good|okay|ok|correct|well|"
     "perfect|clear"},
    {Intent::Affirm,
     "^ <yes>? that|it|everything is|are all right|fine|good|okay|ok|correct|clear"},
    {Intent::Affirm, "^ <no> it's|its okay|ok|fine|good|alright|great go|please|proceed|book"},

    // Neither.
    {Intent::None,
     "^ <yes> i|i've|i'm|we|it|its|it's|they|he|she|there .. "
     "not|never|don't|dont|didn't|didnt|doesn't|can't|cant|cannot|couldn't|won't|wont|haven't|"
     "hasn't|wasn't|isn't|no"},
    {Intent::None, "^ <yes>? no|not|don't|dont rush|hurry|worry"},
    {Intent::None, "^ <no> perfect|great|fine|okay|ok|good thanks|thank"},
};

bool says_one_of(const PhraseSet& set, const Words& words) {
  return !set.find(words).empty();
}

// "That's it": all is right, or nothing else is wanted. The question decides.
bool is_all(const Words& words) {
  constexpr std::string_view phrases[] = {
      "^ that's|thats|that|that'll is|was|will|would|should? be? it|all|everything",
      "all|everything <wrong>"};
  static const PhraseSet set(phrases, classes);
  const std::vector<PhraseMatch> matches = set.find(words);
  return matches.size() == 1 && matches.front().phrase == 0 && matches.front().words.begin == 0;
}

// "No. That would be all." Nothing more is wanted, whatever was asked.
bool wants_no_more(const Words& words) {
  constexpr std::string_view phrases[] = {
      "that's|thats|that|this|that'll is|was|will|would|should? be? all|everything "
      "i|we|for|now|today|thanks|thank|$",
      "that|this|that'll will|would|should|ought to? be|do it|nicely",
      "nothing|none else|more|further",
      "es|seria|eso es? todo",
  };
  static const PhraseSet set(phrases, classes);
  return words.is_any(0, {"no", "nope", "nah", "naw"}) && says_one_of(set, words);
}

// Who is asked what else is wanted, and only gives thanks, wants nothing: "great, thanks", but
// "yes please, thanks".
std::optional<Intent> thankful_answer(const Words& words) {
  constexpr std::string_view thanks[] = {"thank*|thanks|thanx|gracias|appreciate*"};
  constexpr std::string_view yes[] = {
      "^ yes|yeah|yep|yup|yea|si|sure|actually .. please|favor|there|i|one|just|about"};
  static const PhraseSet thanks_set(thanks, classes);
  static const PhraseSet yes_set(yes, classes);
  if (!says_one_of(thanks_set, words)) return {};
  return says_one_of(yes_set, words) ? Intent::Affirm : Intent::Deny;
}

}  // namespace

std::optional<Intent> answer_turn(const Words& words, Question asked) {
  // Longer than an answer is; and who is asked whether anything else is wanted, or whether there is
  // danger, means with "no problem" that there is none.
  constexpr std::size_t words_max = 9;
  constexpr std::size_t thanks_words_max = 14;
  if (words.size() <= thanks_words_max && wants_no_more(words)) return Intent::Deny;
  if (words.size() <= words_max && asked == Question::AnythingElse) return thankful_answer(words);
  if (words.size() > words_max || (asked != Question::None && asked != Question::Confirm))
    return {};
  static const PhraseSet set = [] {
    std::vector<std::string_view> phrases;
    for (const Turn& turn : turns) phrases.push_back(turn.phrase);
    return PhraseSet(phrases, classes);
  }();
  std::size_t first = std::size(turns);
  for (const PhraseMatch& match : set.find(words)) first = std::min(first, match.phrase);
  if (first != std::size(turns)) return turns[first].meant;
  return asked == Question::None && is_all(words) ? std::optional(Intent::None) : std::nullopt;
}

}  // namespace callwright::language
