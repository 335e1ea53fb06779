#pragma once

#include <map>

#include "sim/checks/checker.h"

namespace callwright::sim {

// Visits against each other, the calendar and the settings: 10, 11, 12, 13, 31.
class BookingChecker final : public Checker {
 public:
  using Checker::Checker;

  void committed(const Batch& batch) override;
  void at_end(const providers::sandbox::SandboxCarrier& carrier) override;

 private:
  struct Visit {
    std::string tenant;
    std::string technician;
    std::string request;
    Instant blocks_begin;
    Instant blocks_end;
    bool live = false;
    std::int64_t steps_held = 0;  // Rows of the calendar that name it,
    std::int64_t steps_sum = 0;   // and which they are, added up.
  };
  using Day = std::map<Instant, std::pair<Instant, std::string>>;  // Begin: end, whose.

  void visit_changed(const Batch& batch, const Change& change);
  void take_up(const std::string& id, const Visit& visit);
  void give_up(const std::string& id, const Visit& visit);
  void check_rules(const Batch& batch, const RowView& row);
  void check_hours(const BusinessRules& business, const RowView& row);
  void check_place(const BusinessRules& business, const RowView& row);
  void check_held(const std::string& id);

  TextMap<Visit> visits_;          // By id.
  TextMap<Day> calendars_;         // By tenant and technician.
  TextMap<std::string> requests_;  // Which visit a request made.
};

}  // namespace callwright::sim
