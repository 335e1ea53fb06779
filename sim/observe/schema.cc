#include "sim/observe/schema.h"

#include <string>

namespace callwright::sim {

Result<void> verify_layouts(db::Database& database) {
  return database.read([](db::Transaction& tx) -> Result<void> {
    for (const Layout& layout : layouts) {
      TRY_ASSIGN(const db::Rows names,
                 tx.query("SELECT name FROM pragma_table_info(?) ORDER BY cid", layout.table));
      for (std::size_t i = 0; i < layout.size; ++i) {
        if (i < names.size() && names[i].text(0) == layout.columns[i]) continue;
        return failure(ErrorCode::Invalid, "sim/observe/schema.h: column " + std::to_string(i) +
                                               " of " + std::string(layout.table) + " is not " +
                                               std::string(layout.columns[i]));
      }
    }
    return {};
  });
}

}  // namespace callwright::sim
