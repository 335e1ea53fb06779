// The n-th call of a socket fails, for every n that a booking and its text need: the carrier's next
// try is answered, and the text goes out once.
#include <dlfcn.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <atomic>
#include <cerrno>
#include <map>
#include <thread>

#include "harness/caller.h"
#include "harness/deployment.h"
#include "harness/load.h"
#include "harness/office.h"
#include "platform/log/log.h"
#include "server/live_server.h"

namespace callwright::crash {
namespace {

constexpr std::int64_t never = -1'000'000'000;

// Of every thread but those that play the outside world.
struct SocketCalls {
  std::atomic<std::int64_t> until_failure = never;
  std::atomic<std::int64_t> made = 0;
  std::atomic<int> failed = 0;
};
constinit SocketCalls calls;
constinit thread_local bool plays_the_outside = false;

bool fails_now() {
  if (plays_the_outside) return false;
  ++calls.made;
  if (calls.until_failure == never || --calls.until_failure != 0) return false;
  ++calls.failed;
  return true;
}

template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

template <class Function, class... Args>
auto fail_or_call(const char* name, int error, Args... args) {
  if (fails_now()) {
    errno = error;
    return std::invoke_result_t<Function, Args...>(-1);
  }
  return real<Function>(name)(args...);
}

server::Settings settings_of(const harness::Deployment& deployment) {
  server::Settings settings;
  settings.http.port = deployment.port;
  settings.public_url = deployment.account.public_url;
  settings.database = deployment.database;
  settings.carrier = {.kind = "twilio",
                      .account_sid = deployment.account.sid,
                      .auth_token = deployment.account.token,
                      .api_url = "http://127.0.0.1:" + std::to_string(deployment.carrier_port)};
  return settings;
}

// One server in this process, with the emulated carrier beside it.
class Sockets : public testing::Test {
 protected:
  void SetUp() override {
    log::configure({.level = log::Level::Error, .clock = nullptr, .sink = [](std::string_view) {}});
    const auto programs = harness::find_programs();
    if (!programs) GTEST_SKIP() << "no callwright-emulators to run";
    plays_the_outside = true;
    {
      const auto office = harness::Office::open(deployment_.database);
      ASSERT_TRUE(office && (*office)->apply(business_, 1));
    }
    auto emulators = harness::start_emulators(*programs, deployment_);
    ASSERT_TRUE(emulators) << emulators.error().message;
    emulators_.emplace(*std::move(emulators));
    auto server = server::LiveServer::open(settings_of(deployment_));
    ASSERT_TRUE(server) << server.error().message;
    server_ = *std::move(server);
  }
  void TearDown() override { plays_the_outside = false; }

  harness::Answer send(const harness::Webhook& webhook) {
    return harness::exchange(deployment_.port, signed_request(deployment_.account, webhook));
  }

  // As a carrier does: until it is properly answered.
  void deliver(harness::Call& call, const harness::Webhook& webhook) {
    constexpr int deliveries_max = 4;
    for (int delivery = 0; delivery < deliveries_max; ++delivery) {
      const harness::Answer answer = send(webhook);
      if (harness::is_proper_twiml(answer.status, answer.body)) {
        call.hear(answer.status, answer.body);
        return;
      }
      ++deliveries_repeated_;
    }
    ADD_FAILURE() << "a webhook is not answered: " << webhook.target;
  }

  std::int64_t number(const std::string& sql) {
    const auto row = server_->product().world.database.read(
        [&](db::Transaction& tx) { return tx.query_one(sql); });
    return row && *row ? (*row)->integer(0) : -1;
  }

  template <class Condition>
  static bool eventually(std::chrono::milliseconds within, const Condition& holds) {
    const auto end = harness::SteadyClock::now() + within;
    while (!holds() && harness::SteadyClock::now() < end) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return holds();
  }

