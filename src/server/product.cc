#include "server/product.h"

namespace callwright::server {

Product::Product(const World& given, ProductSettings settings)
    : world(given),
      ids(world.clock, world.random),
      audit(world.clock, ids),
      customers(world.clock, ids, audit),
      calendar(world.clock, ids, audit),
      documents(world.clock, ids, audit, directory, customers, calendar),
      queue(world.clock, ids),
      consent(world.clock, audit),
      deliveries(world.clock),
      outbox(world.clock, ids, queue, consent),
      conversations(ids),
      calls(ids),
      callbacks(world.clock, ids, audit),
      alerts(world.clock, ids, outbox, queue, audit, std::move(settings.operator_contact)),
      parts{.clock = world.clock,
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
                    .clock = world.clock,
                    .metrics = metrics::Registry::global(),
                    .receipts = receipts,
                    .tenants = directory,
                    .receptionist = receptionist,
                    .calls = calls,
                    .callbacks = callbacks,
                    .outbox = outbox,
                    .alerts = alerts},
      twilio(std::move(settings.twilio), webhook_parts),
      notification_jobs_({.database = world.database,
                          .clock = world.clock,
                          .tenants = directory,
                          .outbox = outbox,
                          .book = deliveries,
                          .consent = consent,
                          .network = world.network,
                          .practice_network = world.practice_network},
                         alerts),
      closer_(world.database, parts, directory),
      worker(world.database, world.clock, world.random) {
  twilio.add_routes(router);
  notification_jobs_.register_with(worker);
  worker.handle(std::string(reception::close_conversation_job), closer_);
}

}  // namespace callwright::server
