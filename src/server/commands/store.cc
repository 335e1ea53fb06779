#include "server/commands/store.h"

namespace callwright::server {

Result<std::unique_ptr<db::Database>> open_database(const Settings& settings) {
  constexpr std::string_view sqlite = "sqlite:";
  const bool embedded = settings.database.starts_with(sqlite);
  TRY_ASSIGN(auto database, embedded
                                ? db::open_sqlite({.path = settings.database.substr(sqlite.size())})
                                : db::open_postgres({.connection = settings.database,
                                                     .pool_size = settings.database_pool}));
  TRY(db::migrate(*database));
  return database;
}

}  // namespace callwright::server
