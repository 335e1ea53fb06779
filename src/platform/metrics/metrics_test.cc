#include "platform/metrics/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace callwright::metrics {
namespace {

using ::testing::HasSubstr;

TEST(Metrics, asked_for_twice_are_the_same_series) {
  Registry registry;
  registry.counter("callwright_calls_total", "Calls received.", {{"outcome", "booked"}})
      .increment();
  const Counter again =
      registry.counter("callwright_calls_total", "Calls received.", {{"outcome", "booked"}});
  again.increment(2);
  EXPECT_EQ(again.value(), 3);
}

TEST(Metrics, are_summed_over_their_labels) {
  Registry registry;
  registry.counter("callwright_calls_total", "Calls.", {{"outcome", "booked"}}).increment(2);
  registry.counter("callwright_calls_total", "Calls.", {{"outcome", "message"}}).increment(3);
  registry.gauge("callwright_jobs_waiting", "Jobs.").set(7);
  EXPECT_EQ(registry.total("callwright_calls_total"), 5);
  EXPECT_EQ(registry.total("callwright_jobs_waiting"), 7);
  EXPECT_EQ(registry.total("callwright_unknown"), 0);
}

TEST(Metrics, lose_no_count_between_threads) {
  Registry registry;
  const Counter counter = registry.counter("callwright_lines_total", "Lines.");
  const Gauge gauge = registry.gauge("callwright_open", "Open.");
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&] {
        for (int i = 0; i < 10'000; ++i) {
          counter.increment();
          gauge.add(i % 2 == 0 ? 1 : -1);
        }
      });
    }
  }
  EXPECT_EQ(counter.value(), 40'000);
  EXPECT_EQ(gauge.value(), 0);
}

TEST(Metrics, are_exposed_as_text) {
  Registry registry;
  registry.counter("callwright_calls_total", "Calls received.", {{"outcome", "boo\"ked"}})
      .increment();
  const Histogram histogram = registry.histogram("callwright_turn_seconds", "One turn.");
  histogram.observe(0.002);
  histogram.observe(60);
  registry.histogram("callwright_batch_size", "Rows.", {}, {1, 10}).observe(3);
  const std::string text = registry.expose();
  for (const char* line :
       {"# HELP callwright_calls_total Calls received.\n",
        "# TYPE callwright_calls_total counter\n",
        "callwright_calls_total{outcome=\"boo\\\"ked\"} 1\n",
        "# TYPE callwright_turn_seconds histogram\n",
        "callwright_turn_seconds_bucket{le=\"0.001\"} 0\n",
        "callwright_turn_seconds_bucket{le=\"15\"} 1\n",
        "callwright_turn_seconds_bucket{le=\"+Inf\"} 2\n", "callwright_turn_seconds_count 2\n",
        "callwright_batch_size_bucket{le=\"10\"} 1\n"}) {
    EXPECT_THAT(text, HasSubstr(line));
  }
}

}  // namespace
}  // namespace callwright::metrics
