#include "sim/disk/file_locks.h"

#include <sqlite3.h>

#include <span>
#include <utility>

namespace callwright::sim {
namespace {

bool is_other(const LockHolder* holder, const LockHolder& self) {
  return holder != nullptr && holder != &self;
}

}  // namespace

int FileLocks::lock(LockHolder& holder, int level) {
  if (holder.level >= level) return SQLITE_OK;
  if (level == SQLITE_LOCK_SHARED) {
    if (pending_ != nullptr || exclusive_ != nullptr) return SQLITE_BUSY;
    ++readers_;
  } else {
    if (is_other(reserved_, holder) || is_other(pending_, holder)) return SQLITE_BUSY;
    if (level == SQLITE_LOCK_RESERVED) {
      reserved_ = &holder;
    } else {
      pending_ = &holder;
      holder.level = SQLITE_LOCK_PENDING;
      if (readers_ > 1) return SQLITE_BUSY;
      exclusive_ = &holder;
    }
  }
  holder.level = level;
  return SQLITE_OK;
}

void FileLocks::unlock(LockHolder& holder, int level) {
  if (holder.level <= level) return;
  for (const LockHolder** held : {&reserved_, &pending_, &exclusive_}) {
    if (*held == &holder) *held = nullptr;
  }
  if (level == SQLITE_LOCK_NONE) --readers_;
  holder.level = level;
}

int FileLocks::lock_slots(LockHolder& holder, int first, int count, int flags) {
  const std::span slots(&slots_[static_cast<std::size_t>(first)], static_cast<std::size_t>(count));
  const auto mask = static_cast<std::uint8_t>(((1 << count) - 1) << first);
  if ((flags & SQLITE_SHM_UNLOCK) != 0) {
    for (int i = 0; i < count; ++i) {
      Slot& slot = slots[static_cast<std::size_t>(i)];
      if ((holder.exclusive_slots & (1 << (first + i))) != 0) slot.is_written = false;
      if ((holder.shared_slots & (1 << (first + i))) != 0) --slot.readers;
    }
    holder.exclusive_slots &= static_cast<std::uint8_t>(~mask);
    holder.shared_slots &= static_cast<std::uint8_t>(~mask);
    return SQLITE_OK;
  }
  const bool shared = (flags & SQLITE_SHM_SHARED) != 0;
  if (shared && (holder.shared_slots & mask) != 0) return SQLITE_OK;
  for (const Slot& slot : slots) {
    if (slot.is_written || (!shared && slot.readers > 0)) return SQLITE_BUSY;
  }
  for (Slot& slot : slots) {
    if (shared) {
      ++slot.readers;
    } else {
      slot.is_written = true;
    }
  }
  (shared ? holder.shared_slots : holder.exclusive_slots) |= mask;
  return SQLITE_OK;
}

void* FileLocks::region(LockHolder& holder, int index, int bytes, bool make) {
  if (!std::exchange(holder.maps_memory, true)) ++users_of_memory_;
  const auto wanted = static_cast<std::size_t>(index) + 1;
  if (regions_.size() < wanted && !make) return nullptr;
  while (regions_.size() < wanted) {
    const std::size_t words = static_cast<std::size_t>(bytes) / sizeof(std::uint64_t);
    regions_.push_back(std::make_unique<std::uint64_t[]>(words));
  }
  return regions_[static_cast<std::size_t>(index)].get();
}

void FileLocks::unmap(LockHolder& holder) {
  lock_slots(holder, 0, static_cast<int>(slots_.size()), SQLITE_SHM_UNLOCK);
  if (!std::exchange(holder.maps_memory, false)) return;
  // The first to come after the last has left begins anew, as with files.
  if (--users_of_memory_ == 0) regions_.clear();
}

}  // namespace callwright::sim
