#include <latch>
#include <thread>

#include "messaging/delivery_book.h"
#include "messaging/outbox.h"
#include "platform/clock/random.h"
#include "support/store_test.h"

namespace callwright::messaging {
namespace {

class NewsRaceTest : public tests::StoreTest {
 protected:
  const TenantId tenant_{"ten_a"};
  SystemClock clock_;
  SystemRandom random_;
  Ids ids_{clock_, random_};
  access::Audit audit_{clock_, ids_};
  jobs::Queue queue_{clock_, ids_};
  ConsentBook consent_{clock_, audit_};
  Outbox outbox_{clock_, ids_, queue_, consent_};
  DeliveryBook book_{clock_};
};

TEST_P(NewsRaceTest, news_and_the_answer_that_names_it_never_miss_each_other) {
  constexpr int rounds = 100;
  for (int round = 0; round < rounds; ++round) {
    const std::string provider_id = "SM" + std::to_string(round);
    const MessageId id = std::get<messaging::Queued>(write([&](db::Transaction& tx) {
                           return outbox_.send(tx, tenant_,
                                               {.cause_key = provider_id,
                                                .to = "+15550100120",
                                                .kind = MessageKind::Confirmation,
                                                .body = PrivateText("You are booked."),
                                                .correlation = CorrelationId("cor_1")});
                         })).id;
    std::latch begin(3);
    const auto at_once = [&](auto work) {
      return std::jthread([&begin, work, this] {
        begin.arrive_and_wait();
        const auto done = database_->write(work);
        if (!done) ADD_FAILURE() << done.error().message;
      });
    };
    {
      const std::jthread answer =
          at_once([&](db::Transaction& tx) { return book_.accept(tx, tenant_, id, provider_id); });
      const std::jthread sent = at_once([&](db::Transaction& tx) {
        return outbox_.record_status(tx, tenant_, provider_id, MessageStatus::Sent, {});
      });
      const std::jthread delivered = at_once([&](db::Transaction& tx) {
        return outbox_.record_status(tx, tenant_, provider_id, MessageStatus::Delivered, {});
      });
    }
    const auto message = read([&](db::Transaction& tx) { return outbox_.find(tx, tenant_, id); });
    ASSERT_EQ(message->status, MessageStatus::Delivered) << "round " << round;
  }
}

INSTANTIATE_TEST_SUITE_P(Stores, NewsRaceTest,
                         testing::ValuesIn(tests::one_shared_of_each_engine()), tests::store_name);

}  // namespace
}  // namespace callwright::messaging
