# A room is one folder of src/ and one library. Its domain/ folder, where there is one, is a library of
# its own that may link only other domains, so a rule that reaches for a clock or a database fails to link.
#
#   callwright_room(scheduling
#     FOLDER scheduling            # default: the name
#     USES   tenants customers     # rooms on lower floors
#     LINKS  SQLite::SQLite3)      # libraries from outside, private to the room
#
# Sources are every *.cc of the folder. *_test.cc become one test program for the room, *_bench.cc one
# benchmark program, and every *_fuzz.cc a fuzz target of its own.

# What a test does itself costs nothing; to optimise and instrument it costs most of a build.
function(_callwright_test_options target)
  if(CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_compile_options(${target} PRIVATE -O0)
  endif()
  if(CALLWRIGHT_FUZZ)
    target_compile_options(${target} PRIVATE -fno-sanitize=fuzzer-no-link)
  endif()
endfunction()

# Two precompiled headers for all rooms: every room compiles with the same options, so one will do.
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/empty.cc CONTENT "")
if(CALLWRIGHT_PCH)
  add_library(callwright_pch OBJECT ${CMAKE_BINARY_DIR}/empty.cc)
  target_link_libraries(callwright_pch PRIVATE callwright_options)
  target_precompile_headers(callwright_pch PRIVATE ${CMAKE_SOURCE_DIR}/cmake/pch.h)
  if(BUILD_TESTING)
    add_library(callwright_test_pch OBJECT ${CMAKE_BINARY_DIR}/empty.cc)
    target_link_libraries(callwright_test_pch PRIVATE callwright_options callwright_test_main)
    _callwright_test_options(callwright_test_pch)
    target_precompile_headers(callwright_test_pch PRIVATE
      ${CMAKE_SOURCE_DIR}/cmake/pch.h <gtest/gtest.h> <gmock/gmock.h>)
  endif()
endif()

# callwright_precompiled(TARGET) and, for what includes GoogleTest, callwright_precompiled_test(TARGET).
function(callwright_precompiled target)
  if(CALLWRIGHT_PCH)
    target_precompile_headers(${target} REUSE_FROM callwright_pch)
  endif()
endfunction()

function(callwright_precompiled_test target)
  _callwright_test_options(${target})
  if(CALLWRIGHT_PCH)
    target_precompile_headers(${target} REUSE_FROM callwright_test_pch)
  endif()
endfunction()

add_custom_target(callwright_benches)
add_custom_target(callwright_fuzzers)

function(callwright_room name)
  cmake_parse_arguments(ROOM "" "FOLDER" "USES;DOMAIN_USES;LINKS;TEST_LINKS" ${ARGN})
  if(NOT ROOM_FOLDER)
    set(ROOM_FOLDER ${name})
  endif()
  set(folder ${CMAKE_SOURCE_DIR}/src/${ROOM_FOLDER})

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cc)
  set(tests ${sources})
  set(benches ${sources})
  set(fuzzers ${sources})
  list(FILTER sources EXCLUDE REGEX "(_(test|bench|fuzz)|/main)\\.cc$")  # A main.cc is a program.
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(FILTER benches INCLUDE REGEX "_bench\\.cc$")
  list(FILTER fuzzers INCLUDE REGEX "_fuzz\\.cc$")

  set(domain_sources ${sources})
  list(FILTER domain_sources INCLUDE REGEX "/domain/")
  list(FILTER sources EXCLUDE REGEX "/domain/")

  _callwright_library(callwright_${name}_domain "${domain_sources}")
  foreach(used ${ROOM_DOMAIN_USES} ${ROOM_USES})
    if(TARGET callwright_${used}_domain)
      _callwright_link(callwright_${name}_domain callwright_${used}_domain)
    endif()
  endforeach()

  _callwright_library(callwright_${name} "${sources}")
  _callwright_link(callwright_${name} callwright_${name}_domain)
  foreach(used ${ROOM_USES})
    _callwright_link(callwright_${name} callwright_${used})
  endforeach()
  foreach(library ${ROOM_LINKS})
    _callwright_link(callwright_${name} ${library})
  endforeach()

  if(tests AND BUILD_TESTING)
    _callwright_program(callwright_${name}_test "${tests}" callwright_${name} callwright_test_main
                        ${ROOM_TEST_LINKS})
    callwright_precompiled_test(callwright_${name}_test)
    gtest_discover_tests(callwright_${name}_test TEST_PREFIX "${name}." DISCOVERY_TIMEOUT 60
      PROPERTIES LABELS unit)
  endif()
  if(benches AND TARGET benchmark::benchmark_main)
    _callwright_program(callwright_${name}_bench "${benches}" callwright_${name}
                        benchmark::benchmark benchmark::benchmark_main)
    callwright_precompiled(callwright_${name}_bench)
    set_target_properties(callwright_${name}_bench PROPERTIES EXCLUDE_FROM_ALL TRUE)
    add_dependencies(callwright_benches callwright_${name}_bench)
  endif()
  if(CALLWRIGHT_FUZZ)
    foreach(fuzzer ${fuzzers})
      cmake_path(GET fuzzer STEM stem)
      _callwright_program(callwright_${stem} ${fuzzer} callwright_${name})
      callwright_precompiled(callwright_${stem})
      target_link_options(callwright_${stem} PRIVATE -fsanitize=fuzzer)
      add_dependencies(callwright_fuzzers callwright_${stem})
    endforeach()
  endif()
endfunction()

# A program of a room's own sources beside its library.
function(_callwright_program target sources)
  add_executable(${target} ${sources})
  target_link_libraries(${target} PRIVATE callwright_options ${ARGN})
  target_compile_definitions(${target} PRIVATE CALLWRIGHT_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
endfunction()

# A library of the given sources, or a header-only one where the folder has none.
function(_callwright_library target sources)
  if(sources)
    add_library(${target} STATIC ${sources})
    target_link_libraries(${target} PUBLIC callwright_options)
    callwright_precompiled(${target})
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE callwright_options)
  endif()
endfunction()

function(_callwright_link target library)
  get_target_property(kind ${target} TYPE)
  if(kind STREQUAL "INTERFACE_LIBRARY")
    target_link_libraries(${target} INTERFACE ${library})
  else()
    target_link_libraries(${target} PUBLIC ${library})
  endif()
endfunction()
