#pragma once

#include <string>
#include <string_view>

#include "language/redaction.h"
#include "platform/http/message.h"
#include "platform/json/json.h"
#include "providers/twilio/signed_form.h"

namespace callwright::providers::twilio {

// What a webhook said, for the journal: the fields that are read, without signature, seal and
// account. Payment and identity numbers are blanked, as they are before the words are read, and
// what the tenant does not want kept either.
std::string journal_input(const SignedForm& form, std::string_view base_path,
                          const language::RedactionPolicy& policy);

// The webhook again, signed for the account of a replay. Invalid when this is no input.
Result<http::Request> replayed_request(const Json& input, const AccountSettings& account);
// Where the server of then was reached under: the path part of its public address.
std::string base_path_of(const Json& input);

}  // namespace callwright::providers::twilio
