#include "platform/http/loop.h"

#include <boost/asio/post.hpp>

namespace callwright::http {

void Loop::start() {
  thread_ = std::thread([this] {
    const Executor::Scope scope(*this);
    context_.run();
  });
}

void Loop::stop() {
  context_.stop();
  if (thread_.joinable()) thread_.join();
}

void Loop::post(std::move_only_function<void()> work) {
  asio::post(context_, std::move(work));
}

}  // namespace callwright::http
