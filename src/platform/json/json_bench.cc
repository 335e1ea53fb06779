#include <benchmark/benchmark.h>

#include "platform/json/json.h"

namespace callwright {
namespace {

// The size of one frame of a caller's voice: 160 bytes of sound as base64.
Json media_frame() {
  return Json::object({{"event", "media"},
                       {"sequenceNumber", "4"},
                       {"streamSid", "MZ00000000000000000000000000000000"},
                       {"media", Json::object({{"track", "inbound"},
                                               {"chunk", "2"},
                                               {"timestamp", "5"},
                                               {"payload", std::string(216, 'A')}})}});
}

// The size of a page of appointments as an API answers it.
Json page_of_rows() {
  Json rows = Json::array();
  for (int i = 0; i < 10; ++i) {
    rows.push_back(Json::object({{"id", "apt_01jq3f000000000000000000" + std::to_string(i)},
                                 {"technician", "dana"},
                                 {"service", "Drain cleaning"},
                                 {"begins_at", "2026-03-10T10:05:00-05:00"},
                                 {"minutes", 90},
                                 {"confirmed", true},
                                 {"note", nullptr}}));
  }
  return Json::object({{"appointments", std::move(rows)}, {"next", nullptr}});
}

void parse(benchmark::State& state, const Json& json) {
  const std::string text = json.dump();
  for (auto _ : state) benchmark::DoNotOptimize(Json::parse(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void dump(benchmark::State& state, const Json& json) {
  for (auto _ : state) benchmark::DoNotOptimize(json.dump());
}

BENCHMARK_CAPTURE(parse, media_frame, media_frame());
BENCHMARK_CAPTURE(parse, page_of_rows, page_of_rows());
BENCHMARK_CAPTURE(dump, media_frame, media_frame());
BENCHMARK_CAPTURE(dump, page_of_rows, page_of_rows());

}  // namespace
}  // namespace callwright
