#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "sim/observe/batch.h"

struct sqlite3;

namespace callwright::sim {

// Hears of every row an embedded database changes, from the engine itself and not from the code
// that asked for the change, and hands on what was committed.
class Recorder {
 public:
  using Listener = std::function<void(const Batch&)>;

  explicit Recorder(Listener listener) : listener_(std::move(listener)) {}
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  // While it lives, connections that this thread opens are heard by the recorder, which must
  // outlive them, and know row_sum().
  class Attach {
   public:
    explicit Attach(Recorder& recorder);
    ~Attach();
    Attach(const Attach&) = delete;
    Attach& operator=(const Attach&) = delete;

   private:
    Recorder* outer_;
  };

  // What the decorator of the database tells.
  void begin();
  std::size_t mark() const { return batch_.size(); }
  void rewind(std::size_t mark) { batch_.truncate(mark); }
  // The commit succeeded: its changes are handed on, also where there are none.
  void committed();
  // The transaction failed. Where the engine had begun to commit, nobody can say whether it did.
  void failed();

  // The changes of each transaction since the last commit whose own commit failed: the disk may
  // hold one of them whole, or none.
  const std::vector<Batch>& doubtful() const { return doubtful_; }
  // Which of them it was is known now.
  void settle_doubt(std::optional<std::size_t> committed);

 private:
  static int on_commit(void* self);
  static int attach_to(sqlite3* handle, const char** error, const void* routines);

  void record(sqlite3* handle, int operation, const char* table);
  std::pair<Table, std::string_view> known_table(const char* table);

  Listener listener_;
  Batch batch_;
  std::vector<Batch> doubtful_;
  bool committing_ = false;
  std::unordered_map<std::string_view, Table> tables_;
  std::unordered_set<std::string> other_names_;
};

}  // namespace callwright::sim
