#pragma once

#include <atomic>
#include <condition_variable>
#include <coroutine>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "base/result.h"
#include "platform/async/executor.h"

namespace callwright {

template <class T>
class Task;

namespace task_detail {

// Resumes whoever awaits the task; symmetric transfer keeps long chains off the stack.
struct FinalAwaiter {
  bool await_ready() const noexcept { return false; }
  template <class Promise>
  std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> finished) const noexcept {
    if (auto continuation = finished.promise().continuation) return continuation;
    return std::noop_coroutine();
  }
  void await_resume() const noexcept {}
};

struct PromiseBase {
  std::coroutine_handle<> continuation;

  std::suspend_always initial_suspend() const noexcept { return {}; }
  FinalAwaiter final_suspend() const noexcept { return {}; }
  // Work that fails returns a Result; an exception that gets this far is a broken invariant.
  [[noreturn]] void unhandled_exception() const noexcept { std::terminate(); }
};

template <class T>
struct Promise : PromiseBase {
  std::optional<T> value;

  Task<T> get_return_object();
  void return_value(T result) { value.emplace(std::move(result)); }
  T take() { return std::move(*value); }
};

template <>
struct Promise<void> : PromiseBase {
  Task<void> get_return_object();
  void return_void() const noexcept {}
  void take() const noexcept {}
};

}  // namespace task_detail

// A coroutine that starts when it is awaited and gives one value. Used at the edges only: rules and
// use cases are plain functions. Parameters are taken by value, and no capturing lambda is a
// coroutine.
template <class T = void>
class [[nodiscard]] Task {
 public:
  using promise_type = task_detail::Promise<T>;
  using Handle = std::coroutine_handle<promise_type>;

  explicit Task(Handle handle) : handle_(handle) {}
  Task(Task&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Task& operator=(Task&& other) noexcept {
    std::swap(handle_, other.handle_);
    return *this;
  }
  Task(const Task&) = delete;
  Task& operator=(const Task&) = delete;
  ~Task() {
    if (handle_) handle_.destroy();
  }

  bool await_ready() const noexcept { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiting) noexcept {
    handle_.promise().continuation = awaiting;
    return handle_;
  }
  T await_resume() { return handle_.promise().take(); }

 private:
  Handle handle_;
};

namespace task_detail {

template <class T>
Task<T> Promise<T>::get_return_object() {
  return Task<T>(std::coroutine_handle<Promise<T>>::from_promise(*this));
}

inline Task<void> Promise<void>::get_return_object() {
  return Task<void>(std::coroutine_handle<Promise<void>>::from_promise(*this));
}

// A coroutine nobody awaits: it starts at once and frees itself when it ends.
struct Detached {
  struct promise_type {
    Detached get_return_object() const noexcept { return {}; }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_void() const noexcept {}
    [[noreturn]] void unhandled_exception() const noexcept { std::terminate(); }
  };
};

template <class T, class Done>
Detached run_then(Task<T> task, Done done) {
  if constexpr (std::is_void_v<T>) {
    co_await std::move(task);
    done();
  } else {
    done(co_await std::move(task));
  }
}

}  // namespace task_detail

// Starts a task on this thread and calls `done` with its value when it ends, on whatever thread
// that is.
template <class T, class Done>
void start(Task<T> task, Done done) {
  task_detail::run_then(std::move(task), std::move(done));
}

// Runs a task to its end and blocks this thread meanwhile. For main programs and tests; never call
// it on an executor's thread.
template <class T>
T wait_for(Task<T> task) {
  struct Box {
    std::mutex mutex;
    std::condition_variable ready;
    std::optional<T> value;
  };
  auto box = std::make_shared<Box>();
  start(std::move(task), [box](T value) {
    const std::lock_guard lock(box->mutex);
    box->value.emplace(std::move(value));
    box->ready.notify_all();
  });
  std::unique_lock lock(box->mutex);
  box->ready.wait(lock, [&] { return box->value.has_value(); });
  return std::move(*box->value);
}

inline void wait_for(Task<> task) {
  struct Box {
    std::mutex mutex;
    std::condition_variable ready;
    bool done = false;
  };
  auto box = std::make_shared<Box>();
  start(std::move(task), [box] {
    const std::lock_guard lock(box->mutex);
    box->done = true;
    box->ready.notify_all();
  });
  std::unique_lock lock(box->mutex);
  box->ready.wait(lock, [&] { return box->done; });
}

// Suspends until `start` calls the function it is handed, from any thread, exactly once. The
// coroutine goes on on the executor it was suspended on, or, where there is none, on the calling
// thread. Where the answer comes before `start` returns it does not suspend, so that a loop of such
// answers does not use up the stack.
template <class T>
class Completion {
 public:
  using Resolve = std::move_only_function<void(T)>;
  explicit Completion(std::move_only_function<void(Resolve)> start) : start_(std::move(start)) {}

  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> awaiting) {
    Executor* home = Executor::current();
    auto begin = std::move(start_);
    begin([this, home, awaiting](T value) {
      value_.emplace(std::move(value));
      if (is_first()) return;
      if (home == nullptr || home == Executor::current()) {
        awaiting.resume();
      } else {
        home->post([awaiting] { awaiting.resume(); });
      }
    });
    // Once this is said the coroutine may go on elsewhere and be gone, and this object with it.
    return is_first();
  }
  T await_resume() { return std::move(*value_); }

 private:
  // The answer and the end of `start` race; whoever is second lets the coroutine go on.
  bool is_first() { return !other_is_done_.exchange(true, std::memory_order_acq_rel); }

  std::move_only_function<void(Resolve)> start_;
  std::optional<T> value_;
  std::atomic<bool> other_is_done_ = false;
};

}  // namespace callwright
