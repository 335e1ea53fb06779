#include "sim/faults/fault_plan.h"

#include <algorithm>

#include "base/text.h"

namespace callwright::sim {
namespace {

constexpr std::array<FaultRow, fault_count> rows = {{
    {Fault::WebhookDuplicate, "webhook_duplicate", "a webhook comes twice, with one retry token"},
    {Fault::WebhookReorder, "webhook_reorder", "news is held back up to ten minutes"},
    {Fault::WebhookDelay, "webhook_delay", "news comes up to a minute late"},
    {Fault::WebhookDrop, "webhook_drop", "no connection; the carrier retries where we asked it to"},
    {Fault::WebhookTruncate, "webhook_truncate", "a body breaks off"},
    {Fault::WebhookLoseAnswer, "webhook_lose_answer", "we act, and the carrier hears no answer"},
    {Fault::ProviderRefuse, "provider_refuse", "the carrier answers 400"},
    {Fault::ProviderFail, "provider_fail", "the carrier answers 503"},
    {Fault::ProviderThrottle, "provider_throttle", "the carrier answers 429 with Retry-After"},
    {Fault::ProviderHang, "provider_hang", "the carrier does not answer and did nothing"},
    {Fault::ProviderAcceptThenTimeout, "provider_accept_then_timeout",
     "the carrier did it, and its answer is lost"},
    {Fault::ProviderUndelivered, "provider_undelivered", "accepted, later reported undelivered"},
    {Fault::ProviderOutage, "provider_outage", "a service is down for a second to six hours"},
    {Fault::ProviderFlapping, "provider_flapping", "a service comes and goes every few seconds"},
    {Fault::EarlyCallback, "early_callback", "a status callback comes before the API's answer"},
    {Fault::Crash, "crash", "the process dies at a statement, a commit or a request"},
    {Fault::Downtime, "downtime", "the process is away for minutes or hours, and nobody answers"},
    {Fault::PowerLoss, "power_loss",
     "the machine stops: unsynced writes are torn, lost, reordered"},
    {Fault::DiskError, "disk_error", "reads, writes and syncs fail"},
    {Fault::DiskFull, "disk_full", "there is no room on the disk for a while"},
    {Fault::ClockStep, "clock_step", "the machine's clock jumps by up to five minutes"},
    {Fault::LeapSecond, "leap_second", "at midnight a second comes twice, or clocks are smeared"},
    {Fault::DstNight, "dst_night", "the day on which clocks change"},
    {Fault::RecogniserDeaf, "recogniser_deaf", "words are heard as sound; keys work"},
    {Fault::Noise, "noise", "words are dropped, swapped or heard as others"},
    {Fault::SettingsChange, "settings_change", "the business changes its settings under calls"},
    {Fault::CrewChange, "crew_change", "technicians leave and return, hours and days off change"},
    {Fault::CallerLeaves, "caller_leaves", "callers hang up in the middle of anything"},
    {Fault::SharedNumber, "shared_number", "two people call from one number at the same time"},
    {Fault::OwnerCalls, "owner_calls", "the owner calls the business, or his line is busy"},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (static_cast<std::size_t>(rows[i].fault) != i) return false;
  }
  return true;
}
static_assert(in_order(), "every fault has its row, in the order of the enumeration");

}  // namespace

const std::array<FaultRow, fault_count>& fault_rows() {
  return rows;
}

Result<FaultSet> parse_faults(std::string_view text) {
  if (text == "none") return FaultSet();
  if (text == "all") return FaultSet().set();
  FaultSet faults;
  for (const std::string_view name : split(text, ',')) {
    const auto row = std::ranges::find(rows, name, &FaultRow::name);
    if (row == rows.end()) {
      std::string known;
      for (const FaultRow& each : rows) known += ", " + std::string(each.name);
      return failure(ErrorCode::Invalid, "there is no fault \"" + std::string(name) +
                                             "\"; known are all, none" + known);
    }
    faults.set(index_of(row->fault));
  }
  return faults;
}

std::string to_text(const FaultSet& faults) {
  if (faults.none()) return "none";
  if (faults.all()) return "all";
  std::string text;
  for (const FaultRow& row : rows) {
    if (!faults.test(index_of(row.fault))) continue;
    text += (text.empty() ? "" : ",") + std::string(row.name);
  }
  return text;
}

FaultPlan::FaultPlan(Draw draw, const FaultSet& allowed) {
  for (const FaultRow& row : rows) {
    // Drawn for every kind, so that allowing one more does not change the others.
    const bool on = draw.chance(0.5);
    const double weight = 1 - draw.fraction();
    if (on && allowed.test(index_of(row.fault))) weight_[index_of(row.fault)] = weight;
  }
}

}  // namespace callwright::sim
