#pragma once

#include <optional>
#include <string>

#include "language/understanding.h"
#include "reception/turn.h"
#include "tenants/domain/tenant.h"

// The words of a turn, and what they mean where and when they are said.
namespace callwright::reception {

// A recogniser that is less sure than this has heard noise.
constexpr double confidence_min = 0.25;

// What was said; null where nothing was, or only noise.
const Said* words_of(const Turn& turn);

// Card and identity numbers are gone before the words are read: what is never known is never
// stored.
std::string safe_words(const std::string& text);

// Nobody outside gets more than this: numbers, addresses of mail and dates of birth are gone too.
std::string words_for_outsiders(const std::string& text);

language::Context context_of(const tenants::Tenant& tenant, const Turn& turn,
                             language::Question asked, Instant now);

std::optional<language::Understanding> read_words(const tenants::Tenant& tenant, const Turn& turn,
                                                  language::Question asked, Instant now,
                                                  std::optional<Instant> day_in_talk = {});

}  // namespace callwright::reception
