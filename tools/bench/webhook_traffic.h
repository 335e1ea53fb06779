#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

#include "harness/deployment.h"
#include "harness/load.h"
#include "platform/http/router.h"
#include "platform/http/server.h"

namespace callwright::bench {

// The carrier's REST interface, as little of it as lets texts be handed over.
class CarrierStub {
 public:
  static Result<std::unique_ptr<CarrierStub>> start(std::uint16_t port);

  std::int64_t sent() const { return sent_; }

 private:
  explicit CarrierStub(std::uint16_t port);

  std::atomic<std::int64_t> sent_ = 0;
  http::Router router_;
  http::Server server_;
};

enum class Kind : std::uint8_t { Voice, Texts };

struct Measured {
  harness::Waits waits;  // Sorted.
  double per_second = 0;
  double server_us_each = 0;   // Processor time of the server.
  double written_kb_each = 0;  // By write calls: what the database cost the disk, and the answers.
  double read_kb_each = 0;
  int failed = 0;  // Answers that were not 200 with proper TwiML.
  std::string first_failure;
};

// Callers and texting people, on so many connections, each with the next thing to say as soon as
// the last is answered. Every answer is checked.
class Traffic {
 public:
  Traffic(const harness::Deployment& deployment, const harness::Process& server, int tenants,
          int seconds)
      : deployment_(deployment), server_(server), tenants_(tenants), seconds_(seconds) {}

  Measured measure(Kind kind, int connections);

 private:
  const harness::Deployment& deployment_;
  const harness::Process& server_;
  const int tenants_;
  const int seconds_;
  std::uint64_t conversations_ = 0;
};

}  // namespace callwright::bench
