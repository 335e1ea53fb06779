#include "harness/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <string_view>
#include <thread>
#include <utility>

namespace callwright::harness {
namespace {

constexpr int first_line_wait_max_ms = 30'000;
constexpr std::chrono::seconds stop_wait_max{15};
constexpr std::size_t line_bytes_max = 4'096;

// Ours without the settings: a child is configured by its file alone, and refuses settings it does
// not know.
std::vector<std::string> clean_environment() {
  std::vector<std::string> entries;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    if (!std::string_view(*entry).starts_with("CALLWRIGHT_")) entries.emplace_back(*entry);
  }
  return entries;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

std::string read_line(int descriptor) {
  std::string line;
  pollfd ready{.fd = descriptor, .events = POLLIN, .revents = 0};
  char c = 0;
  while (line.size() < line_bytes_max && poll(&ready, 1, first_line_wait_max_ms) == 1 &&
         read(descriptor, &c, 1) == 1 && c != '\n') {
    line += c;
  }
  return line;
}

// Between fork and exec only what is safe in a copy of a process with threads.
[[noreturn]] void become(char* const* command, char* const* environment, int output, int log,
                         uid_t user) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  // A write beyond the limit of files shall fail, as on a full disk, and not end the process.
  std::signal(SIGXFSZ, SIG_IGN);
  dup2(output, STDOUT_FILENO);
  if (log >= 0) dup2(log, STDERR_FILENO);
  if (user != 0 && setuid(user) != 0) _exit(127);
  execve(command[0], command, environment);
  _exit(127);
}

}  // namespace

Result<Process> Process::start(const Launch& launch) {
  std::vector<std::string> words = launch.command;
  std::vector<std::string> entries = clean_environment();
  const std::vector<char*> command = pointers(words);
  const std::vector<char*> environment = pointers(entries);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return failure(ErrorCode::Unavailable, "no pipe to be had");
  const int log = open(launch.log_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);

  const pid_t id = fork();
  if (id == 0) become(command.data(), environment.data(), ends[1], log, launch.user);
  close(ends[1]);
  if (log >= 0) close(log);
  if (id < 0) {
    close(ends[0]);
    return failure(ErrorCode::Unavailable, "cannot fork");
  }
  Process process(id);
  process.first_line_ = read_line(ends[0]);
  close(ends[0]);
  if (process.first_line_.empty()) {
    return failure(ErrorCode::Unavailable,
                   launch.command[0] + " said nothing; see " + launch.log_file);
  }
  return process;
}

Process::Process(Process&& other) noexcept
    : id_(std::exchange(other.id_, 0)), first_line_(std::move(other.first_line_)) {}

Process& Process::operator=(Process&& other) noexcept {
  if (this == &other) return *this;
  stop();
  id_ = std::exchange(other.id_, 0);
  first_line_ = std::move(other.first_line_);
  return *this;
}

Process::~Process() {
  stop();
}

void Process::kill_at_once() {
  if (id_ == 0) return;
  kill(id_, SIGKILL);
  await_end();
}

void Process::stop() {
  if (id_ == 0) return;
  kill(id_, SIGTERM);
  const auto give_up = std::chrono::steady_clock::now() + stop_wait_max;
  while (std::chrono::steady_clock::now() < give_up) {
    if (waitpid(id_, nullptr, WNOHANG) != 0) {
      id_ = 0;
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  kill_at_once();
}

void Process::await_end() {
  waitpid(id_, nullptr, 0);
  id_ = 0;
}

std::int64_t Process::resident_bytes() const {
  std::ifstream file("/proc/" + std::to_string(id_) + "/statm");
  std::int64_t pages_of_everything = 0;
  std::int64_t pages = 0;
  file >> pages_of_everything >> pages;
  return pages * sysconf(_SC_PAGESIZE);
}

void Process::limit_files(std::uint64_t bytes) const {
  const rlimit limit{.rlim_cur = bytes == 0 ? RLIM_INFINITY : bytes, .rlim_max = RLIM_INFINITY};
  prlimit(id_, RLIMIT_FSIZE, &limit, nullptr);
}

}  // namespace callwright::harness
