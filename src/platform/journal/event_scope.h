#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "platform/clock/clock.h"
#include "platform/clock/ids.h"

namespace callwright::journal {

// The event that this thread is at, from the beginning of its work to the end. Time stands still in
// it, and what it draws is noted, or given from the notes of an earlier run. A scope lives inside
// one transaction, so it never lives across a co_await.
class EventScope {
 public:
  explicit EventScope(Instant at);
  // A replay: what is drawn comes from here, in the same order.
  EventScope(Instant at, const std::vector<std::string>& given);
  ~EventScope();
  EventScope(const EventScope&) = delete;
  EventScope& operator=(const EventScope&) = delete;

  // Null outside of an event.
  static EventScope* here();

  Instant at() const { return at_; }

  // Something that no rule can foresee, such as an identifier: made now, or the one that was made
  // then. Texts of one kind begin with the same prefix.
  std::string draw(std::string_view prefix, const std::function<std::string()>& make);
  const std::vector<std::string>& drawn() const { return drawn_; }
  // What was drawn that was not drawn then, or had another prefix: its prefix. Empty in a faithful
  // replay.
  const std::string& drawn_otherwise() const { return drawn_otherwise_; }

  // Which conversation the event belongs to; the first that is named stands.
  void belongs_to(const CorrelationId& correlation);
  const std::optional<CorrelationId>& correlation() const { return correlation_; }

 private:
  const Instant at_;
  const std::vector<std::string>* const given_ = nullptr;
  std::vector<std::string> drawn_;
  std::string drawn_otherwise_;
  std::optional<CorrelationId> correlation_;
  EventScope* const outer_;
};

// Names the conversation of the event that this thread is at, where it is at one.
void belongs_to(const CorrelationId& correlation);

// The instant of the event that this thread is at; outside of events, the clock behind it.
class EventClock final : public Clock {
 public:
  explicit EventClock(const Clock& real) : real_(real) {}
  Instant now() const override;

 private:
  const Clock& real_;
};

// Identifiers that a replay gives again.
class EventIds final : public Ids {
 public:
  using Ids::Ids;
  std::string text(std::string_view prefix) override;
};

}  // namespace callwright::journal
