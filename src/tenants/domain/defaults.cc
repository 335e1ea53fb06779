#include "tenants/domain/defaults.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "language/service_kinds.h"

namespace callwright::tenants {
namespace {

struct UsualLength {
  std::string_view service;
  Minutes duration;
};

constexpr Minutes usual_duration{60};
// Work that usually takes longer than an hour.
constexpr auto longer_work = std::to_array<UsualLength>({
    {"drain_cleaning", Minutes(90)},
    {"sewer_line", Minutes(180)},
    {"water_heater", Minutes(120)},
    {"leak_repair", Minutes(90)},
    {"pipe_repair", Minutes(120)},
    {"gas_line", Minutes(120)},
    {"panel_work", Minutes(120)},
    {"wiring", Minutes(120)},
    {"ev_charger", Minutes(180)},
    {"generator", Minutes(120)},
    {"furnace_repair", Minutes(90)},
    {"boiler_repair", Minutes(90)},
    {"ac_repair", Minutes(90)},
    {"heat_pump", Minutes(90)},
    {"duct_cleaning", Minutes(180)},
    {"hvac_installation", Minutes(240)},
});

// More than a few names in a row are not heard but endured.
constexpr std::size_t spoken_services_max = 6;

struct DayName {
  std::string_view english;
  std::string_view spanish;
};
constexpr std::array<DayName, 7> day_names = {{{"Monday", "lunes"},
                                               {"Tuesday", "martes"},
                                               {"Wednesday", "miércoles"},
                                               {"Thursday", "jueves"},
                                               {"Friday", "viernes"},
                                               {"Saturday", "sábado"},
                                               {"Sunday", "domingo"}}};

std::string spoken_time(Minutes time) {
  const auto total = time.count() % (24 * 60);
  const auto hour = total / 60;
  const auto minute = total % 60;
  std::string text = std::to_string(hour % 12 == 0 ? 12 : hour % 12);
  if (minute != 0) text += (minute < 10 ? ":0" : ":") + std::to_string(minute);
  return text + (hour < 12 ? " AM" : " PM");
}

std::string enumerated(const std::vector<std::string>& parts, std::string_view last_word) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " " + std::string(last_word) + " " : ", ";
    text += parts[i];
  }
  return text;
}

// "Monday to Friday from 8 AM to 5 PM and Saturday from 9 AM to 12 PM"; days in a row with the same
// hours are said once.
std::string spoken_hours(const WeeklyHours& week, bool spanish) {
  const auto name = [&](std::size_t day) {
    return std::string(spanish ? day_names[day].spanish : day_names[day].english);
  };
  const std::string to = spanish ? " a " : " to ";
  const std::string and_word = spanish ? "y" : "and";

  std::vector<std::string> parts;
  for (std::size_t first = 0; first < week.size();) {
    std::size_t last = first;
    while (last + 1 < week.size() && week[last + 1] == week[first]) ++last;
    if (!week[first].empty()) {
      std::vector<std::string> times;
      for (const OpenHours& open : week[first]) {
        times.push_back((spanish ? "de " : "from ") + spoken_time(open.opens) + to +
                        spoken_time(open.closes));
      }
      parts.push_back(name(first) + (last > first ? to + name(last) : "") + " " +
                      enumerated(times, and_word));
    }
    first = last + 1;
  }
  return enumerated(parts, spanish ? "y" : "and");
}

std::string dollars(const Money& money) {
  const auto cents = money.cents % 100;
  std::string text = "$" + std::to_string(money.cents / 100);
  if (cents != 0) text += (cents < 10 ? ".0" : ".") + std::to_string(cents);
  return text;
}

std::optional<FaqEntry> hours_answer(const Tenant& tenant) {
  const std::string english = spoken_hours(tenant.hours, false);
  if (english.empty()) return std::nullopt;
  return FaqEntry{.topic = language::FaqTopic::Hours,
                  .answer = "We are open " + english + ".",
                  .answer_spanish = "Abrimos " + spoken_hours(tenant.hours, true) + "."};
}

std::optional<FaqEntry> services_answer(const Tenant& tenant) {
  std::vector<std::string> names;
  for (const Service& service : tenant.services) {
    if (names.size() == spoken_services_max) {
      names.emplace_back("more");
      break;
    }
    names.push_back(service.name);
  }
  if (names.empty()) return std::nullopt;
  return FaqEntry{.topic = language::FaqTopic::Services,
                  .answer = "We can help with " + enumerated(names, "and") + "."};
}

std::optional<FaqEntry> area_answer(const Tenant& tenant) {
  if (tenant.area.cities.empty()) return std::nullopt;
  return FaqEntry{
      .topic = language::FaqTopic::ServiceArea,
      .answer = "We serve " + enumerated(tenant.area.cities, "and") + ".",
      .answer_spanish = "Atendemos en " + enumerated(tenant.area.cities, "y") + ".",
  };
}

std::optional<FaqEntry> price_answer(const Tenant& tenant) {
  std::vector<std::string> prices;
  const Money* lowest = nullptr;
  for (const Service& service : tenant.services) {
    if (!service.price_from) continue;
    prices.push_back(service.name + " from " + dollars(*service.price_from));
    if (lowest == nullptr || service.price_from->cents < lowest->cents) {
      lowest = &*service.price_from;
    }
  }
  if (lowest == nullptr) return std::nullopt;
  return FaqEntry{.topic = language::FaqTopic::Price,
                  .answer = "Our prices start like this: " + enumerated(prices, "and") + ".",
                  .answer_spanish = "Nuestros precios empiezan en " + dollars(*lowest) + "."};
}

}  // namespace

WeeklyHours default_hours() {
  WeeklyHours week;
  for (std::size_t day = 0; day < 5; ++day) week[day] = {{Minutes(8 * 60), Minutes(17 * 60)}};
  return week;
}

std::vector<Service> default_services(language::Trade trade) {
  std::vector<Service> services;
  for (const language::ServiceKind& kind : language::service_kinds()) {
    if (kind.trade != trade && kind.trade != language::Trade::General) continue;
    const auto longer = std::ranges::find(longer_work, kind.key, &UsualLength::service);
    // Without buffers: only the owner knows how far apart the customers live.
    services.push_back(
        {.id = ServiceId(std::string(kind.key)),
         .name = std::string(kind.name),
         .duration = longer == longer_work.end() ? usual_duration : longer->duration});
  }
  return services;
}

std::vector<FaqEntry> default_faq(const Tenant& tenant) {
  std::vector<FaqEntry> entries;
  for (std::optional<FaqEntry> entry :
       {hours_answer(tenant), services_answer(tenant), area_answer(tenant), price_answer(tenant)}) {
    if (entry) entries.push_back(std::move(*entry));
  }
  return entries;
}

std::string slug_from(std::string_view name, char separator) {
  std::string slug;
  for (const char c : lowered(name)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept) {
      slug += c;
    } else if (!slug.empty() && slug.back() != separator && c != '\'') {
      slug += separator;
    }
  }
  while (slug.ends_with(separator)) slug.pop_back();
  return slug;
}

}  // namespace callwright::tenants
