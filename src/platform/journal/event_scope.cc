#include "platform/journal/event_scope.h"

namespace callwright::journal {
namespace {

thread_local EventScope* this_threads_event = nullptr;

}  // namespace

EventScope::EventScope(Instant at) : at_(at), outer_(this_threads_event) {
  this_threads_event = this;
}

EventScope::EventScope(Instant at, const std::vector<std::string>& given)
    : at_(at), given_(&given), outer_(this_threads_event) {
  this_threads_event = this;
}

EventScope::~EventScope() {
  this_threads_event = outer_;
}

EventScope* EventScope::here() {
  return this_threads_event;
}

std::string EventScope::draw(std::string_view prefix, const std::function<std::string()>& make) {
  const std::size_t number = drawn_.size();
  if (given_ == nullptr) return drawn_.emplace_back(make());
  if (number < given_->size() && (*given_)[number].starts_with(prefix)) {
    return drawn_.emplace_back((*given_)[number]);
  }
  if (drawn_otherwise_.empty()) drawn_otherwise_ = prefix;
  return drawn_.emplace_back(make());
}

void EventScope::belongs_to(const CorrelationId& correlation) {
  if (!correlation_) correlation_ = correlation;
}

void belongs_to(const CorrelationId& correlation) {
  if (EventScope* event = EventScope::here()) event->belongs_to(correlation);
}

Instant EventClock::now() const {
  const EventScope* event = EventScope::here();
  return event == nullptr ? real_.now() : event->at();
}

std::string EventIds::text(std::string_view prefix) {
  EventScope* event = EventScope::here();
  if (event == nullptr) return Ids::text(prefix);
  return event->draw(prefix, [&] { return Ids::text(prefix); });
}

}  // namespace callwright::journal
