#pragma once

#include <string>
#include <variant>

#include "messaging/consent_book.h"
#include "messaging/delivery_book.h"
#include "messaging/outbox.h"
#include "notifications/ports.h"
#include "platform/clock/clock.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "platform/journal/journal.h"
#include "tenants/tenant_directory.h"

namespace callwright::notifications {

// The ways out of the house.
struct Network {
  SmsSender& sms;
  CallPlacer& calls;
  MailSender& mail;
};

// An outage of six hours is waited out; after it, the backlog is gone within minutes.
inline constexpr jobs::RetryPolicy delivery_policy{.attempts_max = 120,
                                                   .delay_first = Milliseconds(1'000),
                                                   .delay_max = Milliseconds(5 * 60'000),
                                                   .lease = Milliseconds(60'000)};
// An emergency is tried every half minute at the latest, for about half an hour: by then the ladder
// has told the operator.
inline constexpr jobs::RetryPolicy urgent_delivery_policy{.attempts_max = 80,
                                                          .delay_first = Milliseconds(1'000),
                                                          .delay_max = Milliseconds(30'000),
                                                          .lease = Milliseconds(10'000)};

// A provider does not list a message the moment it takes it.
inline constexpr Milliseconds look_up_wait{5'000};
// How far a provider's clock may be behind ours: it is asked about that much more time, or a copy
// it has would not be found and sent twice.
inline constexpr Milliseconds provider_clock_behind_max = Minutes(15);

// The events that go on with a delivery: what the provider knows, and what it answered.
inline constexpr std::string_view looked_up_step = "looked_up";
inline constexpr std::string_view answered_step = "answered";

// Hands one message of the outbox to a provider. The attempt is committed first and its result
// afterwards; a run that finds an attempt without a result treats its copy as one that may have
// gone.
class DeliverMessage final : public jobs::Handler {
 public:
  struct Parts {
    db::Database& database;
    const Clock& clock;
    journal::Journal& journal;
    tenants::TenantDirectory& tenants;
    const messaging::Outbox& outbox;
    const messaging::DeliveryBook& book;
    const messaging::ConsentBook& consent;
    Network network;
    Network practice_network;  // Of practice tenants, whose messages never leave this machine.
  };

  DeliverMessage(Parts parts, const jobs::RetryPolicy& policy) : parts_(parts), policy_(policy) {}

  Task<jobs::Outcome> run(jobs::Job job) override;

 private:
  // A message on its way out, with everything that is needed outside the transaction.
  struct Parcel {
    messaging::Delivery delivery;
    tenants::TenantPtr tenant;
    int attempt = 0;
  };
  struct HandOverNow {
    Parcel parcel;
  };
  struct AskFirst {
    Parcel parcel;
  };
  using Plan = std::variant<jobs::Outcome, HandOverNow, AskFirst>;

  Result<Plan> note_preparing(db::Transaction& tx, const jobs::Job& job,
                              const journal::Event& event) const;
  static std::string in_words(const Plan& plan);
  Result<Plan> prepare(db::Transaction& tx, const tenants::TenantPtr& tenant,
                       const jobs::Job& job) const;
  Result<Plan> take_look_up(db::Transaction& tx, const jobs::Job& job, const Parcel& parcel,
                            const Result<std::optional<std::string>>& found) const;
  Task<HandOver> hand_over(Parcel parcel) const;
  Result<jobs::Outcome> take_answer(db::Transaction& tx, const jobs::Job& job, const Parcel& parcel,
                                    const HandOver& answer) const;

  Result<void> refused(db::Transaction& tx, const jobs::Job& job, const Parcel& parcel,
                       const RefusedByProvider& answer) const;
  Result<jobs::Outcome> retry_or_give_up(db::Transaction& tx, const jobs::Job& job,
                                         const messaging::Message& message, jobs::RetryLater retry,
                                         std::string_view final_code) const;
  Result<jobs::Outcome> leave(db::Transaction& tx, const jobs::Job& job,
                              const messaging::Message& message, std::string_view code) const;

  const Network& network_of(const Parcel& parcel) const {
    return parcel.tenant->sandbox ? parts_.practice_network : parts_.network;
  }

  const Parts parts_;
  const jobs::RetryPolicy policy_;
};

}  // namespace callwright::notifications
