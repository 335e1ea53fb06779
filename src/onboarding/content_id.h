#pragma once

#include <string>
#include <string_view>

#include "base/id.h"

namespace callwright::onboarding {

// An id that follows from what a thing is, so that the same document makes the same things.
std::string content_id(std::string_view prefix, const TenantId& tenant, std::string_view content);

}  // namespace callwright::onboarding
