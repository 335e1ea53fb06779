#include "tenants/domain/defaults.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"

namespace callwright::tenants {
namespace {

struct DefaultService {
  language::Trade trade;
  std::string_view id;
  std::string_view name;
  Minutes duration;
};

using language::Trade;
// Plain visits, without buffers: only the owner knows how far apart the customers live.
constexpr auto services_by_trade = std::to_array<DefaultService>({
    {Trade::Plumbing, "drain_cleaning", "drain cleaning", Minutes(90)},
    {Trade::Plumbing, "leak_repair", "leak repair", Minutes(90)},
    {Trade::Plumbing, "toilet_repair", "toilet repair", Minutes(60)},
    {Trade::Plumbing, "water_heater", "water heater service", Minutes(120)},
    {Trade::Electrical, "outlet_repair", "outlet and switch repair", Minutes(60)},
    {Trade::Electrical, "panel_work", "panel work", Minutes(120)},
    {Trade::Hvac, "furnace_repair", "furnace repair", Minutes(90)},
    {Trade::Hvac, "ac_repair", "air conditioning repair", Minutes(90)},
});

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
  for (const Service& service : tenant.services) names.push_back(service.name);
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

std::vector<Service> default_services(Trade trade) {
  std::vector<Service> services;
  for (const DefaultService& row : services_by_trade) {
    if (row.trade != trade) continue;
    services.push_back({.id = ServiceId(std::string(row.id)),
                        .name = std::string(row.name),
                        .duration = row.duration});
  }
  services.push_back(
      {.id = ServiceId("general"), .name = "general repairs", .duration = Minutes(60)});
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
