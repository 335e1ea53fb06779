#include <benchmark/benchmark.h>

#include <map>
#include <memory>

#include "customers/customer_book.h"
#include "scheduling/calendar.h"

// What looking for a time and promising it costs, with few and with many visits on the calendar:
// the argument is the number of visits that are stored.
namespace callwright::scheduling {
namespace {

using namespace std::chrono_literals;

constexpr int technicians = 10;
constexpr int visits_per_technician_and_day = 4;
const Instant now = parse_iso8601("2026-03-10T06:00:00-05:00").value();
const access::Actor actor = access::Actor::system("bench");
const CorrelationId correlation("cor_1");

tenants::Tenant tenant_of_ten() {
  tenants::Tenant tenant{.id = TenantId("ten_1"), .zone = Zone::find("America/Chicago").value()};
  for (auto& day : tenant.hours) day = {{8h, 17h}};
  for (int i = 0; i < technicians; ++i) {
    tenant.technicians.push_back({.id = TechnicianId("tech_" + std::to_string(i)), .name = "T"});
  }
  tenant.services = {{.id = ServiceId("drain"),
                      .name = "drain cleaning",
                      .duration = 60min,
                      .buffer_before = 15min,
                      .buffer_after = 15min}};
  return tenant;
}

// Calendars on which each day leaves two hours free, half of the days ahead of us and half behind.
struct World {
  explicit World(int stored) {
    database
        ->write([&](db::Transaction& tx) -> Result<bool> {
          TRY_ASSIGN(customer, book.remember(tx, tenant.id, {.name = "Pat"}, actor, correlation));
          const int days = stored / (technicians * visits_per_technician_and_day);
          for (int i = 0; i < stored; ++i) TRY(place(tx, i, days));
          return true;
        })
        .value();
  }

  Result<bool> place(db::Transaction& tx, int number, int days) {
    const int technician = number % technicians;
    const int slot = number / technicians % visits_per_technician_and_day;
    const int day = number / technicians / visits_per_technician_and_day - days / 2;
    const Instant start = now + 2h + std::chrono::days(day) + slot * 105min;
    PlacedVisit visit{
        .appointment = {.id = AppointmentId("apt_" + std::to_string(number)),
                        .customer = *customer,
                        .service = tenant.services[0].id,
                        .technician = tenant.technicians[static_cast<std::size_t>(technician)].id,
                        .visit = {.begin = start, .end = start + 60min}}};
    visit.blocks = blocked_range(tenant.services[0], visit.appointment.visit);
    TRY(calendar.place(tx, tenant, visit, actor, correlation));
    return true;
  }

  std::unique_ptr<db::Database> database = [] {
    auto opened = db::open_sqlite({.path = ":memory:", .single_threaded = true}).value();
    db::migrate(*opened).value();
    return opened;
  }();
  tenants::Tenant tenant = tenant_of_ten();
  ManualClock clock{now};
  SeededRandom random{1};
  Ids ids{clock, random};
  access::Audit audit{clock, ids};
  customers::CustomerBook book{clock, ids, audit};
  Calendar calendar{clock, ids, audit};
  std::optional<CustomerId> customer;
};

World& world_with(const benchmark::State& state) {
  static std::map<std::int64_t, std::unique_ptr<World>> worlds;
  auto& world = worlds[state.range(0)];
  if (!world) world = std::make_unique<World>(static_cast<int>(state.range(0)));
  return *world;
}

void find_slots_stored(benchmark::State& state, std::chrono::days window) {
  World& world = world_with(state);
  const SlotRequest request{.service = ServiceId("drain"),
                            .window = {.begin = now, .end = now + window}};
  for (auto _ : state) {
    const auto slots = world.database->read([&](db::Transaction& tx) {
      return world.calendar.find_slots(tx, world.tenant, request, 3);
    });
    if (!slots || slots->size() != 3) state.SkipWithError("three slots were expected");
  }
}
BENCHMARK_CAPTURE(find_slots_stored, one_day, std::chrono::days(1))
    ->Arg(0)
    ->Arg(1'000)
    ->Arg(100'000);
BENCHMARK_CAPTURE(find_slots_stored, month, std::chrono::days(30))
    ->Arg(0)
    ->Arg(1'000)
    ->Arg(100'000);

// Undone each time, so that the calendar stays as it is.
void book_stored(benchmark::State& state) {
  World& world = world_with(state);
  const VisitRequest request{
      .request_key = "k",
      .customer = *world.customer,
      .name = "Pat",
      .address = {.street = "1204 Oak Street"},
      .slot = {.service = ServiceId("drain")},
      .start = now + 2h + std::chrono::days(1) + visits_per_technician_and_day * 105min};
  for (auto _ : state) {
    bool booked = false;
    static_cast<void>(world.database->write([&](db::Transaction& tx) -> Result<bool> {
      TRY_ASSIGN(const auto answer,
                 world.calendar.book(tx, world.tenant, request, actor, correlation));
      booked = std::holds_alternative<Booked>(answer);
      return failure(ErrorCode::Invalid, "undone");
    }));
    if (!booked) state.SkipWithError("a visit was expected");
  }
}
BENCHMARK(book_stored)->Arg(0)->Arg(1'000)->Arg(100'000);

void move_stored(benchmark::State& state) {
  World& world = world_with(state);
  const Instant free = now + 2h + std::chrono::days(1) + visits_per_technician_and_day * 105min;
  int round = 0;
  const AppointmentId id = [&] {
    const VisitRequest request{.request_key = "moving" + std::to_string(state.max_iterations),
                               .customer = *world.customer,
                               .slot = {.service = ServiceId("drain")},
                               .start = free};
    return world.database
        ->write([&](db::Transaction& tx) -> Result<AppointmentId> {
          TRY_ASSIGN(const auto answer,
                     world.calendar.book(tx, world.tenant, request, actor, correlation));
          return std::get<Booked>(answer).appointment.id;
        })
        .value();
  }();
  for (auto _ : state) {
    const Instant start = free + (++round % 2) * 5min;
    const auto moved = world.database->write([&](db::Transaction& tx) {
      return world.calendar.move(tx, world.tenant, id, start, actor, correlation);
    });
    if (!moved || !std::holds_alternative<Moved>(*moved))
      state.SkipWithError("a move was expected");
  }
  world.database
      ->write([&](db::Transaction& tx) {
        return world.calendar.cancel(tx, world.tenant, id, actor, correlation);
      })
      .value();
}
BENCHMARK(move_stored)->Arg(0)->Arg(1'000)->Arg(100'000);

}  // namespace
}  // namespace callwright::scheduling
