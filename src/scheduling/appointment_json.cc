#include "scheduling/appointment_json.h"

namespace callwright::scheduling {

Json to_json(const Appointment& appointment, const Zone& zone) {
  const std::optional<std::string> phone =
      appointment.phone.transform([](const PhoneNumber& number) { return number.e164(); });
  return Json::object({{"id", appointment.id.text()},
                       {"customer", appointment.customer.text()},
                       {"name", appointment.name},
                       {"phone", phone},
                       {"street", appointment.address.street},
                       {"unit", appointment.address.unit},
                       {"city", appointment.address.city},
                       {"state", appointment.address.state},
                       {"zip", appointment.address.zip},
                       {"service", appointment.service.text()},
                       {"technician", appointment.technician.text()},
                       {"start", zone.iso8601(appointment.visit.begin)},
                       {"end", zone.iso8601(appointment.visit.end)},
                       {"status", to_string(appointment.status)},
                       {"emergency", appointment.emergency},
                       {"notes", appointment.notes},
                       {"created_at", zone.iso8601(appointment.created_at)}});
}

}  // namespace callwright::scheduling
