#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "sim/observe/recorder.h"

#include <sqlite3.h>

#include <mutex>
#include <utility>

#include "sim/observe/row_sum.h"
#include "sim/observe/row_values.h"

namespace callwright::sim {
namespace {

thread_local Recorder* attaching = nullptr;

}  // namespace

Recorder::Attach::Attach(Recorder& recorder) : outer_(attaching) {
  static std::once_flag once;
  std::call_once(once, [] {
    // The engine's own type for what it calls is that of a function without arguments.
    const auto entry = reinterpret_cast<void (*)()>(&Recorder::attach_to);
    ASSERT(sqlite3_auto_extension(entry) == SQLITE_OK);
  });
  attaching = &recorder;
}

Recorder::Attach::~Attach() {
  attaching = outer_;
}

int Recorder::attach_to(sqlite3* handle, const char** /*error*/, const void* /*routines*/) {
  if (attaching == nullptr) return SQLITE_OK;
  static_assert(sizeof(sqlite3_int64) == sizeof(std::int64_t));
  sqlite3_preupdate_hook(
      handle,
      [](void* self, sqlite3* from, int operation, const char* /*database*/, const char* table,
         sqlite3_int64 /*old_rowid*/, sqlite3_int64 /*new_rowid*/) {
        static_cast<Recorder*>(self)->record(from, operation, table);
      },
      attaching);
  sqlite3_commit_hook(handle, &Recorder::on_commit, attaching);
  add_row_sum(handle);
  return SQLITE_OK;
}

int Recorder::on_commit(void* self) {
  static_cast<Recorder*>(self)->committing_ = true;
  return 0;  // Go on.
}

void Recorder::record(sqlite3* handle, int operation, const char* table) {
  const auto [known, name] = known_table(table);
  const int columns = sqlite3_preupdate_count(handle);
  const bool has_before = operation != SQLITE_INSERT;
  const bool has_after = operation != SQLITE_DELETE;
  batch_.begin_change(known, name, has_before, has_after, static_cast<std::size_t>(columns));
  for (int i = 0; has_before && i < columns; ++i) {
    sqlite3_value* value = nullptr;
    ASSERT(sqlite3_preupdate_old(handle, i, &value) == SQLITE_OK);
    add_value(batch_, value);
  }
  for (int i = 0; has_after && i < columns; ++i) {
    sqlite3_value* value = nullptr;
    ASSERT(sqlite3_preupdate_new(handle, i, &value) == SQLITE_OK);
    add_value(batch_, value);
  }
}

std::pair<Table, std::string_view> Recorder::known_table(const char* table) {
  if (tables_.empty()) {
    for (std::size_t i = 0; i < layouts.size(); ++i) {
      tables_.emplace(layouts[i].table, static_cast<Table>(i));
    }
  }
  auto found = tables_.find(std::string_view(table));
  if (found == tables_.end()) {
    found = tables_.emplace(*other_names_.emplace(table).first, Table::Other).first;
  }
  return {found->second, found->first};
}

void Recorder::begin() {
  batch_.clear();
  committing_ = false;
}

void Recorder::committed() {
  // What was in doubt is written over by now, but only where something was written.
  if (!batch_.empty()) doubtful_.clear();
  listener_(batch_);
  batch_.clear();
}

void Recorder::failed() {
  if (committing_ && !batch_.empty()) doubtful_.push_back(std::exchange(batch_, {}));
  batch_.clear();
}

void Recorder::settle_doubt(std::optional<std::size_t> committed) {
  const std::vector<Batch> doubtful = std::exchange(doubtful_, {});
  if (committed) listener_(doubtful[*committed]);
}

}  // namespace callwright::sim
