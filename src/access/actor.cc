#include "access/actor.h"

#include <string_view>

namespace callwright::access {
namespace {

std::string_view to_string(Actor::Kind kind) {
  switch (kind) {
    case Actor::Kind::Caller:
      return "caller";
    case Actor::Kind::Owner:
      return "owner";
    case Actor::Kind::Operator:
      return "operator";
    case Actor::Kind::System:
      return "system";
    case Actor::Kind::Provider:
      return "provider";
  }
  return "system";
}

}  // namespace

std::string to_string(const Actor& actor) {
  std::string text(to_string(actor.kind));
  if (!actor.name.empty()) text += ":" + actor.name;
  return text;
}

}  // namespace callwright::access
