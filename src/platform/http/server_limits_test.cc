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

double refused(const std::string& reason) {
  return metrics::Registry::global()
      .counter("callwright_http_refused_total", "", {{"reason", reason}})
      .value();
}

class ServerLimitsTest : public testing::ServerFixture {
 protected:
  ServerLimitsTest() { router_.add("POST", "/echo", "echo", Handler(echo)); }

  // The answer is a refusal that says why, is counted, and is the last on its connection.
  void expect_refused(RawClient& client, int status, const std::string& reason, double before) {
    const std::string& received = client.read_to_end();
    EXPECT_TRUE(received.starts_with("HTTP/1.1 " + std::to_string(status))) << received;
    EXPECT_TRUE(received.contains("{\"error\":{\"code\":\"" + reason + "\",\"message\":"))
        << received;
    EXPECT_TRUE(received.contains("Connection: close\r\n")) << received;
    EXPECT_TRUE(client.closed());
    EXPECT_EQ(refused(reason), before + 1);
  }
};

TEST_F(ServerLimitsTest, a_large_head_is_431) {
  settings_.limits.header_bytes_max = 2048;
  begin();
  const double before = refused("header_too_large");
  RawClient client(port());
  client.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(4096, 'x'));
  expect_refused(client, 431, "header_too_large", before);
}

