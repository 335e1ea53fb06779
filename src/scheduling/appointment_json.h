#pragma once

#include "base/time.h"
#include "platform/json/json.h"
#include "scheduling/domain/appointment.h"

namespace callwright::scheduling {

// As programs see a visit: flat, times in the tenant's zone, what is not known as an empty string
// or null.
Json to_json(const Appointment& appointment, const Zone& zone);

}  // namespace callwright::scheduling
