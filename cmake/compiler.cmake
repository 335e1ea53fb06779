# One compiler, one standard, every warning an error.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# g++ 12 destroys some temporaries twice inside co_await statements, silently. A server built with it
# would look healthy and corrupt memory, so it is refused rather than warned about.
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang" OR CMAKE_CXX_COMPILER_VERSION VERSION_LESS 19)
  message(FATAL_ERROR "Callwright is built with clang 19 or newer (found ${CMAKE_CXX_COMPILER_ID} "
                      "${CMAKE_CXX_COMPILER_VERSION}). Use the presets: cmake --preset dev")
endif()

set(CALLWRIGHT_SANITIZE "" CACHE STRING "Sanitizers for every target, e.g. address,undefined or thread")
option(CALLWRIGHT_COVERAGE "Instrument for llvm-cov" OFF)
option(CALLWRIGHT_FUZZ "Instrument for libFuzzer and build the fuzz targets" OFF)

add_library(callwright_options INTERFACE)
target_compile_options(callwright_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
  -Wcast-align -Wunused -Woverloaded-virtual -Wimplicit-fallthrough -Werror
  # Designated initialisers leave the rest at its declared default on purpose.
  -Wno-missing-field-initializers -Wno-missing-designated-field-initializers
  # A precompiled header names the same macro from a file that only some rooms use.
  -Wno-unused-command-line-argument)
target_include_directories(callwright_options INTERFACE ${CMAKE_SOURCE_DIR}/src)

if(CALLWRIGHT_SANITIZE)
  add_compile_options(-fsanitize=${CALLWRIGHT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${CALLWRIGHT_SANITIZE})
endif()
if(CALLWRIGHT_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(CALLWRIGHT_COVERAGE)
  add_compile_options(-fprofile-instr-generate -fcoverage-mapping)
  add_link_options(-fprofile-instr-generate)
endif()

find_program(CALLWRIGHT_LLD NAMES ld.lld-19 ld.lld)
if(CALLWRIGHT_LLD)
  add_link_options(--ld-path=${CALLWRIGHT_LLD})
endif()

find_program(CALLWRIGHT_CCACHE ccache)
if(CALLWRIGHT_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      ${CALLWRIGHT_CCACHE})
endif()

# Files that are mostly a library's templates: optimised, with the sanitizers, one of them costs a
# minute to compile, and nothing in it is faster for it that anyone waits for.
function(callwright_compile_plainly)
  if(CMAKE_BUILD_TYPE STREQUAL "Debug")
    set_source_files_properties(${ARGN} PROPERTIES COMPILE_OPTIONS -O0 SKIP_PRECOMPILE_HEADERS ON)
  endif()
endfunction()
