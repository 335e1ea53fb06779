#include "dialogue/domain/facts.h"

namespace callwright::dialogue {

Facts facts_of(const tenants::Tenant& tenant, language::Channel channel,
               const std::optional<PhoneNumber>& person, bool open) {
  const tenants::Entitlement allowed = tenants::entitlement(tenant);
  const tenants::Policies& policies = tenant.policies;
  const bool voice = channel == language::Channel::Voice;
  Facts facts;
  facts.open = open;
  facts.automation = allowed.automation;
  facts.may_book = allowed.automation && policies.book_online &&
                   (open || policies.after_hours == tenants::AfterHours::Book);
  facts.takes_messages = voice;
  facts.prefers_voicemail = policies.after_hours == tenants::AfterHours::Voicemail && !open;
  facts.can_transfer = voice && policies.transfer_to_owner && open && tenant.owner.phone &&
                       tenant.owner.phone != person;
  facts.is_text = !voice;
  return facts;
}

}  // namespace callwright::dialogue
