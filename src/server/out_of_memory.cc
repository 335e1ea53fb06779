#include "server/out_of_memory.h"

#include <unistd.h>

#include <cstdlib>
#include <new>
#include <string_view>

namespace callwright::server {
namespace {

[[noreturn]] void end_at_once() {
  constexpr std::string_view last_words = "out of memory: the process ends at once\n";
  // Nothing can be done about words that cannot be written either.
  static_cast<void>(write(STDERR_FILENO, last_words.data(), last_words.size()) < 0);
  std::_Exit(exit_out_of_memory);
}

}  // namespace

void end_when_memory_runs_out() {
  std::set_new_handler(end_at_once);
}

}  // namespace callwright::server
