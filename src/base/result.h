#pragma once

#include <cstdint>
#include <expected>
#include <source_location>
#include <string>
#include <string_view>

namespace callwright {

// Why some work could not be done. Codes are few because each asks something different of the
// caller; what happened in detail goes in the message, which only operators see.
enum class ErrorCode : std::uint8_t {
  Invalid,      // No retry will help; the input has to change.
  NotFound,     // There is no such thing, or it belongs to somebody else.
  Conflict,     // Someone else got there first: reload and decide again.
  Forbidden,    // The actor may not do this.
  Unavailable,  // A provider, the disk or the database is down: retry later.
};

std::string_view to_string(ErrorCode code);

struct Error {
  ErrorCode code;
  std::string message;  // For operators. Never holds what a caller said, a number or a secret.

  friend bool operator==(const Error&, const Error&) = default;
};

// A value, or the reason there is none. Business answers ("that slot is taken") are not errors:
// they have types of their own.
template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(ErrorCode code, std::string message) {
  return std::unexpected(Error{.code = code, .message = std::move(message)});
}

// Stops the process: a broken invariant must not be acted upon. Kept on in release builds.
[[noreturn]] void assertion_failed(std::string_view condition,
                                   std::source_location where = std::source_location::current());

}  // namespace callwright

#define ASSERT(condition) \
  ((condition) ? static_cast<void>(0) : ::callwright::assertion_failed(#condition))

#define CALLWRIGHT_JOIN_(a, b) a##b
#define CALLWRIGHT_JOIN(a, b) CALLWRIGHT_JOIN_(a, b)

// Returns the error of a Result from the enclosing function, or goes on.
#define TRY(expression)                                       \
  do {                                                        \
    if (auto try_result_ = (expression); !try_result_) {      \
      return std::unexpected(std::move(try_result_).error()); \
    }                                                         \
  } while (false)

// TRY_ASSIGN(auto row, store.find(tx, id)): the value of a Result, or its error to our caller.
#define TRY_ASSIGN(declaration, expression) \
  TRY_ASSIGN_IMPLEMENTATION_(CALLWRIGHT_JOIN(try_result_, __COUNTER__), declaration, expression)
#define TRY_ASSIGN_IMPLEMENTATION_(result, declaration, expression) \
  auto result = (expression);                                       \
  if (!(result)) return std::unexpected(std::move(result).error()); \
  declaration = std::move(*(result))