TEST_F(ServerLimitsTest, an_announced_large_body_is_413_before_it_comes) {
  settings_.limits.body_bytes_max = 1000;
  begin();
  const double before = refused("body_too_large");
  RawClient client(port());
  client.send(
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\nExpect: 100-continue\r\n\r\n");
  expect_refused(client, 413, "body_too_large", before);
}

TEST_F(ServerLimitsTest, a_body_that_grows_too_large_is_413_even_to_a_peer_that_keeps_sending) {
  settings_.limits.body_bytes_max = 1000;
  begin();
  const double before = refused("body_too_large");
  RawClient client(port());
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  client.send("3e9\r\n" + std::string(2 * 1024 * 1024, 'x'));
  client.finish_sending();
  expect_refused(client, 413, "body_too_large", before);
}

TEST_F(ServerLimitsTest, a_body_of_just_the_limit_is_read) {
  settings_.limits.body_bytes_max = 1000;
  begin();
  RawClient client(port());
  const std::string body(1000, 'x');
  client.send(post("/echo", body));
  EXPECT_TRUE(client.read_until(body).starts_with("HTTP/1.1 200"));
}

TEST_F(ServerLimitsTest, a_head_that_drips_in_is_408) {
  settings_.limits.header_timeout = Seconds(1);
  begin();
  const double before = refused("header_timeout");
  RawClient client(port());
  std::jthread dripping([&](const std::stop_token& stopped) {
    for (const char byte : get("/a-path-that-takes-its-time") + std::string(1000, 'x')) {
      if (stopped.stop_requested()) return;
      client.send({&byte, 1});
      std::this_thread::sleep_for(Milliseconds(50));
    }
  });
  client.read_until("}}");
  dripping.request_stop();
  dripping.join();
  client.finish_sending();
  expect_refused(client, 408, "header_timeout", before);
}

TEST_F(ServerLimitsTest, a_body_that_stalls_is_408) {
  settings_.limits.body_timeout = Seconds(1);
  begin();
  const double before = refused("body_timeout");
  RawClient client(port());
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345");
  expect_refused(client, 408, "body_timeout", before);
}

TEST_F(ServerLimitsTest, a_connection_that_asks_for_nothing_is_closed_without_a_word) {
  settings_.limits.header_timeout = Seconds(1);
  begin();
  RawClient client(port());
  EXPECT_EQ(client.read_to_end(), "");
  EXPECT_TRUE(client.closed());
}

TEST_F(ServerLimitsTest, a_connection_kept_alive_is_closed_when_it_idles) {
  settings_.limits.keep_alive_timeout = Seconds(1);
  begin();
  RawClient client(port());
  client.send(post("/echo", "x"));
  EXPECT_EQ(count_of(client.read_to_end(), "HTTP/1.1"), 1U);
  EXPECT_TRUE(client.closed());
}

struct Gate {
  Completion<int>::Resolve open;
  std::atomic<bool> passed = false;
};

Task<Response> wait_at(Gate* gate) {
  Completion<int> opened([gate](Completion<int>::Resolve open) { gate->open = std::move(open); });
  co_await opened;
  gate->passed = true;
  co_return text(200, "late");
}

TEST_F(ServerLimitsTest, a_handler_that_takes_too_long_is_503_and_may_end_later) {
  settings_.limits.handler_timeout = Seconds(1);
  Gate gate;
  router_.add("GET", "/stuck", "stuck", Handler([&](const Request&) { return wait_at(&gate); }));
  begin();
  const double before = refused("handler_timeout");
  RawClient client(port());
  client.send(get("/stuck"));
  expect_refused(client, 503, "handler_timeout", before);
  gate.open(1);
  EXPECT_TRUE(eventually([&] { return gate.passed.load(); }));
}

TEST_F(ServerLimitsTest, one_connection_too_many_is_503_until_another_ends) {
  settings_.limits.connections_max = 2;
  begin();
  const double before = refused("connections_max");
  RawClient first(port());
  RawClient second(port());
  for (RawClient* client : {&first, &second}) {
    client->send(post("/echo", "in"));
    client->read_until("in");
  }
  RawClient third(port());
  expect_refused(third, 503, "connections_max", before);
  first.cut();
  EXPECT_TRUE(eventually([&] {
    RawClient fourth(port());
    fourth.send(post("/echo", "fourth"));
    return fourth.read_until("\r\n\r\n").starts_with("HTTP/1.1 200");
  }));
}

TEST_F(ServerLimitsTest, a_reader_that_does_not_read_is_disconnected) {
  settings_.limits.write_timeout = Seconds(1);
  router_.add("GET", "/big", "big", Handler([](Request) -> Task<Response> {
                co_return text(200, std::string(64 * 1024 * 1024, 'x'));
              }));
  begin();
  const auto open = metrics::Registry::global().gauge("callwright_http_connections", "");
  RawClient client(port());
  client.shrink_receive_buffer();
  client.send(get("/big"));
  ASSERT_TRUE(eventually([&] { return open.value() == 1; }));
  EXPECT_TRUE(eventually([&] { return open.value() == 0; }));
}

// Wherever a peer leaves, the connection ends and the server goes on.
TEST_F(ServerLimitsTest, peers_may_leave_at_any_moment) {
  router_.add("POST", "/slow", "slow", Handler([](Request request) -> Task<Response> {
                Completion<int> later([](Completion<int>::Resolve resolve) {
                  std::thread([resolve = std::move(resolve)]() mutable {
                    std::this_thread::sleep_for(Milliseconds(3));
                    resolve(0);
                  }).detach();
                });
                co_await later;
                co_return text(200, request.body + std::string(512 * 1024, 'x'));
              }));
  router_.add("GET", "/events", "events", Handler([](Request) -> Task<Response> {
                Response response;
                response.stream = [](const std::shared_ptr<EventStream>& stream) {
                  stream->send("a", "b");
                };
                co_return response;
              }));
  begin();
  const std::string chunked =
      "POST /slow HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
  const std::string upgrade =
      "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
  for (const std::string& request : {post("/slow", "body"), chunked, get("/events"), upgrade,
                                     post("/slow", "a") + post("/slow", "b")}) {
    for (std::size_t size = 0; size <= request.size(); size += 7) {
      RawClient polite(port());
      polite.send(request.substr(0, size));
      RawClient rude(port());
      rude.send(request.substr(0, size));
      if (size % 2 == 0) std::this_thread::sleep_for(Milliseconds(2));
      rude.reset();
    }
    RawClient patient(port());
    patient.send(request);
    patient.is_quiet_for(Milliseconds(10));
    patient.reset();
  }
  const auto open = metrics::Registry::global().gauge("callwright_http_connections", "");
  EXPECT_TRUE(eventually([&] { return open.value() == 0; }));
  RawClient client(port());
  client.send(post("/echo", "alive"));
  EXPECT_TRUE(client.read_until("alive").starts_with("HTTP/1.1 200"));
}

}  // namespace
}  // namespace callwright::http
