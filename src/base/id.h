#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace callwright {

// An identifier that cannot be passed where another kind of identifier is meant. The text is
// opaque, never empty, and safe to print.
template <class Entity>
class Id {
 public:
  explicit Id(std::string text) : text_(std::move(text)) { ASSERT(!text_.empty()); }

  const std::string& text() const { return text_; }

  friend auto operator<=>(const Id&, const Id&) = default;

 private:
  std::string text_;
};

using TenantId = Id<struct TenantEntity>;
using TechnicianId = Id<struct TechnicianEntity>;  // Unique within its tenant.
using ServiceId = Id<struct ServiceEntity>;        // Unique within its tenant.
using CustomerId = Id<struct CustomerEntity>;
using ConversationId = Id<struct ConversationEntity>;
using CallId = Id<struct CallEntity>;
using AppointmentId = Id<struct AppointmentEntity>;
using MessageId = Id<struct MessageEntity>;
using CallbackId = Id<struct CallbackEntity>;
using AlertId = Id<struct AlertEntity>;
using JobId = Id<struct JobEntity>;

// Joins everything one outside event caused: webhook, decisions, calendar writes, messages.
using CorrelationId = Id<struct CorrelationEntity>;

}  // namespace callwright

template <class Entity>
struct std::hash<callwright::Id<Entity>> {
  std::size_t operator()(const callwright::Id<Entity>& id) const noexcept {
    return std::hash<std::string>()(id.text());
  }
};
