#include "platform/http/server.h"

#include "platform/http/test_support.h"
#include "platform/metrics/metrics.h"

namespace callwright::http {
namespace {

using testing::count_of;
using testing::echo;
using testing::eventually;
using testing::get;
using testing::post;
using testing::RawClient;

using ServerTest = testing::ServerFixture;

// Goes on when another thread says so.
Task<Response> suspended(Request request) {
  Completion<int> done([](Completion<int>::Resolve resolve) {
    std::thread([resolve = std::move(resolve)]() mutable {
      std::this_thread::sleep_for(Milliseconds(5));
      resolve(7);
    }).detach();
  });
  const Executor* const before = Executor::current();
  const int seven = co_await done;
  const bool same_thread = before != nullptr && Executor::current() == before;
  co_return text(same_thread ? 200 : 500, request.body + std::to_string(seven));
}

// Ends on a thread that is nobody's.
Task<Response> ended_elsewhere(Request request) {
  struct Away {
    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> handler) const { std::thread(handler).detach(); }
    void await_resume() const {}
  };
  co_await Away();
  co_return text(200, std::move(request.body));
}

TEST_F(ServerTest, answers_many_requests_on_one_connection) {
  router_.add("POST", "/echo", "echo", Handler(echo));
  begin();
  RawClient client(port());
  for (const std::string body : {"one", "", "three"}) {
    client.forget();
    client.send(post("/echo", body));
    EXPECT_TRUE(client.read_until("\r\n\r\n" + body).starts_with("HTTP/1.1 200 OK\r\nDate: "));
    EXPECT_FALSE(client.read_until("\r\n\r\n" + body).contains("Connection: close"));
  }
}

TEST_F(ServerTest, answers_pipelined_requests_in_their_order) {
  router_.add("POST", "/echo", "echo", Handler(echo));
  router_.add("POST", "/slow", "slow", Handler(suspended));
  begin();
  RawClient client(port());
  client.send(post("/slow", "a") + post("/echo", "b") + post("/slow", "c") + post("/echo", "d"));
  const std::string& received = client.read_until("\r\n\r\nd");
  EXPECT_LT(received.find("\r\n\r\na7"), received.find("\r\n\r\nb"));
  EXPECT_LT(received.find("\r\n\r\nb"), received.find("\r\n\r\nc7"));
  EXPECT_EQ(count_of(received, "HTTP/1.1 200"), 4U);
}

TEST_F(ServerTest, a_long_pipeline_costs_no_stack) {
  router_.add("GET", "/", "home", Handler(echo));
  begin();
  RawClient client(port());
  constexpr int requests = 20'000;
  std::thread sender([&] {
    std::string bytes;
    for (int i = 0; i < requests; ++i) bytes += get("/");
    client.send(bytes + get("/last"));
  });
  EXPECT_EQ(count_of(client.read_until("HTTP/1.1 404"), "HTTP/1.1 200"), requests);
  sender.join();
}

TEST_F(ServerTest, a_handler_goes_on_on_its_own_thread_whoever_wakes_it) {
  settings_.threads = 2;
  router_.add("POST", "/slow", "slow", Handler(suspended));
  begin();
  std::vector<std::thread> callers;
  for (int i = 0; i < 8; ++i) {
    callers.emplace_back([this] {
      RawClient client(port());
      client.send(post("/slow", "x"));
      EXPECT_TRUE(client.read_until("x7").contains("HTTP/1.1 200"));
    });
  }
  for (std::thread& caller : callers) caller.join();
}

TEST_F(ServerTest, a_handler_may_end_on_any_thread) {
  router_.add("POST", "/away", "away", Handler(ended_elsewhere));
  begin();
  RawClient client(port());
  for (int i = 0; i < 50; ++i) {
    client.forget();
    client.send(post("/away", "back"));
    EXPECT_TRUE(client.read_until("back").starts_with("HTTP/1.1 200"));
  }
}

TEST_F(ServerTest, head_has_the_length_and_no_body) {
  router_.add("GET", "/", "home",
              Handler([](Request) -> Task<Response> { co_return text(200, "12345"); }));
  begin();
  RawClient client(port());
  client.send("HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  const std::string& received = client.read_to_end();
  EXPECT_TRUE(received.contains("Content-Length: 5\r\n"));
  EXPECT_TRUE(received.ends_with("\r\n\r\n"));
}

TEST_F(ServerTest, the_connection_closes_when_either_side_asks_for_it) {
  router_.add("GET", "/", "home", Handler(echo));
  router_.add("GET", "/bye", "bye", Handler([](Request) -> Task<Response> {
                Response response;
                response.headers.add("Connection", "close");
                co_return response;
              }));
  begin();
  for (const std::string request :
       {"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET / HTTP/1.0\r\n\r\n",
        "GET /bye HTTP/1.1\r\nHost: a\r\n\r\n"}) {
    RawClient client(port());
    client.send(request);
    EXPECT_EQ(count_of(client.read_to_end(), "Connection: close\r\n"), 1U) << request;
    EXPECT_TRUE(client.closed()) << request;
  }
}

TEST_F(ServerTest, tells_the_handler_who_calls) {
  router_.add("GET", "/", "home", Handler([](Request request) -> Task<Response> {
                co_return text(200, request.remote_address);
              }));
  begin();
  RawClient client(port());
  client.send(get("/"));
  EXPECT_TRUE(client.read_until("127.0.0.1").ends_with("127.0.0.1"));
}

TEST_F(ServerTest, says_continue_when_asked_before_the_body) {
  router_.add("POST", "/echo", "echo", Handler(echo));
  begin();
  RawClient client(port());
  client.send(
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("body");
  EXPECT_TRUE(client.read_until("\r\n\r\nbody").contains("HTTP/1.1 200 OK"));
}

TEST_F(ServerTest, reads_a_body_however_it_is_cut) {
  router_.add("POST", "/echo", "echo", Handler(echo));
  begin();
  RawClient client(port());
  const std::string request =
      "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
      "chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n" +
      post("/echo", "fgh");
  for (const char byte : request) client.send({&byte, 1});
  const std::string& received = client.read_until("fgh");
  EXPECT_TRUE(received.contains("\r\n\r\nabcde"));
  EXPECT_TRUE(received.ends_with("\r\n\r\nfgh"));
}

TEST_F(ServerTest, carries_large_bodies_both_ways) {
  router_.add("POST", "/echo", "echo", Handler(echo));
  settings_.limits.body_bytes_max = 32 * 1024 * 1024;
  begin();
  RawClient client(port());
  const std::string body = std::string(20 * 1024 * 1024, 'x') + "the end";
  std::thread sender([&] { client.send(post("/echo", body)); });
  EXPECT_TRUE(client.read_until("the end").ends_with(body));
  sender.join();
}

TEST_F(ServerTest, nothing_is_served_after_an_ambiguous_request) {
  router_.add("GET", "/", "home", Handler(echo));
  begin();
  RawClient client(port());
  client.send(
      "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n" +
      get("/"));
  const std::string& received = client.read_to_end();
  EXPECT_TRUE(received.starts_with("HTTP/1.1 400"));
  EXPECT_EQ(count_of(received, "HTTP/1.1"), 1U);
}

TEST_F(ServerTest, a_taken_port_is_unavailable) {
  begin();
  Server second({.port = port()}, router_);
  const auto started = second.start();
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().code, ErrorCode::Unavailable);
  Server nowhere({.host = "no address"}, router_);
  EXPECT_EQ(nowhere.start().error().code, ErrorCode::Invalid);
}

TEST_F(ServerTest, stop_lets_running_requests_end_and_closes_idle_connections) {
  router_.add("POST", "/slow", "slow", Handler(suspended));
  settings_.limits.stop_timeout = Seconds(10);
  begin();
  RawClient idle(port());
  RawClient busy(port());
  busy.send(post("/slow", "x"));
  const auto open = metrics::Registry::global().gauge("callwright_http_connections", "");
  ASSERT_TRUE(eventually([&] { return open.value() == 2; }));
  const auto begin_of_stop = std::chrono::steady_clock::now();
  server_->stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin_of_stop, Seconds(5));
  EXPECT_TRUE(busy.read_to_end().contains("x7"));
  idle.read_to_end();
  EXPECT_TRUE(idle.closed());
  EXPECT_EQ(open.value(), 0);
}

TEST_F(ServerTest, stop_does_not_wait_for_ever) {
  // Never called and never freed, like the handler that waits for it.
  static auto* const release = new Completion<int>::Resolve;
  router_.add("GET", "/stuck", "stuck", Handler([](Request) -> Task<Response> {
                Completion<int> never(
                    [](Completion<int>::Resolve resolve) { *release = std::move(resolve); });
                co_await never;
                co_return text(200, "late");
              }));
  begin();
  RawClient client(port());
  client.send(get("/stuck"));
  ASSERT_TRUE(client.is_quiet_for(Milliseconds(100)));
  server_->stop();
  client.read_to_end();
  EXPECT_TRUE(client.closed());
}

}  // namespace
}  // namespace callwright::http
