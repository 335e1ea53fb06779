#include "dialogue/domain/hearing.h"

#include <algorithm>

#include "base/text.h"
#include "dialogue/domain/choice.h"
#include "dialogue/domain/first_words.h"
#include "dialogue/domain/holding_on.h"
#include "dialogue/domain/number_correction.h"
#include "dialogue/domain/plain_answers.h"
#include "language/words.h"

namespace callwright::dialogue {
namespace {

using language::EmergencyLevel;
using language::Intent;

// Replaces what is known by what was said; true when that changed anything.
template <class T>
bool take(T& known, const T& said) {
  if (known == said) return false;
  known = said;
  return true;
}

// "It's Pat", of whom "Pat Example" is on file.
bool is_part_of(std::string_view name, std::string_view known) {
  const auto padded = [](std::string_view text) { return " " + lowered(text) + " "; };
  return padded(known).contains(padded(name));
}

// "88" - "Elm Street": who writes in pieces gives the number of the house first.
void keep_house_number(Memory& memory, std::string_view text) {
  constexpr std::size_t digits_max = 6;
  const language::Words words(text);
  if (words.size() == 1 && words[0].is_digits() && words[0].text.size() <= digits_max)
    memory.house_number = words[0].text;
}

bool absorb_address(Memory& memory, const language::AddressReading& said) {
  customers::Address address = memory.address;
  if (!said.street.empty()) {
    // Another house: nothing of the old address may be mixed into the new one.
    if (!address.street.empty() && address.street != said.street) address = {};
    address.street = said.street;
    if (!memory.house_number.empty() && !is_digit(said.street.front()))
      address.street = memory.house_number + " " + said.street;
    memory.house_number.clear();
  }
  if (!said.unit.empty()) address.unit = said.unit;
  if (!said.city.empty()) address.city = said.city;
  if (!said.state.empty()) address.state = said.state;
  if (!said.zip.empty()) address.zip = said.zip;
  // A ZIP or a town alone is no address, unless it completes one or was asked for.
  if (address.street.empty() && memory.stage != Stage::Place) {
    return false;
  }
  return take(memory.address, address);
}

// "It's Dana, not Diana": the part of a name that is named as wrong, and not the rest of it.
std::string corrected_name(std::string_view known, std::string_view said, std::string_view text) {
  if (said.contains(' ')) return std::string(said);
  const language::Words words(text);
  std::vector<std::string> parts;
  bool corrected = false;
  for (const std::string_view part : split(known, ' ')) {
    const bool is_named = std::ranges::any_of(
        words, [&](const language::Word& word) { return word.text == language::folded(part); });
    parts.emplace_back(is_named && !corrected ? said : part);
    corrected |= is_named;
  }
  return corrected ? joined(parts, " ") : std::string(said);
}

// A business, or a name that no table knows, is claimed in a few words that say nothing else.
std::optional<std::string> bare_claim(const language::Understanding& heard, std::string_view text) {
  constexpr std::size_t words_max = 5;
  const bool says_else =
      heard.intent.label != Intent::OutOfScope && heard.intent.label != Intent::None;
  const language::Words words(text);
  if (says_else || words.empty() || words.size() > words_max ||
      std::ranges::any_of(words, &language::Word::is_digits))
    return std::nullopt;
  return words.folded({.begin = 0, .end = words.size()});
}

// An answer to "who are you?" is an answer even when it says what is on file.
bool absorb_claim(Memory& memory, const language::Understanding& heard, std::string_view text) {
  const language::Slots& said = heard.slots;
  if (said.name) memory.claimed_name = said.name->full;
  if (!said.name && !said.address) {
    const auto claim = bare_claim(heard, text);
    if (claim) memory.claimed_name = *claim;
    return claim.has_value();
  }
  if (said.address) {
    memory.claimed_address = {.street = said.address->street,
                              .unit = said.address->unit,
                              .city = said.address->city,
                              .state = said.address->state,
                              .zip = said.address->zip};
  }
  return said.name || said.address;
}

// A window that begins at this very moment moves with the clock: said again it is the same wish.
bool is_same_wish(const TimeWish& wish, TimeWish other) {
  const auto begins_now = [](const TimeWish& each) {
    return each.window.begin.time_since_epoch() % Minutes(1) != Milliseconds(0);
  };
  if (begins_now(wish) && begins_now(other)) other.window.begin = wish.window.begin;
  return wish == other;
}

bool replace_wish(Memory& memory, TimeWish wish) {
  if (memory.wish && is_same_wish(*memory.wish, wish)) return false;
  memory.wish = std::move(wish);
  memory.chosen.reset();
  memory.offers.clear();
  return true;
}

bool absorb_time(Memory& memory, const language::TimeReading& said) {
  using Kind = language::TimeReading::Kind;
  if (said.kind == Kind::None && !said.asap && said.exclude.empty()) return false;
  TimeWish wish;
  wish.asap = said.asap;
  wish.exclude = said.exclude;
  if (said.kind == Kind::Instant) {
    wish.exact = said.begin;
    wish.window = {said.begin, said.begin + Minutes(1)};
  } else if (said.kind != Kind::None) {
    wish.window = {said.begin, said.end};
  }
  return replace_wish(memory, std::move(wish));
}

// "No, fifty, not fifteen": the part of a number that was misheard, said on its own.
bool absorb_correction(Memory& memory, std::string_view text) {
  const bool at_address = memory.doubt == Value::Address || memory.stage == Stage::BookingConfirm ||
                          memory.stage == Stage::Change;
  const auto correction = read_number_correction(text);
  if (!correction) return false;
  const bool alone_counts = memory.stage == Stage::ValueConfirm || memory.doubt_refused;
  if (correction->wrong.empty() && !alone_counts) return false;
  if (at_address) {
    if (const auto street = with_house_number(memory.address.street, *correction)) {
      return take(memory.address.street, *street);
    }
  }
  if (memory.phone && (memory.doubt == Value::Phone || !correction->wrong.empty())) {
    const auto phone = with_digits(*memory.phone, *correction);
    if (phone) return take_phone(memory, phone);
  }
  return false;
}

// Whether the words give the value this stage has asked for, be it the same as before.
bool answers_question(const Memory& memory, const language::Slots& said) {
  switch (memory.stage) {
    case Stage::Name:
      return said.name.has_value();
    case Stage::Phone:
      return said.phone.has_value();
    case Stage::Address:
      return said.address && !said.address->street.empty();
    case Stage::Email:
      return said.email.has_value();
    default:
      return false;
  }
}

// What a recogniser that is not sure may have got wrong: the most error-prone first.
std::optional<Value> heard_value(const language::Slots& said) {
  if (said.address && !said.address->street.empty()) return Value::Address;
  if (said.phone) return Value::Phone;
  if (said.email) return Value::Email;
  if (said.name) return Value::Name;
  return std::nullopt;
}

void note_doubt(Memory& memory, const language::Slots& said, bool answered, bool sure) {
  const auto value = value_of(memory.stage);
  if (answered && memory.doubt == value) {
    memory.doubt_refused = false;
    return;
  }
  if (memory.stage == Stage::ValueConfirm) memory.doubt_refused = false;
  if (sure || memory.doubt || !answered) return;
  memory.doubt = heard_value(said);
  memory.doubt_refused = false;
  memory.clarity = Clarity::Natural;
}

// "Hello dear", "about your car's warranty": words that name no work are no problem to book a visit
// for. Said again in answer to the same question they are.
bool is_told_problem(const Memory& memory, const language::Understanding& heard) {
  const bool opens = memory.stage == Stage::Start || memory.stage == Stage::Opening;
  return !opens || memory.repairs > 0 || heard.slots.service ||
         heard.intent.label == Intent::Schedule ||
         heard.emergency.level != EmergencyLevel::NotEmergency;
}

bool speaks(const tenants::Tenant& tenant, language::Language language) {
  return std::ranges::find(tenant.languages, language) != tenant.languages.end();
}

bool is_wish(Intent intent) {
  return intent == Intent::SpeakToHuman || intent == Intent::LeaveMessage ||
         intent == Intent::Cancel || intent == Intent::Reschedule || intent == Intent::Repeat ||
         intent == Intent::Goodbye;
}

// "Spanish please", beside which there is no room for a problem or a wish.
bool says_little_else(const language::Understanding& heard, std::string_view text) {
  constexpr std::size_t words_max = 6;
  return language::Words(text).size() <= words_max && !heard.slots.service &&
         !is_wish(heard.intent.label) && heard.emergency.level == EmergencyLevel::NotEmergency;
}

bool absorb_town(Memory& memory, const tenants::ServiceArea& area, std::string_view text,
                 bool sure) {
  const auto town = town_in(text, area);
  if (!town || !take(memory.address.city, *town)) return false;
  if (!sure && !memory.doubt) {
    memory.doubt = Value::Address;
    memory.doubt_refused = false;
    memory.clarity = Clarity::Natural;
  }
  return true;
}

// Who has no wish when is offered the first times there are.
bool absorb_open_time(Memory& memory, const language::Slots& said, std::string_view text) {
  if (said.date_time || !leaves_time_open(text)) return false;
  replace_wish(memory, TimeWish{.asap = true});
  return true;
}

// "Tomorrow, as late as possible", "anything sooner?": other times than the first there are, or
// than those that were offered or read back.
bool absorb_other_time(Memory& memory, const language::Slots& said, std::string_view text) {
  const bool read_back =
      memory.stage == Stage::BookingConfirm || memory.stage == Stage::MoveConfirm;
  const bool in_talk = read_back || memory.stage == Stage::Offers || memory.stage == Stage::Time;
  if (!in_talk && !said.date_time) return false;
  const auto other = drops_task(text) ? std::nullopt : asks_for_other_time(text);
  if (!other) return false;
  TimeWish wish = memory.wish.value_or(TimeWish{.asap = true});
  if (*other == OtherTime::Latest) {
    if (wish.exact) wish = {.exclude = wish.exclude, .asap = true};
    wish.latest = true;
    return replace_wish(memory, std::move(wish));
  }
  if (*other == OtherTime::SameHour) {
    wish.same_hour = true;
    return replace_wish(memory, std::move(wish));
  }
  std::vector<Offer> known = memory.offers;
  if (read_back && memory.chosen) known = {*memory.chosen};
  if (said.date_time || known.empty()) return false;
  constexpr std::chrono::days far{366};
  wish.exact.reset();
  wish.latest = false;
  wish.window = *other == OtherTime::Sooner
                    ? TimeRange{.begin = Instant(), .end = known.front().visit.begin}
                    : TimeRange{.begin = known.back().visit.begin + Minutes(1),
                                .end = known.back().visit.begin + far};
  return replace_wish(memory, std::move(wish));
}

language::Understanding without_time(language::Understanding heard) {
  heard.slots.date_time.reset();
  return heard;
}

// "The earliest one" is one of those that were offered, not the earliest there is.
bool points_at_offer(const Memory& memory, const language::Understanding& heard,
                     std::string_view text) {
  const auto& time = heard.slots.date_time;
  if (memory.stage != Stage::Offers || !time || !time->asap || !time->exclude.empty() ||
      time->kind != language::TimeReading::Kind::None)
    return false;
  return chosen_offer(memory.offers, without_time(heard), text).has_value();
}

}  // namespace

std::optional<Instant> day_in_talk(const Memory& memory, const Zone& zone) {
  const auto is_one_day = [&](Instant first, Instant last) {
    return zone.to_local(first).date == zone.to_local(last).date;
  };
  switch (memory.stage) {
    case Stage::Offers:
      if (memory.offers.empty() ||
          !is_one_day(memory.offers.front().visit.begin, memory.offers.back().visit.begin)) {
        return std::nullopt;
      }
      return memory.offers.front().visit.begin;
    case Stage::BookingConfirm:
    case Stage::MoveConfirm:
      return memory.chosen ? std::optional(memory.chosen->visit.begin) : std::nullopt;
    case Stage::Time:
      if (!memory.wish || memory.wish->window.empty() ||
          !is_one_day(memory.wish->window.begin, memory.wish->window.end - Minutes(1))) {
        return std::nullopt;
      }
      return memory.wish->window.begin;
    default:
      return std::nullopt;
  }
}

bool absorb(Memory& memory, const language::Understanding& heard, std::string_view text,
            bool sure) {
  const language::Slots& slots = heard.slots;
  if (memory.stage == Stage::Identity) return absorb_claim(memory, heard, text);
  bool changed = false;
  if (slots.name && !is_part_of(slots.name->full, memory.name))
    changed |= take(memory.name, corrected_name(memory.name, slots.name->full, text));
  if (slots.phone) changed |= take_phone(memory, slots.phone);
  if (slots.email) changed |= take(memory.email, *slots.email);
  if (slots.address) changed |= absorb_address(memory, *slots.address);
  if (!slots.address && !slots.phone) changed |= absorb_correction(memory, text);
  const bool asked_where =
      memory.stage == Stage::Address || memory.stage == Stage::EmergencyAddress;
  if (asked_where && !slots.address && !slots.phone) keep_house_number(memory, text);
  if (slots.date_time) changed |= absorb_time(memory, *slots.date_time);
  // The first telling of the problem stands; what is said later is detail the technician will hear.
  const bool is_question = heard.intent.label == Intent::Faq;
  const bool is_told = !is_question && heard.intent.label != Intent::Repeat;
  if (slots.problem && memory.problem.empty() && is_told && is_told_problem(memory, heard))
    changed |= take(memory.problem, *slots.problem);
  if (slots.service && memory.service.empty()) changed |= take(memory.service, *slots.service);
  if (is_question) memory.faq_topic = heard.intent.faq_topic;
  const bool answered = answers_question(memory, slots);
  note_doubt(memory, slots, answered || changed, sure);
  return changed || answered;
}

Signal hear(Memory& memory, const tenants::Tenant& tenant, const language::Understanding& said,
            std::string_view text, bool sure) {
  const bool points = points_at_offer(memory, said, text);
  language::Understanding heard = points ? without_time(said) : said;
  if (only_asks_to_wait(text)) heard.slots.name.reset();
  const auto wanted = asks_for_language(text);
  if (wanted && speaks(tenant, *wanted)) {
    if (*wanted != memory.language && says_little_else(heard, text)) return Signal::OtherLanguage;
    memory.language = *wanted;
  } else if (heard.language == language::Language::Spanish && speaks(tenant, heard.language)) {
    memory.language = heard.language;
  }
  if (!memory.alert && heard.emergency.level > memory.emergency.level)
    memory.emergency = heard.emergency;
  bool absorbed = absorb(memory, heard, text, sure);
  // "Do you service Springfield?"
  if (heard.intent.label == Intent::Faq && memory.faq_topic == language::FaqTopic::Services &&
      served_town_in(text, tenant.area))
    memory.faq_topic = language::FaqTopic::ServiceArea;
  if (!is_wish(heard.intent.label) || heard.intent.label == Intent::Reschedule)
    absorbed |= absorb_other_time(memory, heard.slots, text);
  if (!absorbed && !is_wish(heard.intent.label)) {
    if (memory.stage == Stage::Place) absorbed = absorb_town(memory, tenant.area, text, sure);
    if (memory.stage == Stage::Time) absorbed = absorb_open_time(memory, heard.slots, text);
  }
  return signal_of_words(memory, heard, text, absorbed);
}

}  // namespace callwright::dialogue
