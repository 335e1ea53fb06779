# Makes db/migrations part of the program. Run as a script (OUTPUT is set) this file writes the source;
# included, it declares the step that runs the script again whenever a file is added, changed or removed.

if(OUTPUT)
  cmake_minimum_required(VERSION 3.25)
  set(rows "")
  foreach(name ${NAMES})
    file(READ ${FOLDER}/${name} text)
    string(APPEND rows "    {\"${name}\", R\"migration(${text})migration\"},\n")
  endforeach()
  file(WRITE ${OUTPUT} "#include \"platform/db/migrations.h\"

namespace callwright::db {
namespace {

constexpr MigrationFile files[] = {
${rows}};

}  // namespace

std::span<const MigrationFile> migration_files() { return files; }

}  // namespace callwright::db
")
  return()
endif()

function(callwright_embed_migrations target folder)
  file(GLOB files CONFIGURE_DEPENDS ${folder}/*.sql)
  list(SORT files)
  set(names ${files})
  list(TRANSFORM names REPLACE ".*/" "")
  set(source ${CMAKE_BINARY_DIR}/migration_files.cc)
  add_custom_command(OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -D FOLDER=${folder} -D "NAMES=${names}" -D OUTPUT=${source}
            -P ${CMAKE_SOURCE_DIR}/cmake/migrations.cmake
    DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/migrations.cmake
    COMMENT "Embedding db/migrations"
    VERBATIM)
  target_sources(${target} PRIVATE ${source})
endfunction()
