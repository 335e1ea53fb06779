#include "reception/wording.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "reception/time_wording.h"
#include "reception/value_wording.h"

namespace callwright::reception {
namespace {

using dialogue::Prompt;
using scheduling::Appointment;

// "A, B or C".
std::string listed(const std::vector<std::string>& items, std::string_view last_word) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " " + std::string(last_word) + " " : ", ";
    text += items[i];
  }
  return text;
}

std::string price_text(const Money& money, bool spanish) {
  const std::string dollars = "$" + std::to_string(money.cents / 100);
  return spanish ? "desde " + dollars : "from " + dollars;
}

}  // namespace

std::string Wording::speak(Prompt prompt) const {
  ASSERT(!dialogue::is_receipt(prompt));
  const std::string_view text = is_typed_ ? dialogue::written_prompt_text(prompt, language())
                                          : dialogue::prompt_text(prompt, language());
  return dialogue::fill(text, [this](std::string_view name) { return field(name); });
}

std::string Wording::about(Prompt receipt, const Appointment& visit) const {
  const std::string text =
      dialogue::fill(dialogue::prompt_text(receipt, language()),
                     [&](std::string_view name) { return appointment_field(name, visit); });
  return std::string(trimmed(text));
}

std::string Wording::booked(const scheduling::Booked& receipt) const {
  return about(Prompt::BookedReceipt, receipt.appointment);
}

std::string Wording::moved(const scheduling::Moved& receipt) const {
  return about(Prompt::MovedReceipt, receipt.after);
}

std::string Wording::cancelled(const scheduling::Cancelled& receipt) const {
  return about(Prompt::CancelledReceipt, receipt.appointment);
}

std::string Wording::notice(const scheduling::Booked& receipt) const {
  return about(Prompt::BookedNotice, receipt.appointment);
}

std::string Wording::notice(const scheduling::Moved& receipt) const {
  return about(Prompt::MovedNotice, receipt.after);
}

std::string Wording::notice(const scheduling::Cancelled& receipt) const {
  return about(Prompt::CancelledNotice, receipt.appointment);
}

std::string Wording::time(Instant instant) const {
  // Seen from long ago, every day has its name.
  const Instant from = in_writing_ ? Instant() : now_;
  return spoken_time(instant, from, tenant_.zone, language());
}

std::string Wording::field(std::string_view name) const {
  if (name == "business") return tenant_.name;
  if (name == "name") return memory_.name;
  if (name == "street") return memory_.address_on_file.street;
  if (name == "address") return customers::one_line(memory_.address);
  if (name == "service") return service_name(memory_.service);
  if (name == "problem") return memory_.problem;
  if (name == "phone") return memory_.phone ? memory_.phone->national() : "";
  if (name == "time") return visit_time();
  if (name == "of_time") return of_time(visit_time(), language());
  if (name == "to_time") return to_time(visit_time(), language());
  if (name == "offers") return offers();
  if (name == "visits") return visits();
  if (name == "heard") return value_wording(memory_, is_typed_);
  if (name == "number") return tenant_.numbers.front().national();
  if (name == "due") return due();
  if (name == "why") return memory_.why_not;
  if (name == "answer") return faq_answer();
  ASSERT(false);  // A prompt names a field that nobody fills in.
}

std::string Wording::visit_time() const {
  if (memory_.goal == dialogue::Goal::Cancel && memory_.visit)
    return time(memory_.visit->visit.begin);
  return memory_.chosen ? time(memory_.chosen->visit.begin) : "";
}

std::string Wording::offers() const {
  std::vector<std::string> items;
  std::string day;
  for (const dialogue::Offer& offer : memory_.offers) {
    const Instant start = offer.visit.begin;
    const std::string this_day = spoken_day(start, now_, tenant_.zone, language());
    items.push_back(this_day == day ? spoken_hour(start, tenant_.zone, language()) : time(start));
    day = this_day;
  }
  return listed(items, spanish() ? "o" : "or");
}

std::string Wording::visits() const {
  std::vector<std::string> items;
  for (const dialogue::VisitChoice& visit : memory_.visits) {
    items.push_back(service_name(visit.service.text()) + ", " + time(visit.visit.begin));
  }
  return listed(items, spanish() ? "y" : "and");
}

std::string Wording::due() const {
  if (!memory_.callback_due) return "";
  return (spanish() ? ", a más tardar " : " by ") + time(*memory_.callback_due);
}

std::string Wording::service_name(std::string_view id) const {
  const tenants::Service* service = tenant_.find_service(id);
  if (service != nullptr) return service->name;
  return spanish() ? "una visita" : "a service visit";
}

std::string Wording::appointment_field(std::string_view name, const Appointment& visit) const {
  if (name == "time") return time(visit.visit.begin);
  if (name == "of_time") return of_time(time(visit.visit.begin), language());
  if (name == "to_time") return to_time(time(visit.visit.begin), language());
  if (name == "name") return visit.name;
  if (name == "phone") return visit.phone ? visit.phone->national() : "";
  if (name == "problem") return visit.notes;
  if (name == "service") return service_name(visit.service.text());
  if (name == "address") return customers::one_line(visit.address);
  if (name == "technician") {
    const tenants::Technician* technician = tenant_.find_technician(visit.technician);
    return technician != nullptr ? technician->name : tenant_.name;
  }
  return field(name);
}

std::string Wording::hours() const {
  static constexpr std::array<std::string_view, 7> days_english = {
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  static constexpr std::array<std::string_view, 7> days_spanish = {
      "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"};
  const auto& names = spanish() ? days_spanish : days_english;

  std::vector<std::string> pieces;
  for (std::size_t first = 0; first < tenant_.hours.size();) {
    std::size_t last = first;
    while (last + 1 < tenant_.hours.size() && tenant_.hours[last + 1] == tenant_.hours[first])
      ++last;
    std::vector<std::string> ranges;
    for (const tenants::OpenHours& open : tenant_.hours[first]) {
      ranges.push_back(to_string_time_of_day(open.opens) + (spanish() ? " a " : " to ") +
                       to_string_time_of_day(open.closes));
    }
    if (!ranges.empty()) {
      std::string days(names[first]);
      if (last > first) days += (spanish() ? " a " : " to ") + std::string(names[last]);
      pieces.push_back(days + " " + joined(ranges, spanish() ? " y " : " and "));
    }
    first = last + 1;
  }
  if (pieces.empty()) return "";
  return (spanish() ? "Abrimos " : "We are open ") + joined(pieces, ", ") + ".";
}

std::string Wording::faq_answer() const {
  if (!memory_.faq_topic) return "";
  if (*memory_.faq_topic == language::FaqTopic::Eta && next_visit_)
    return about(Prompt::NextVisit, *next_visit_);
  for (const tenants::FaqEntry& entry : tenant_.faq) {
    if (entry.topic != *memory_.faq_topic) continue;
    return spanish() && !entry.answer_spanish.empty() ? entry.answer_spanish : entry.answer;
  }
  // What the tenant's own settings answer needs no entry.
  if (*memory_.faq_topic == language::FaqTopic::Hours) return hours();
  if (*memory_.faq_topic == language::FaqTopic::Price) {
    const tenants::Service* service = tenant_.find_service(memory_.service);
    if (service != nullptr && service->price_from) {
      return service->name + ": " + price_text(*service->price_from, spanish()) + ".";
    }
  }
  return "";
}

}  // namespace callwright::reception
