#include <algorithm>
#include <sstream>

#include "server/commands/batch.h"
#include "server/commands/batch_reading.h"

// Whatever comes in: one line of JSON comes out for each line, with its id or an error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace callwright;
  const std::string input(reinterpret_cast<const char*>(data), size);
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream notes;
  const server::ReadingDefaults defaults{.zone = Zone::utc(), .now = from_ms(1'773'155'100'000)};
  const int code = server::run_batch(
      in, out, notes, [&](const Json& line) { return server::read_line(line, defaults); });
  ASSERT(code == 0);
  const auto lines = std::ranges::count(input, '\n') + (!input.empty() && input.back() != '\n');
  std::istringstream written(out.str());
  std::int64_t count = 0;
  for (std::string line; std::getline(written, line); ++count) {
    const auto json = Json::parse(line);
    ASSERT(json && json->find("id") != nullptr);
    ASSERT(json->find("error") != nullptr || json->find("slots") != nullptr);
  }
  ASSERT(count == lines);
  return 0;
}
