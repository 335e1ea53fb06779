#include "sim/universe.h"

#include <algorithm>
#include <memory>
#include <ranges>

#include "sim/callers/caller.h"
#include "sim/callers/on_call.h"
#include "sim/checks/checks.h"
#include "sim/faults/leap_second.h"
#include "sim/faults/machine.h"
#include "sim/faults/weather.h"
#include "sim/observe/observed_network.h"
#include "sim/observe/observed_webhooks.h"
#include "sim/world/businesses.h"
#include "sim/world/calendar_days.h"
#include "sim/world/crew.h"
#include "sim/world/epilogue.h"
#include "sim/world/office.h"
#include "sim/world/step_chance.h"
#include "sim/world/timetable.h"
#include "sim/world/wire.h"

namespace callwright::sim {
namespace {

// Streams of chance by what they are for. Callers have theirs by their numbers.
enum class Stream : std::uint64_t {
  Plan = 1,
  Businesses,
  Days,
  Callers,
  Weather,
  Office,
  OnCall,
  Crew,
  Leap
};

// Actors by name, in ranges that do not meet.
constexpr std::uint64_t weather_name = 1;
constexpr std::uint64_t leap_name = 2;
constexpr std::uint64_t office_names = 10;
constexpr std::uint64_t crew_names = 30;
constexpr std::uint64_t timer_name = 100;
constexpr std::uint64_t end_name = 101;
constexpr std::uint64_t caller_names = 1'000;
constexpr std::uint64_t companion_names = 500'000;
constexpr std::uint64_t on_call_names = 1'000'000;

constexpr std::int64_t callers_min = 120;
constexpr std::int64_t callers_max = 400;
// How many of them have company, or are the owner, where the weight of that is 1.
constexpr double shared_number_share = 0.15;
constexpr double owner_share = 0.05;
// How often an owner who is rung is on the phone already, where the weight of that is 1.
constexpr double owner_busy_share = 0.5;
// After the last caller has come, others are still busy.
constexpr Milliseconds day_length = Minutes(24 * 60);

// What callers speak and nobody may store.
constexpr std::string_view spoken_secrets[] = {"4111111111111111"};

constexpr int talk_turns_max = 40;

class Universe {
 public:
  explicit Universe(const UniverseSpec& spec)
      : spec_(spec),
        seed_(derived_seed(spec.seed, spec.index)),
        plan_(stream(Stream::Plan), spec.faults),
        chance_(seed_),
        machine_(seed_, plan_, checks_, result_.tally),
        wire_({.life = machine_.life(),
               .faults = plan_,
               .chance = chance_,
               .post = post_,
               .tally = result_.tally,
               .trace = trace_}),
        saboteur_(spec.bug == nullptr ? nullptr : spec.bug->plant(*spec.bug)) {}

  UniverseResult run();

 private:
  Draw stream(Stream what, std::uint64_t which = 0) const {
    return Draw(derived_seed(derived_seed(seed_, static_cast<std::uint64_t>(what)), which));
  }

  void open();
  Result<std::unique_ptr<db::Database>> open_database();
  notifications::Network in_front_of(const notifications::Network& network);
  providers::sandbox::Deliver in_front_of(providers::sandbox::Deliver deliver);
  void open_businesses(const std::vector<Json>& documents);
  void people_come();
  void comes(std::uint64_t index);
  void add_caller(std::uint64_t name, std::unique_ptr<Caller> caller);
  bool is_busy(const std::string& number, Draw& draw) const;
  void watch_phones();
  void alert_arrived(const std::string& to);

  void play_day();
  void remember_talk();
  std::optional<Instant> next_due();
  void move_to(Instant instant);
  void begin_step(std::uint64_t who, std::uint64_t turn);
  void end_step();
  void take_findings();

