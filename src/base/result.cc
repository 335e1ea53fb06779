#include "base/result.h"

#include <cstdio>
#include <cstdlib>

namespace callwright {

std::string_view to_string(ErrorCode code) {
  switch (code) {
    case ErrorCode::Invalid:
      return "invalid";
    case ErrorCode::NotFound:
      return "not_found";
    case ErrorCode::Conflict:
      return "conflict";
    case ErrorCode::Forbidden:
      return "forbidden";
    case ErrorCode::Unavailable:
      return "unavailable";
  }
  return "unavailable";
}

void assertion_failed(std::string_view condition, std::source_location where) {
  std::fprintf(stderr, "%s:%u: broken invariant: %.*s\n", where.file_name(), where.line(),
               static_cast<int>(condition.size()), condition.data());
  std::abort();
}

}  // namespace callwright
