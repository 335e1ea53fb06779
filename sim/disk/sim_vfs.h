#pragma once

#include <sqlite3.h>

#include "sim/disk/sim_disk.h"

namespace callwright::sim {

// Speaks SQLite's interface for the layer below it, registered under the disk's name.
class SimVfs {
 public:
  explicit SimVfs(SimDisk& disk);
  ~SimVfs();
  SimVfs(const SimVfs&) = delete;
  SimVfs& operator=(const SimVfs&) = delete;

 private:
  using Verdict = SimDisk::Verdict;
  struct OpenFile;

  static SimDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<SimDisk*>(vfs->pAppData); }
  static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* got);
  static int remove(sqlite3_vfs* vfs, const char* path, int sync_folder);
  static int look_up(sqlite3_vfs* vfs, const char* path, int flags, int* answer);
  static int full_path(sqlite3_vfs* vfs, const char* path, int size, char* answer);
  static int now(sqlite3_vfs* vfs, sqlite3_int64* answer);

  static int close(sqlite3_file* file);
  static int read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at);
  static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at);
  static int truncate(sqlite3_file* file, sqlite3_int64 size);
  static int sync(sqlite3_file* file, int flags);
  static int size(sqlite3_file* file, sqlite3_int64* answer);
  static int lock(sqlite3_file* file, int level);
  static int unlock(sqlite3_file* file, int level);
  static int is_reserved(sqlite3_file* file, int* answer);
  static int control(sqlite3_file* file, int operation, void* argument);
  static int sector_size(sqlite3_file* file);
  static int traits(sqlite3_file* file);
  static int map_region(sqlite3_file* file, int index, int bytes, int make, void volatile** answer);
  static int lock_slots(sqlite3_file* file, int first, int count, int flags);
  static void order_memory(sqlite3_file* file);
  static int unmap_regions(sqlite3_file* file, int deletes);

  static const sqlite3_io_methods functions;

  sqlite3_vfs vfs_;
};

}  // namespace callwright::sim
