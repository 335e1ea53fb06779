#include "notifications/answer_json.h"

namespace callwright::notifications {

Json to_json(const HandOver& answer) {
  if (const auto* accepted = std::get_if<AcceptedByProvider>(&answer)) {
    return Json::object({{"answer", "accepted"}, {"provider_id", accepted->provider_id}});
  }
  if (const auto* refused = std::get_if<RefusedByProvider>(&answer)) {
    return Json::object({{"answer", "refused"}, {"code", refused->code}});
  }
  if (const auto* kept = std::get_if<NotHandedOver>(&answer)) {
    Json json = Json::object({{"answer", "not_handed_over"}, {"reason", kept->reason}});
    if (kept->retry_after) json.set("retry_after_ms", kept->retry_after->count());
    return json;
  }
  return Json::object(
      {{"answer", "perhaps"}, {"reason", std::get<PerhapsHandedOver>(answer).reason}});
}

Result<HandOver> read_hand_over(const Json& json) {
  const std::string answer = json.string_or("answer", "");
  std::string reason = json.string_or("reason", "");
  if (answer == "accepted") return AcceptedByProvider{json.string_or("provider_id", "")};
  if (answer == "refused") return RefusedByProvider{json.string_or("code", "")};
  if (answer == "perhaps") return PerhapsHandedOver{std::move(reason)};
  if (answer != "not_handed_over") {
    return failure(ErrorCode::Invalid, "this is no provider's answer");
  }
  NotHandedOver kept{.reason = std::move(reason), .retry_after = std::nullopt};
  if (const auto wait = json["retry_after_ms"].as_integer()) kept.retry_after = Milliseconds(*wait);
  return kept;
}

Json to_json(const LookedUp& found) {
  if (!found) return Json::object({{"answer", "unknown"}, {"reason", found.error().message}});
  if (!*found) return Json::object({{"answer", "none"}});
  return Json::object({{"answer", "found"}, {"provider_id", **found}});
}

Result<LookedUp> read_looked_up(const Json& json) {
  const std::string answer = json.string_or("answer", "");
  if (answer == "found") return LookedUp(json.string_or("provider_id", ""));
  if (answer == "none") return LookedUp(std::nullopt);
  if (answer == "unknown") {
    return LookedUp(failure(ErrorCode::Unavailable, json.string_or("reason", "")));
  }
  return failure(ErrorCode::Invalid, "this is no provider's answer");
}

}  // namespace callwright::notifications
