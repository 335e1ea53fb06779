#pragma once

#include <sqlite3.h>

#include <atomic>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace callwright::tests {

// A layer below SQLite that fails when told to: give its name as the engine's vfs. One at a time.
class FaultyDisk {
 public:
  static constexpr const char* name = "faulty_disk";

  FaultyDisk() {
    below() = sqlite3_vfs_find(nullptr);
    vfs_ = *below();
    vfs_.zName = name;
    vfs_.xOpen = &FaultyDisk::open;
    sqlite3_vfs_register(&vfs_, 0);
    current() = this;
  }
  ~FaultyDisk() {
    sqlite3_vfs_unregister(&vfs_);
    current() = nullptr;
  }
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  // From the n-th write or sync on, n from 1, everything fails with the code: SQLITE_FULL,
  // SQLITE_IOERR_WRITE ... A write that fails may have written half of its bytes.
  void fail_from(int call, int code, bool tears) {
    code_ = code;
    tears_ = tears;
    calls_until_failure_ = call;
  }
  void heal() { calls_until_failure_ = never; }
  bool has_failed() const { return calls_until_failure_ <= 0; }

 private:
  static constexpr int never = 1'000'000'000;

  static FaultyDisk*& current() {
    static FaultyDisk* disk = nullptr;
    return disk;
  }
  static sqlite3_vfs*& below() {
    static sqlite3_vfs* vfs = nullptr;
    return vfs;
  }
  // For writing and syncing SQLite's own layer has the same functions for files of every kind.
  static std::atomic<const sqlite3_io_methods*>& functions_below() {
    static std::atomic<const sqlite3_io_methods*> functions = nullptr;
    return functions;
  }

  // SQLite's own layer keeps a table of functions for each kind of file. Ours are never freed, as
  // its are not.
  static const sqlite3_io_methods* failing_twin(const sqlite3_io_methods* functions) {
    static std::mutex mutex;
    static auto& twins = *new std::map<const sqlite3_io_methods*, sqlite3_io_methods>();
    const std::lock_guard lock(mutex);
    const auto [twin, is_new] = twins.emplace(functions, *functions);
    if (is_new) {
      functions_below() = functions;
      twin->second.xWrite = &FaultyDisk::write;
      twin->second.xSync = &FaultyDisk::sync;
    }
    return &twin->second;
  }

  static int open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* got) {
    const int code = below()->xOpen(below(), path, file, flags, got);
    if (code != SQLITE_OK || file->pMethods == nullptr) return code;
    file->pMethods = failing_twin(file->pMethods);
    return code;
  }

  static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    if (!current()->fails_now()) return functions_below().load()->xWrite(file, bytes, size, at);
    if (current()->tears_) functions_below().load()->xWrite(file, bytes, size / 2, at);
    return current()->code_;
  }
  static int sync(sqlite3_file* file, int flags) {
    return current()->fails_now() ? current()->code_.load()
                                  : functions_below().load()->xSync(file, flags);
  }

  bool fails_now() { return --calls_until_failure_ <= 0; }

  sqlite3_vfs vfs_;
  std::atomic<int> calls_until_failure_ = never;
  std::atomic<int> code_ = SQLITE_OK;
  std::atomic<bool> tears_ = false;
};

}  // namespace callwright::tests
