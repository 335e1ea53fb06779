#include "server/commands/child_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace callwright::server {
namespace {

constexpr std::size_t line_bytes_max = 4'096;

std::string read_line(int descriptor) {
  std::string line;
  char c = 0;
  while (line.size() < line_bytes_max && read(descriptor, &c, 1) == 1 && c != '\n') line += c;
  return line;
}

}  // namespace

Result<ChildProcess> ChildProcess::start(const std::vector<std::string>& command) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return failure(ErrorCode::Unavailable, "no pipe to be had");

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  // The signals that we keep to ourselves are not to be deaf to them in the child.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);

  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t id = 0;
  const int failed =
      posix_spawn(&id, words[0].c_str(), &actions, &attributes, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close(ends[1]);
  if (failed != 0) {
    close(ends[0]);
    return failure(ErrorCode::Unavailable, "cannot start " + command[0]);
  }
  ChildProcess child(id);
  child.first_line_ = read_line(ends[0]);
  close(ends[0]);
  if (child.first_line_.empty())
    return failure(ErrorCode::Unavailable, command[0] + " ended at once");
  return child;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : id_(std::exchange(other.id_, 0)), first_line_(std::move(other.first_line_)) {}

ChildProcess::~ChildProcess() {
  if (id_ == 0) return;
  kill(id_, SIGTERM);
  waitpid(id_, nullptr, 0);
}

}  // namespace callwright::server
