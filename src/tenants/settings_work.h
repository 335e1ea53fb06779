#pragma once

#include <vector>

#include "platform/json/json.h"
#include "tenants/document_reader.h"
#include "tenants/domain/tenant.h"

// Who does what work and where, as JSON.
namespace callwright::tenants {

std::vector<Technician> read_technicians(ObjectReader& document);
std::vector<Service> read_services(ObjectReader& document);
ServiceArea read_area(ObjectReader& document);

Json technician_to_json(const Technician& technician);
Json service_to_json(const Service& service);
Json area_to_json(const ServiceArea& area);

}  // namespace callwright::tenants
