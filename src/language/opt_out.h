#pragma once

#include <string_view>

#include "language/understanding.h"

namespace callwright::language {

// Consent words of a text message: STOP, START and HELP however they are written, and wishes in
// plain words to be left alone ("please quit texting me"). By voice only plain words count, and
// words that also have an everyday use ("stop", "start", "cancel") do not.
//
// CANCEL and END revoke consent only when they are the whole message; about an appointment they are
// an ordinary wish.
OptOut read_opt_out(std::string_view text, Channel channel);

}  // namespace callwright::language
