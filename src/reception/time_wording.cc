#include "reception/time_wording.h"

#include <array>
#include <string_view>

namespace callwright::reception {
namespace {

using language::Language;

constexpr std::array<std::string_view, 7> weekdays_english = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 7> weekdays_spanish = {
    "domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"};
constexpr std::array<std::string_view, 12> months_english = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 12> months_spanish = {
    "enero", "febrero", "marzo",      "abril",   "mayo",      "junio",
    "julio", "agosto",  "septiembre", "octubre", "noviembre", "diciembre"};

std::string number(std::int64_t value) {
  return std::to_string(value);
}

std::string clock_face(std::int64_t hour12, std::int64_t minute) {
  std::string text = number(hour12);
  if (minute != 0) text += (minute < 10 ? ":0" : ":") + number(minute);
  return text;
}

}  // namespace

std::string spoken_day(Instant instant, Instant now, const Zone& zone, Language language) {
  const auto date = zone.to_local(instant).date;
  const auto today = std::chrono::sys_days(zone.to_local(now).date);
  const bool spanish = language == Language::Spanish;
  if (std::chrono::sys_days(date) == today) return spanish ? "hoy" : "today";
  if (std::chrono::sys_days(date) == today + std::chrono::days(1))
    return spanish ? "mañana" : "tomorrow";

  const unsigned weekday = std::chrono::weekday(std::chrono::sys_days(date)).c_encoding();
  const unsigned month = static_cast<unsigned>(date.month()) - 1;
  const std::string day = number(static_cast<unsigned>(date.day()));
  if (spanish) {
    return "el " + std::string(weekdays_spanish[weekday]) + " " + day + " de " +
           std::string(months_spanish[month]);
  }
  return std::string(weekdays_english[weekday]) + ", " + std::string(months_english[month]) + " " +
         day;
}

std::string spoken_hour(Instant instant, const Zone& zone, Language language) {
  const std::int64_t minutes = zone.to_local(instant).time_of_day.count();
  const std::int64_t hour = minutes / 60;
  const std::int64_t hour12 = hour % 12 == 0 ? 12 : hour % 12;
  const std::string face = clock_face(hour12, minutes % 60);
  if (language == Language::English) return face + (hour < 12 ? " AM" : " PM");
  const std::string_view part = hour < 12   ? " de la mañana"
                                : hour < 13 ? " del mediodía"
                                : hour < 20 ? " de la tarde"
                                            : " de la noche";
  return (hour12 == 1 ? "la " : "las ") + face + std::string(part);
}

std::string spoken_time(Instant instant, Instant now, const Zone& zone, Language language) {
  const std::string_view at = language == Language::Spanish ? " a " : " at ";
  return spoken_day(instant, now, zone, language) + std::string(at) +
         spoken_hour(instant, zone, language);
}

std::string of_time(const std::string& spoken, Language language) {
  if (language == Language::Spanish) {
    return spoken.starts_with("el ") ? "d" + spoken : "de " + spoken;
  }
  const bool is_near = spoken.starts_with("today") || spoken.starts_with("tomorrow");
  return is_near ? spoken : "on " + spoken;
}

std::string to_time(const std::string& spoken, Language language) {
  if (language == Language::Spanish) {
    return spoken.starts_with("el ") ? "al " + spoken.substr(3) : "a " + spoken;
  }
  return "to " + spoken;
}

}  // namespace callwright::reception
