#include "onboarding/given_visits.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.h"
#include "onboarding/content_id.h"

namespace callwright::onboarding {
namespace {

using scheduling::Appointment;
using scheduling::PlacedVisit;
using tenants::ObjectReader;
using tenants::Service;
using tenants::Technician;
using tenants::Tenant;

constexpr std::size_t visits_max = 100'000;
constexpr std::size_t id_bytes_max = 60;
constexpr std::size_t name_bytes_max = 120;
constexpr std::size_t time_bytes_max = 40;
constexpr std::size_t status_bytes_max = 20;
constexpr std::size_t notes_bytes_max = 4000;

// With an offset, or as the wall clock of the business shows it.
std::optional<Instant> read_time(ObjectReader& object, std::string_view name, const Zone& zone,
                                 ObjectReader::Need need) {
  const std::string text = object.line(name, time_bytes_max, need);
  if (text.empty()) return std::nullopt;
  if (const auto instant = parse_iso8601(text)) return *instant;
  const auto as_if_utc = parse_iso8601(text + "Z");
  if (!as_if_utc) {
    object.mistake(name, "must look like \"2026-03-10T10:00:00-05:00\"");
    return std::nullopt;
  }
  const ResolvedTime resolved = zone.resolve(Zone::utc().to_local(*as_if_utc));
  if (resolved.kind == LocalTimeKind::Skipped) {
    object.mistake(name, "is in an hour that the clocks skip");
    return std::nullopt;
  }
  return resolved.instant;
}

// Found by id, or by name without regard to case.
template <class Entry>
const Entry* find_entry(const std::vector<Entry>& entries, const std::string& called) {
  const auto by_id = std::ranges::find(entries, called, [](const Entry& e) { return e.id.text(); });
  if (by_id != entries.end()) return &*by_id;
  const auto by_name =
      std::ranges::find(entries, lowered(called), [](const Entry& e) { return lowered(e.name); });
  return by_name == entries.end() ? nullptr : &*by_name;
}

class VisitReader {
 public:
  VisitReader(ObjectReader& object, const Tenant& tenant, GivenCustomers& customers)
      : object_(object), tenant_(tenant), customers_(customers) {}

  // Nothing after a mistake.
  std::optional<PlacedVisit> read() {
    const std::size_t mistakes_before = object_.mistakes().size();
    read_status();
    read_customer();
    read_service();
    read_technician();
    read_times();
    appointment_.emergency = object_.flag("emergency", false);
    appointment_.notes = object_.text("notes", notes_bytes_max);
    const std::string id = object_.line("id", id_bytes_max);
    object_.refuse_unknown();
    if (object_.mistakes().size() != mistakes_before) return std::nullopt;

    appointment_.id = AppointmentId(id.empty() ? id_from_content() : id);
    return PlacedVisit{.appointment = appointment_,
                       .blocks = service_ == nullptr
                                     ? appointment_.visit
                                     : scheduling::blocked_range(*service_, appointment_.visit)};
  }

 private:
  void read_status() {
    if (!object_.has("status")) return;
    const std::string word = object_.line("status", status_bytes_max);
    if (const auto status = scheduling::parse_appointment_status(word)) {
      appointment_.status = *status;
    } else {
      object_.mistake("status", "must be a status such as booked, completed or cancelled");
    }
  }

  void read_customer() {
    const std::string called =
        object_.line("customer", name_bytes_max, ObjectReader::Need::Required);
    const std::string name = object_.line("name", name_bytes_max);
    const auto phone = object_.phone("phone");
    auto address = object_.object("address");
    if (address) appointment_.address = read_address(*address);
    if (called.empty()) return;
    const customers::Customer* customer = customers_.for_visit(called);
    if (customer == nullptr) {
      object_.mistake("customer", "is the name of several customers; give a phone or an id");
      return;
    }
    appointment_.customer = customer->id;
    appointment_.name = name.empty() ? customer->name : name;
    appointment_.phone = phone;
    if (!phone && !customer->phones.empty()) appointment_.phone = customer->phones.front();
    if (!address && !customer->addresses.empty())
      appointment_.address = customer->addresses.front();
  }

  // A visit that is over may be of a service or by a technician that the business no longer has.
  bool is_over() const { return !scheduling::is_live(appointment_.status); }

