#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tenants/domain/tenant.h"

// What a business is taken to be where its document says nothing, so that a name, a zone and a
// number are
// enough to answer the phone.
namespace callwright::tenants {

WeeklyHours default_hours();  // Monday to Friday, 08:00 to 17:00.
std::vector<Service> default_services(language::Trade trade);

// Answers that follow from the settings themselves: hours, services, area, prices. Topics about
// which the
// settings say nothing are left out.
std::vector<FaqEntry> default_faq(const Tenant& tenant);

// "Prairie Plumbing & Sons" -> "prairie-plumbing-sons". Empty when no letter or digit is left.
std::string slug_from(std::string_view name, char separator = '-');

}  // namespace callwright::tenants