  std::map<std::string, int> texts_the_carrier_has() const {
    const auto texts =
        Json::parse(harness::get(deployment_.carrier_port, "/emulator/messages").body);
    std::map<std::string, int> count;
    if (!texts) return count;
    for (const Json& text : *texts->as_array()) ++count[text.string_or("to", "")];
    return count;
  }

  const harness::Business business_{.technicians = 60};
  harness::TemporaryFolder folder_;
  harness::Deployment deployment_{folder_.path()};
  std::optional<harness::Process> emulators_;
  std::unique_ptr<server::LiveServer> server_;
  int deliveries_repeated_ = 0;
};

TEST_F(Sockets, of_which_any_call_fails_are_made_good_by_the_next_try) {
  constexpr int bookings = 50;
  constexpr std::chrono::milliseconds text_goes_within{150};
  for (int n = 1; n <= bookings; ++n) {
    harness::Call call(deployment_.account, static_cast<std::uint64_t>(n), business_.phone());
    deliver(call, call.arrive());
    for (int turn = 0; turn < 6 && call.asked() != "confirm"; ++turn) {
      deliver(call, call.say(call.spoken_answer({})));
    }
    ASSERT_EQ(call.asked(), "confirm");
    calls.until_failure = n;
    deliver(call, call.say("yes please"));
    eventually(text_goes_within, [&] {
      return number("SELECT COUNT(*) FROM messages WHERE status = 'queued'") == 0;
    });
    calls.until_failure = never;
  }
  EXPECT_GT(calls.failed, bookings / 4) << "of " << calls.made;
  EXPECT_GT(deliveries_repeated_, 0) << "the carrier never noticed";

  // What may have gone is looked up before it is sent again, a while later.
  EXPECT_TRUE(eventually(std::chrono::seconds(40), [&] {
    return number("SELECT COUNT(*) FROM messages WHERE status = 'queued'") == 0;
  }));
  EXPECT_EQ(number("SELECT COUNT(*) FROM appointments WHERE live = 1"), bookings);
  const auto texts = texts_the_carrier_has();
  for (int n = 1; n <= bookings; ++n) {
    const auto found = texts.find(harness::person_number(static_cast<std::uint64_t>(n)));
    EXPECT_EQ(found == texts.end() ? 0 : found->second, 1) << "texts of booking " << n;
  }
}

}  // namespace
}  // namespace callwright::crash

// In front of the C library's, for this program and every library in it.
extern "C" {

int connect(int socket, const sockaddr* address, socklen_t size) {
  return callwright::crash::fail_or_call<decltype(&connect)>("connect", ECONNREFUSED, socket,
                                                             address, size);
}
int accept(int socket, sockaddr* address, socklen_t* size) {
  return callwright::crash::fail_or_call<decltype(&accept)>("accept", ECONNABORTED, socket, address,
                                                            size);
}
int accept4(int socket, sockaddr* address, socklen_t* size, int flags) {
  return callwright::crash::fail_or_call<decltype(&accept4)>("accept4", ECONNABORTED, socket,
                                                             address, size, flags);
}
ssize_t send(int socket, const void* bytes, size_t size, int flags) {
  return callwright::crash::fail_or_call<decltype(&send)>("send", EPIPE, socket, bytes, size,
                                                          flags);
}
ssize_t sendmsg(int socket, const msghdr* message, int flags) {
  return callwright::crash::fail_or_call<decltype(&sendmsg)>("sendmsg", EPIPE, socket, message,
                                                             flags);
}
ssize_t recv(int socket, void* bytes, size_t size, int flags) {
  return callwright::crash::fail_or_call<decltype(&recv)>("recv", ECONNRESET, socket, bytes, size,
                                                          flags);
}
ssize_t recvmsg(int socket, msghdr* message, int flags) {
  return callwright::crash::fail_or_call<decltype(&recvmsg)>("recvmsg", ECONNRESET, socket, message,
                                                             flags);
}

}  // extern "C"
