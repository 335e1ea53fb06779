#include "sim/disk/sim_disk.h"

#include <atomic>
#include <utility>

#include "sim/disk/sim_vfs.h"

namespace callwright::sim {

SimDisk::SimDisk(std::uint64_t seed) : random_(seed) {
  static std::atomic<std::int64_t> made = 0;
  name_ = "sim_disk_" + std::to_string(++made);
  layer_ = std::make_unique<SimVfs>(*this);
}

SimDisk::~SimDisk() = default;

void SimDisk::copy_files_from(const SimDisk& other) {
  const std::scoped_lock lock(mutex_, other.mutex_);
  nodes_.clear();
  for (const auto& [path, node] : other.nodes_) {
    auto copy = std::make_shared<Node>();
    copy->file = DiskFile(std::string(node->file.bytes()));
    copy->machine = machine_;
    copy->name_is_durable = true;
    nodes_.emplace(path, std::move(copy));
  }
}

void SimDisk::stop_before_change(std::int64_t n) {
  const std::lock_guard lock(mutex_);
  stopped_ = n == 0;
  stop_before_change_ = changes_ + n;
}

void SimDisk::keep_running() {
  const std::lock_guard lock(mutex_);
  stop_before_change_ = -1;
}

bool SimDisk::has_stopped() const {
  const std::lock_guard lock(mutex_);
  return stopped_;
}

void SimDisk::restart_after_power_loss() {
  restart_after_power_loss(Losses::drawn(random_));
}

void SimDisk::restart_after_power_loss(const Losses& losses) {
  const std::lock_guard lock(mutex_);
  for (auto& [path, node] : deleted_) {
    if (!nodes_.contains(path) && random_.below(2) == 0) nodes_.emplace(path, node);
  }
  std::erase_if(nodes_, [&](const auto& entry) {
    return !entry.second->name_is_durable && random_.below(2) == 0;
  });
  restart([&](DiskFile& file) { file.lose_power(random_, losses); });
}

void SimDisk::restart_after_kill() {
  const std::lock_guard lock(mutex_);
  // Still unsynced: a power loss now would take it.
  restart([](DiskFile&) {});
}

template <class Loss>
void SimDisk::restart(const Loss& loss) {
  ++machine_;
  for (auto& [path, node] : nodes_) {
    auto found = std::make_shared<Node>();
    // What still has the old node open is dead and looks at no byte of it.
    found->file = std::move(node->file);
    loss(found->file);
    found->machine = machine_;
    found->name_is_durable = node->name_is_durable;
    node = std::move(found);
  }
  deleted_.clear();
  stopped_ = false;
  stop_before_change_ = -1;
}

void SimDisk::fail_call(std::int64_t n, DiskTrouble trouble, bool lasting) {
  const std::lock_guard lock(mutex_);
  plan_ = {.call = calls_ + n, .trouble = trouble, .lasting = lasting};
}

void SimDisk::set_odds(const DiskOdds& odds) {
  const std::lock_guard lock(mutex_);
  odds_ = odds;
}

void SimDisk::ignore_syncs() {
  const std::lock_guard lock(mutex_);
  ignores_syncs_ = true;
}

void SimDisk::heal() {
  const std::lock_guard lock(mutex_);
  plan_ = {};
  odds_ = {};
  ignores_syncs_ = false;
}

std::int64_t SimDisk::changes() const {
  const std::lock_guard lock(mutex_);
  return changes_;
}

std::int64_t SimDisk::calls() const {
  const std::lock_guard lock(mutex_);
  return calls_;
}

std::int64_t SimDisk::failures() const {
  const std::lock_guard lock(mutex_);
  return failures_;
}

std::size_t SimDisk::bytes_of(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  const auto found = nodes_.find(path);
  return found == nodes_.end() ? 0 : found->second->file.size();
}

SimDisk::Verdict SimDisk::judge(DiskCall call, bool changes_something, bool grows) {
  if (stopped_) return Verdict::Fails;
  if (changes_something && ++changes_ == stop_before_change_) {
    stopped_ = true;
    return Verdict::Fails;
  }
  ++calls_;
  const Verdict verdict = trouble_of(call, grows);
  if (verdict != Verdict::Done) ++failures_;
  return verdict;
}

SimDisk::Verdict SimDisk::trouble_of(DiskCall call, bool grows) {
  const bool writes = call == DiskCall::Write;
  if (plan_.call != 0 && (plan_.lasting ? calls_ >= plan_.call : calls_ == plan_.call)) {
    if (plan_.trouble == DiskTrouble::Error) return Verdict::Fails;
    if (plan_.trouble == DiskTrouble::ShortWrite && writes) return Verdict::HalfDone;
    if (plan_.trouble == DiskTrouble::Full && writes && grows) return Verdict::NoRoom;
  }
  const auto happens = [&](double odds) { return odds > 0 && random_.fraction() < odds; };
  if (call == DiskCall::Read && happens(odds_.read)) return Verdict::Fails;
  if (call == DiskCall::Sync && happens(odds_.sync)) return Verdict::Fails;
  if (!writes) return Verdict::Done;
  if (happens(odds_.write)) return Verdict::Fails;
  if (happens(odds_.short_write)) return Verdict::HalfDone;
  return grows && happens(odds_.full) ? Verdict::NoRoom : Verdict::Done;
}

// With the folder every name in it is durable, and so is every deletion.
void SimDisk::sync_folder() {
  for (auto& [path, node] : nodes_) node->name_is_durable = true;
  deleted_.clear();
}

}  // namespace callwright::sim
