#include "reception/take_proposal.h"

#include "reception/proposal_json.h"
#include "reception/reading.h"
#include "reception/store/proposal_rows.h"

namespace callwright::reception {
namespace {

Json list_of(const std::vector<std::string>& parts) {
  Json list = Json::array();
  for (const std::string& part : parts) list.push_back(part);
  return list;
}

}  // namespace

Result<Json> take_proposal(db::Transaction& tx, const tenants::Tenant& tenant, const Turn& turn,
                           language::Question asked, Instant now,
                           std::optional<language::Understanding>& heard) {
  const Said* said = words_of(turn);
  if (said == nullptr || !heard) return Json();
  const std::string words = words_for_outsiders(said->text.text());
  if (!wants_proposal(*heard, asked, words)) return Json();
  TRY_ASSIGN(const auto row, store::take_proposal(tx, tenant.id, turn.source_event));
  if (!row) return Json();

  Json record = Json::object(
      {{"provider", row->provider}, {"outcome", row->outcome}, {"latency_ms", row->latency_ms}});
  if (row->answer.empty()) return record;
  TRY_ASSIGN(const Json answer, Json::parse(row->answer));
  record.set("answer", answer);
  const ProposalResult proposal = read_proposal(answer);
  if (!proposal || row->question != to_string(asked)) {
    record.set("refused", list_of({proposal ? "question:changed" : "all:not_read"}));
    return record;
  }
  Weighed weighed =
      weigh(*std::move(heard), *proposal, words, context_of(tenant, turn, asked, now));
  heard = std::move(weighed.understanding);
  record.set("taken", list_of(weighed.taken));
  record.set("refused", list_of(weighed.refused));
  return record;
}

}  // namespace callwright::reception
