#include "platform/http/server.h"
#include "platform/http/test_support.h"
#include "platform/http/websocket.h"
#include "platform/metrics/metrics.h"

namespace callwright::http {
namespace {

using testing::count_of;
using testing::eventually;
using testing::get;
using testing::RawClient;

// A route whose streams the test holds.
class EventsTest : public testing::ServerFixture {
 protected:
  EventsTest() {
    router_.add("GET", "/events", "events",
                Handler([this](const Request&) { return keep_stream(this); }));
  }

  static Task<Response> keep_stream(EventsTest* test) {
    Response response;
    response.stream = [test](std::shared_ptr<EventStream> stream) {
      const std::lock_guard lock(test->mutex_);
      test->stream_ = std::move(stream);
    };
    co_return response;
  }

  std::shared_ptr<EventStream> stream() {
    EXPECT_TRUE(eventually([this] {
      const std::lock_guard lock(mutex_);
      return stream_ != nullptr;
    }));
    const std::lock_guard lock(mutex_);
    return stream_;
  }

  std::mutex mutex_;
  std::shared_ptr<EventStream> stream_;
};

TEST_F(EventsTest, reach_the_reader_in_order_until_the_handler_closes) {
  begin();
  RawClient client(port());
  client.send(get("/events"));
  EXPECT_TRUE(client.read_until("\r\n\r\n").contains("Content-Type: text/event-stream\r\n"));
  EXPECT_TRUE(stream()->send("call", "1"));
  EXPECT_TRUE(client.read_until("data: 1\n\n").contains("event: call\ndata: 1\n\n"));
  EXPECT_TRUE(stream()->send("call", "2"));
  stream()->close();
  EXPECT_FALSE(stream()->send("call", "3"));
  const std::string& received = client.read_to_end();
  EXPECT_TRUE(received.ends_with("event: call\ndata: 2\n\n\r\n0\r\n\r\n")) << received;
  EXPECT_TRUE(client.closed());
}

TEST_F(EventsTest, go_unchunked_to_a_reader_of_http_1_0) {
  begin();
  RawClient client(port());
  client.send("GET /events HTTP/1.0\r\n\r\n");
  stream()->send("a", "b");
  stream()->close();
  EXPECT_TRUE(client.read_to_end().ends_with("\r\n\r\nevent: a\ndata: b\n\n"));
}

TEST_F(EventsTest, may_be_sent_from_many_threads) {
  begin();
  RawClient client(port());
  client.send(get("/events"));
  const auto events = stream();
  std::vector<std::thread> senders;
  for (int i = 0; i < 4; ++i) {
    senders.emplace_back([events] {
      for (int n = 0; n < 500; ++n) events->send("tick", "x");
    });
  }
  for (std::thread& sender : senders) sender.join();
  events->close();
  EXPECT_EQ(count_of(client.read_to_end(), "event: tick\ndata: x\n\n"), 2000U);
}

TEST_F(EventsTest, sending_says_when_the_reader_has_gone) {
  begin();
  RawClient client(port());
  client.send(get("/events"));
  client.read_until("\r\n\r\n");
  const auto events = stream();
  client.cut();
  EXPECT_TRUE(eventually([&] { return !events->send("a", "b"); }));
}

TEST_F(EventsTest, a_reader_that_falls_behind_is_disconnected) {
  begin();
  const auto open = metrics::Registry::global().gauge("callwright_http_connections", "");
  RawClient client(port());
  client.shrink_receive_buffer();
  client.send(get("/events"));
  const auto events = stream();
  const std::string kilobytes(64 * 1024, 'x');
  EXPECT_TRUE(eventually([&] {
    bool behind = false;
    for (int i = 0; i < 100 && !behind; ++i) behind = !events->send("a", kilobytes);
    return behind;
  }));
  EXPECT_TRUE(eventually([&] { return open.value() == 0; }));
}

TEST_F(EventsTest, end_when_the_server_stops_and_the_stream_may_live_on) {
  begin();
  RawClient client(port());
  client.send(get("/events"));
  const auto events = stream();
  server_->stop();
  server_.reset();
  EXPECT_TRUE(client.read_to_end().ends_with("0\r\n\r\n"));
  EXPECT_FALSE(events->send("a", "b"));
  events->close();
}

Task<void> echo_messages(Request, std::shared_ptr<WebSocket> socket) {
  while (true) {
    auto message = co_await socket->receive();
    if (!message || message->payload == "end") co_return;
    if (message->payload == "close") co_await socket->close(4001, "as asked");
    const auto sent = co_await socket->send(std::move(*message));
    if (!sent) co_return;
  }
}

class WebSocketTest : public testing::ServerFixture {
 protected:
  WebSocketTest() {
    router_.add_websocket("/ws/{id}", "ws",
                          {.message_bytes_max = 1000, .idle_timeout = Milliseconds(60'000)},
                          echo_messages);
  }

  Result<std::shared_ptr<WebSocket>> connect(const std::string& wanted) {
    return wait_for(client_->connect({.url = wanted, .headers = {{"X-Test", "yes"}}}));
  }
  std::shared_ptr<WebSocket> connected() {
    auto socket = connect("ws://127.0.0.1:" + std::to_string(port()) + "/ws/1?a=b");
    EXPECT_TRUE(socket) << socket.error().message;
    return socket.value();
  }
  static Result<void> send(const std::shared_ptr<WebSocket>& socket, std::string payload) {
    return wait_for(socket->send({.is_text = true, .payload = std::move(payload)}));
  }

  std::unique_ptr<WebSocketClient> client_ = make_websocket_client();
};

TEST_F(WebSocketTest, messages_go_both_ways) {
  begin();
  const auto socket = connected();
  for (const std::string payload : {"one", "", "three"}) {
    EXPECT_TRUE(send(socket, payload));
    EXPECT_EQ(wait_for(socket->receive())->payload, payload);
  }
  EXPECT_TRUE(wait_for(socket->send({.is_text = false, .payload = std::string(1, '\xff')})));
  const auto binary = wait_for(socket->receive());
  ASSERT_TRUE(binary);
  EXPECT_FALSE(binary->is_text);
  EXPECT_EQ(binary->payload, "\xff");
}

TEST_F(WebSocketTest, closes_when_the_task_ends) {
  begin();
  const auto socket = connected();
  EXPECT_TRUE(send(socket, "end"));
  EXPECT_EQ(wait_for(socket->receive()).error().code, ErrorCode::NotFound);
}

TEST_F(WebSocketTest, closes_in_good_order_from_either_side) {
  begin();
  const auto theirs = connected();
  EXPECT_TRUE(send(theirs, "close"));
  EXPECT_EQ(wait_for(theirs->receive()).error().code, ErrorCode::NotFound);

  const auto ours = connected();
  start(ours->close(1000, std::string(500, 'x')), [] {});
  EXPECT_EQ(wait_for(ours->receive()).error().code, ErrorCode::NotFound);
}

TEST_F(WebSocketTest, a_message_over_the_limit_ends_it) {
  begin();
  const auto socket = connected();
  EXPECT_TRUE(send(socket, std::string(1000, 'x')));
  EXPECT_EQ(wait_for(socket->receive())->payload.size(), 1000U);
  EXPECT_TRUE(send(socket, std::string(1001, 'x')));
  EXPECT_FALSE(wait_for(socket->receive()));
}

TEST_F(WebSocketTest, a_silent_peer_is_noticed) {
  router_.add_websocket("/impatient", "impatient", {.idle_timeout = Milliseconds(400)},
                        echo_messages);
  begin();
  const auto open = metrics::Registry::global().gauge("callwright_http_websockets", "");
  RawClient client(port());
  client.send(
      "GET /impatient HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
  EXPECT_TRUE(client.read_until("\r\n\r\n").contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
  EXPECT_TRUE(eventually([&] { return open.value() == 1; }));
  client.read_to_end();
  EXPECT_TRUE(client.closed());
  EXPECT_TRUE(eventually([&] { return open.value() == 0; }));
}

TEST_F(WebSocketTest, data_before_the_handshake_is_over_is_refused) {
  begin();
  RawClient client(port());
  client.send(
      "GET /ws/1 HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n" +
      get("/"));
  EXPECT_TRUE(client.read_to_end().starts_with("HTTP/1.1 400"));
}

TEST_F(WebSocketTest, stopping_the_server_tells_the_peer) {
  settings_.limits.stop_timeout = Seconds(10);
  begin();
  const auto socket = connected();
  const auto before = std::chrono::steady_clock::now();
  std::thread stopping([this] { server_->stop(); });
  EXPECT_EQ(wait_for(socket->receive()).error().code, ErrorCode::NotFound);
  stopping.join();
  EXPECT_LT(std::chrono::steady_clock::now() - before, Seconds(5));
}

TEST_F(WebSocketTest, a_peer_that_is_lost_ends_the_task) {
  begin();
  const auto open = metrics::Registry::global().gauge("callwright_http_websockets", "");
  auto socket = connected();
  EXPECT_TRUE(eventually([&] { return open.value() == 1; }));
  socket.reset();
  EXPECT_TRUE(eventually([&] { return open.value() == 0; }));
}

Task<Response> bridge(WebSocketClient* client, std::string url) {
  WebSocketClientRequest request{.url = std::move(url)};
  auto opened = co_await client->connect(std::move(request));
  if (!opened) co_return failure(opened.error());
  const auto socket = *opened;
  const Executor* const home = Executor::current();
  WebSocketMessage message{.is_text = true, .payload = "over the bridge"};
  const auto sent = co_await socket->send(std::move(message));
  const auto received = co_await socket->receive();
  if (!sent || !received || Executor::current() != home) co_return text(500, "lost");
  co_return text(200, received->payload);
}

TEST_F(WebSocketTest, a_handler_may_open_one_of_its_own) {
  router_.add("GET", "/bridge", "bridge", Handler([this](const Request&) {
                return bridge(client_.get(), "ws://localhost:" + std::to_string(port()) + "/ws/2");
              }));
  begin();
  RawClient client(port());
  client.send(get("/bridge"));
  EXPECT_TRUE(client.read_until("over the bridge").starts_with("HTTP/1.1 200"));
}

TEST_F(WebSocketTest, connecting_fails_with_its_reason) {
  begin();
  for (const std::string wrong :
       {"http://a/", "ws://", "ws://a:port/", "ws://u@a/", "ws://a/#f", "a"}) {
    EXPECT_EQ(connect(wrong).error().code, ErrorCode::Invalid) << wrong;
  }
  const std::string here = "127.0.0.1:" + std::to_string(port());
  for (const std::string& wrong :
       {"ws://" + here + "/nothing", "wss://" + here + "/ws/1", std::string("ws://127.0.0.1:1/"),
        std::string("ws://no-such-host.invalid/")}) {
    EXPECT_EQ(connect(wrong).error().code, ErrorCode::Unavailable) << wrong;
  }
}

TEST_F(WebSocketTest, connecting_to_a_peer_that_never_answers_times_out) {
  router_.add("GET", "/never", "never", Handler([](Request) -> Task<Response> {
                Completion<int> later([](Completion<int>::Resolve resolve) {
                  std::thread([resolve = std::move(resolve)]() mutable {
                    std::this_thread::sleep_for(Milliseconds(500));
                    resolve(0);
                  }).detach();
                });
                co_await later;
                co_return text(200, "");
              }));
  begin();
  WebSocketClientRequest request{.url = "ws://127.0.0.1:" + std::to_string(port()) + "/never",
                                 .connect_timeout = Milliseconds(100)};
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(wait_for(client_->connect(std::move(request))).error().code, ErrorCode::Unavailable);
  EXPECT_LT(std::chrono::steady_clock::now() - before, Milliseconds(400));
}

}  // namespace
}  // namespace callwright::http
