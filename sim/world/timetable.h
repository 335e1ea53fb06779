#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <queue>
#include <utility>
#include <vector>

#include "base/time.h"
#include "sim/world/actor.h"

namespace callwright::sim {

// Who acts next. Equal times go in the order of the actors' names, which do not depend on who else
// is there.
class Timetable {
 public:
  struct Entry {
    Instant at;
    std::uint64_t name = 0;
    std::uint64_t turn = 0;  // How often the actor has acted before.
    Actor* actor = nullptr;
  };

  void add(Instant at, std::uint64_t name, std::unique_ptr<Actor> actor) {
    entries_.push({.at = at, .name = name, .turn = 0, .actor = actor.get()});
    actors_.push_back(std::move(actor));
  }
  void again(Entry entry, Instant at) {
    entry.at = at;
    ++entry.turn;
    entries_.push(entry);
  }
  std::optional<Entry> take() {
    if (entries_.empty()) return std::nullopt;
    const Entry entry = entries_.top();
    entries_.pop();
    return entry;
  }

 private:
  struct Later {
    bool operator()(const Entry& a, const Entry& b) const {
      return std::pair(a.at, a.name) > std::pair(b.at, b.name);
    }
  };

  std::vector<std::unique_ptr<Actor>> actors_;
  std::priority_queue<Entry, std::vector<Entry>, Later> entries_;
};

}  // namespace callwright::sim
