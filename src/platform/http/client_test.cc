#include "platform/http/client.h"

#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include "platform/http/test_support.h"
#include "platform/http/websocket.h"

namespace callwright::http {
namespace {

using testing::eventually;

// A peer that says what the test wants, to each connection on a thread of its own.
class ScriptedPeer {
 public:
  using Script = std::function<void(int fd)>;

  explicit ScriptedPeer(Script script)
      : listener_(::socket(AF_INET, SOCK_STREAM, 0)), script_(std::move(script)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    void* const generic = &address;
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(listener_, static_cast<sockaddr*>(generic), size), 0);
    EXPECT_EQ(::listen(listener_, 16), 0);
    EXPECT_EQ(::getsockname(listener_, static_cast<sockaddr*>(generic), &size), 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] {
      while (true) {
        const int fd = ::accept(listener_, nullptr, nullptr);
        if (fd < 0) return;
        connections_.emplace_back(fd, std::thread([this, fd] {
                                    script_(fd);
                                    ::shutdown(fd, SHUT_RDWR);
                                  }));
      }
    });
  }
  ~ScriptedPeer() {
    ::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    ::close(listener_);
    for (auto& [fd, thread] : connections_) {
      ::shutdown(fd, SHUT_RDWR);
      thread.join();
      ::close(fd);
    }
  }
  ScriptedPeer(const ScriptedPeer&) = delete;
  ScriptedPeer& operator=(const ScriptedPeer&) = delete;

  std::string authority() const { return "127.0.0.1:" + std::to_string(port_); }

  static std::string read_request(int fd) {
    std::string request(64 * 1024, '\0');
    const auto size = ::recv(fd, request.data(), request.size(), 0);
    request.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return request;
  }
  static void say(int fd, std::string_view bytes) {
    static_cast<void>(::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL));
  }
  static void wait_for_hangup(int fd) {
    while (!read_request(fd).empty()) {
    }
  }

 private:
  int listener_;
  Script script_;
  std::uint16_t port_ = 0;
  std::vector<std::pair<int, std::thread>> connections_;
  std::thread thread_;
};

class ClientTest : public testing::ServerFixture {
 protected:
  ClientResult send(ClientRequest request) { return wait_for(client_->send(std::move(request))); }
  ClientResult ask(std::string url) { return send({.url = std::move(url)}); }

  std::unique_ptr<Client> client_ = make_client();
};

// The peer's view of a request.
Task<Response> describe(Request request) {
  std::string body = request.method + " " + request.target + "\n";
  for (const auto& [name, value] : request.headers.entries()) body += name + ": " + value + "\n";
  co_return text(201, body + "\n" + request.body);
}

TEST_F(ClientTest, sends_what_it_is_told_and_nothing_more) {
  router_.add("*", "/{path...}", "describe", Handler(describe));
  begin();
  for (const std::string method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
    const std::string body = method == "GET" ? "" : "some body";
    const auto answer =
        send({.method = method,
              .url = url("/a?b=c"),
              .headers = {{"X-One", "1"}, {"X-Empty", ""}, {"Content-Type", "text/x"}},
              .body = body});
    ASSERT_TRUE(answer) << answer.error().message;
    EXPECT_EQ(answer->status, 201);
    EXPECT_TRUE(answer->headers.get("content-type")->starts_with("text/plain"));
    EXPECT_TRUE(answer->body.starts_with(method + " /a?b=c\n")) << answer->body;
    EXPECT_TRUE(answer->body.contains("X-One: 1\n"));
    EXPECT_TRUE(answer->body.contains("X-Empty: \n"));
    EXPECT_TRUE(answer->body.contains("Content-Type: text/x\n"));
    EXPECT_FALSE(answer->body.contains("Expect"));
    EXPECT_TRUE(answer->body.ends_with("\n" + body));
  }
}

TEST_F(ClientTest, head_has_no_body) {
  router_.add("GET", "/", "home", Handler(describe));
  begin();
  const auto answer = send({.method = "HEAD", .url = url("/")});
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 201);
  EXPECT_EQ(answer->body, "");
}

