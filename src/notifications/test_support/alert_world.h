#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "notifications/emergency_alerts.h"
#include "notifications/test_support/delivery_world.h"

namespace callwright::notifications {

// A delivery world with emergencies in it.
class AlertWorld : public DeliveryWorld {
 protected:
  using DeliveryWorld::DeliveryWorld;

  EmergencyFacts gas(const std::string& conversation = "cnv_1") const {
    return {.conversation = ConversationId(conversation),
            .correlation = CorrelationId("cor_1"),
            .hazard = "gas.smell",
            .caller = customer_,
            .address = PrivateText("1204 Oak Street"),
            .words = PrivateText("I smell gas")};
  }
  RaiseAnswer raise(const EmergencyFacts& facts) {
    return committed([&](db::Transaction& tx) { return alerts_.raise(tx, tenant_, facts); });
  }
  AlertId raised(const EmergencyFacts& facts) { return std::get<Raised>(raise(facts)).id; }
  bool acknowledge(const AlertId& alert) {
    return committed([&](db::Transaction& tx) {
      return alerts_.acknowledge(tx, tenant_, alert, {access::Actor::Kind::Owner, "owner"});
    });
  }
  void add_facts(const AlertId& alert, const EmergencyFacts& facts) {
    committed([&](db::Transaction& tx) -> Result<bool> {
      TRY(alerts_.add_facts(tx, tenant_, alert, facts));
      return true;
    });
  }
  Alert alert(const AlertId& id) {
    return *seen([&](db::Transaction& tx) { return alerts_.find(tx, tenant_.id, id); });
  }
  std::optional<AlertId> ringing_for(std::string_view phone) {
    return seen([&](db::Transaction& tx) {
      return alerts_.ringing_for(tx, tenant_.id, *PhoneNumber::parse(phone));
    });
  }
  std::vector<messaging::Message> to_operator() {
    std::vector<messaging::Message> told = messages();
    std::erase_if(told,
                  [](const auto& it) { return it.role != messaging::RecipientRole::Operator; });
    return told;
  }
  // When the first of these was asked for, counted from the beginning of the test.
  static std::vector<Seconds> seconds_of(const std::vector<StubNetwork::Held>& held,
                                         Instant start) {
    std::vector<Seconds> seconds;
    for (const auto& item : held) {
      seconds.push_back(std::chrono::floor<Seconds>(item.at - start));
    }
    return seconds;
  }
  void all_moods(Mood mood) { network_.sms_mood = network_.call_mood = network_.mail_mood = mood; }

  const Instant start_ = clock_.now();
};

}  // namespace callwright::notifications
