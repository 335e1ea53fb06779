#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "base/result.h"

namespace callwright::server {

// A program that runs beside this one and is ended with it.
class ChildProcess {
 public:
  // Starts it and reads its first line of output. Unavailable when it cannot be started or says
  // nothing.
  static Result<ChildProcess> start(const std::vector<std::string>& command);
  ~ChildProcess();
  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess& operator=(ChildProcess&&) = delete;

  const std::string& first_line() const { return first_line_; }

 private:
  explicit ChildProcess(pid_t id) : id_(id) {}

  pid_t id_;
  std::string first_line_;
};

}  // namespace callwright::server
