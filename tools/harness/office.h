#pragma once

#include <memory>
#include <string>

#include "onboarding/tenant_document.h"
#include "platform/clock/clock.h"
#include "platform/clock/random.h"
#include "platform/db/database.h"
#include "platform/json/json.h"

namespace callwright::harness {

// Businesses to try the server with, from the example document. The number tells them apart and
// makes their telephone number.
struct Business {
  int number = 0;
  int technicians = 10;

  std::string slug() const { return "business-" + std::to_string(number); }
  std::string phone() const { return "+15550" + std::to_string(110'000 + number); }
  // Open on every day of the week, and its texts go through the carrier.
  Json document() const;
};

// The database of a deployment before the server opens it.
class Office {
 public:
  static Result<std::unique_ptr<Office>> open(const std::string& database);

  Result<void> apply(const Business& first, int count);
  // Visits with everything a booking leaves behind but the record: ten technicians, three visits
  // a day each, all in the afternoon, half of them behind us and half ahead.
  Result<void> fill_calendar(const Business& business, int visits);

  db::Database& database() { return *database_; }

 private:
  explicit Office(std::unique_ptr<db::Database> database);

  std::unique_ptr<db::Database> database_;
  SystemClock clock_;
  SystemRandom random_;
  Ids ids_;
  access::Audit audit_;
  tenants::TenantDirectory directory_;
  customers::CustomerBook customers_;
  scheduling::Calendar calendar_;
  onboarding::TenantDocument documents_;
};

}  // namespace callwright::harness
