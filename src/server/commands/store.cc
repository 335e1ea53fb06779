#include "server/commands/store.h"

#include <filesystem>

namespace callwright::server {

Result<std::unique_ptr<db::Database>> open_database(const Settings& settings) {
  constexpr std::string_view sqlite = "sqlite:";
  const bool embedded = settings.database.starts_with(sqlite);
  const std::string file = embedded ? settings.database.substr(sqlite.size()) : "";
  const std::string folder = std::filesystem::path(file).parent_path().string();
  // A mistake in the settings, and no disk that is away for a while.
  if (!folder.empty() && !std::filesystem::exists(folder)) {
    return failure(ErrorCode::Invalid, "database.url: there is no folder " + folder);
  }
  TRY_ASSIGN(auto database, embedded ? db::open_sqlite({.path = file})
                                     : db::open_postgres({.connection = settings.database,
                                                          .pool_size = settings.database_pool}));
  TRY(db::migrate(*database));
  return database;
}

}  // namespace callwright::server
