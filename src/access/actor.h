#pragma once

#include <cstdint>
#include <string>

#include "base/id.h"

namespace callwright::access {

// Who does something. Every change names one.
struct Actor {
  enum class Kind : std::uint8_t { Caller, Owner, Operator, System, Provider };
  Kind kind = Kind::System;
  std::string name;  // A conversation id for a caller, a job kind for the system: never a number.

  static Actor caller(const ConversationId& conversation) {
    return {Kind::Caller, conversation.text()};
  }
  static Actor system(std::string what) { return {Kind::System, std::move(what)}; }
  static Actor operator_named(std::string who) { return {Kind::Operator, std::move(who)}; }
};

std::string to_string(const Actor& actor);  // "caller:cnv_..."

}  // namespace callwright::access
