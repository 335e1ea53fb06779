#include "sim/checks/booking_checker.h"

#include <algorithm>
#include <vector>

#include "sim/checks/audit_reading.h"

namespace callwright::sim {
namespace {

constexpr Minutes calendar_step{5};

}  // namespace

void BookingChecker::committed(const Batch& batch) {
  std::vector<std::string> touched;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    const Change change = batch[i];
    if (change.table == Table::Occupancy) {
      std::string id = change.row().string(column(Table::Occupancy, "appointment_id"));
      expect(13, !change.is_update(),
             [&] { return told("calendar rows of visit ", id, " changed hands"); });
      const std::int64_t sign = change.is_insert() ? 1 : -1;
      visits_[id].steps_held += sign;
      visits_[id].steps_sum += sign * change.row().integer(column(Table::Occupancy, "bucket"));
      if (touched.empty() || touched.back() != id) touched.push_back(std::move(id));
    }
    if (change.table == Table::Appointments) {
      touched.push_back(change.row().string(column(Table::Appointments, "appointment_id")));
      visit_changed(batch, change);
    }
  }
  for (const std::string& id : touched) check_held(id);
}

void BookingChecker::visit_changed(const Batch& batch, const Change& change) {
  const std::string id = change.row().string(column(Table::Appointments, "appointment_id"));
  expect(13, change.after.has_value(), [&] { return told("visit ", id, " was deleted"); });
  if (!change.after) return;

  const RowView& row = *change.after;
  Visit& visit = visits_[id];
  if (visit.live) give_up(id, visit);
  visit.tenant = row.text(column(Table::Appointments, "tenant_id"));
  visit.technician = row.text(column(Table::Appointments, "technician_id"));
  visit.request = row.text(column(Table::Appointments, "request_key"));
  visit.blocks_begin = row.instant(column(Table::Appointments, "blocks_begin"));
  visit.blocks_end = row.instant(column(Table::Appointments, "blocks_end"));
  const std::string_view status = row.text(column(Table::Appointments, "status"));
  visit.live = status == "booked" || status == "en_route" || status == "in_progress";
  expect(13, visit.live == (row.integer(column(Table::Appointments, "live")) != 0),
         [&] { return told("visit ", id, " is ", status, " and says otherwise"); });

  if (change.is_insert()) {
    const std::string request = joined_key(visit.tenant, visit.request);
    const auto [made, is_first] = requests_.emplace(request, id);
    expect(12, is_first, [&] {
      return told("request ", visit.request, " made visit ", made->second, " and visit ", id);
    });
  }
  const bool has_new_time =
      change.is_insert() ||
      change.before->instant(column(Table::Appointments, "visit_begin")) !=
          row.instant(column(Table::Appointments, "visit_begin")) ||
      change.before->text(column(Table::Appointments, "technician_id")) != visit.technician;
  if (!visit.live) return;
  take_up(id, visit);
  if (has_new_time) check_rules(batch, row);
}

void BookingChecker::take_up(const std::string& id, const Visit& visit) {
  Day& day = calendars_[joined_key(visit.tenant, visit.technician)];
  const auto next = day.lower_bound(visit.blocks_begin);
  const auto clash = [&](const auto& other) {
    return other->second.second != id && other->first < visit.blocks_end &&
           visit.blocks_begin < other->second.first;
  };
  const bool before_clashes = next != day.begin() && clash(std::prev(next));
  const bool next_clashes = next != day.end() && clash(next);
  expect(10, !before_clashes && !next_clashes, [&] {
    const auto& other = before_clashes ? *std::prev(next) : *next;
    return told("technician ", visit.technician, " is promised twice: visit ", id, " from ",
                iso8601_utc(visit.blocks_begin), " to ", iso8601_utc(visit.blocks_end), ", visit ",
                other.second.second, " from ", iso8601_utc(other.first), " to ",
                iso8601_utc(other.second.first));
  });
  day.insert_or_assign(visit.blocks_begin, std::pair(visit.blocks_end, id));
}

void BookingChecker::give_up(const std::string& id, const Visit& visit) {
  Day& day = calendars_[joined_key(visit.tenant, visit.technician)];
  const auto found = day.find(visit.blocks_begin);
  if (found != day.end() && found->second.second == id) day.erase(found);
}

