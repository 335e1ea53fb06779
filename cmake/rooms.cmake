# A room is one folder of src/ and one library. Its domain/ folder, where there is one, is a library of
# its own that may link only other domains, so a rule that reaches for a clock or a database fails to link.
#
#   callwright_room(scheduling
#     FOLDER scheduling            # default: the name
#     USES   tenants customers     # rooms on lower floors
#     LINKS  SQLite::SQLite3)      # libraries from outside, private to the room
#
# Sources are every *.cc of the folder; *_test.cc become one test program for the room.

function(callwright_room name)
  cmake_parse_arguments(ROOM "" "FOLDER" "USES;DOMAIN_USES;LINKS;TEST_LINKS" ${ARGN})
  if(NOT ROOM_FOLDER)
    set(ROOM_FOLDER ${name})
  endif()
  set(folder ${CMAKE_SOURCE_DIR}/src/${ROOM_FOLDER})

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cc)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$")
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")

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

  if(tests)
    add_executable(callwright_${name}_test ${tests})
    target_link_libraries(callwright_${name}_test PRIVATE
      callwright_${name} callwright_options callwright_test_main ${ROOM_TEST_LINKS})
    target_compile_definitions(callwright_${name}_test PRIVATE CALLWRIGHT_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    gtest_discover_tests(callwright_${name}_test TEST_PREFIX "${name}." DISCOVERY_TIMEOUT 60
      PROPERTIES LABELS unit)
  endif()
endfunction()

# A library of the given sources, or a header-only one where the folder has none.
function(_callwright_library target sources)
  if(sources)
    add_library(${target} STATIC ${sources})
    target_link_libraries(${target} PUBLIC callwright_options)
    if(NOT target STREQUAL "callwright_base" AND CALLWRIGHT_PCH)
      target_precompile_headers(${target} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/pch.h)
    endif()
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