  const UniverseSpec& spec_;
  const std::uint64_t seed_;
  FaultPlan plan_;
  StepChance chance_;
  Post post_;
  Trace trace_;
  UniverseResult result_;
  Checks checks_;
  Machine machine_;
  Wire wire_;
  std::unique_ptr<Saboteur> saboteur_;
  std::unique_ptr<ObservedNetwork> observed_network_;
  std::unique_ptr<server::Rehearsal> rehearsal_;
  std::unique_ptr<World> world_;
  Timetable timetable_;
  Instant begins_;
  std::set<std::string> rung_;  // Phones somebody has noticed ringing.
  std::uint64_t texted_ = 0;
  std::uint64_t timers_ = 0;
};

void Universe::open() {
  const std::vector<Json> documents = draw_businesses(stream(Stream::Businesses));
  begins_ = draw_first_moment(stream(Stream::Days), documents.front().string_or("zone", "UTC"),
                              plan_.is_on(Fault::DstNight));
  server::RehearsalSettings settings{
      .now = begins_, .seed = seed_, .journal = records_conversations(spec_.index)};
  settings.seams = {
      .open_database = [this] { return open_database(); },
      .random = &chance_,
      .in_front_of_network =
          [this](const notifications::Network& network) { return in_front_of(network); },
      .in_front_of_webhooks =
          [this](providers::sandbox::Deliver deliver) { return in_front_of(std::move(deliver)); }};
  auto rehearsal = server::Rehearsal::make(settings);
  ASSERT(rehearsal);
  rehearsal_ = *std::move(rehearsal);
  checks_.watch(rehearsal_->product().world.clock);
  for (const std::string_view digits : spoken_secrets) checks_.add_secret(std::string(digits));
  world_ = std::make_unique<World>(*rehearsal_, plan_, post_, result_.tally, trace_);
  wire_.restart_with([this] { machine_.bring_back(*rehearsal_); });
  wire_.call_back_early_with([this] {
    // The API takes its time to answer.
    rehearsal_->clock().advance(Seconds(4));
    rehearsal_->run(rehearsal_->carrier().run_due());
  });
  wire_.watch_texts([this](const std::string& to, const std::string& body) {
    if (asks_for_answer(body)) alert_arrived(to);
  });
  open_businesses(documents);
}

// What is observed is nearest to the disk, the carrier and its requests; a planted bug is nearest
// to the product, as if it were part of it. What may go wrong stands between the two.
Result<std::unique_ptr<db::Database>> Universe::open_database() {
  TRY_ASSIGN(std::unique_ptr<db::Database> database, machine_.open_database());
  if (saboteur_) database = std::make_unique<SabotagedDatabase>(std::move(database), *saboteur_);
  return database;
}

notifications::Network Universe::in_front_of(const notifications::Network& network) {
  observed_network_ = std::make_unique<ObservedNetwork>(network, checks_);
  const notifications::Network wire = wire_.in_front_of(observed_network_->network());
  return saboteur_ ? saboteur_->in_front_of(wire) : wire;
}

providers::sandbox::Deliver Universe::in_front_of(providers::sandbox::Deliver deliver) {
  if (saboteur_) deliver = sabotaged(std::move(deliver), *saboteur_);
  const bool looks = plan_.is_on(Fault::WebhookTruncate);
  return observed(wire_.in_front_of(std::move(deliver)), checks_,
                  looks ? LookAtSignatures::Yes : LookAtSignatures::No);
}

void Universe::open_businesses(const std::vector<Json>& documents) {
  for (const Json& document : documents) {
    auto tenant = rehearsal_->apply_tenant(document);
    ASSERT(tenant);
    world_->businesses().push_back({.document = document, .tenant = *std::move(tenant)});
  }
  for (std::size_t i = 0; i < documents.size(); ++i) {
    auto office = std::make_unique<Office>(i, stream(Stream::Office, i));
    const Instant first = begins_ + office->first_act();
    timetable_.add(first, office_names + i, std::move(office));
    auto crew = std::make_unique<Crew>(i, stream(Stream::Crew, i));
    const Instant first_change = begins_ + crew->first_act();
    timetable_.add(first_change, crew_names + i, std::move(crew));
  }
  timetable_.add(begins_, weather_name, std::make_unique<Weather>(stream(Stream::Weather)));
  auto leap = std::make_unique<LeapSecond>(stream(Stream::Leap), begins_);
  const Instant first_leap = begins_ + leap->first_act();
  timetable_.add(first_leap, leap_name, std::move(leap));
}

void Universe::people_come() {
  Draw draw = stream(Stream::Callers);
  const auto count = static_cast<std::uint64_t>(draw.between(callers_min, callers_max));
  for (std::uint64_t index = 0; index < count; ++index) {
    if (spec_.only_callers && !spec_.only_callers->contains(index)) continue;
    comes(index);
    result_.callers.push_back(index);
  }
}

void Universe::comes(std::uint64_t index) {
  const auto draw_caller = [&](std::uint64_t names) {
    return std::make_unique<Caller>(derived_seed(derived_seed(seed_, names), index), index,
                                    world_->businesses().size(), day_length);
  };
  auto caller = draw_caller(caller_names);
  Draw draw(derived_seed(derived_seed(seed_, companion_names), index));
  const bool shares = draw.chance(shared_number_share * plan_.weight(Fault::SharedNumber));
  const Milliseconds later = Seconds(draw.between(0, 60));
  const bool is_owner = draw.chance(owner_share * plan_.weight(Fault::OwnerCalls));
  const auto& owner = world_->businesses()[caller->business()].tenant->owner;
  if (is_owner && owner.phone) {
    result_.tally.count_fault("owner_calls");
    caller->call_from(owner.phone->e164());
    // Both concern whoever is at his own phone.
    if (draw.chance(0.5)) caller->begin_with(draw.chance(0.5) ? Goal::Panic : Goal::Person);
  } else if (shares) {
    // Somebody else of the same household, who does not wait until the line is free.
    result_.tally.count_fault("shared_number");
    auto companion = draw_caller(companion_names);
    companion->come_after(*caller, later);
    add_caller(companion_names + index, std::move(companion));
  }
  add_caller(caller_names + index, std::move(caller));
}

void Universe::add_caller(std::uint64_t name, std::unique_ptr<Caller> caller) {
  const Instant first = begins_ + caller->first_act();
  timetable_.add(first, name, std::move(caller));
}

// Whoever is on call notices a phone that has begun to ring.
void Universe::watch_phones() {
  for (const auto& phone : rehearsal_->carrier().ringing()) {
    if (!rung_.insert(phone.sid).second) continue;
    Trace name;
    name.add(phone.sid);
    Draw draw = stream(Stream::OnCall, name.hash());
    const bool busy = is_busy(phone.to, draw);
    if (busy) result_.tally.count_fault("owner_calls: busy");
    auto person = std::make_unique<RungPerson>(phone.sid, busy, draw);
    const Instant first = world_->now() + person->first_act();
    timetable_.add(first, on_call_names + name.hash() / 2, std::move(person));
  }
}

// Owners are on the phone with others as well.
bool Universe::is_busy(const std::string& number, Draw& draw) const {
  const bool is_owner = std::ranges::any_of(world_->businesses(), [&](const Business& business) {
    const auto& phone = business.tenant->owner.phone;
    return phone && phone->e164() == number;
  });
  return is_owner && draw.chance(owner_busy_share * plan_.weight(Fault::OwnerCalls));
}

void Universe::alert_arrived(const std::string& to) {
  for (std::size_t i = 0; i < world_->businesses().size(); ++i) {
    const tenants::Tenant& tenant = *world_->businesses()[i].tenant;
    const auto is_theirs = [&](const tenants::Contact& contact) {
      return contact.phone && contact.phone->e164() == to;
    };
    if (!is_theirs(tenant.owner) && std::ranges::none_of(tenant.on_call, is_theirs)) continue;
    auto person = std::make_unique<TextedPerson>(to, i, stream(Stream::OnCall, chance_.next()));
    const Instant first = world_->now() + person->first_act();
    timetable_.add(first, on_call_names + ++texted_, std::move(person));
  }
}

UniverseResult Universe::run() {
  open();
  people_come();
  play_day();
  if (result_.violations.empty()) {
    plan_ = FaultPlan();
    machine_.end_downtime(*rehearsal_);
    begin_step(end_name, 0);
    Epilogue epilogue(*world_, seed_, spec_.index);
    epilogue.run([this](Instant instant) { move_to(instant); }, result_.violations);
  }
  if (result_.violations.empty()) {
    checks_.at_end(rehearsal_->product().world.database, rehearsal_->carrier());
    take_findings();
  }
  if (!result_.violations.empty()) remember_talk();
  result_.tally.add_checks(checks_.findings().counts());
  result_.trace = trace_.hash();
  return std::move(result_);
}

void Universe::remember_talk() {
  const auto rows = rehearsal_->product().world.database.read([](db::Transaction& tx) {
    return tx.query(
        "SELECT at, conversation_id, heard, said FROM turns ORDER BY at DESC, turn DESC LIMIT ?",
        talk_turns_max);
  });
  if (!rows) return;  // The database itself may be what is broken.
  for (const db::Row& row : *rows | std::views::reverse) {
    result_.talk.push_back(iso8601_utc(row.instant(0)) + " " + row.text(1) + " heard \"" +
                           row.text(2) + "\", said \"" + row.text(3) + "\"");
  }
}

void Universe::play_day() {
  const Instant end = begins_ + day_length;
  while (const auto entry = timetable_.take()) {
    const bool goes_on_for_ever = entry->name < timer_name;
    if (entry->at >= end && goes_on_for_ever) continue;
    move_to(entry->at);
    begin_step(entry->name, entry->turn);
    const auto next = entry->actor->act(*world_);
    rehearsal_->settle();
    end_step();
    if (!result_.violations.empty()) return;
    if (next) timetable_.again(*entry, world_->now() + std::max(*next, Milliseconds(1)));
  }
}

// While the process is away only the carrier has something to do, and its return is due.
std::optional<Instant> Universe::next_due() {
  const std::optional<Instant> due = rehearsal_->next_due();
  const std::optional<Instant> back = machine_.back_at();
  return due && back ? std::min(*due, *back) : (due ? due : back);
}

void Universe::move_to(Instant instant) {
  ManualClock& clock = rehearsal_->clock();
  while (const auto due = next_due()) {
    if (*due > instant || !result_.violations.empty()) break;
    // What is still due after everything was done cannot be done now.
    const Instant stop = *due > clock.now() ? *due : clock.now() + Seconds(1);
    if (stop > instant) break;
    clock.set(stop);
    begin_step(timer_name, ++timers_);
    rehearsal_->settle();
    end_step();
  }
  if (clock.now() < instant) clock.set(instant);
}

void Universe::begin_step(std::uint64_t who, std::uint64_t turn) {
  ++result_.tally.steps;
  if (who == timer_name) turn = static_cast<std::uint64_t>(to_ms(world_->now()));
  chance_.begin_step(who, turn);
  machine_.begin_step(chance_);
}

void Universe::end_step() {
  machine_.end_step(*rehearsal_);
  checks_.after_step();
  take_findings();
  watch_phones();
}

void Universe::take_findings() {
  for (Violation& violation : checks_.findings().take_violations()) {
    result_.violations.push_back(
        {.violation = std::move(violation), .step = result_.tally.steps, .at = world_->now()});
  }
}

}  // namespace

UniverseResult play(const UniverseSpec& spec) {
  return Universe(spec).run();
}

}  // namespace callwright::sim
