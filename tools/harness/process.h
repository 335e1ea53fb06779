#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace callwright::harness {

// A program as a child of this one. It dies with us, whatever we die of.
class Process {
 public:
  struct Launch {
    std::vector<std::string> command;
    std::string log_file;  // Its standard error is appended here.
    uid_t user = 0;        // Other than 0: runs as this user, where we are root.
  };
  // Starts it and waits for its first line of output. Unavailable when it ends without one.
  static Result<Process> start(const Launch& launch);

  Process(Process&& other) noexcept;
  Process& operator=(Process&& other) noexcept;
  ~Process();

  const std::string& first_line() const { return first_line_; }
  pid_t id() const { return id_; }

  void kill_at_once();  // SIGKILL: it gets no chance to tidy up.
  void stop();          // SIGTERM, and SIGKILL when that is not heard.

  std::int64_t resident_bytes() const;
  // The largest file it may write from now on; 0 takes the limit away. Its writes fail as on a full
  // disk.
  void limit_files(std::uint64_t bytes) const;

 private:
  explicit Process(pid_t id) : id_(id) {}
  void await_end();

  pid_t id_ = 0;
  std::string first_line_;
};

}  // namespace callwright::harness
