#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <coroutine>
#include <cstddef>
#include <thread>
#include <utility>

#include "platform/async/executor.h"

// The room's own view of Asio; nothing outside platform/http includes it.
namespace callwright::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

// Sockets bound to the loop's own executor type: the type-erased default costs 10-20 % a request.
using Socket = asio::basic_stream_socket<tcp, asio::io_context::executor_type>;
using Acceptor = asio::basic_socket_acceptor<tcp, asio::io_context::executor_type>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>,
                                         asio::io_context::executor_type>;

// One event loop on one thread, which is the Executor of what runs there.
class Loop final : public Executor {
 public:
  Loop() : context_(1), work_(context_.get_executor()) {}
  ~Loop() override { stop(); }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  void start();
  // Ends the thread. Work posted later is kept and never run.
  void stop();

  void post(std::move_only_function<void()> work) override;
  asio::io_context& context() { return context_; }

 private:
  asio::io_context context_;
  asio::executor_work_guard<asio::io_context::executor_type> work_;
  std::thread thread_;
};

struct IoOutcome {
  error_code error;
  std::size_t bytes = 0;
};

// Awaits one operation of Asio from a Task: `begin` gets the handler to hand over. Errors come back
// as values, so nothing is thrown across a co_await.
template <class Begin>
class AsyncIo {
 public:
  explicit AsyncIo(Begin begin) : begin_(std::move(begin)) {}

  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> awaiting) {
    begin_([this, awaiting](error_code error, auto... bytes) {
      outcome_.error = error;
      ((outcome_.bytes = bytes), ...);
      awaiting.resume();
    });
  }
  IoOutcome await_resume() const noexcept { return outcome_; }

 private:
  Begin begin_;
  IoOutcome outcome_;
};

}  // namespace callwright::http
