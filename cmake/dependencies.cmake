# Everything we stand on, all from Debian's packages. What each is for and what it was measured against
# is in ARCHITECTURE.md. No pkg-config: a bare Debian has none.

find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(CURL REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(simdjson REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc)
find_package(fmt REQUIRED)
find_package(Boost 1.81 REQUIRED)

function(callwright_find_library target header library)
  find_path(${target}_INCLUDE ${header} REQUIRED)
  find_library(${target}_LIBRARY ${library} REQUIRED)
  add_library(${target} INTERFACE IMPORTED GLOBAL)
  target_include_directories(${target} SYSTEM INTERFACE ${${target}_INCLUDE})
  target_link_libraries(${target} INTERFACE ${${target}_LIBRARY})
endfunction()

callwright_find_library(dep_cctz cctz/time_zone.h cctz)
callwright_find_library(dep_re2 re2/re2.h re2)
callwright_find_library(dep_sodium sodium.h sodium)
callwright_find_library(dep_prometheus prometheus/counter.h prometheus-cpp-core)

if(BUILD_TESTING)
  find_package(GTest REQUIRED)
  add_library(callwright_test_main INTERFACE)
  target_link_libraries(callwright_test_main INTERFACE GTest::gtest GTest::gmock GTest::gtest_main)
  target_include_directories(callwright_test_main INTERFACE ${CMAKE_SOURCE_DIR}/tests)
endif()
find_package(benchmark QUIET)
