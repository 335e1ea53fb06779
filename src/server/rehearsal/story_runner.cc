#include "server/rehearsal/story_runner.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace callwright::server {
namespace {

using language::Channel;

constexpr Seconds spoken_turn_length{3};
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

// One story while it is played.
class StoryPlay {
 public:
  StoryPlay(const Story& story, const Json& ready_tenant) : story_(story), document_(ready_tenant) {
    result_.name = story.name;
  }

  Result<StoryResult> run() {
    for (const StoryLine& line : story_.lines) {
      line_ = &line;
      const Result<void> played = play(line);
      if (!played) {
        return failure(ErrorCode::Invalid, story_.name + ", line " + std::to_string(line.number) +
                                               ": " + played.error().message);
      }
    }
    return result_;
  }

 private:
  Result<void> play(const StoryLine& line) {
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

  const std::string& word(const std::vector<std::string>& words, std::size_t index) const {
    static const std::string none;
    return index < words.size() ? words[index] : none;
  }

  // The word that follows a keyword, or nothing.
  std::optional<std::string> after(const std::vector<std::string>& words,
                                   std::string_view keyword) const {
    const auto found = std::ranges::find(words, keyword);
    if (found == words.end() || found + 1 == words.end()) return std::nullopt;
    return *(found + 1);
  }

  void check(bool holds, std::string found) {
    ++result_.checks;
    if (!holds) result_.failures.push_back({line_->number, line_->text, std::move(found)});
  }

  Result<void> tenant(const std::vector<std::string>& words) {
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
        return failure(ErrorCode::Invalid,
                       "unknown word \"" + words[i] + "\": hours, zone or with");
      }
    }
    return {};
  }

