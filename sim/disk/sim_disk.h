#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "platform/clock/random.h"
#include "sim/disk/disk_file.h"
#include "sim/disk/file_locks.h"

namespace callwright::sim {

// What SQLite asks of the layer below it and what can fail. In the order of the numbers that tests
// count by.
enum class DiskCall : std::uint8_t {
  Open,
  Delete,
  LookUp,
  Read,
  Write,
  Truncate,
  Sync,
  Size,
  Lock,
  ShareMemory,
};

// How a call fails: with an error and nothing done, with half of the bytes written, or because
// there is no room for a file to grow.
enum class DiskTrouble : std::uint8_t { Error, ShortWrite, Full };

// How often the calls of each kind fail by themselves.
struct DiskOdds {
  double read = 0;
  double write = 0;
  double short_write = 0;
  double full = 0;
  double sync = 0;
};

// A disk in memory for SQLite: its name is the vfs of SqliteSettings. It keeps what was written
// apart from what was synced, so that power can be lost at any moment, and it fails when told to.
// Everything is drawn from the seed. Any number of them at once; each may be used by many threads.
//
// A power loss honours what SQLite relies on: what was synced before stays; bytes outside of a
// write are left alone; a new name is there once its journal or log was synced; what a failed sync
// left unwritten a later one writes.
class SimDisk {
 public:
  explicit SimDisk(std::uint64_t seed);
  ~SimDisk();
  SimDisk(const SimDisk&) = delete;
  SimDisk& operator=(const SimDisk&) = delete;

  const std::string& vfs() const { return name_; }

  // The same files, all synced, on a new disk.
  void copy_files_from(const SimDisk& other);

  // Before the n-th change from now, n from 1, everything stops: from then on every call fails and
  // nothing changes any more. 0: at once.
  void stop_before_change(std::int64_t n);
  // It does not, where it has not yet.
  void keep_running();
  bool has_stopped() const;
  // The machine starts again after its power was lost. Files that are still open are dead.
  void restart_after_power_loss();
  void restart_after_power_loss(const Losses& losses);
  // The same after only the process died: what it wrote is there, synced or not.
  void restart_after_kill();

  // The n-th call from now, n from 1, fails: once, or with all that follow it.
  void fail_call(std::int64_t n, DiskTrouble trouble, bool lasting = false);
  void set_odds(const DiskOdds& odds);
  // Syncs say that they are done and do nothing, as a disk does that lies.
  void ignore_syncs();
  // Nothing fails by itself or by number any more, and syncs are done.
  void heal();

  // Writes, syncs, truncations, deletions and new files until now.
  std::int64_t changes() const;
  // Everything that can fail until now, and what failed of it on purpose.
  std::int64_t calls() const;
  std::int64_t failures() const;
  std::size_t bytes_of(const std::string& path) const;

 private:
  friend class SimVfs;

  struct Node {
    DiskFile file;
    FileLocks locks;
    std::int64_t machine = 0;  // Which start of the machine it belongs to.
    bool name_is_durable = false;
  };
  using Nodes = std::map<std::string, std::shared_ptr<Node>, std::less<>>;

  struct Plan {
    std::int64_t call = 0;  // 0: none.
    DiskTrouble trouble = DiskTrouble::Error;
    bool lasting = false;
  };

  // The answer to a call before it is done: whether it is, in full or in part.
  enum class Verdict : std::uint8_t { Done, Fails, HalfDone, NoRoom };
  Verdict judge(DiskCall call, bool changes_something, bool grows = false);
  Verdict trouble_of(DiskCall call, bool grows);
  void sync_folder();
  template <class Loss>
  void restart(const Loss& loss);

  std::string name_;
  mutable std::mutex mutex_;
  SeededRandom random_;
  Nodes nodes_;
  Nodes deleted_;  // Whose names a power loss may bring back.
  std::int64_t machine_ = 1;
  bool stopped_ = false;
  std::int64_t stop_before_change_ = -1;
  std::int64_t changes_ = 0;
  std::int64_t calls_ = 0;
  std::int64_t failures_ = 0;
  Plan plan_;
  DiskOdds odds_;
  bool ignores_syncs_ = false;
  std::unique_ptr<class SimVfs> layer_;
};

}  // namespace callwright::sim
