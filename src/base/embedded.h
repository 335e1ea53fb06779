#pragma once

#include <span>
#include <string_view>

namespace callwright {

// A file that was made part of the program when it was built; see cmake/embed.cmake.
struct EmbeddedFile {
  std::string_view name;  // Relative to the folder it was taken from.
  std::string_view bytes;
};

}  // namespace callwright
