#include <benchmark/benchmark.h>

#include "messaging/conversations.h"
#include "platform/clock/random.h"

namespace callwright::messaging {
namespace {

// What one voice turn writes of its conversation, behind as much history as the argument says.
void take_one_turn(benchmark::State& state) {
  const auto database = db::open_sqlite({.path = ":memory:", .single_threaded = true}).value();
  if (!db::migrate(*database)) state.SkipWithError("no schema");
  ManualClock clock(from_ms(1'800'000'000'000));
  SeededRandom random(1);
  Ids ids(clock, random);
  const Conversations conversations(ids);
  const TenantId tenant("ten_a");
  const std::string memory(2'000, 'm');
  const std::string trace(500, 't');

  const auto take_turn = [&](const std::string& key) {
    clock.advance(Milliseconds(1'000));
    const auto taken = database->write([&](db::Transaction& tx) -> Result<void> {
      TRY_ASSIGN(auto conversation,
                 conversations.latest(tx, tenant, language::Channel::Voice, key));
      if (!conversation) {
        TRY_ASSIGN(conversation,
                   conversations.open(tx, tenant, language::Channel::Voice, key, std::nullopt,
                                      CorrelationId("cor_1"), clock.now()));
      }
      const TurnRecord turn{.turn = conversation->turn++,
                            .at = clock.now(),
                            .heard = PrivateText("my kitchen sink is clogged"),
                            .said = PrivateText("I can help with that. What is the address?"),
                            .trace = trace};
      conversation->memory = memory;
      conversation->last_at = clock.now();
      return conversations.save(tx, *conversation, turn);
    });
    if (!taken) state.SkipWithError(taken.error().message.c_str());
  };

  constexpr std::int64_t turns_per_call = 10;
  for (std::int64_t call = 0; call < state.range(0) / turns_per_call; ++call) {
    for (std::int64_t turn = 0; turn < turns_per_call; ++turn)
      take_turn("CA" + std::to_string(call));
  }
  for (auto _ : state) take_turn("CA_now");
}
BENCHMARK(take_one_turn)->Arg(0)->Arg(10'000)->Arg(200'000);

}  // namespace
}  // namespace callwright::messaging
