#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/clock/random.h"

namespace callwright::sim {

// How a power loss treats what was not synced yet: of each file some changes stay, some vanish,
// some stay in part, in sectors, as a disk with a cache of its own may order them.
struct Losses {
  // In order: what came before a point stays, what comes after it is gone, and the write at the
  // point is torn. Otherwise each change has a fate of its own.
  bool in_order = false;
  double dropped = 0;
  double torn = 0;
  // Of the sectors that were being written: left with neither the old bytes nor the new ones.
  double scrambled = 0;

  static Losses drawn(Random& random);
};

// The bytes of one file as programs read them, and what of them a power loss leaves.
class DiskFile {
 public:
  DiskFile() = default;
  // All of it synced.
  explicit DiskFile(std::string bytes) : bytes_(std::move(bytes)) {}

  std::string_view bytes() const { return bytes_; }
  std::size_t size() const { return bytes_.size(); }

  void write(std::size_t at, std::string_view bytes);
  void truncate(std::size_t size);
  // From here on the bytes survive.
  void sync();

  // Power is lost now: the bytes become what is found after it. Files are large and lose little, so
  // nothing is copied but what was not synced.
  void lose_power(Random& random, const Losses& losses);

 private:
  struct Change {
    std::size_t at;
    std::size_t size;  // Written; of a truncation 0.
    std::size_t size_before;
    std::size_t old_begin;  // Where old_bytes_ keeps what was overwritten or cut off.
    std::size_t old_size;
    bool truncates;
  };

  void remember(std::size_t at, std::size_t size, std::size_t old_size, bool truncates);
  std::vector<std::string> undo_changes();

  std::string bytes_;
  // Since the last sync, each with what undoes it: so a sync costs nothing.
  std::vector<Change> changes_;
  std::string old_bytes_;
};

}  // namespace callwright::sim
