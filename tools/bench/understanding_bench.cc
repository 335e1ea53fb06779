#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "language/understanding.h"
#include "support/language_sets.h"

namespace callwright::bench {
namespace {

using namespace callwright::language;

// The project's own sentences: what callers and texters say, a line each.
std::vector<std::string> sentences() {
  std::vector<std::string> all;
  for (const char* set : {"intents.seen.tsv", "intents.held_out.tsv", "emergencies.seen.tsv",
                          "times.seen.tsv", "opt_out.tsv"}) {
    for (tests::SetRow& row : tests::set_rows(set)) all.push_back(std::move(row.said));
  }
  return all;
}

double resident_megabytes() {
  std::size_t pages = 0;
  std::size_t resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  return static_cast<double>(resident) * 4096 / 1e6;
}

// Time this thread has worked, so that a busy machine does not count.
double worked_micros() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) * 1e-3;
}

// Everything an utterance means, one after another on one core.
void understanding_sentences(benchmark::State& state) {
  const std::vector<std::string> all = sentences();
  const double before = resident_megabytes();
  const Context context = tests::set_context();
  std::vector<double> micros;
  std::size_t at = 0;
  benchmark::DoNotOptimize(understand(all.front(), context));
  for (auto _ : state) {
    const double begin = worked_micros();
    benchmark::DoNotOptimize(understand(all[at], context));
    micros.push_back(worked_micros() - begin);
    at = (at + 1) % all.size();
  }
  std::ranges::sort(micros);
  state.SetItemsProcessed(state.iterations());
  state.counters["p50_us"] = micros[micros.size() / 2];
  state.counters["p99_us"] = micros[micros.size() * 99 / 100];
  state.counters["added_MB"] =
      resident_megabytes() - before - static_cast<double>(micros.capacity() * sizeof(double)) / 1e6;
}
BENCHMARK(understanding_sentences)->Iterations(20'000);

// A message made to be slow: twice the length may take twice the time.
void understanding_hazards(benchmark::State& state) {
  std::string text;
  while (text.size() < static_cast<std::size_t>(state.range(0))) text += "fire no gas leak is 4 ";
  for (auto _ : state) benchmark::DoNotOptimize(understand(text, {}));
  state.SetBytesProcessed(state.iterations() * state.range(0));
}
BENCHMARK(understanding_hazards)->Arg(20'000)->Arg(200'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace callwright::bench
