#pragma once

#include <string>
#include <string_view>

#include "platform/db/database.h"

namespace callwright::messaging::store {

// Ends a SELECT whose row is about to be written. An embedded database has one writer, which needs
// no lock and knows no word for it.
inline std::string locked(const db::Transaction& tx, std::string_view select) {
  std::string sql(select);
  if (tx.engine() == db::Engine::Postgres) sql += " FOR UPDATE";
  return sql;
}

}  // namespace callwright::messaging::store
