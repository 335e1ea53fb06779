# Makes db/migrations part of the program. With OUTPUT set this file is the script that writes the source;
# otherwise it declares the step that runs it again whenever a file is added or changed.

if(OUTPUT)
  file(GLOB files ${FOLDER}/*.sql)
  list(SORT files)
  set(rows "")
  foreach(file ${files})
    cmake_path(GET file FILENAME name)
    file(READ ${file} text)
    string(APPEND rows "    {\"${name}\", R\"migration(${text})migration\"},\n")
  endforeach()
  file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT "#include \"platform/db/migrations.h\"

namespace callwright::db {
namespace {

constexpr MigrationFile files[] = {
@rows@};

}  // namespace

std::span<const MigrationFile> migration_files() { return files; }

}  // namespace callwright::db
")
  return()
endif()

function(callwright_embed_migrations target folder)
  file(GLOB files CONFIGURE_DEPENDS ${folder}/*.sql)
  set(source ${CMAKE_BINARY_DIR}/migration_files.cc)
  add_custom_command(OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -D FOLDER=${folder} -D OUTPUT=${source}
            -P ${CMAKE_SOURCE_DIR}/cmake/migrations.cmake
    DEPENDS ${files} ${CMAKE_SOURCE_DIR}/cmake/migrations.cmake
    COMMENT "Embedding db/migrations")
  target_sources(${target} PRIVATE ${source})
endfunction()