TEST_F(ClientTest, redirects_are_answers) {
  router_.add("GET", "/", "home", Handler([](Request) -> Task<Response> {
                Response response = text(302, "");
                response.headers.add("Location", "/elsewhere");
                co_return response;
              }));
  begin();
  const auto answer = ask(url("/"));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 302);
  EXPECT_EQ(answer->headers.get("location"), "/elsewhere");
}

TEST_F(ClientTest, large_bodies_go_both_ways_up_to_the_limit) {
  router_.add("POST", "/echo", "echo", Handler(testing::echo));
  settings_.limits.body_bytes_max = 8 * 1024 * 1024;
  begin();
  const std::string body(3 * 1024 * 1024, 'x');
  const auto answer = send(
      {.method = "POST", .url = url("/echo"), .body = body, .response_bytes_max = body.size()});
  ASSERT_TRUE(answer) << answer.error().message;
  EXPECT_EQ(answer->body, body);
  const auto refused = send(
      {.method = "POST", .url = url("/echo"), .body = body, .response_bytes_max = body.size() - 1});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, SendFailure::Ambiguous);
}

Task<Response> ask_inner(Client* client, std::string url) {
  const Executor* const home = Executor::current();
  ClientRequest inner{.url = std::move(url)};
  const auto answer = co_await client->send(std::move(inner));
  if (!answer || Executor::current() != home) co_return text(500, "lost");
  co_return text(200, "out of " + answer->body);
}

