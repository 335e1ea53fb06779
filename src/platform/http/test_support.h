#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

#include "platform/http/server.h"

// What the tests of this room share: a server on a free port, and a client that says exactly the
// bytes it is told to.
namespace callwright::http::testing {

inline constexpr Milliseconds patience{10'000};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    void* const generic = &address;
    EXPECT_EQ(::connect(fd_, static_cast<sockaddr*>(generic), sizeof address), 0);
  }
  ~RawClient() { cut(); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  // Everything that comes until the text is there, the peer closes, or patience ends.
  const std::string& read_until(std::string_view wanted) {
    while (received_.find(wanted) == std::string::npos && read_more(patience)) {
    }
    return received_;
  }
  const std::string& read_to_end() {
    while (read_more(patience)) {
    }
    return received_;
  }
  // Whether the peer says nothing and keeps the connection for so long.
  bool is_quiet_for(Milliseconds duration) {
    pollfd waiting{.fd = fd_, .events = POLLIN, .revents = 0};
    return ::poll(&waiting, 1, static_cast<int>(duration.count())) == 0;
  }
  bool closed() const { return closed_; }
  void forget() { received_.clear(); }

  void finish_sending() { ::shutdown(fd_, SHUT_WR); }
  // Without a word to the peer but a reset.
  void reset() {
    const linger at_once{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    cut();
  }
  void cut() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }
  void shrink_receive_buffer() {
    const int bytes = 4096;
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
  }

 private:
  bool read_more(Milliseconds limit) {
    pollfd waiting{.fd = fd_, .events = POLLIN, .revents = 0};
    if (::poll(&waiting, 1, static_cast<int>(limit.count())) <= 0) return false;
    std::string bytes(64 * 1024, '\0');
    const auto size = ::recv(fd_, bytes.data(), bytes.size(), 0);
    closed_ = size <= 0;
    if (closed_) return false;
    received_.append(bytes, 0, static_cast<std::size_t>(size));
    return true;
  }

  int fd_;
  bool closed_ = false;
  std::string received_;
};

// Holds the router and a running server; routes are added before begin().
class ServerFixture : public ::testing::Test {
 protected:
  void begin() {
    server_ = std::make_unique<Server>(settings_, router_);
    const auto started = server_->start();
    ASSERT_TRUE(started) << started.error().message;
  }
  void TearDown() override {
    if (server_) server_->stop();
  }

  std::uint16_t port() const { return server_->port(); }
  std::string url(std::string_view path) const {
    return "http://127.0.0.1:" + std::to_string(port()) + std::string(path);
  }

  ServerSettings settings_{.limits = {.stop_timeout = Seconds(1)}};
  Router router_;
  std::unique_ptr<Server> server_;
};

inline bool eventually(const std::function<bool()>& holds) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(Milliseconds(5));
  }
  return true;
}

inline std::size_t count_of(std::string_view text, std::string_view piece) {
  std::size_t count = 0;
  for (std::size_t at = text.find(piece); at != std::string_view::npos;
       at = text.find(piece, at + 1)) {
    ++count;
  }
  return count;
}

inline Task<Response> echo(Request request) {
  co_return text(200, std::move(request.body));
}

inline std::string get(std::string_view path) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\n\r\n";
}
inline std::string post(std::string_view path, std::string_view body) {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
         std::string(body);
}

}  // namespace callwright::http::testing
