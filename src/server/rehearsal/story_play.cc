// What the people of a story do.
#include "server/rehearsal/story_play.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace callwright::server {
namespace {

// How sure the recogniser is: of nothing, of the sense but not of names and numbers, of every word.
double confidence_of(const std::optional<std::string>& word) {
  if (word == "low") return 0.2;
  return word == "doubtful" ? 0.45 : 0.92;
}

using language::Channel;

constexpr Seconds turn_length{3};
constexpr std::string_view story_begins = "2026-03-09T10:00:00-05:00";  // A Monday.

constexpr std::array<std::string_view, 7> weekdays = {"mon", "tue", "wed", "thu",
                                                      "fri", "sat", "sun"};

std::optional<std::size_t> weekday_index(std::string_view word) {
  const std::string name = lowered(word).substr(0, 3);
  const auto found = std::ranges::find(weekdays, name);
  if (found == weekdays.end()) return std::nullopt;
  return static_cast<std::size_t>(found - weekdays.begin());
}

// "Mon-Fri 08:00-17:00" as the document writes hours.
std::optional<Json> hours_of(std::string_view days, std::string_view range) {
  const std::size_t dash = days.find('-');
  const auto first = weekday_index(days.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : weekday_index(days.substr(dash + 1));
  if (!first || !last) return std::nullopt;
  Json hours = Json::object();
  for (std::size_t day = 0; day < weekdays.size(); ++day) {
    const bool open = *first <= day && day <= *last;
    hours.set(weekdays[day], open ? Json::array({Json(range)}) : Json::array());
  }
  return hours;
}

}  // namespace

StoryPlay::StoryPlay(const Story& story, const Json& ready_tenant)
    : story_(story), document_(ready_tenant) {
  result_.name = story.name;
}

Result<StoryResult> StoryPlay::run(const Afterwards& afterwards) {
  for (const StoryLine& line : story_.lines) {
    line_ = &line;
    const Result<void> played = play(line);
    if (!played) {
      return failure(ErrorCode::Invalid, story_.name + ", line " + std::to_string(line.number) +
                                             ": " + played.error().message);
    }
  }
  if (afterwards && rehearsal_) TRY(afterwards(*rehearsal_, *tenant_));
  return result_;
}

Result<void> StoryPlay::play(const StoryLine& line) {
  if (line.verb == "tenant") return tenant(line.words);
  if (line.verb == "at") return at(line.words);
  TRY(begin());
  if (line.verb == "caller") return caller(line.words);
  if (line.verb == "hears") return hears(line.words);
  if (line.verb == "trouble") return trouble(line.words);
  if (line.verb == "owner") return owner(line.words);
  if (line.verb == "somebody") return somebody_books(line.words);
  if (line.verb == "wait") return wait(line.words);
  if (line.verb == "expect") return expect(line.words);
  if (line.verb == "deliver") return deliver();
  if (line.verb == "texts") return texts(line.words);
  return act(line);
}

const std::string& StoryPlay::word(const std::vector<std::string>& words, std::size_t index) const {
  static const std::string none;
  return index < words.size() ? words[index] : none;
}

std::optional<std::string> StoryPlay::after(const std::vector<std::string>& words,
                                            std::string_view keyword) const {
  const auto found = std::ranges::find(words, keyword);
  if (found == words.end() || found + 1 == words.end()) return std::nullopt;
  return *(found + 1);
}

Result<void> StoryPlay::tenant(const std::vector<std::string>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i] == "hours") {
      const auto hours = hours_of(word(words, i + 1), word(words, i + 2));
      if (!hours) return failure(ErrorCode::Invalid, "hours are written as Mon-Fri 08:00-17:00");
      document_.set("hours", *hours);
      i += 2;
    } else if (words[i] == "zone") {
      document_.set("zone", word(words, ++i));
    } else if (words[i] == "with") {
      // with policies.after_hours "callback"; with area.zips ["67201"]
      TRY(change_document(word(words, i + 1), word(words, i + 2)));
      i += 2;
    } else {
      return failure(ErrorCode::Invalid, "unknown word \"" + words[i] + "\": hours, zone or with");
    }
  }
  return {};
}

