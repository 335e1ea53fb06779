# Every header compiles alone. One file per header, compiled without the precompiled header that would
# hide what is missing; not optimised, so that it is cheap, and a real object, so that ccache keeps it.

if(BUILD_TESTING)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS
    ${CMAKE_SOURCE_DIR}/src/*.h ${CMAKE_SOURCE_DIR}/emulators/*.h ${CMAKE_SOURCE_DIR}/sim/*.h)
  set(probes)
  foreach(header ${headers})
    file(RELATIVE_PATH path ${CMAKE_SOURCE_DIR} ${header})
    set(probe ${CMAKE_BINARY_DIR}/header_check/${path}.cc)
    file(CONFIGURE OUTPUT ${probe} CONTENT "#include \"${header}\"\n")
    list(APPEND probes ${probe})
  endforeach()
  add_library(callwright_header_check OBJECT EXCLUDE_FROM_ALL ${probes})
  target_link_libraries(callwright_header_check PRIVATE callwright_options PostgreSQL::PostgreSQL)
  target_include_directories(callwright_header_check PRIVATE ${CMAKE_SOURCE_DIR})
  target_compile_options(callwright_header_check PRIVATE -O0 -g0)
endif()
