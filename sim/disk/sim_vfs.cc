#include "sim/disk/sim_vfs.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

#include "base/result.h"

namespace callwright::sim {
namespace {

constexpr int path_bytes_max = 512;
constexpr int page_bytes = 4'096;
// Noon of a day in 2026, in SQLite's count of milliseconds: the clock of a disk tells nobody
// anything.
constexpr sqlite3_int64 fixed_time_ms = 212'637'960'000'000;

}  // namespace

// One opened file, in the memory SQLite provides for it.
struct SimVfs::OpenFile {
  sqlite3_file base{};
  SimDisk* disk = nullptr;
  std::shared_ptr<SimDisk::Node> node;
  std::string deleted_at_close;
  LockHolder locks;
  bool syncs_folder = false;

  static OpenFile& of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }
  DiskFile& bytes() const { return node->file; }
  // Of a machine that has since started again.
  bool is_dead() const { return node->machine != disk->machine_; }
  Verdict judge(DiskCall call, bool changes_something, bool grows = false) const {
    return is_dead() ? Verdict::Fails : disk->judge(call, changes_something, grows);
  }
};

const sqlite3_io_methods SimVfs::functions = {
    .iVersion = 2,
    .xClose = &SimVfs::close,
    .xRead = &SimVfs::read,
    .xWrite = &SimVfs::write,
    .xTruncate = &SimVfs::truncate,
    .xSync = &SimVfs::sync,
    .xFileSize = &SimVfs::size,
    .xLock = &SimVfs::lock,
    .xUnlock = &SimVfs::unlock,
    .xCheckReservedLock = &SimVfs::is_reserved,
    .xFileControl = &SimVfs::control,
    .xSectorSize = &SimVfs::sector_size,
    .xDeviceCharacteristics = &SimVfs::traits,
    .xShmMap = &SimVfs::map_region,
    .xShmLock = &SimVfs::lock_slots,
    .xShmBarrier = &SimVfs::order_memory,
    .xShmUnmap = &SimVfs::unmap_regions,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

SimVfs::SimVfs(SimDisk& disk) : vfs_(*sqlite3_vfs_find(nullptr)) {
  // What is not named here (sleeping, chance, loading of extensions) is the system's.
  vfs_.iVersion = 2;
  vfs_.szOsFile = sizeof(OpenFile);
  vfs_.mxPathname = path_bytes_max;
  vfs_.pNext = nullptr;
  vfs_.zName = disk.name_.c_str();
  vfs_.pAppData = &disk;
  vfs_.xOpen = &SimVfs::open;
  vfs_.xDelete = &SimVfs::remove;
  vfs_.xAccess = &SimVfs::look_up;
  vfs_.xFullPathname = &SimVfs::full_path;
  vfs_.xCurrentTimeInt64 = &SimVfs::now;
  const int code = sqlite3_vfs_register(&vfs_, 0);
  ASSERT(code == SQLITE_OK);
}

SimVfs::~SimVfs() {
  sqlite3_vfs_unregister(&vfs_);
}

int SimVfs::open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* got) {
  SimDisk& disk = disk_of(vfs);
  const std::lock_guard lock(disk.mutex_);
  file->pMethods = nullptr;
  const std::string name = path == nullptr ? "" : path;
  const auto found = disk.nodes_.find(name);
  const bool is_new = found == disk.nodes_.end();
  if (is_new && (flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
  if (disk.judge(DiskCall::Open, is_new) != Verdict::Done) return SQLITE_CANTOPEN;
  auto node = is_new ? std::make_shared<SimDisk::Node>() : found->second;
  node->machine = disk.machine_;
  if (is_new && path != nullptr) disk.nodes_.emplace(name, node);

  // As on Unix: whoever may have made a journal syncs the folder with its first sync.
  constexpr int journals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
  const bool goes_at_close = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
  // Over the memory SQLite provides, which holds nothing yet.
  new (file) OpenFile{.base = {.pMethods = &functions},
                      .disk = &disk,
                      .node = std::move(node),
                      .deleted_at_close = goes_at_close ? name : "",
                      .locks = {},
                      .syncs_folder = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & journals) != 0};
  if (got != nullptr) *got = flags;
  return SQLITE_OK;
}

int SimVfs::remove(sqlite3_vfs* vfs, const char* path, int sync_folder) {
  SimDisk& disk = disk_of(vfs);
  const std::lock_guard lock(disk.mutex_);
  const auto found = disk.nodes_.find(path);
  if (found == disk.nodes_.end()) return SQLITE_IOERR_DELETE_NOENT;
  if (disk.judge(DiskCall::Delete, true) != Verdict::Done) return SQLITE_IOERR_DELETE;
  if (found->second->name_is_durable) disk.deleted_[found->first] = found->second;
  disk.nodes_.erase(found);
  if (sync_folder != 0) disk.sync_folder();
  return SQLITE_OK;
}

int SimVfs::look_up(sqlite3_vfs* vfs, const char* path, int flags, int* answer) {
  SimDisk& disk = disk_of(vfs);
  const std::lock_guard lock(disk.mutex_);
  if (disk.judge(DiskCall::LookUp, false) != Verdict::Done) return SQLITE_IOERR_ACCESS;
  const auto found = disk.nodes_.find(path);
  const bool is_there = found != disk.nodes_.end();
  // For SQLite an empty file does not exist.
  *answer = is_there && (flags != SQLITE_ACCESS_EXISTS || found->second->file.size() > 0) ? 1 : 0;
  return SQLITE_OK;
}

int SimVfs::full_path(sqlite3_vfs*, const char* path, int size, char* answer) {
  sqlite3_snprintf(size, answer, "%s", path);
  return SQLITE_OK;
}

int SimVfs::now(sqlite3_vfs*, sqlite3_int64* answer) {
  *answer = fixed_time_ms;
  return SQLITE_OK;
}

int SimVfs::close(sqlite3_file* file) {
  OpenFile& open = OpenFile::of(file);
  SimDisk& disk = *open.disk;
  const std::lock_guard lock(disk.mutex_);
  open.node->locks.unmap(open.locks);
  open.node->locks.unlock(open.locks, SQLITE_LOCK_NONE);
  if (!open.deleted_at_close.empty() && !disk.stopped_) disk.nodes_.erase(open.deleted_at_close);
  open.~OpenFile();
  return SQLITE_OK;
}

int SimVfs::read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
  const OpenFile& open = OpenFile::of(file);
  const std::lock_guard lock(open.disk->mutex_);
  if (open.judge(DiskCall::Read, false) != Verdict::Done) return SQLITE_IOERR_READ;
  const std::string_view all = open.bytes().bytes();
  const std::string_view part = all.substr(std::min(static_cast<std::size_t>(at), all.size()),
                                           static_cast<std::size_t>(size));
  std::memcpy(bytes, part.data(), part.size());
  const std::size_t missing = static_cast<std::size_t>(size) - part.size();
  std::memset(static_cast<char*>(bytes) + part.size(), 0, missing);
  return missing == 0 ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int SimVfs::write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  const OpenFile& open = OpenFile::of(file);
  const std::lock_guard lock(open.disk->mutex_);
  const std::string_view all(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
  const auto place = static_cast<std::size_t>(at);
  const bool grows = place + all.size() > open.bytes().size();
  switch (open.judge(DiskCall::Write, true, grows)) {
    case Verdict::Done:
      open.bytes().write(place, all);
      return SQLITE_OK;
    case Verdict::HalfDone:
      open.bytes().write(place, all.substr(0, all.size() / 2));
      return SQLITE_IOERR_WRITE;
    case Verdict::NoRoom:
      return SQLITE_FULL;
    case Verdict::Fails:
      break;
  }
  return SQLITE_IOERR_WRITE;
}

int SimVfs::truncate(sqlite3_file* file, sqlite3_int64 size) {
  const OpenFile& open = OpenFile::of(file);
  const std::lock_guard lock(open.disk->mutex_);
  if (open.judge(DiskCall::Truncate, true) != Verdict::Done) return SQLITE_IOERR_TRUNCATE;
  open.bytes().truncate(static_cast<std::size_t>(size));
  return SQLITE_OK;
}

int SimVfs::sync(sqlite3_file* file, int) {
  OpenFile& open = OpenFile::of(file);
  SimDisk& disk = *open.disk;
  const std::lock_guard lock(disk.mutex_);
  if (open.judge(DiskCall::Sync, true) != Verdict::Done) return SQLITE_IOERR_FSYNC;
  if (disk.ignores_syncs_) return SQLITE_OK;
  open.bytes().sync();
  if (std::exchange(open.syncs_folder, false)) disk.sync_folder();
  return SQLITE_OK;
}

int SimVfs::size(sqlite3_file* file, sqlite3_int64* answer) {
  const OpenFile& open = OpenFile::of(file);
  const std::lock_guard lock(open.disk->mutex_);
  if (open.judge(DiskCall::Size, false) != Verdict::Done) return SQLITE_IOERR_FSTAT;
  *answer = static_cast<sqlite3_int64>(open.bytes().size());
  return SQLITE_OK;
}

int SimVfs::lock(sqlite3_file* file, int level) {
  OpenFile& open = OpenFile::of(file);
  const std::lock_guard lock(open.disk->mutex_);
  if (open.judge(DiskCall::Lock, false) != Verdict::Done) return SQLITE_IOERR_LOCK;
  return open.node->locks.lock(open.locks, level);
}

int SimVfs::unlock(sqlite3_file* file, int level) {
  OpenFile& open = OpenFile::of(file);
  const std::lock_guard lock(open.disk->mutex_);
  open.node->locks.unlock(open.locks, level);
  return SQLITE_OK;
}

int SimVfs::is_reserved(sqlite3_file* file, int* answer) {
  const OpenFile& open = OpenFile::of(file);
  const std::lock_guard lock(open.disk->mutex_);
  *answer = open.node->locks.is_reserved() ? 1 : 0;
  return SQLITE_OK;
}

int SimVfs::control(sqlite3_file*, int, void*) {
  return SQLITE_NOTFOUND;
}

int SimVfs::sector_size(sqlite3_file*) {
  return page_bytes;
}

// What SQLite believes of every disk on Unix.
int SimVfs::traits(sqlite3_file*) {
  return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int SimVfs::map_region(sqlite3_file* file, int index, int bytes, int make, void volatile** answer) {
  OpenFile& open = OpenFile::of(file);
  const std::lock_guard lock(open.disk->mutex_);
  *answer = nullptr;
  if (open.judge(DiskCall::ShareMemory, false) != Verdict::Done) return SQLITE_IOERR_SHMMAP;
  *answer = open.node->locks.region(open.locks, index, bytes, make != 0);
  return SQLITE_OK;
}

int SimVfs::lock_slots(sqlite3_file* file, int first, int count, int flags) {
  OpenFile& open = OpenFile::of(file);
  const std::lock_guard lock(open.disk->mutex_);
  if ((flags & SQLITE_SHM_LOCK) != 0 && open.judge(DiskCall::Lock, false) != Verdict::Done) {
    return SQLITE_IOERR_SHMLOCK;
  }
  return open.node->locks.lock_slots(open.locks, first, count, flags);
}

// Taking the lock orders what came before it.
void SimVfs::order_memory(sqlite3_file* file) {
  const std::lock_guard lock(OpenFile::of(file).disk->mutex_);
}

int SimVfs::unmap_regions(sqlite3_file* file, int) {
  OpenFile& open = OpenFile::of(file);
  const std::lock_guard lock(open.disk->mutex_);
  open.node->locks.unmap(open.locks);
  return SQLITE_OK;
}

}  // namespace callwright::sim
