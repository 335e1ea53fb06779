#pragma once

#include <memory>

#include "platform/db/database.h"
#include "server/settings.h"

namespace callwright::server {

// The database of the settings, brought to this version.
Result<std::unique_ptr<db::Database>> open_database(const Settings& settings);

}  // namespace callwright::server
