#include "sim/checks/checks.h"

#include <algorithm>

#include "sim/checks/alert_checker.h"
#include "sim/checks/audit_checker.h"
#include "sim/checks/booking_checker.h"
#include "sim/checks/call_checker.h"
#include "sim/checks/callback_checker.h"
#include "sim/checks/consent_checker.h"
#include "sim/checks/delivery_checker.h"
#include "sim/checks/job_checker.h"
#include "sim/checks/privacy_checker.h"
#include "sim/checks/tenancy_checker.h"
#include "sim/checks/webhook_checker.h"
#include "sim/checks/yes_checker.h"

namespace callwright::sim {
namespace {

// The lease of what cannot wait, and the first tries again.
constexpr Seconds taken_up_again_max{15};

}  // namespace

Checks::Checks()
    : scene_{.clock = clock_, .shadow = shadow_, .findings = findings_, .excused = excused_},
      recorder_([this](const Batch& batch) { committed(batch); }) {
  const auto add = [&]<class Kind>(std::in_place_type_t<Kind> /*kind*/) {
    auto checker = std::make_unique<Kind>(scene_);
    Kind* added = checker.get();
    checkers_.push_back(std::move(checker));
    return added;
  };
  // The webhook's first: the others may ask what it allows.
  add(std::in_place_type<WebhookChecker>);
  add(std::in_place_type<CallChecker>);
  add(std::in_place_type<CallbackChecker>);
  add(std::in_place_type<BookingChecker>);
  add(std::in_place_type<YesChecker>);
  add(std::in_place_type<AlertChecker>);
  add(std::in_place_type<DeliveryChecker>);
  add(std::in_place_type<ConsentChecker>);
  add(std::in_place_type<TenancyChecker>);
  add(std::in_place_type<AuditChecker>);
  add(std::in_place_type<JobChecker>);
  privacy_ = add(std::in_place_type<PrivacyChecker>);
}

Checks::~Checks() = default;

void Checks::add_secret(std::string digits) {
  privacy_->add_secret(std::move(digits));
}

void Checks::came_back() {
  // A clock that was set back has given the product time, and taken none.
  if (away_since_) excused_ += std::max(Milliseconds(0), clock_.now() - *away_since_);
  away_since_.reset();
}

void Checks::interrupted() {
  const Instant resumed = clock_.now() + taken_up_again_max;
  for (const auto& checker : checkers_) checker->interrupted(resumed);
}

void Checks::after_step() {
  if (away_since_) return;
  for (const auto& checker : checkers_) checker->after_step();
}

void Checks::after_restart(db::Database& database) {
  compare(database);
}

void Checks::at_end(db::Database& database, const providers::sandbox::SandboxCarrier& carrier) {
  compare(database);
  for (const auto& checker : checkers_) checker->at_end(carrier);
}

void Checks::compare(db::Database& database) {
  const Result<RowSums> found = read_row_sums(database);
  std::string different = found ? ledger_.differences(*found) : "";
  std::optional<std::size_t> committed;
  const std::vector<Batch>& doubtful = recorder_.doubtful();
  for (std::size_t i = doubtful.size(); i-- > 0 && !different.empty();) {
    // A commit that got no answer may be there whole, or not at all.
    Ledger with_it = ledger_;
    with_it.apply(doubtful[i]);
    if (!with_it.differences(*found).empty()) continue;
    committed = i;
    different.clear();
  }
  recorder_.settle_doubt(committed);
  findings_.expect(acknowledged_is_kept, found && different.empty(), [&] {
    return found ? told("not what was committed: ", different)
                 : told("the database cannot be read: ", found.error().message);
  });
}

void Checks::committed(const Batch& batch) {
  shadow_.apply(batch);
  ledger_.apply(batch);
  for (const auto& checker : checkers_) checker->committed(batch);
}

void Checks::handing_over(const Parcel& parcel) {
  for (const auto& checker : checkers_) checker->handing_over(parcel);
}

void Checks::handed_over(const Parcel& parcel, const notifications::HandOver& answer) {
  for (const auto& checker : checkers_) checker->handed_over(parcel, answer);
}

void Checks::looked_up(const Parcel& parcel, const Result<bool>& has_it) {
  for (const auto& checker : checkers_) checker->looked_up(parcel, has_it);
}

void Checks::webhook_begins(const Webhook& webhook) {
  for (const auto& checker : checkers_) checker->webhook_begins(webhook);
}

void Checks::webhook_ends(const Webhook& webhook, int status, std::string_view answer) {
  for (const auto& checker : checkers_) checker->webhook_ends(webhook, status, answer);
}

}  // namespace callwright::sim
