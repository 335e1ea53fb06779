#include "notifications/outbound.h"

#include "notifications/domain/alert_text.h"

namespace callwright::notifications {
namespace {

using messaging::Message;
using messaging::MessageKind;

// Nothing of the message itself: subjects are shown on lock screens and kept in many places.
std::string subject_of(const tenants::Tenant& tenant, const Message& message) {
  if (message.role == messaging::RecipientRole::Operator) return "Callwright operator alert";
  if (message.kind == MessageKind::EmergencyAlert) return "Emergency for " + tenant.name;
  return "From " + tenant.name;
}

}  // namespace

std::optional<std::string_view> addressing_fault(const tenants::Tenant& tenant,
                                                 const Message& message) {
  if (!messaging::is_by_number(message.channel)) {
    return message.to.contains('@') ? std::nullopt : std::optional<std::string_view>("bad_address");
  }
  if (tenant.numbers.empty()) return "no_sender";
  if (!PhoneNumber::parse(message.to)) return "bad_address";
  return std::nullopt;
}

std::optional<OutboundSms> outbound_sms(const tenants::Tenant& tenant, const Message& message,
                                        int copy) {
  const auto to = PhoneNumber::parse(message.to);
  if (!to || tenant.numbers.empty()) return std::nullopt;
  return OutboundSms{.id = message.id,
                     .from = tenant.numbers.front(),
                     .to = *to,
                     .body = as_copy(message.body, copy)};
}

std::optional<OutboundCall> outbound_call(const tenants::Tenant& tenant, const Message& message) {
  const auto to = PhoneNumber::parse(message.to);
  if (!to || tenant.numbers.empty()) return std::nullopt;
  return OutboundCall{.id = message.id, .from = tenant.numbers.front(), .to = *to};
}

OutboundMail outbound_mail(const tenants::Tenant& tenant, const Message& message, int copy) {
  return {.id = message.id,
          .to = message.to,
          .subject = subject_of(tenant, message),
          .body = as_copy(message.body, copy)};
}

}  // namespace callwright::notifications
