#include "harness/load.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "base/text.h"

namespace callwright::harness {
namespace {

// A server that does not answer for this long never will: its own limit is 14 s.
constexpr std::chrono::seconds answer_wait_max{20};
constexpr std::size_t read_bytes = 64 * 1024;

int connected_socket(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    close(socket);
    return -1;
  }
  const int on = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return socket;
}

struct Head {
  int status = 0;
  std::size_t bytes = 0;  // The empty line included.
  std::size_t body_bytes = 0;
  bool closes = false;
};

std::optional<Head> parse_head(std::string_view input) {
  const std::size_t end = input.find("\r\n\r\n");
  if (end == std::string_view::npos) return std::nullopt;
  Head head{.bytes = end + 4};
  const std::string text = lowered(input.substr(0, head.bytes));
  std::from_chars(text.data() + std::strlen("http/1.1 "), text.data() + text.size(), head.status);
  const std::size_t length = text.find("\r\ncontent-length: ");
  if (length != std::string::npos) {
    const char* digits = text.data() + length + std::strlen("\r\ncontent-length: ");
    std::from_chars(digits, text.data() + text.size(), head.body_bytes);
  }
  head.closes = text.find("\r\nconnection: close") != std::string::npos;
  return head;
}

class Connection {
 public:
  Connection(std::uint16_t port, Script& script) : port_(port), script_(script) {}
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { disconnect(); }

  bool open(int poll) {
    socket_ = connected_socket(port_);
    if (socket_ < 0) return false;
    input_.clear();
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = this;
    return epoll_ctl(poll, EPOLL_CTL_ADD, socket_, &event) == 0;
  }

  bool is_waiting() const { return waiting_; }
  SteadyClock::time_point sent_at() const { return sent_at_; }

  void send_next(int poll) {
    const std::optional<std::string> request = script_.next();
    if (!request) return;
    waiting_ = true;
    sent_at_ = SteadyClock::now();
    if (socket_ < 0 && !open(poll)) return break_off();
    // A request fits the buffer of a loopback socket. One that does not may be answered, and the
    // connection closed, before it is read: what was answered counts.
    std::size_t sent = 0;
    while (sent < request->size()) {
      const auto count =
          ::send(socket_, request->data() + sent, request->size() - sent, MSG_NOSIGNAL);
      if (count <= 0) return;
      sent += static_cast<std::size_t>(count);
    }
  }

  // True when a whole answer came or never will.
  bool read_some() {
    char bytes[read_bytes];
    const auto count = recv(socket_, bytes, sizeof bytes, MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return false;
    if (count <= 0) {
      const bool was_waiting = waiting_;
      disconnect();
      if (was_waiting) break_off();
      return false;
    }
    input_.append(bytes, static_cast<std::size_t>(count));
    const std::optional<Head> head = parse_head(input_);
    if (!head || input_.size() < head->bytes + head->body_bytes) return false;
    Answer answer{.status = head->status,
                  .body = input_.substr(head->bytes, head->body_bytes),
                  .wait_ms = waited_ms()};
    input_.clear();
    waiting_ = false;
    if (head->closes) disconnect();
    script_.answered(answer);
    return true;
  }

  void break_off() {
    disconnect();
    if (!waiting_) return;
    waiting_ = false;
    script_.answered({.status = 0, .body = "", .wait_ms = waited_ms()});
  }

 private:
  void disconnect() {
    if (socket_ >= 0) close(socket_);
    socket_ = -1;
  }

  double waited_ms() const {
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - sent_at_).count();
  }

  std::uint16_t port_;
  Script& script_;
  int socket_ = -1;
  bool waiting_ = false;
  SteadyClock::time_point sent_at_;
  std::string input_;
};

using Connections = std::vector<std::unique_ptr<Connection>>;

void serve_ready(int poll, SteadyClock::time_point end) {
  constexpr int wait_ms = 50;
  std::array<epoll_event, 128> events{};
  const int count = epoll_wait(poll, events.data(), static_cast<int>(events.size()), wait_ms);
  for (int i = 0; i < count; ++i) {
    auto& connection = *static_cast<Connection*>(events[static_cast<std::size_t>(i)].data.ptr);
    if (connection.read_some() && SteadyClock::now() < end) connection.send_next(poll);
  }
}

void give_up_on_silent(const Connections& connections) {
  const auto now = SteadyClock::now();
  for (const auto& connection : connections) {
    if (connection->is_waiting() && connection->sent_at() + answer_wait_max < now) {
      connection->break_off();
    }
  }
}

class OneRequest final : public Script {
 public:
  explicit OneRequest(std::string request) : request_(std::move(request)) {}
  std::optional<std::string> next() override { return std::exchange(request_, std::nullopt); }
  void answered(const Answer& answer) override { answer_ = answer; }
  const Answer& answer() const { return answer_; }

 private:
  std::optional<std::string> request_;
  Answer answer_;
};

std::string head_of(std::string_view method, const std::string& target) {
  return std::string(method) + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
}

}  // namespace

void drive(std::uint16_t port, std::span<Script* const> scripts, SteadyClock::time_point end) {
  const int poll = epoll_create1(EPOLL_CLOEXEC);
  ASSERT(poll >= 0);
  Connections connections;
  for (Script* script : scripts) {
    connections.push_back(std::make_unique<Connection>(port, *script));
  }
  // First all lines, then all words: so that they do come at once.
  for (const auto& connection : connections) connection->open(poll);
  for (const auto& connection : connections) connection->send_next(poll);
  while (std::ranges::any_of(connections, &Connection::is_waiting)) {
    serve_ready(poll, end);
    give_up_on_silent(connections);
  }
  connections.clear();
  close(poll);
}

Answer exchange(std::uint16_t port, std::string request) {
  return exchange_at_once(port, {std::move(request)}).front();
}

std::vector<Answer> exchange_at_once(std::uint16_t port, std::vector<std::string> requests) {
  std::vector<std::unique_ptr<OneRequest>> exchanges;
  std::vector<Script*> scripts;
  for (std::string& request : requests) {
    exchanges.push_back(std::make_unique<OneRequest>(std::move(request)));
    scripts.push_back(exchanges.back().get());
  }
  drive(port, scripts, SteadyClock::time_point::max());
  std::vector<Answer> answers;
  for (const auto& one : exchanges) answers.push_back(one->answer());
  return answers;
}

Answer get(std::uint16_t port, const std::string& target) {
  return exchange(port, head_of("GET", target) + "\r\n");
}

Answer post_json(std::uint16_t port, const std::string& target, const std::string& body) {
  return exchange(port, head_of("POST", target) +
                            "Content-Type: application/json\r\nContent-Length: " +
                            std::to_string(body.size()) + "\r\n\r\n" + body);
}

void Waits::sort() {
  std::ranges::sort(ms);
}

double Waits::percentile(double part) const {
  if (ms.empty()) return 0;
  return ms[static_cast<std::size_t>(part * static_cast<double>(ms.size() - 1))];
}

}  // namespace callwright::harness
