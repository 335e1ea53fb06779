#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace callwright::sim {

// What one opened file holds of the locks.
struct LockHolder {
  int level = 0;  // SQLITE_LOCK_NONE to SQLITE_LOCK_EXCLUSIVE.
  std::uint8_t shared_slots = 0;
  std::uint8_t exclusive_slots = 0;
  bool maps_memory = false;
};

// Who may read and write one file now, and the memory its users share: SQLite's protocols for files
// and for the index of the write-ahead log, within this process.
class FileLocks {
 public:
  // SQLITE_OK or SQLITE_BUSY.
  int lock(LockHolder& holder, int level);
  void unlock(LockHolder& holder, int level);
  bool is_reserved() const { return reserved_ != nullptr; }

  int lock_slots(LockHolder& holder, int first, int count, int flags);
  // Null where the region is not there and shall not be made.
  void* region(LockHolder& holder, int index, int bytes, bool make);
  void unmap(LockHolder& holder);

 private:
  struct Slot {
    int readers = 0;
    bool is_written = false;
  };

  int readers_ = 0;
  const LockHolder* reserved_ = nullptr;
  const LockHolder* pending_ = nullptr;
  const LockHolder* exclusive_ = nullptr;
  std::array<Slot, 8> slots_;
  std::vector<std::unique_ptr<std::uint64_t[]>> regions_;
  int users_of_memory_ = 0;
};

}  // namespace callwright::sim
