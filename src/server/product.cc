#include "server/product.h"

namespace callwright::server {
namespace {

std::unique_ptr<reception::Proposals> make_proposals(const World& world, const Clock& clock,
                                                     const messaging::Conversations& conversations,
                                                     const reception::ProposalSettings& settings) {
  if (world.proposer == nullptr) return nullptr;
  return std::make_unique<reception::Proposals>(
      reception::Proposals::Parts{.database = world.database,
                                  .clock = clock,
                                  .metrics = metrics::Registry::global(),
                                  .conversations = conversations,
                                  .proposer = *world.proposer},
      settings);
}

}  // namespace

Product::Product(const World& given, ProductSettings settings)
    : world(given),
      clock(world.clock),
      ids(world.clock, world.random),
      audit(clock, ids),
      customers(clock, ids, audit),
      calendar(clock, ids, audit),
      documents(clock, ids, audit, directory, customers, calendar),
      queue(clock, ids),
      kept_journal(settings.journal, ids, queue),
      journal(world.journal == nullptr ? kept_journal : *world.journal),
      consent(clock, audit),
      deliveries(clock),
      outbox(clock, ids, queue, consent),
      conversations(ids),
      calls(ids),
      callbacks(clock, ids, audit),
      alerts(clock, ids, outbox, queue, audit, std::move(settings.operator_contact)),
      proposals(make_proposals(world, clock, conversations, settings.proposals)),
      parts{.clock = clock,
            .audit = audit,
            .conversations = conversations,
            .consent = consent,
            .outbox = outbox,
            .customers = customers,
            .calendar = calendar,
            .calls = calls,
            .callbacks = callbacks,
            .alerts = alerts,
            .queue = queue},
      receptionist(parts),
      webhook_parts{.database = world.database,
                    .clock = clock,
                    .metrics = metrics::Registry::global(),
                    .journal = journal,
                    .receipts = receipts,
                    .tenants = directory,
                    .receptionist = receptionist,
                    .calls = calls,
                    .callbacks = callbacks,
                    .outbox = outbox,
                    .alerts = alerts,
                    .proposals = proposals.get()},
      twilio(std::move(settings.twilio), webhook_parts),
      notification_jobs_({.database = world.database,
                          .clock = clock,
                          .journal = journal,
                          .tenants = directory,
                          .outbox = outbox,
                          .book = deliveries,
                          .consent = consent,
                          .network = world.network,
                          .practice_network = world.practice_network},
                         alerts),
      closer_(world.database, parts, directory, journal),
      forgetter_(world.database, clock),
      worker(world.database, world.clock, world.random) {
  twilio.add_routes(router);
  notification_jobs_.register_with(worker);
  worker.handle(std::string(reception::close_conversation_job), reception::closing_policy, closer_);
  worker.handle(std::string(journal::forget_job), forgetter_);
}

}  // namespace callwright::server
