#pragma once

#include <atomic>
#include <chrono>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/chunked.h"
#include "platform/http/event_backlog.h"
#include "platform/http/handler_run.h"
#include "platform/http/head.h"
#include "platform/http/loop.h"
#include "platform/http/read_buffer.h"
#include "platform/http/router.h"
#include "platform/http/server.h"
#include "platform/http/server_metrics.h"
#include "platform/http/websocket_channel.h"

namespace callwright::http {

class Connection;

// What the connections of one loop share. Touched on the loop's thread only.
struct ConnectionHost {
  Loop& loop;
  const ServerLimits& limits;
  const Router& router;
  const ServerMetrics& metrics;
  std::list<std::shared_ptr<Connection>> connections;
  std::size_t handlers = 0;                    // Under way, those whose request timed out included.
  std::atomic<std::size_t>& open_connections;  // Of all loops.
  bool stopping = false;
  std::string date;  // As the Date field has it; renewed by the tick.
};

// One accepted connection: reads a request, awaits its handler, writes the answer, and again. Lives
// on one loop. It has one deadline at a time, checked by the loop's tick: a timer a request would
// cost more than the request's parsing.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using TimePoint = std::chrono::steady_clock::time_point;

  Connection(ConnectionHost& host, Socket socket);

  // Serves until the connection ends, then leaves the host's list.
  void start();
  // Answers 503 and closes: the server is full.
  void start_refused();

  bool is_due(TimePoint now) const { return now >= deadline_; }
  void expire();
  // The server stops: ends now when nothing is under way, otherwise after it.
  void finish_soon();
  void abort();

 private:
  enum class Phase : std::uint8_t { Idle, Head, Body, Handler, Write, Stream, WebSocket, Linger };
  class EventAwaiter;

  Task<void> run();
  Task<bool> serve_request();
  Task<bool> read_head();
  Task<bool> read_body();
  Task<bool> answer(Response response);
  Task<bool> flush();
  Task<void> refuse(Refusal refusal);
  Task<void> linger();
  Task<void> serve_events(Response response);
  Task<void> write_events();
  Task<void> serve_websocket(Router::WebSocketRoute route);

  auto read_some();
  auto until_writable();
  std::optional<Refusal> take_body(bool& whole);
  bool write_now();
  void watch_for_hangup();
  void wake();
  void say_goodbye();
  void enter(Phase phase, std::chrono::steady_clock::duration limit);
  void leave();

  ConnectionHost& host_;
  std::list<std::shared_ptr<Connection>>::iterator place_;
  Socket socket_;
  std::string remote_address_;
  ReadBuffer buffer_;
  HeadParser parser_;

  Phase phase_ = Phase::Idle;
  TimePoint deadline_ = TimePoint::max();
  bool expired_ = false;  // The deadline of this phase passed.
  bool first_request_ = true;
  bool refused_at_once_ = false;
  bool must_linger_ = false;

  // The request under way.
  RequestHead head_;
  bool is_head_request_ = false;
  std::string body_;
  ChunkedDecoder chunks_;
  std::shared_ptr<HandlerRun> handler_run_;

  // The response under way.
  std::string out_head_;
  std::string out_body_;
  std::size_t out_written_ = 0;
  bool write_failed_ = false;

  std::shared_ptr<EventBacklog> events_;
  std::coroutine_handle<> events_waiter_;
  bool woken_ = false;
  bool hung_up_ = false;

  std::shared_ptr<WebSocketChannel> websocket_;
};

}  // namespace callwright::http
