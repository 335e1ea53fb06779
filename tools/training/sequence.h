#pragma once

#include <cstddef>
#include <cstdint>

namespace callwright::training {

// Chance that is the same in every build.
class Sequence {
 public:
  double next() {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<double>(state_ >> 11U) / 9007199254740992.0;
  }
  std::size_t below(std::size_t limit) {
    return static_cast<std::size_t>(next() * static_cast<double>(limit));
  }

 private:
  std::uint64_t state_ = 20240229;
};

}  // namespace callwright::training
