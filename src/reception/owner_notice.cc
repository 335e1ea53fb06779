#include "reception/owner_notice.h"

namespace callwright::reception {

Result<void> send_owner_notice(const messaging::Outbox& outbox, db::Transaction& tx,
                               const tenants::Tenant& tenant,
                               const messaging::Conversation& conversation,
                               const std::string& cause, std::string body) {
  if (!tenant.owner.phone) return {};
  TRY(outbox.send(tx, tenant.id,
                  {.cause_key = "owner:" + cause,
                   .to = tenant.owner.phone->e164(),
                   .role = messaging::RecipientRole::Owner,
                   .channel = messaging::MessageChannel::Sms,
                   .kind = messaging::MessageKind::OwnerNotice,
                   .body = PrivateText(std::move(body)),
                   .conversation = conversation.id,
                   .correlation = conversation.correlation}));
  return {};
}

}  // namespace callwright::reception
