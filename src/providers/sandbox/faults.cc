#include "providers/sandbox/faults.h"

#include <utility>

namespace callwright::providers::sandbox {
namespace {

using Entry = std::pair<std::string_view, double*>;

// One list of what there is: names for the wire, places for the engine.
std::vector<Entry> entries(FaultMenu& menu) {
  return {
      {"webhooks.duplicate", &menu.webhooks.duplicate},
      {"webhooks.reorder", &menu.webhooks.reorder},
      {"webhooks.delay", &menu.webhooks.delay},
      {"webhooks.drop", &menu.webhooks.drop},
      {"webhooks.truncate", &menu.webhooks.truncate},
      {"webhooks.lose_answer", &menu.webhooks.lose_answer},
      {"sms.refuse", &menu.sms.refuse},
      {"sms.fail", &menu.sms.fail},
      {"sms.throttle", &menu.sms.throttle},
      {"sms.hang", &menu.sms.hang},
      {"sms.accept_then_timeout", &menu.sms.accept_then_timeout},
      {"sms.undelivered", &menu.sms_undelivered},
      {"calls.refuse", &menu.calls.refuse},
      {"calls.fail", &menu.calls.fail},
      {"calls.throttle", &menu.calls.throttle},
      {"calls.hang", &menu.calls.hang},
      {"calls.accept_then_timeout", &menu.calls.accept_then_timeout},
      {"mail.refuse", &menu.mail.refuse},
      {"mail.fail", &menu.mail.fail},
      {"mail.throttle", &menu.mail.throttle},
      {"mail.hang", &menu.mail.hang},
      {"mail.accept_then_timeout", &menu.mail.accept_then_timeout},
      {"recogniser_deaf", &menu.recogniser_deaf},
  };
}

}  // namespace

std::vector<std::string_view> fault_names() {
  FaultMenu menu;
  std::vector<std::string_view> names;
  for (const auto& [name, place] : entries(menu)) names.push_back(name);
  return names;
}

double* find_fault(FaultMenu& menu, std::string_view name) {
  for (const auto& [known, place] : entries(menu)) {
    if (known == name) return place;
  }
  return nullptr;
}

Json to_json(const FaultMenu& menu) {
  FaultMenu copy = menu;
  Json json = Json::object();
  for (const auto& [name, place] : entries(copy)) json.set(name, *place);
  return json;
}

}  // namespace callwright::providers::sandbox
