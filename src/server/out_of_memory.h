#pragma once

namespace callwright::server {

inline constexpr int exit_out_of_memory = 4;

// From now on memory that cannot be had ends the process at once: nothing is unwound and nothing
// more is written. That is the death by kill -9, which the next start recovers from; a process that
// went on with half of an action in its hands would be a new kind of trouble.
void end_when_memory_runs_out();

}  // namespace callwright::server
