#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "platform/clock/clock.h"
#include "sim/checks/checks.h"

namespace callwright::sim {

// Rows written by hand: what is not said is empty, or zero.
class HandMade {
 public:
  using Value = std::variant<std::int64_t, std::string, std::nullptr_t>;
  using Values = std::vector<std::pair<std::string_view, Value>>;

  HandMade& insert(Table table, const Values& values) {
    batch_.begin_change(table, layout_of(table).table, false, true, layout_of(table).size);
    add(table, values, {});
    return *this;
  }
  HandMade& update(Table table, const Values& before, const Values& changed) {
    batch_.begin_change(table, layout_of(table).table, true, true, layout_of(table).size);
    add(table, before, {});
    add(table, before, changed);
    return *this;
  }
  HandMade& remove(Table table, const Values& values) {
    batch_.begin_change(table, layout_of(table).table, true, false, layout_of(table).size);
    add(table, values, {});
    return *this;
  }

  const Batch& batch() const { return batch_; }

 private:
  static bool is_number(std::string_view column) {
    static constexpr std::string_view numbers[] = {"number",
                                                   "at",
                                                   "begun_at",
                                                   "bucket",
                                                   "rung",
                                                   "raised_at",
                                                   "changed_at",
                                                   "rungs_climbed",
                                                   "last_climbed_at",
                                                   "operator_told",
                                                   "visit_begin",
                                                   "visit_end",
                                                   "blocks_begin",
                                                   "blocks_end",
                                                   "live",
                                                   "emergency_flag",
                                                   "created_at",
                                                   "due",
                                                   "turn",
                                                   "opened_at",
                                                   "last_at",
                                                   "lane",
                                                   "attempts",
                                                   "withdrawn",
                                                   "started_at",
                                                   "received_at",
                                                   "updated_at",
                                                   "place"};
    return std::ranges::find(numbers, column) != std::ranges::end(numbers);
  }
  static bool may_be_null(std::string_view column) {
    return column == "ended_at" || column == "closed_at" || column == "taken_at" ||
           column == "due_at" || column == "lease" || column == "parked_at" ||
           column == "finished_at" || column == "to_state";
  }

  void add(Table table, const Values& values, const Values& changed) {
    const Layout& layout = layout_of(table);
    for (std::size_t i = 0; i < layout.size; ++i) {
      const std::string_view name = layout.columns[i];
      const auto named = [&](const auto& entry) { return entry.first == name; };
      auto found = std::ranges::find_if(changed, named);
      const bool is_changed = found != changed.end();
      if (!is_changed) found = std::ranges::find_if(values, named);
      if (is_changed || found != values.end()) {
        add(found->second);
      } else if (may_be_null(name)) {
        batch_.add_null();
      } else if (name == "tenant_id") {
        batch_.add_text("ten_1");
      } else if (is_number(name) || (table == Table::Appointments && name == "emergency")) {
        // The audit's number of an entry is one; a phone's is text.
        if (table == Table::Consents && name == "number") {
          batch_.add_text("");
        } else {
          batch_.add_integer(0);
        }
      } else {
        batch_.add_text("");
      }
    }
  }
  void add(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) batch_.add_integer(*number);
    if (const auto* text = std::get_if<std::string>(&value)) batch_.add_text(*text);
    if (std::holds_alternative<std::nullptr_t>(value)) batch_.add_null();
  }

  Batch batch_;
};

// All checkers over a world that is told to them by hand.
class ChecksTest : public ::testing::Test {
 protected:
  static constexpr std::int64_t start_ms = 1'767'600'000'000;

  // A business in UTC that is open from eight to five on weekdays.
  ChecksTest() {
    checks.watch(clock);
    commit(HandMade()
               .insert(Table::Tenants, {{"tenant_id", "ten_1"}, {"settings", settings()}})
               .insert(Table::TenantNumbers, {{"tenant_id", "ten_1"}, {"number", "+15550100100"}}));
  }

  static std::string settings(const std::string& policies = "") {
    const std::string day = R"(["08:00-17:00"])";
    return R"({"zone":"UTC","numbers":["+15550100100"],"hours":{"mon":)" + day + R"(,"tue":)" +
           day + R"(,"wed":)" + day + R"(,"thu":)" + day + R"(,"fri":)" + day +
           R"(},"holidays":[{"date":"2026-01-07","name":"closed","hours":[]}],)"
           R"("technicians":[{"id":"ann"}],"services":[{"id":"drain","buffer_after_minutes":30}],)"
           R"("area":{"zips":["661*"],"cities":[]},"policies":{"booking_horizon_days":30)" +
           policies +
           R"(},"subscription":{"state":"active"},"owner":{"phone":"+15550100101"},"on_call":[]})";
  }

  void commit(const HandMade& rows) { checks.committed(rows.batch()); }
  // The numbers of the invariants that did not hold since the last time.
  std::vector<int> broken() {
    std::vector<int> numbers;
    for (const Violation& violation : checks.findings().take_violations()) {
      numbers.push_back(violation.invariant);
    }
    return numbers;
  }
  bool breaks(int invariant, const HandMade& rows) {
    broken();
    commit(rows);
    const std::vector<int> numbers = broken();
    return std::ranges::find(numbers, invariant) != numbers.end();
  }
  bool breaks_later(int invariant, Milliseconds after) {
    broken();
    clock.advance(after);
    checks.after_step();
    const std::vector<int> numbers = broken();
    return std::ranges::find(numbers, invariant) != numbers.end();
  }

  ManualClock clock{from_ms(start_ms)};
  Checks checks;
};

}  // namespace callwright::sim
