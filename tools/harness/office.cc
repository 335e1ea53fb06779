#include "harness/office.h"

#include <fstream>
#include <sstream>

namespace callwright::harness {
namespace {

constexpr std::string_view sqlite = "sqlite:";
constexpr int filled_technicians = 10;
constexpr int visits_a_day = 3;

Json example_document() {
  std::ifstream file(CALLWRIGHT_SOURCE_DIR "/api/examples/tenant-prairie-plumbing.json");
  std::ostringstream text;
  text << file.rdbuf();
  const auto document = Json::parse(text.str());
  ASSERT(document);
  return *document;
}

// Visits with their times; all numbers are ours, so they stand in the text for both engines alike.
std::string visits_sql(int visits) {
  const std::string per_day = std::to_string(filled_technicians * visits_a_day);
  const std::string days = std::to_string(visits / (filled_technicians * visits_a_day) / 2);
  constexpr std::int64_t day_ms = 86'400'000;
  const std::int64_t today = to_ms(SystemClock().now()) / day_ms * day_ms;
  // 18:00 UTC is early afternoon there; a visit each 105 minutes from then on.
  const std::string first = std::to_string(today + 18 * 3'600'000);
  return "WITH RECURSIVE n(i) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE "
         "i + 1 < " +
         std::to_string(visits) + "), visit(i, starts) AS (SELECT i, " + first + " + (i / " +
         per_day + " - " + days + ") * 86400000 + (i / " + std::to_string(filled_technicians) +
         " % " + std::to_string(visits_a_day) + ") * 6300000 FROM n) ";
}

}  // namespace

Json Business::document() const {
  static const Json example = example_document();
  Json document = example;
  document.set("slug", slug());
  document.set("numbers", Json::array({phone()}));
  document.set("sandbox", false);
  document.set("visits", Json::array());
  document.set("holidays", Json::array());
  Json hours = Json::object();
  for (const char* day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}) {
    hours.set(day, Json::array({"08:00-18:00"}));
  }
  document.set("hours", hours);
  Json people = Json::array();
  for (int i = 0; i < technicians; ++i) {
    people.push_back(Json::object({{"id", "tech-" + std::to_string(i)},
                                   {"name", "Technician " + std::to_string(i)},
                                   {"skills", Json::array({"drains", "water_heaters", "gas"})}}));
  }
  document.set("technicians", people);
  return document;
}

Result<std::unique_ptr<Office>> Office::open(const std::string& database) {
  TRY_ASSIGN(auto opened, database.starts_with(sqlite)
                              ? db::open_sqlite({.path = database.substr(sqlite.size())})
                              : db::open_postgres({.connection = database}));
  TRY(db::migrate(*opened));
  return std::unique_ptr<Office>(new Office(std::move(opened)));
}

Office::Office(std::unique_ptr<db::Database> database)
    : database_(std::move(database)),
      ids_(clock_, random_),
      audit_(clock_, ids_),
      customers_(clock_, ids_, audit_),
      calendar_(clock_, ids_, audit_),
      documents_(clock_, ids_, audit_, directory_, customers_, calendar_) {}

Result<void> Office::apply(const Business& first, int count) {
  return database_->write([&](db::Transaction& tx) -> Result<void> {
    for (int i = 0; i < count; ++i) {
      Business business = first;
      business.number += i;
      TRY(documents_.apply(tx, business.document(), access::Actor::operator_named("harness")));
    }
    return {};
  });
}

Result<void> Office::fill_calendar(const Business& business, int visits) {
  return database_->write([&](db::Transaction& tx) -> Result<void> {
    TRY_ASSIGN(const auto tenant, directory_.by_slug(tx, business.slug()));
    const std::string id = tenant->id.text();
    TRY(tx.execute(
        visits_sql(visits) +
            "INSERT INTO appointments (tenant_id, appointment_id, request_key, customer_id, name, "
            "phone, street, unit, city, state, zip, service_id, technician_id, visit_begin, "
            "visit_end, blocks_begin, blocks_end, status, live, emergency, notes, created_at) "
            "SELECT c.tenant_id, 'apt_' || i, 'filled/' || i, c.customer_id, c.name, NULL, "
            "'1204 Oak Street', '', 'Springfield', 'KS', '66101', 'general', 'tech-' || (i % 10), "
            "starts, starts + 3600000, starts - 900000, starts + 4500000, 'booked', 1, 0, '', 0 "
            "FROM visit, (SELECT tenant_id, customer_id, name FROM customers WHERE tenant_id = ? "
            "ORDER BY customer_id LIMIT 1) AS c",
        id));
    TRY(
        tx.execute("WITH RECURSIVE step(k) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT k + 1 "
                   "FROM step WHERE k < 17) "
                   "INSERT INTO occupancy (tenant_id, technician_id, bucket, appointment_id) "
                   "SELECT tenant_id, technician_id, blocks_begin / 300000 + k, appointment_id "
                   "FROM appointments, step WHERE tenant_id = ? ORDER BY 1, 2, 3",
                   id));
    return {};
  });
}

}  // namespace callwright::harness
