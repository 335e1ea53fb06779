#pragma once

#include "platform/json/json.h"

namespace callwright::server {

// A practice business that the demo, the terminal and the stories start from: Prairie Plumbing, in
// api/examples/tenant-prairie-plumbing.json, which is part of the program.
Json ready_tenant();

}  // namespace callwright::server
