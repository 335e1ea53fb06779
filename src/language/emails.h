#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "language/understanding.h"
#include "language/words.h"

namespace callwright::language {

// Whether mail can be sent to the text as it stands: a local part of dot-separated atoms and a
// domain name of at least two labels, within the lengths of RFC 5321.
bool is_email_address(std::string_view text);

// An e-mail address, written or dictated ("john dot smith at example dot com"), in lower case.
std::optional<Found<std::string>> read_email(const Words& words, const Context& context);

}  // namespace callwright::language
