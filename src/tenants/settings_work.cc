#include "tenants/settings_work.h"

#include <algorithm>

#include "base/text.h"
#include "tenants/domain/defaults.h"
#include "tenants/json_lists.h"
#include "tenants/settings_hours.h"

namespace callwright::tenants {
namespace {

using Need = ObjectReader::Need;

constexpr std::size_t name_bytes_max = 120;
constexpr std::size_t id_bytes_max = 60;
constexpr std::size_t technicians_max = 500;
constexpr std::size_t services_max = 200;
constexpr std::size_t skills_max = 50;
constexpr std::size_t skill_bytes_max = 60;
constexpr std::size_t zips_max = 2000;
constexpr std::size_t zip_bytes_max = 5;
constexpr std::size_t cities_max = 500;
constexpr std::int64_t visit_minutes_min = 5;
constexpr std::int64_t price_cents_max = 100'000'000;

bool is_id(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  });
}

// True for "66101" and for a prefix such as "661*".
bool is_zip_pattern(std::string_view text) {
  const bool prefix = text.ends_with('*');
  const std::string_view digits = text.substr(0, text.size() - (prefix ? 1 : 0));
  return !digits.empty() && (prefix || digits.size() == 5) &&
         std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

Minutes minutes(ObjectReader& object, std::string_view name, Minutes fallback, std::int64_t min,
                std::int64_t max) {
  return Minutes(object.integer(name, fallback.count(), min, max));
}

// The id of a service or technician: given, or made from the name. Empty after a mistake.
std::string read_id(ObjectReader& object, const std::string& name, char separator) {
  std::string id = object.line("id", id_bytes_max);
  if (id.empty()) id = slug_from(name.substr(0, id_bytes_max), separator);
  if (id.empty() && !name.empty()) object.mistake("id", "cannot be made from the name; give one");
  if (!id.empty() && !is_id(id)) {
    object.mistake("id", "may hold letters, digits, '_', '-' and '.' only");
    return {};
  }
  return id;
}

template <class Entry>
void add_unless_repeated(std::vector<Entry>& entries, Entry entry, ObjectReader& object) {
  if (std::ranges::find(entries, entry.id, &Entry::id) != entries.end()) {
    object.mistake("id", "is used twice");
  } else {
    entries.push_back(std::move(entry));
  }
}

}  // namespace

std::vector<Technician> read_technicians(ObjectReader& document) {
  std::vector<Technician> technicians;
  for (const auto& item : document.items("technicians", technicians_max)) {
    ObjectReader object(item.json, item.path, document.mistakes());
    const std::string name = object.line("name", name_bytes_max, Need::Required);
    const std::string id = read_id(object, name, '-');
    auto skills = object.lines("skills", skills_max, skill_bytes_max);
    auto phone = object.phone("phone");
    std::optional<WeeklyHours> hours;
    if (auto own = object.object("hours")) hours = read_weekly_hours(*own);
    const bool active = object.flag("active", true);
    object.refuse_unknown();
    if (id.empty()) continue;
    add_unless_repeated(technicians,
                        Technician{.id = TechnicianId(id),
                                   .name = name,
                                   .skills = std::move(skills),
                                   .hours = hours,
                                   .phone = std::move(phone),
                                   .active = active},
                        object);
  }
  return technicians;
}

std::vector<Service> read_services(ObjectReader& document) {
  std::vector<Service> services;
  for (const auto& item : document.items("services", services_max)) {
    ObjectReader object(item.json, item.path, document.mistakes());
    const std::string name = object.line("name", name_bytes_max, Need::Required);
    const std::string id = read_id(object, name, '_');
    Service service{
        .id = ServiceId(id.empty() ? "unread" : id),
        .name = name,
        .duration = minutes(object, "duration_minutes", Minutes(60), visit_minutes_min,
                            visit_length_max.count()),
        .buffer_before =
            minutes(object, "buffer_before_minutes", Minutes(0), 0, buffer_max.count()),
        .buffer_after = minutes(object, "buffer_after_minutes", Minutes(0), 0, buffer_max.count()),
        .skills = object.lines("skills", skills_max, skill_bytes_max),
    };
    constexpr std::int64_t no_price = -1;
    const std::int64_t cents = object.integer("price_from_cents", no_price, 0, price_cents_max);
    if (cents != no_price) service.price_from = Money{.cents = cents};
    object.refuse_unknown();
    if (!id.empty()) add_unless_repeated(services, std::move(service), object);
  }
  return services;
}

ServiceArea read_area(ObjectReader& document) {
  ServiceArea area;
  auto object = document.object("area");
  if (!object) return area;
  for (const auto& item : object->items("zips", zips_max)) {
    auto zip = read_line(item, zip_bytes_max, object->mistakes());
    if (!zip) continue;
    if (is_zip_pattern(*zip)) {
      area.zips.push_back(std::move(*zip));
    } else {
      add_mistake(object->mistakes(), item.path,
                  "must be five digits, or a prefix such as \"661*\"");
    }
  }
  area.cities = object->lines("cities", cities_max, name_bytes_max);
  object->refuse_unknown();
  return area;
}

Json technician_to_json(const Technician& technician) {
  Json json = Json::object({{"id", technician.id.text()},
                            {"name", technician.name},
                            {"skills", array_of(technician.skills)}});
  if (technician.hours) json.set("hours", hours_to_json(*technician.hours));
  if (technician.phone) json.set("phone", technician.phone->e164());
  json.set("active", technician.active);
  return json;
}

Json service_to_json(const Service& service) {
  Json json = Json::object({{"id", service.id.text()},
                            {"name", service.name},
                            {"duration_minutes", service.duration.count()},
                            {"buffer_before_minutes", service.buffer_before.count()},
                            {"buffer_after_minutes", service.buffer_after.count()},
                            {"skills", array_of(service.skills)}});
  if (service.price_from) json.set("price_from_cents", service.price_from->cents);
  return json;
}

Json area_to_json(const ServiceArea& area) {
  return Json::object({{"zips", array_of(area.zips)}, {"cities", array_of(area.cities)}});
}

}  // namespace callwright::tenants
