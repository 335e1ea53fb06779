#include <benchmark/benchmark.h>

#include "platform/crypto/crypto.h"

namespace callwright::crypto {
namespace {

// A webhook's signature covers about this much.
const std::string webhook(140, 'x');
const std::string key(32, 'k');

void sign_sha1(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(hmac_sha1(key, webhook));
}
BENCHMARK(sign_sha1);

void sign_sha256(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(hmac_sha256(key, webhook));
}
BENCHMARK(sign_sha256);

// One frame of a caller's voice, fifty a second for every call.
void decode_a_media_frame(benchmark::State& state) {
  const std::string frame = base64(std::string(160, '\x7f'));
  for (auto _ : state) benchmark::DoNotOptimize(decode_base64(frame));
}
BENCHMARK(decode_a_media_frame);

}  // namespace
}  // namespace callwright::crypto
