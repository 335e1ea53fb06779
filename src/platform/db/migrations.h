#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/database.h"

namespace callwright::db {

// One file of db/migrations, made part of the program when it is built.
struct MigrationFile {
  std::string_view name;  // "0001_platform.sql", "0007_search.sqlite.sql".
  std::string_view text;
};

// All files, in the order of their names.
std::span<const MigrationFile> migration_files();

// Those meant for an engine. Invalid when a name is malformed, two files claim one number, or a
// file for one engine has no twin for the other.
Result<std::vector<MigrationFile>> migrations_for(Engine engine,
                                                  std::span<const MigrationFile> files);

// What migrate() does, with files of the caller's choice.
Result<void> migrate(Database& database, std::span<const MigrationFile> files);

}  // namespace callwright::db
