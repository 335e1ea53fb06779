#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

#include "platform/clock/clock.h"
#include "platform/clock/random.h"

namespace callwright {

// Makes identifiers that sort by the time they were made: a short prefix that names the kind, an
// underscore, 48 bits of milliseconds and 80 of chance in base 32. Never from a sequence of the
// database, so that processes need not agree and rows can be moved between databases. Those of one
// process sort in the order they were made, even within a millisecond or when the clock steps back.
class Ids {
 public:
  Ids(const Clock& clock, Random& random) : clock_(clock), random_(random) {}
  virtual ~Ids() = default;

  // make<AppointmentId>("apt") -> apt_01jq3f...
  template <class IdType>
  IdType make(std::string_view prefix) {
    return IdType(text(prefix));
  }

  virtual std::string text(std::string_view prefix);

 private:
  struct Stamp {
    std::uint64_t ms = 0;
    std::uint64_t high = 0;
    std::uint64_t low = 0;
  };
  Stamp next_stamp();

  const Clock& clock_;
  Random& random_;
  std::mutex mutex_;
  Stamp last_;  // Of the identifier made last.
};

}  // namespace callwright
