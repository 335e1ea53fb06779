#pragma once

#include <string>
#include <string_view>

#include "providers/twilio/links.h"
#include "reception/reply.h"

// What the receptionist does next, in the carrier's words. Renders; decides nothing.
namespace callwright::providers::twilio::twiml {

std::string render(const reception::Reply& reply, std::string_view call_sid, const Links& links);

// What the person hears who is rung for a caller: who it is, and that 1 takes the call.
std::string whisper(const reception::Reply& reply, const reception::Transfer& transfer,
                    const Links& links);

// Speaks an emergency and waits for 1. The attempt says how often it was spoken before.
std::string alert(std::string_view spoken, std::string_view message, int attempt,
                  language::Language language, const Links& links);
std::string alert_taken(language::Language language);
// The details cannot be had now, but the person must know.
std::string alert_without_details();

// We cannot answer as we should: says so in every language, sends emergencies to 911 and takes a
// message. Needs nothing but the request.
std::string apology(std::string_view call_sid, const PhoneNumber& business, const Links& links);

std::string goodbye();
std::string hang_up();
std::string nothing();  // The call goes on where it was.

}  // namespace callwright::providers::twilio::twiml
