#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// A kind of work that callers ask for and tenants offer. The key is stored with visits and named in
// tenant configurations, so a key is never changed, only added.
struct ServiceKind {
  std::string_view key;   // "drain_cleaning".
  Trade trade;            // General: every trade has it.
  std::string_view name;  // "drain cleaning", as it is said to a caller.
};

std::span<const ServiceKind> service_kinds();
const ServiceKind* find_service_kind(std::string_view key);

// The kind of work the words ask for. Of several, the one the trade does.
std::optional<std::string_view> read_service(const Words& words, Trade trade);

// The caller's own words for what is wrong, without greeting, courtesy and introduction. Nothing
// when no problem or work is named.
std::optional<std::string> read_problem(const Words& words, Question asked);

}  // namespace callwright::language
