#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace callwright::server {

// Answers go to standard output; everything about the answer goes to standard error.
void print(std::string_view text);
void print_line(std::string_view line);
void complain(std::string_view line);

// Says why and gives the exit code that fits: what the person can mend is a matter of usage.
int report(const Error& error);
// Prints the answer, unless it is empty, or reports why there is none; the exit code.
int print_or_report(const Result<std::string>& answer);

// A whole file, or standard input for "-".
Result<std::string> read_file(const std::string& path);

// Whether a person is looking at standard output.
bool is_interactive();

// The instant of an ISO 8601 text; the time it is for an empty one.
Result<Instant> instant_or_now(const std::string& text);

}  // namespace callwright::server
