#include "sim/world/conversations_again.h"

#include "server/replay/load_recording.h"
#include "server/replay/replayer.h"

namespace callwright::sim {
namespace {

using server::Recording;

constexpr int same_actions = 9;
constexpr std::size_t conversations_max = 20;

std::vector<std::pair<TenantId, CorrelationId>> recorded(db::Database& database) {
  const auto rows = database.read([](db::Transaction& tx) {
    return tx.query(
        "SELECT DISTINCT tenant_id, correlation FROM journal_entries "
        "ORDER BY tenant_id, correlation");
  });
  ASSERT(rows);
  std::vector<std::pair<TenantId, CorrelationId>> names;
  for (const db::Row& row : *rows) {
    names.emplace_back(TenantId(row.text(0)), CorrelationId(row.text(1)));
  }
  return names;
}

// What is different the second time; empty when nothing is.
std::string difference(const Result<Recording>& recording) {
  if (!recording) return recording.error().message;
  const auto played = server::play(*recording);
  if (!played) return played.error().message;
  const auto found = server::first_difference(*recording, *played);
  return found ? server::in_words(*found) : "";
}

}  // namespace

void play_conversations_again(World& world, Draw& draw, std::vector<FoundViolation>& found) {
  db::Database& database = world.rehearsal().product().world.database;
  auto names = recorded(database);
  tenants::TenantDirectory directory;
  for (std::size_t i = 0; i < std::min(names.size(), conversations_max); ++i) {
    std::swap(names[i], names[i + draw.below(names.size() - i)]);
    const auto& [tenant, correlation] = names[i];
    const std::string different = difference(database.read([&](db::Transaction& tx) {
      return server::load_recording(tx, directory, tenant, correlation);
    }));
    ++world.tally().looked_at.at(same_actions);
    if (different.empty()) continue;
    found.push_back({.violation = {.invariant = same_actions,
                                   .what = "conversation " + correlation.text() + ": " + different},
                     .step = world.tally().steps,
                     .at = world.now()});
  }
}

}  // namespace callwright::sim
