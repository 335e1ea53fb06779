#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "crash/house.h"

namespace callwright::crash {

inline void lead_up(House& house, const Path& path) {
  house.take(path.before);
  if (path.pages_in_log > 0) house.fill_log(path.pages_in_log);
}

// What a path leaves behind when nothing goes wrong on it, and how much there is to go wrong.
struct Smooth {
  std::string traces;
  std::vector<std::string> texts;
  std::int64_t points = 0;  // As counted on the path alone.
};

// Counts by what the caller says: changes of the disk, requests for memory.
template <class Count>
Smooth smooth_run(House& house, const Path& path, const Count& count) {
  lead_up(house, path);
  Smooth smooth;
  const std::int64_t before = count();
  house.take(path.steps);
  smooth.points = count() - before;
  house.rest();
  smooth.traces = house.traces();
  smooth.texts = house.texts_taken();
  for (const std::string& complaint : house.complaints()) {
    ADD_FAILURE() << "without any trouble: " << complaint;
  }
  return smooth;
}

// What is left after trouble must be what is left without. Empty when it is.
std::string difference(House& house, const Path& path, const Smooth& smooth);

// ./dev crash asks for every point, ./dev test for some of them, evenly spread.
inline bool wants_every_point() {
  return std::getenv("CALLWRIGHT_EVERY_CRASH_POINT") != nullptr;
}
inline std::int64_t step_between(std::int64_t points, std::int64_t about) {
  return wants_every_point() ? 1 : std::max<std::int64_t>(1, points / about);
}

}  // namespace callwright::crash
