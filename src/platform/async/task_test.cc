#include "platform/async/task.h"

#include <gtest/gtest.h>

#include <deque>
#include <string>
#include <thread>

namespace callwright {
namespace {

// Runs posted work when asked to, on the thread that asks.
class QueueExecutor final : public Executor {
 public:
  void post(std::move_only_function<void()> work) override {
    const std::lock_guard lock(mutex_);
    work_.push_back(std::move(work));
  }

  bool run_one() {
    std::unique_lock lock(mutex_);
    if (work_.empty()) return false;
    auto work = std::move(work_.front());
    work_.pop_front();
    lock.unlock();
    const Scope scope(*this);
    work();
    return true;
  }

 private:
  std::mutex mutex_;
  std::deque<std::move_only_function<void()>> work_;
};

Task<int> answer() {
  co_return 42;
}

Task<std::string> described(int add) {
  const int value = co_await answer();
  co_return std::to_string(value + add);
}

Task<int> countdown(int from) {
  if (from == 0) co_return 0;
  co_return 1 + co_await countdown(from - 1);
}

Task<> mark(bool* ran) {
  *ran = true;
  co_return;
}

Task<int> from_another_thread() {
  co_return co_await Completion<int>([](Completion<int>::Resolve resolve) {
    std::thread([resolve = std::move(resolve)]() mutable { resolve(7); }).detach();
  });
}

TEST(Task, gives_its_value_to_whoever_awaits_it) {
  EXPECT_EQ(wait_for(described(1)), "43");
}

TEST(Task, does_nothing_until_it_is_awaited) {
  bool ran = false;
  {
    const Task<> dropped = mark(&ran);
  }
  EXPECT_FALSE(ran);
  bool done = false;
  start(mark(&ran), [&] { done = true; });
  EXPECT_TRUE(ran);
  EXPECT_TRUE(done);
}

Task<int> sum_of_answers(int count) {
  int sum = 0;
  for (int i = 0; i < count; ++i) {
    sum += co_await Completion<int>([](Completion<int>::Resolve resolve) { resolve(1); });
  }
  co_return sum;
}

TEST(Task, answers_that_are_there_at_once_do_not_use_up_the_stack) {
  EXPECT_EQ(wait_for(sum_of_answers(200'000)), 200'000);
}

TEST(Task, chains_do_not_use_up_the_stack) {
  EXPECT_EQ(wait_for(countdown(1'000)), 1'000);
}

TEST(Task, may_be_completed_by_another_thread) {
  EXPECT_EQ(wait_for(from_another_thread()), 7);
}

TEST(Task, goes_on_on_the_executor_it_was_suspended_on) {
  QueueExecutor executor;
  Completion<int>::Resolve resolve;
  std::optional<int> value;
  const Executor* seen = nullptr;
  const auto work = [](Completion<int>::Resolve* out, const Executor** current) -> Task<int> {
    const int got = co_await Completion<int>(
        [out](Completion<int>::Resolve resolve_later) { *out = std::move(resolve_later); });
    *current = Executor::current();
    co_return got;
  };
  executor.post([&] { start(work(&resolve, &seen), [&](int got) { value = got; }); });
  EXPECT_TRUE(executor.run_one());
  EXPECT_FALSE(value.has_value());

  std::jthread([&] { resolve(5); }).join();
  EXPECT_FALSE(value.has_value()) << "it must not go on on the resolving thread";
  EXPECT_TRUE(executor.run_one());
  EXPECT_EQ(value, 5);
  EXPECT_EQ(seen, &executor);
}

TEST(Executor, is_current_only_within_its_scope) {
  QueueExecutor outer;
  QueueExecutor inner;
  EXPECT_EQ(Executor::current(), nullptr);
  {
    const Executor::Scope outer_scope(outer);
    {
      const Executor::Scope inner_scope(inner);
      EXPECT_EQ(Executor::current(), &inner);
    }
    EXPECT_EQ(Executor::current(), &outer);
  }
  EXPECT_EQ(Executor::current(), nullptr);
}

}  // namespace
}  // namespace callwright