Result<void> StoryPlay::change_document(const std::string& path, const std::string& value) {
  const auto parsed = Json::parse(value);
  const Json json = parsed ? *parsed : Json(value);
  const std::size_t dot = path.find('.');
  if (dot == std::string::npos) {
    document_.set(path, json);
    return {};
  }
  Json part = document_[path.substr(0, dot)];
  part.set(path.substr(dot + 1), json);
  document_.set(path.substr(0, dot), part);
  return {};
}

Result<void> StoryPlay::begin() {
  if (rehearsal_) return {};
  const std::string zone_name = document_.string_or("zone", "UTC");
  TRY_ASSIGN(const Zone zone, Zone::find(zone_name));
  TRY_ASSIGN(Instant now, parse_iso8601(story_begins));
  if (begins_at_) now = zone.resolve(*begins_at_).instant;
  TRY_ASSIGN(rehearsal_, Rehearsal::make({.now = now, .journal = true}));
  TRY_ASSIGN(tenant_, rehearsal_->apply_tenant(document_));
  return {};
}

std::optional<LocalTime> StoryPlay::local_time(const std::vector<std::string>& words,
                                               std::size_t first) const {
  const auto time = parse_time_of_day(word(words, first + 1));
  if (!time) return std::nullopt;
  if (const auto date = parse_iso_date(word(words, first))) return LocalTime{*date, *time};
  const auto day = weekday_index(word(words, first));
  if (!day) return std::nullopt;
  const std::chrono::sys_days monday = std::chrono::year(2026) / 3 / 9;
  return LocalTime{monday + std::chrono::days(*day), *time};
}

Result<void> StoryPlay::at(const std::vector<std::string>& words) {
  const auto local = local_time(words, 0);
  if (!local)
    return failure(ErrorCode::Invalid, "a time is written as Mon 22:14 or 2026-03-09 22:14");
  if (!rehearsal_) {
    begins_at_ = local;
    return {};
  }
  const Instant when = tenant_->zone.resolve(*local).instant;
  if (when < rehearsal_->clock().now())
    return failure(ErrorCode::Invalid, "time goes forward only");
  rehearsal_->advance(when - rehearsal_->clock().now());
  return {};
}

Result<void> StoryPlay::caller(const std::vector<std::string>& words) {
  const std::string& from = word(words, 0);
  person_ = from;
  if (word(words, 1) == "dials") {
    using reception::Verification;
    const auto level = after(words, "verified");
    const std::string sid = rehearsal_->run(rehearsal_->carrier().dial(
        {.from = from,
         .to = tenant_->numbers.front(),
         .verification = level == "A" ? Verification::A : Verification::None}));
    people_.insert_or_assign(from, ConversationRef{tenant_->id, Channel::Voice, sid});
    rehearsal_->settle();
    return {};
  }
  if (word(words, 1) == "texts") return text_from(from, word(words, 2));
  if (words.size() < 2) return {};  // "caller +15550100121": the lines that follow are that one's.
  StoryLine rest{.number = line_->number, .verb = words[1], .words = {}, .text = line_->text};
  rest.words.assign(words.begin() + 2, words.end());
  return play(rest);
}

Result<void> StoryPlay::text_from(const std::string& from, const std::string& body) {
  person_ = from;
  people_.insert_or_assign(from, ConversationRef{tenant_->id, Channel::Sms, from});
  rehearsal_->advance(turn_length);
  rehearsal_->run(rehearsal_->carrier().text_in(from, tenant_->numbers.front(), body));
  rehearsal_->settle();
  return {};
}

Result<void> StoryPlay::texts(const std::vector<std::string>& words) {
  return text_from(person_, word(words, 0));
}

Result<void> StoryPlay::act(const StoryLine& line) {
  const auto found = people_.find(person_);
  if (found == people_.end()) return failure(ErrorCode::Invalid, "nobody has called yet");
  const std::string sid = found->second.key;
  auto& carrier = rehearsal_->carrier();
  if (line.verb == "hangs") {
    rehearsal_->run(carrier.hang_up(sid));
  } else if (line.verb == "silent") {
    TRY_ASSIGN(const Seconds length, seconds(line.words));
    rehearsal_->stay_silent(sid, length);
  } else {
    rehearsal_->advance(turn_length);
    const double confidence = confidence_of(after(line.words, "confidence"));
    const bool taken = line.verb == "says"
                           ? rehearsal_->run(carrier.say(sid, word(line.words, 0), confidence))
                           : rehearsal_->run(carrier.press(sid, word(line.words, 0)));
    if (!taken) return failure(ErrorCode::Invalid, "nobody listens: the call has ended or is busy");
  }
  rehearsal_->settle();
  return {};
}