  void read_service() {
    const std::string called =
        object_.line("service", name_bytes_max, ObjectReader::Need::Required);
    if (called.empty()) return;
    service_ = find_entry(tenant_.services, called);
    if (service_ != nullptr) {
      appointment_.service = service_->id;
    } else if (is_over() && object_.has("end")) {
      appointment_.service = ServiceId(called);
    } else {
      object_.mistake("service", "is not one of the services");
    }
  }

  void read_technician() {
    const std::string called = object_.line("technician", name_bytes_max);
    if (called.empty()) {
      if (tenant_.technicians.size() == 1) {
        appointment_.technician = tenant_.technicians.front().id;
      } else {
        object_.mistake("technician", "is required unless there is exactly one technician");
      }
      return;
    }
    if (const Technician* technician = find_entry(tenant_.technicians, called)) {
      appointment_.technician = technician->id;
    } else if (is_over()) {
      appointment_.technician = TechnicianId(called);
    } else {
      object_.mistake("technician", "is not one of the technicians");
    }
  }

  void read_times() {
    const auto start = read_time(object_, "start", tenant_.zone, ObjectReader::Need::Required);
    const auto end = read_time(object_, "end", tenant_.zone, ObjectReader::Need::Optional);
    if (!start) return;
    const Minutes usual = service_ == nullptr ? Minutes(60) : service_->duration;
    appointment_.visit = {.begin = *start, .end = end.value_or(*start + usual)};
    if (appointment_.visit.empty()) {
      object_.mistake("end", "is not after the start");
    } else if (appointment_.visit.length() > tenants::visit_length_max) {
      object_.mistake("end", "is more than a day after the start");
    }
  }

  std::string id_from_content() const {
    return content_id("apt", tenant_.id,
                      "visit " + appointment_.customer.text() + " " + appointment_.service.text() +
                          " " + appointment_.technician.text() + " " +
                          std::to_string(to_ms(appointment_.visit.begin)));
  }

  ObjectReader& object_;
  const Tenant& tenant_;
  GivenCustomers& customers_;
  const Service* service_ = nullptr;
  Appointment appointment_{.id = AppointmentId("unread"),
                           .customer = CustomerId("unread"),
                           .service = ServiceId("unread"),
                           .technician = TechnicianId("unread")};
};

struct GivenVisit {
  PlacedVisit visit;
  std::string path;
};

// Sorted by technician and time, a visit can only overlap the one before it that ends last.
void refuse_overlaps(const std::vector<GivenVisit>& visits, std::vector<std::string>& mistakes) {
  std::vector<const GivenVisit*> live;
  for (const GivenVisit& given : visits) {
    if (scheduling::is_live(given.visit.appointment.status)) live.push_back(&given);
  }
  std::ranges::sort(live, {}, [](const GivenVisit* given) {
    return std::tuple(given->visit.appointment.technician, given->visit.blocks.begin, given->path);
  });
  const GivenVisit* last = nullptr;
  for (const GivenVisit* given : live) {
    const bool same_technician = last != nullptr && last->visit.appointment.technician ==
                                                        given->visit.appointment.technician;
    if (same_technician && last->visit.blocks.overlaps(given->visit.blocks)) {
      tenants::add_mistake(mistakes, given->path,
                           "overlaps " + last->path + " of the same technician, buffers included");
    }
    if (!same_technician || last->visit.blocks.end < given->visit.blocks.end) last = given;
  }
}

}  // namespace

std::vector<PlacedVisit> read_visits(ObjectReader& document, const Tenant& tenant,
                                     GivenCustomers& customers) {
  std::vector<GivenVisit> given;
  std::set<AppointmentId> ids;
  for (const auto& item : document.items("visits", visits_max)) {
    ObjectReader object(item.json, item.path, document.mistakes());
    auto visit = VisitReader(object, tenant, customers).read();
    if (!visit) continue;
    if (!ids.insert(visit->appointment.id).second) {
      tenants::add_mistake(document.mistakes(), item.path, "is the same visit as an earlier one");
      continue;
    }
    given.push_back({std::move(*visit), item.path});
  }
  refuse_overlaps(given, document.mistakes());

  std::vector<PlacedVisit> visits;
  visits.reserve(given.size());
  for (GivenVisit& entry : given) visits.push_back(std::move(entry.visit));
  return visits;
}

}  // namespace callwright::onboarding