TEST_F(ClientTest, many_requests_at_once_go_on_where_they_were_awaited) {
  router_.add("GET", "/inner", "inner",
              Handler([](Request) -> Task<Response> { co_return text(200, "in"); }));
  router_.add("GET", "/outer", "outer",
              Handler([this](const Request&) { return ask_inner(client_.get(), url("/inner")); }));
  settings_.threads = 2;
  begin();
  std::vector<std::thread> callers;
  for (int i = 0; i < 8; ++i) {
    callers.emplace_back([this] {
      for (int n = 0; n < 20; ++n) {
        const auto answer = ask(url("/outer"));
        ASSERT_TRUE(answer) << answer.error().message;
        EXPECT_EQ(answer->body, "out of in");
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
}

TEST_F(ClientTest, connections_are_kept_for_the_next_request) {
  std::atomic<int> connections = 0;
  const ScriptedPeer peer([&](int fd) {
    ++connections;
    while (!ScriptedPeer::read_request(fd).empty()) {
      ScriptedPeer::say(fd, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    }
  });
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(ask("http://" + peer.authority() + "/"));
  EXPECT_EQ(connections, 1);
}

TEST_F(ClientTest, what_never_left_is_not_sent) {
  const ScriptedPeer silent([](int fd) { ScriptedPeer::wait_for_hangup(fd); });
  const ClientRequest requests[] = {
      {.url = "http://127.0.0.1:1/"},
      {.url = "http://no-such-host.invalid/"},
      {.url = "no url"},
      {.url = "ftp://127.0.0.1/"},
      {.url = "http://127.0.0.1:1/", .headers = {{"X", "a\r\nY: b"}}},
      // TLS is never agreed: the peer does not speak it, so the request stays here.
      {.url = "https://" + silent.authority() + "/", .connect_timeout = Milliseconds(300)},
      {.url = "https://" + silent.authority() + "/", .total_timeout = Milliseconds(300)},
  };
  for (const ClientRequest& request : requests) {
    const auto answer = send(request);
    ASSERT_FALSE(answer) << request.url;
    EXPECT_EQ(answer.error().kind, SendFailure::NotSent) << answer.error().message;
  }
}

TEST_F(ClientTest, what_may_have_arrived_is_ambiguous) {
  const std::pair<std::string, ScriptedPeer::Script> scripts[] = {
      {"says nothing", [](int fd) { ScriptedPeer::wait_for_hangup(fd); }},
      {"hangs up", [](int fd) { ScriptedPeer::read_request(fd); }},
      {"stops half way",
       [](int fd) {
         ScriptedPeer::read_request(fd);
         ScriptedPeer::say(fd, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
       }},
      {"talks nonsense",
       [](int fd) {
         ScriptedPeer::read_request(fd);
         ScriptedPeer::say(fd, "nonsense nonsense nonsense\r\n\r\n");
       }},
  };
  for (const auto& [name, script] : scripts) {
    const ScriptedPeer peer(script);
    const auto answer = send({.method = "POST",
                              .url = "http://" + peer.authority() + "/secret?token=hush",
                              .body = "x",
                              .total_timeout = Milliseconds(400)});
    ASSERT_FALSE(answer) << name;
    EXPECT_EQ(answer.error().kind, SendFailure::Ambiguous) << name;
    EXPECT_FALSE(answer.error().message.contains("hush")) << answer.error().message;
  }
}

// A pooled connection is closed when its second request has come. libcurl alone would repeat that.
TEST_F(ClientTest, a_request_that_may_have_arrived_is_not_repeated_behind_our_back) {
  for (const std::string body : {"some body", ""}) {
    std::atomic<int> seen = 0;
    const ScriptedPeer peer([&](int fd) {
      std::string request;
      const std::string end = "\r\n\r\n" + body;
      while (true) {
        const std::string more = ScriptedPeer::read_request(fd);
        request += more;
        if (more.empty()) return;
        if (!request.ends_with(end)) continue;
        if (++seen > 1) return;
        ScriptedPeer::say(fd, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        request.clear();
      }
    });
    const ClientRequest request{
        .method = "POST", .url = "http://" + peer.authority() + "/", .body = body};
    EXPECT_TRUE(send(request));
    const auto second = send(request);
    ASSERT_FALSE(second) << body;
    EXPECT_EQ(second.error().kind, SendFailure::Ambiguous);
    EXPECT_EQ(seen, 2) << body;
  }
}

TEST_F(ClientTest, what_is_under_way_ends_when_the_client_does) {
  const ScriptedPeer silent([](int fd) { ScriptedPeer::wait_for_hangup(fd); });
  std::optional<ClientResult> answer;
  ClientRequest request{.url = "http://" + silent.authority() + "/"};
  start(client_->send(std::move(request)),
        [&](ClientResult result) { answer = std::move(result); });
  client_.reset();
  ASSERT_TRUE(answer);
  EXPECT_FALSE(*answer);
}

// A TLS server with a certificate that nobody vouches for.
class SelfSignedPeer {
 public:
  SelfSignedPeer()
      : context_(SSL_CTX_new(TLS_server_method())), peer_([this](int fd) { shake_hands(fd); }) {
    EVP_PKEY* const key = EVP_EC_gen("P-256");
    X509* const certificate = X509_new();
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -60);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_NAME* const name = X509_get_subject_name(certificate);
    const std::string_view host = "localhost";
    X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_ASC,
                               std::vector<unsigned char>(host.begin(), host.end()).data(),
                               static_cast<int>(host.size()), -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_sign(certificate, key, EVP_sha256());
    SSL_CTX_use_certificate(context_, certificate);
    SSL_CTX_use_PrivateKey(context_, key);
    X509_free(certificate);
    EVP_PKEY_free(key);
  }
  ~SelfSignedPeer() { SSL_CTX_free(context_); }
  SelfSignedPeer(const SelfSignedPeer&) = delete;
  SelfSignedPeer& operator=(const SelfSignedPeer&) = delete;

  std::string authority() const {
    return "localhost" + peer_.authority().substr(peer_.authority().find(':'));
  }
  int requests() const { return requests_; }

 private:
  void shake_hands(int fd) {
    SSL* const tls = SSL_new(context_);
    SSL_set_fd(tls, fd);
    char byte = 0;
    if (SSL_accept(tls) == 1 && SSL_read(tls, &byte, 1) == 1) ++requests_;
    SSL_free(tls);
  }

  SSL_CTX* context_;
  std::atomic<int> requests_ = 0;
  ScriptedPeer peer_;
};

TEST_F(ClientTest, a_certificate_nobody_vouches_for_is_refused_before_anything_is_said) {
  const SelfSignedPeer peer;
  const auto answer = ask("https://" + peer.authority() + "/");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, SendFailure::NotSent);

  const auto sockets = make_websocket_client();
  WebSocketClientRequest request{.url = "wss://" + peer.authority() + "/"};
  const auto socket = wait_for(sockets->connect(std::move(request)));
  ASSERT_FALSE(socket);
  EXPECT_TRUE(socket.error().message.contains("certificate")) << socket.error().message;
  EXPECT_EQ(peer.requests(), 0);
}

}  // namespace
}  // namespace callwright::http
