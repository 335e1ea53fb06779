// The n-th request for memory fails, for every n. SQLite's own: the caller hears the apology or
// nothing amiss, and the next try ends where the first would have ended. Ours: the process ends at
// once, by design, and the next one goes on with what it finds.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <new>

#include "crash/trouble.h"
#include "platform/log/log.h"
#include "server/out_of_memory.h"
#include "support/test_database.h"

namespace callwright::crash {
namespace {

// Counts requests; the one with this number fails. One thread only.
struct Requests {
  std::int64_t made = 0;
  std::int64_t failing = 0;

  bool next_fails() { return ++made == failing; }
  void fail_after(std::int64_t more) { failing = made + more; }
};

Requests& of_sqlite() {
  static Requests requests;
  return requests;
}
// Made before main and after it too, so nothing that has to be made first.
constinit Requests of_ours;

sqlite3_mem_methods& real_methods() {
  static sqlite3_mem_methods methods;
  return methods;
}

void* allocate_or_fail(int bytes) {
  return of_sqlite().next_fails() ? nullptr : real_methods().xMalloc(bytes);
}
void* resize_or_fail(void* memory, int bytes) {
  return of_sqlite().next_fails() ? nullptr : real_methods().xRealloc(memory, bytes);
}

void stand_in_front_of_sqlite() {
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real_methods());
  sqlite3_mem_methods failing = real_methods();
  failing.xMalloc = allocate_or_fail;
  failing.xRealloc = resize_or_fail;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &failing);
  // Without it SQLite asks for memory in large pieces beforehand, and seldom.
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
}

class Memory : public testing::TestWithParam<Path> {
 protected:
  static void SetUpTestSuite() {
    log::configure({.level = log::Level::Error, .clock = nullptr, .sink = [](std::string_view) {}});
  }
};

TEST_P(Memory, that_sqlite_cannot_have_is_made_good_by_the_next_try) {
  constexpr std::int64_t points_in_short = 20;
  const Path& path = GetParam();
  sim::SimDisk furnished(1);
  furnish(furnished);
  House untroubled(furnished, 1);
  const Smooth smooth = smooth_run(untroubled, path, [] { return of_sqlite().made; });
  const std::int64_t step = step_between(smooth.points, points_in_short);
  int repeated = 0;
  for (std::int64_t request = 1; request <= smooth.points; request += step) {
    House house(furnished, 1);
    lead_up(house, path);
    of_sqlite().fail_after(request);
    house.take(path.steps);
    of_sqlite().failing = 0;
    house.rest();
    repeated += house.deliveries_repeated();
    ASSERT_EQ(difference(house, path, smooth), "")
        << path.name << ", request " << request << " of " << smooth.points << " failed";
  }
  EXPECT_GT(repeated, 0) << "no caller ever noticed";
}

// In a process of its own, which may die of it. How it ended.
int exit_code_of_steps(House& house, const Path& path, std::int64_t failing_request) {
  const pid_t child = fork();
  if (child == 0) {
    server::end_when_memory_runs_out();
    // Its last words are expected, and many.
    dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
    of_ours.fail_after(failing_request);
    house.take(path.steps);
    std::_Exit(house.complaints().empty() ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_P(Memory, that_we_cannot_have_ends_the_process_and_the_next_goes_on) {
  constexpr std::int64_t points_in_short = 8;
  Path path = GetParam();
  // What has left the house is known only to the process that dies: let it be killed before.
  std::erase_if(path.steps, [](const Step& step) { return step.kind == Step::Kind::Settle; });
  const tests::TemporaryFolder folder;
  const std::string template_file = folder.file("furnished.db");
  const std::string file = folder.file("house.db");
  furnish(template_file);
  const auto refurnish = [&] {
    for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(file + part);
    std::filesystem::copy_file(template_file, file);
  };

  Smooth smooth;
  // Twice: what a process makes once, such as its tables of words, is not asked for again below.
  for (int run = 0; run < 2; ++run) {
    refurnish();
    House untroubled(file);
    smooth = smooth_run(untroubled, path, [] { return of_ours.made; });
  }
  const std::int64_t requests = smooth.points;
  ASSERT_GT(requests, 100);
  const std::int64_t step = step_between(requests, points_in_short);
  int deaths = 0;
  for (std::int64_t request = 1; request <= requests; request += step) {
    refurnish();
    House house(file);
    lead_up(house, path);
    const int code = exit_code_of_steps(house, path, request);
    ASSERT_TRUE(code == 0 || code == server::exit_out_of_memory)
        << path.name << ", request " << request << " of " << requests << " ended with " << code;
    deaths += code == server::exit_out_of_memory ? 1 : 0;
    house.start_again_after_kill();
    house.take(path.steps);
    house.rest();
    ASSERT_EQ(difference(house, path, smooth), "")
        << path.name << ", request " << request << " of " << requests << " failed";
  }
  EXPECT_GE(deaths, points_in_short);
}

INSTANTIATE_TEST_SUITE_P(Paths, Memory, testing::ValuesIn(paths()),
                         [](const auto& info) { return info.param.name; });

void* allocate_or_null(std::size_t bytes) {
  void* const memory = of_ours.next_fails() ? nullptr : std::malloc(bytes == 0 ? 1 : bytes);
  const std::new_handler handler = std::get_new_handler();
  if (memory == nullptr && handler != nullptr) handler();
  return memory;
}

void* allocate(std::size_t bytes) {
  void* const memory = allocate_or_null(bytes);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace
}  // namespace callwright::crash

void* operator new(std::size_t bytes) {
  return callwright::crash::allocate(bytes);
}
void* operator new[](std::size_t bytes) {
  return callwright::crash::allocate(bytes);
}
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
  return callwright::crash::allocate_or_null(bytes);
}
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept {
  return callwright::crash::allocate_or_null(bytes);
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete[](void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  std::free(memory);
}

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  callwright::crash::stand_in_front_of_sqlite();
  return RUN_ALL_TESTS();
}