  Result<void> change_document(const std::string& path, const std::string& value) {
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

  Result<void> begin() {
    if (rehearsal_) return {};
    const std::string zone_name = document_.string_or("zone", "UTC");
    TRY_ASSIGN(const Zone zone, Zone::find(zone_name));
    TRY_ASSIGN(Instant now, parse_iso8601(story_begins));
    if (begins_at_) now = zone.resolve(*begins_at_).instant;
    TRY_ASSIGN(rehearsal_, Rehearsal::make({.now = now}));
    TRY_ASSIGN(tenant_, rehearsal_->apply_tenant(document_));
    return {};
  }

  // "Mon 22:14" in the story's week, or "2026-03-09 22:14".
  std::optional<LocalTime> local_time(const std::vector<std::string>& words,
                                      std::size_t first) const {
    const auto time = parse_time_of_day(word(words, first + 1));
    if (!time) return std::nullopt;
    if (const auto date = parse_iso_date(word(words, first))) return LocalTime{*date, *time};
    const auto day = weekday_index(word(words, first));
    if (!day) return std::nullopt;
    const std::chrono::sys_days monday = std::chrono::year(2026) / 3 / 9;
    return LocalTime{monday + std::chrono::days(*day), *time};
  }

  Result<void> at(const std::vector<std::string>& words) {
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

  Result<void> caller(const std::vector<std::string>& words) {
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
    if (words.size() < 2)
      return {};  // "caller +15550100121": the lines that follow are that one's.
    StoryLine rest{.number = line_->number, .verb = words[1], .words = {}, .text = line_->text};
    rest.words.assign(words.begin() + 2, words.end());
    return play(rest);
  }

  Result<void> text_from(const std::string& from, const std::string& body) {
    person_ = from;
    people_.insert_or_assign(from, ConversationRef{tenant_->id, Channel::Sms, from});
    rehearsal_->run(rehearsal_->carrier().text_in(from, tenant_->numbers.front(), body));
    rehearsal_->settle();
    return {};
  }

  Result<void> texts(const std::vector<std::string>& words) {
    return text_from(person_, word(words, 0));
  }

  Result<void> act(const StoryLine& line) {
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
      rehearsal_->advance(spoken_turn_length);
      const double confidence = after(line.words, "confidence") == "low" ? 0.2 : 0.92;
      const bool taken = line.verb == "says"
                             ? rehearsal_->run(carrier.say(sid, word(line.words, 0), confidence))
                             : rehearsal_->run(carrier.press(sid, word(line.words, 0)));
      if (!taken)
        return failure(ErrorCode::Invalid, "nobody listens: the call has ended or is busy");
    }
    rehearsal_->settle();
    return {};
  }

  Result<Seconds> seconds(const std::vector<std::string>& words) const {
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

  Result<void> wait(const std::vector<std::string>& words) {
    TRY_ASSIGN(const Seconds length, seconds(words));
    rehearsal_->advance(length);
    return {};
  }

  Result<Json> view() { return reply_view(*rehearsal_, *tenant_, people_.at(person_), ""); }

  // Everything this person has heard or read so far.
  std::string heard_so_far() {
    const ConversationRef& person = people_.at(person_);
    std::vector<std::string> lines;
    if (person.channel == Channel::Voice) {
      if (const auto call = rehearsal_->carrier().call(person.key)) {
        for (const auto& heard : call->heard) lines.push_back(heard.text);
      }
    } else {
      for (const auto& text : rehearsal_->carrier().texts()) {
        if (!text.inbound && text.to == person.key) lines.push_back(text.body);
      }
    }
    return joined(lines, " ");
  }

  Result<void> hears(const std::vector<std::string>& words) {
    if (!people_.contains(person_)) return failure(ErrorCode::Invalid, "nobody has called yet");
    if (word(words, 0) == "prompt") {
      TRY_ASSIGN(const Json reply, view());
      const std::string& wanted = word(words, 1);
      const Json::Array& prompts = *reply["prompts"].as_array();
      const bool heard = std::ranges::any_of(
          prompts, [&](const Json& name) { return *name.as_string() == wanted; });
      check(heard, "prompts " + reply["prompts"].dump());
      return {};
    }
    const std::string heard = heard_so_far();
    check(heard.find(word(words, 0)) != std::string::npos, "\"" + heard + "\"");
    return {};
  }

  Result<void> trouble(const std::vector<std::string>& words) {
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

  Result<void> owner(const std::vector<std::string>& words) {
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

  // somebody books dana Tue 09:00
  Result<void> somebody_books(const std::vector<std::string>& words) {
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
      TRY_ASSIGN(const CustomerId customer,
                 product.customers.remember(tx, tenant_->id, {.name = "Somebody Else"}, actor,
                                            correlation));
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

  Result<void> deliver() {
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

  Result<Json> committed() { return inspection(*rehearsal_, *tenant_, people_.at(person_)); }

  Result<void> expect(const std::vector<std::string>& words) {
    const std::string& what = word(words, 0);
    if (what == "nothing") {
      check(rehearsal_->state_hash() == hash_before_, "something was changed");
      return {};
    }
    if (what == "within") return expect_soon(words);
    if (!people_.contains(person_)) return failure(ErrorCode::Invalid, "nobody has called yet");
    const bool negated = what == "no";
    const std::vector<std::string> rest(words.begin() + (negated ? 1 : 0), words.end());
    const std::string& noun = word(rest, 0);
    if (noun == "outcome") return expect_outcome(rest);
    if (noun == "call") return expect_state(rest);
    if (noun == "sms" || noun == "ring" || noun == "mail") return expect_message(rest, negated);
    if (noun == "appointment") return expect_appointment(rest, negated);
    if (noun == "callback") return expect_callback(rest, negated);
    if (noun == "consent") return expect_consent(rest);
    return failure(ErrorCode::Invalid, "nothing is known of \"" + noun + "\"");
  }

  Result<void> expect_outcome(const std::vector<std::string>& words) {
    TRY_ASSIGN(const Json all, committed());
    const Json& conversation = all["conversation"];
    bool holds = conversation.string_or("outcome", "") == word(words, 1);
    if (const auto reason = after(words, "because")) {
      const Json::Array* reasons = conversation["emergency"]["reasons"].as_array();
      holds = holds && reasons != nullptr && std::ranges::any_of(*reasons, [&](const Json& entry) {
                return entry.as_string()->starts_with(*reason);
              });
    }
    check(holds, "outcome " + conversation["outcome"].dump() + ", reasons " +
                     conversation["emergency"]["reasons"].dump());
    return {};
  }

  Result<void> expect_state(const std::vector<std::string>& words) {
    TRY_ASSIGN(const Json all, committed());
    const std::string state = all["conversation"].string_or("state", "none");
    check(state == word(words, 1), "call " + state);
    return {};
  }

  // sms to owner|caller|operator [containing "..."] [within 60 s] [times 2]
  Result<void> expect_message(const std::vector<std::string>& words, bool negated) {
    if (const auto limit = after(words, "within")) {
      TRY_ASSIGN(const Seconds length, seconds({*limit, "s"}));
      rehearsal_->advance(length);
    }
    TRY_ASSIGN(const Json all, committed());
    const std::string channel = words[0] == "ring" ? "call" : words[0] == "mail" ? "email" : "sms";
    const std::string role = word(words, 2) == "caller" ? "customer" : word(words, 2);
    const std::string text = after(words, "containing").value_or("");
    int count = 0;
    for (const Json& message : *all["messages"].as_array()) {
      const std::string status = message.string_or("status", "");
      const bool went = status == "accepted" || status == "sent" || status == "delivered";
      const bool right =
          message.string_or("channel", "") == channel && message.string_or("to_role", "") == role;
      if (went && right && message.string_or("body", "").find(text) != std::string::npos) ++count;
    }
    const auto times = after(words, "times");
    const bool holds = times ? std::to_string(count) == *times : (count > 0) != negated;
    check(holds, std::to_string(count) + " such of " + all["messages"].dump());
    return {};
  }

  // appointment [at Tue 09:00] [for "Name"] [status cancelled] [times 2]
  Result<void> expect_appointment(const std::vector<std::string>& words, bool negated) {
    TRY_ASSIGN(const Json all, committed());
    const std::string status = after(words, "status").value_or("booked");
    const auto name = after(words, "for");
    const auto position = std::ranges::find(words, "at");
    std::string start;
    if (position != words.end()) {
      const auto local = local_time(words, static_cast<std::size_t>(position - words.begin()) + 1);
      if (!local) return failure(ErrorCode::Invalid, "a time is written as Tue 09:00");
      start = tenant_->zone.iso8601(tenant_->zone.resolve(*local).instant);
    }
    int count = 0;
    for (const Json& visit : *all["appointments"].as_array()) {
      const bool right = visit.string_or("status", "") == status &&
                         visit.string_or("name", "") != "Somebody Else" &&
                         (!name || visit.string_or("name", "") == *name) &&
                         (start.empty() || visit.string_or("start", "") == start);
      if (right) ++count;
    }
    const auto times = after(words, "times");
    check(times ? std::to_string(count) == *times : (count > 0) != negated,
          all["appointments"].dump());
    return {};
  }

  // callback [urgent] [reason voicemail]
  Result<void> expect_callback(const std::vector<std::string>& words, bool negated) {
    TRY_ASSIGN(const Json all, committed());
    const bool urgent = std::ranges::find(words, "urgent") != words.end();
    const auto reason = after(words, "reason");
    const bool found = std::ranges::any_of(*all["callbacks"].as_array(), [&](const Json& entry) {
      return (!urgent || entry.string_or("priority", "") == "urgent") &&
             (!reason || entry.string_or("reason", "") == *reason);
    });
    check(found != negated, all["callbacks"].dump());
    return {};
  }

  Result<void> expect_consent(const std::vector<std::string>& words) {
    TRY_ASSIGN(const Json all, committed());
    const std::string state = all["consent"].string_or(person_, "opted_in");
    check(state == word(words, 1), state);
    return {};
  }

  // expect within 60 s sms to owner
  Result<void> expect_soon(const std::vector<std::string>& words) {
    TRY_ASSIGN(const Seconds length, seconds({word(words, 1), word(words, 2)}));
    rehearsal_->advance(length);
    return expect(std::vector<std::string>(words.begin() + 3, words.end()));
  }

  const Story& story_;
  Json document_;
  StoryResult result_;
  const StoryLine* line_ = nullptr;
  std::optional<LocalTime> begins_at_;
  std::unique_ptr<Rehearsal> rehearsal_;
  tenants::TenantPtr tenant_;
  std::map<std::string, ConversationRef> people_;  // Everyone who takes part, by number.
  std::string person_;                             // Whose lines these are.
  std::string hash_before_;
};

}  // namespace

Result<StoryResult> run_story(const Story& story, const Json& ready_tenant) {
  return StoryPlay(story, ready_tenant).run();
}

}  // namespace callwright::server
