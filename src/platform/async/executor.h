#pragma once

#include <functional>

namespace callwright {

// Where a suspended coroutine goes on. Each network thread is one; a test or the simulator may be
// one too.
class Executor {
 public:
  virtual ~Executor() = default;

  // Runs the work later, on the executor's own thread. Callable from any thread.
  virtual void post(std::move_only_function<void()> work) = 0;

  // The executor whose thread this is; null on threads that belong to none.
  static Executor* current();

  // Makes an executor the current one of this thread while the scope lives.
  class Scope {
   public:
    explicit Scope(Executor& executor);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    Executor* previous_;
  };
};

}  // namespace callwright
