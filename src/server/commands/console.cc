#include "server/commands/console.h"

#include <unistd.h>

#include <fstream>
#include <iostream>
#include <iterator>

#include "platform/clock/clock.h"
#include "server/commands/commands.h"

namespace callwright::server {

void print(std::string_view text) {
  std::cout << text << std::flush;
}

void print_line(std::string_view line) {
  std::cout << line << "\n" << std::flush;
}

void complain(std::string_view line) {
  std::cerr << "callwright: " << line << "\n" << std::flush;
}

int report(const Error& error) {
  complain(error.message);
  return error.code == ErrorCode::Unavailable ? exit_failed : exit_usage;
}

int print_or_report(const Result<std::string>& answer) {
  if (!answer) return report(answer.error());
  if (!answer->empty()) print_line(*answer);
  return exit_ok;
}

Result<std::string> read_file(const std::string& path) {
  if (path == "-") {
    return std::string(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure(ErrorCode::NotFound, "cannot read " + path);
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

bool is_interactive() {
  return isatty(STDOUT_FILENO) == 1;
}

Result<Instant> instant_or_now(const std::string& text) {
  if (text.empty()) return SystemClock().now();
  return parse_iso8601(text);
}

}  // namespace callwright::server
