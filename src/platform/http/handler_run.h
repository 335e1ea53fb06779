#pragma once

#include <coroutine>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

#include "platform/async/task.h"
#include "platform/http/message.h"

namespace callwright::http {

// A handler under way, awaited by its connection. Both hold it, and either may be done first: the
// connection gives up at the handler's timeout, and the handler's answer then comes to nobody.
class HandlerRun {
 public:
  bool await_ready() const noexcept { return finished_; }
  void await_suspend(std::coroutine_handle<> awaiting) noexcept { waiter_ = awaiting; }
  // Nothing when the connection gave up, or when the handler has no answer to give.
  std::optional<Response> await_resume() { return std::move(response_); }

  void finish(std::optional<Response> response) {
    finished_ = true;
    response_ = std::move(response);
    resume();
  }
  void give_up() { resume(); }

 private:
  void resume() {
    if (const auto waiter = std::exchange(waiter_, nullptr)) waiter.resume();
  }

  bool finished_ = false;
  std::optional<Response> response_;
  std::coroutine_handle<> waiter_;
};

// Starts a handler on the executor's thread, where the run is finished whatever thread the handler
// ends on. `under_way` counts it until then.
template <class Answer>
std::shared_ptr<HandlerRun> begin_handler(Executor& executor, std::size_t& under_way,
                                          Task<Answer> work) {
  auto run = std::make_shared<HandlerRun>();
  ++under_way;
  start(std::move(work), [run, &executor, &under_way](auto... answer) {
    auto finish = [run, &under_way, ... moved = std::move(answer)]() mutable {
      --under_way;
      run->finish(std::optional<Response>(std::move(moved)...));
    };
    if (Executor::current() == &executor) {
      finish();
    } else {
      executor.post(std::move(finish));
    }
  });
  return run;
}

}  // namespace callwright::http
