#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "calls/call_register.h"
#include "calls/callback_queue.h"
#include "endpoints/playground/practice_network.h"
#include "messaging/conversations.h"
#include "messaging/outbox.h"
#include "platform/clock/clock.h"
#include "platform/db/database.h"
#include "platform/http/router.h"
#include "scheduling/calendar.h"
#include "tenants/tenant_directory.h"

namespace callwright::endpoints {

// What the playground shows.
struct PlaygroundParts {
  db::Database& database;
  const Clock& clock;
  tenants::TenantDirectory& directory;
  const messaging::Conversations& conversations;
  const messaging::Outbox& outbox;
  const calls::CallRegister& calls;
  const calls::CallbackQueue& callbacks;
  const scheduling::Calendar& calendar;
};

// A page to talk to the receptionist on, and to watch why it answers as it does. For practice
// tenants only: any other is as if it were not there. There is no sign-in, so requests that change
// something must come from the page itself.
class Playground {
 public:
  Playground(const PlaygroundParts& parts, PracticeNetwork& network);
  ~Playground();

  void add_routes(http::Router& router);

 private:
  Task<http::Response> show_tenants(http::Request request);
  Task<http::Response> show_stories(http::Request request);
  Task<http::Response> dial(http::Request request);
  Task<http::Response> act(http::Request request, http::Parameters parameters);
  Task<http::Response> text(http::Request request);
  Task<http::Response> owner_answers(http::Request request);
  Task<http::Response> play(http::Request request, http::Parameters parameters);
  Task<http::Response> show(http::Request request, http::Parameters parameters);
  Task<http::Response> watch(http::Request request, http::Parameters parameters);

  struct Watcher;
  void tell_watchers(const std::stop_token& stop);

  PlaygroundParts parts_;
  PracticeNetwork& network_;
  std::mutex mutex_;
  std::vector<Watcher> watchers_;
  std::jthread teller_;
};

}  // namespace callwright::endpoints