// At every commit a live visit holds its whole time and nothing else; any other holds nothing.
void BookingChecker::check_held(const std::string& id) {
  const Visit& visit = visits_[id];
  const std::int64_t first = visit.blocks_begin.time_since_epoch() / Milliseconds(calendar_step);
  const std::int64_t wanted =
      visit.live ? (visit.blocks_end - visit.blocks_begin) / Milliseconds(calendar_step) : 0;
  // Steps follow each other, so their number and their sum tell which they are.
  const std::int64_t sum = wanted * first + wanted * (wanted - 1) / 2;
  expect(13, visit.steps_held == wanted && visit.steps_sum == sum, [&] {
    return told("visit ", id, " holds ", std::to_string(visit.steps_held),
                " steps of the calendar and should hold the ", std::to_string(wanted), " from ",
                iso8601_utc(visit.blocks_begin));
  });
}

void BookingChecker::check_rules(const Batch& batch, const RowView& row) {
  const BusinessRules* business =
      shadow().business(row.text(column(Table::Appointments, "tenant_id")));
  const std::string_view id = row.text(column(Table::Appointments, "appointment_id"));
  const auto entry = find_entry(batch, id);
  // What the owner's own system put down is a fact; no rule is asked.
  if (business == nullptr || !entry || !entry->actor.starts_with("caller:")) return;

  const Instant begin = row.instant(column(Table::Appointments, "visit_begin"));
  expect(31, business->automation,
         [&] { return told("visit ", id, " was booked under a plan that has ended"); });
  const bool emergency = row.integer(column(Table::Appointments, "emergency")) != 0;
  expect(11, emergency || begin >= now() + business->notice,
         [&] { return told("visit ", id, " begins sooner than the business wants"); });
  expect(11, begin < now() + std::chrono::days(business->horizon_days),
         [&] { return told("visit ", id, " lies beyond the horizon"); });
  check_hours(*business, row);
  check_place(*business, row);
}

void BookingChecker::check_hours(const BusinessRules& business, const RowView& row) {
  const std::string_view id = row.text(column(Table::Appointments, "appointment_id"));
  const Instant begin = row.instant(column(Table::Appointments, "visit_begin"));
  const Instant end = row.instant(column(Table::Appointments, "visit_end"));
  const bool emergency = row.integer(column(Table::Appointments, "emergency")) != 0;
  const Staff* staff = business.find_staff(row.text(column(Table::Appointments, "technician_id")));
  expect(11, staff != nullptr, [&] { return told("visit ", id, " is for nobody"); });
  if (staff != nullptr && !(emergency && business.any_hour_emergencies)) {
    bool works = true;
    for (Instant at = begin; at < end; at += calendar_step) {
      works = works && works_at(business, *staff, at);
    }
    expect(11, works, [&] {
      return told("visit ", id, " lies outside of hours: ", business.zone.iso8601(begin), " to ",
                  business.zone.iso8601(end));
    });
  }
  const Work* work = business.find_work(row.text(column(Table::Appointments, "service_id")));
  expect(10,
         work != nullptr &&
             row.instant(column(Table::Appointments, "blocks_begin")) <= begin - work->before &&
             row.instant(column(Table::Appointments, "blocks_end")) >= end + work->after,
         [&] { return told("visit ", id, " does not keep its buffers free"); });
}

void BookingChecker::check_place(const BusinessRules& business, const RowView& row) {
  const std::string_view id = row.text(column(Table::Appointments, "appointment_id"));
  const std::string_view zip = row.text(column(Table::Appointments, "zip"));
  const std::string_view city = row.text(column(Table::Appointments, "city"));
  expect(11, !is_outside(business, zip, city),
         [&] { return told("visit ", id, " lies outside of the area: ", city, " ", zip); });
}

void BookingChecker::at_end(const providers::sandbox::SandboxCarrier& /*carrier*/) {
  // Recomputed from nothing, in case the running account was misled.
  TextMap<std::vector<std::pair<TimeRange, std::string_view>>> all;
  for (const auto& [id, visit] : visits_) {
    if (!visit.live) continue;
    all[joined_key(visit.tenant, visit.technician)].push_back(
        {{.begin = visit.blocks_begin, .end = visit.blocks_end}, id});
  }
  for (auto& [whose, visits] : all) {
    std::ranges::sort(visits, {}, [](const auto& entry) { return entry.first.begin; });
    for (std::size_t i = 1; i < visits.size(); ++i) {
      expect(10, visits[i - 1].first.end <= visits[i].first.begin, [&] {
        return told("visits ", visits[i - 1].second, " and ", visits[i].second,
                    " overlap at the end");
      });
    }
  }
}

}  // namespace callwright::sim
