#pragma once

#include <optional>
#include <string_view>

#include "messaging/domain/message.h"
#include "notifications/ports.h"
#include "tenants/domain/tenant.h"

// Messages of the outbox in the shape the ports take them in.
namespace callwright::notifications {

// Why a message can reach nobody, however often it is tried; nothing when it can.
std::optional<std::string_view> addressing_fault(const tenants::Tenant& tenant,
                                                 const messaging::Message& message);

// Nothing for a message with an addressing fault. `copy` is 1 unless earlier copies may have gone.
std::optional<OutboundSms> outbound_sms(const tenants::Tenant& tenant,
                                        const messaging::Message& message, int copy);
std::optional<OutboundCall> outbound_call(const tenants::Tenant& tenant,
                                          const messaging::Message& message);
OutboundMail outbound_mail(const tenants::Tenant& tenant, const messaging::Message& message,
                           int copy);

}  // namespace callwright::notifications
