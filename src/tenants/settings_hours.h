#pragma once

#include <string_view>
#include <vector>

#include "platform/json/json.h"
#include "tenants/document_reader.h"
#include "tenants/domain/tenant.h"

// Opening hours as JSON: {"mon": ["08:00-12:00", "13:00-17:00"]}. A day that is left out is closed.
namespace callwright::tenants {

WeeklyHours read_weekly_hours(ObjectReader& object);
std::vector<Holiday> read_holidays(ObjectReader& document);

Json hours_to_json(const WeeklyHours& hours);
Json holiday_to_json(const Holiday& holiday);

}  // namespace callwright::tenants