Result<Seconds> StoryPlay::seconds(const std::vector<std::string>& words) const {
  std::int64_t value = 0;
  for (const char c : word(words, 0)) {
    if (c < '0' || c > '9')
      return failure(ErrorCode::Invalid, "a length is written as 8 s or 3 min");
    value = value * 10 + (c - '0');
  }
  const std::string& unit = word(words, 1);
  if (unit == "min") return Seconds(value * 60);
  if (unit == "h") return Seconds(value * 3600);
  if (unit != "s") return failure(ErrorCode::Invalid, "a length is written as 8 s, 3 min or 2 h");
  return Seconds(value);
}

Result<void> StoryPlay::wait(const std::vector<std::string>& words) {
  TRY_ASSIGN(const Seconds length, seconds(words));
  rehearsal_->advance(length);
  return {};
}

Result<void> StoryPlay::trouble(const std::vector<std::string>& words) {
  auto menu = rehearsal_->carrier().faults();
  if (word(words, 0) == "over") {
    menu = {};
  } else if (word(words, 0) == "crash") {
    rehearsal_->crash();
    return {};
  } else {
    double* fault = providers::sandbox::find_fault(menu, word(words, 0));
    if (fault == nullptr)
      return failure(ErrorCode::Invalid, "unknown fault \"" + word(words, 0) + "\"");
    *fault = 1;
  }
  rehearsal_->carrier().set_faults(menu);
  return {};
}

Result<void> StoryPlay::owner(const std::vector<std::string>& words) {
  if (word(words, 0) == "texts") {
    rehearsal_->run(rehearsal_->carrier().text_in(tenant_->owner.phone->e164(),
                                                  tenant_->numbers.front(), word(words, 1)));
  } else if (word(words, 0) == "answers") {
    check(rehearsal_->run(rehearsal_->carrier().owner_answers(word(words, 1))), "no phone rings");
  } else {
    return failure(ErrorCode::Invalid, "owner answers 1, or owner texts \"1\"");
  }
  rehearsal_->settle();
  return {};
}

Result<void> StoryPlay::somebody_books(const std::vector<std::string>& words) {
  const auto local = local_time(words, 2);
  const tenants::Technician* technician =
      word(words, 1).empty() ? nullptr : tenant_->find_technician(TechnicianId(words[1]));
  if (!local || technician == nullptr) {
    return failure(ErrorCode::Invalid, "somebody books TECHNICIAN Tue 09:00");
  }
  const Instant begin = tenant_->zone.resolve(*local).instant;
  const TimeRange visit{begin, begin + Minutes(60)};
  Product& product = rehearsal_->product();
  return product.world.database.write([&](db::Transaction& tx) -> Result<void> {
    const CorrelationId correlation(product.ids.text("cor"));
    const auto actor = access::Actor::operator_named("story");
    TRY_ASSIGN(
        const CustomerId customer,
        product.customers.remember(tx, tenant_->id, {.name = "Somebody Else"}, actor, correlation));
    TRY(product.calendar.place(tx, *tenant_,
                               {.appointment = {.id = product.ids.make<AppointmentId>("apt"),
                                                .customer = customer,
                                                .name = "Somebody Else",
                                                .service = tenant_->services.front().id,
                                                .technician = technician->id,
                                                .visit = visit},
                                .blocks = visit},
                               actor, correlation));
    return {};
  });
}

Result<void> StoryPlay::deliver() {
  hash_before_ = rehearsal_->state_hash();
  using providers::sandbox::RedeliveryOrder;
  rehearsal_->run(rehearsal_->carrier().redeliver(RedeliveryOrder::AsSent));
  const auto backwards =
      rehearsal_->run(rehearsal_->carrier().redeliver(RedeliveryOrder::Reversed));
  rehearsal_->settle();
  check(backwards.answered_differently == 0,
        std::to_string(backwards.answered_differently) + " webhooks were answered differently");
  return {};
}

}  // namespace callwright::server
