#include "dialogue/domain/tenant_promises.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "dialogue/domain/policy_proof.h"
#include "language/understanding.h"

namespace callwright::dialogue {
namespace {

using language::EmergencyLevel;
using tenants::Service;
using tenants::Technician;
using tenants::Tenant;
using tenants::WeeklyHours;

// Hazards to life as callers tell of them: no setting may make them routine.
constexpr auto life_hazards = std::to_array<std::string_view>({
    "I smell gas in my kitchen",
    "I think there is a gas leak",
    "the carbon monoxide alarm is going off",
    "there is a fire in the basement",
    "there is smoke coming out of the panel",
    "the outlet is sparking",
    "somebody got an electric shock",
    "water is running into the electrical panel",
    "huele a gas en la cocina",
    "hay una fuga de gas",
    "hay un incendio en el sótano",
    "sale humo del panel eléctrico",
    "saltan chispas del enchufe",
});

constexpr std::array<std::string_view, 5> life_codes = {"gas.", "co.", "fire.", "electrical.",
                                                        "person."};

language::EmergencyReading reading_of(std::string_view words, const Tenant& tenant,
                                      std::span<const std::string> excuses) {
  const language::Context context{.reference_time = {},
                                  .zone = tenant.zone,
                                  .trade = tenant.trade,
                                  .channel = language::Channel::Voice,
                                  .asked = language::Question::Problem,
                                  .previous_prompt = {},
                                  .emergency_phrases = tenant.emergency_phrases,
                                  .not_emergency_phrases = excuses};
  return language::understand(words, context).emergency;
}

// The phrase itself may tell of such a hazard, in words of its own.
bool tells_of_danger(const std::string& phrase, const Tenant& tenant) {
  const language::EmergencyReading reading = reading_of(phrase, tenant, {});
  const bool to_life = std::ranges::any_of(reading.reasons, [](const std::string& reason) {
    return std::ranges::any_of(life_codes, [&](auto code) { return reason.starts_with(code); });
  });
  return to_life && reading.level == EmergencyLevel::Emergency;
}

void check_excuses(const Tenant& tenant, std::vector<std::string>& broken) {
  for (std::size_t i = 0; i < tenant.not_emergency_phrases.size(); ++i) {
    const std::string& phrase = tenant.not_emergency_phrases[i];
    const std::span<const std::string> excuse(&phrase, 1);
    std::vector<std::string_view> told(life_hazards.begin(), life_hazards.end());
    if (tells_of_danger(phrase, tenant)) told.insert(told.begin(), phrase);
    for (const std::string_view hazard : told) {
      const EmergencyLevel without = reading_of(hazard, tenant, {}).level;
      if (reading_of(hazard, tenant, excuse).level >= without) continue;
      broken.push_back("not_emergency_phrases[" + std::to_string(i) + "]: a caller says \"" +
                       std::string(hazard) + "\", and because of \"" + phrase +
                       "\" nobody is alerted");
      break;
    }
  }
}

bool is_own_number(const Tenant& tenant, const std::optional<PhoneNumber>& phone) {
  return phone && std::ranges::find(tenant.numbers, *phone) != tenant.numbers.end();
}

// An alert or a transfer to a number that the receptionist answers reaches nobody.
void check_contacts(const Tenant& tenant, std::vector<std::string>& broken) {
  const auto refuse = [&](const std::string& setting) {
    broken.push_back(setting +
                     ": a caller tells of an emergency, or asks for a person, and this number is "
                     "rung: it is one of `numbers`, so that the receptionist answers it itself and "
                     "nobody is reached");
  };
  if (is_own_number(tenant, tenant.owner.phone)) refuse("owner.phone");
  for (std::size_t i = 0; i < tenant.on_call.size(); ++i) {
    if (is_own_number(tenant, tenant.on_call[i].phone))
      refuse("on_call[" + std::to_string(i) + "].phone");
  }
}

Minutes longest_day(const WeeklyHours& hours) {
  Minutes longest{0};
  for (const auto& day : hours) {
    for (const tenants::OpenHours& open : day)
      longest = std::max(longest, open.closes - open.opens);
  }
  return longest;
}

bool can_do(const Tenant& tenant, const Technician& technician, const Service& service) {
  const Minutes day = longest_day(technician.hours.value_or(tenant.hours));
  const bool has_skills = std::ranges::all_of(service.skills, [&](const std::string& skill) {
    return std::ranges::find(technician.skills, skill) != technician.skills.end();
  });
  return technician.active && has_skills && service.duration <= day;
}

bool somebody_can_do(const Tenant& tenant, const Service& service) {
  return std::ranges::any_of(tenant.technicians, [&](const Technician& technician) {
    return can_do(tenant, technician, service);
  });
}

// The setting that leaves no time for any visit, and why.
std::string why_no_slots(const Tenant& tenant) {
  if (tenant.services.empty()) return "services: there is none to book";
  const bool works = std::ranges::any_of(tenant.technicians, &Technician::active);
  if (!works) return "technicians: none is active";
  const bool hours = std::ranges::any_of(tenant.technicians, [&](const Technician& technician) {
    return technician.active && longest_day(technician.hours.value_or(tenant.hours)).count() > 0;
  });
  if (!hours) return "hours: nobody ever works";
  const Minutes horizon{tenant.policies.booking_horizon_days * 24 * 60};
  if (tenant.policies.booking_notice >= horizon) {
    return "policies.booking_notice_minutes: it reaches beyond booking_horizon_days";
  }
  return "technicians: none has the skills and the hours for any service";
}

// The way of a caller whom rule after rule leads to a search that finds nothing.
void check_bookings(const Tenant& tenant, std::vector<std::string>& broken) {
  WalkSubject subject = subject_of(tenant, false);
  const bool books = std::ranges::any_of(subject.facts, &Facts::may_book);
  if (!books || subject.world.has_slots) return;
  subject.plain = true;
  const WalkGraph graph(subject);
  const auto dead_end = graph.first_taking("booking.give_up");
  const std::string path = dead_end ? joined(graph.path_to(*dead_end), ", then ") : "";
  broken.push_back(why_no_slots(tenant) +
                   ", yet visits are offered (policies.book_online, after_hours): " + path +
                   ", and no visit can ever be found");
}

// No ZIP code begins with these three digits, from "000" to "004".
bool may_be_zip(std::string_view pattern) {
  constexpr std::string_view unused = "00";
  constexpr char first_used = '5';
  const bool is_unused = pattern.starts_with(unused) && pattern.size() > unused.size() &&
                         pattern[unused.size()] >= '0' && pattern[unused.size()] < first_used;
  return !is_unused;
}

bool may_be_city(std::string_view name) {
  return std::ranges::any_of(name, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
  });
}

// An area in which no address can lie: every caller is asked for everything and then sent away.
void check_area(const Tenant& tenant, std::vector<std::string>& broken) {
  const tenants::ServiceArea& area = tenant.area;
  const bool is_everywhere = area.zips.empty() && area.cities.empty();
  if (is_everywhere || std::ranges::any_of(area.zips, may_be_zip) ||
      std::ranges::any_of(area.cities, may_be_city)) {
    return;
  }
  WalkSubject subject = subject_of(tenant, false);
  if (std::ranges::none_of(subject.facts, &Facts::may_book)) return;
  subject.plain = true;
  const WalkGraph graph(subject);
  const auto sent_away = graph.first_taking("booking.outside_area");
  const std::string path = sent_away ? joined(graph.path_to(*sent_away), ", then ") : "";
  broken.push_back("area: none of its ZIP codes and cities exists, yet visits are offered: " +
                   path + ", and every address there is lies outside");
}

}  // namespace

bool opens_ever(const Tenant& tenant) {
  return longest_day(tenant.hours).count() > 0 ||
         std::ranges::any_of(tenant.holidays, [](const tenants::Holiday& holiday) {
           return !holiday.hours.empty();
         });
}

WalkWorld world_of(const Tenant& tenant) {
  const Minutes horizon{tenant.policies.booking_horizon_days * 24 * 60};
  const bool somebody = std::ranges::any_of(
      tenant.services, [&](const Service& service) { return somebody_can_do(tenant, service); });
  return {.has_slots = somebody && tenant.policies.booking_notice < horizon,
          .alerts_on = tenant.policies.emergency_alerts,
          .alerts_off = !tenant.policies.emergency_alerts};
}

std::vector<std::string> broken_promises(const Tenant& tenant) {
  std::vector<std::string> broken;
  check_excuses(tenant, broken);
  check_contacts(tenant, broken);
  check_bookings(tenant, broken);
  check_area(tenant, broken);
  return broken;
}

}  // namespace callwright::dialogue
