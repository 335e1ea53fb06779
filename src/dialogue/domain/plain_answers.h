#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tenants/domain/tenant.h"

// Short answers that mean something only to the question that was asked, or to what went before.
namespace callwright::dialogue {

// The town, to "which city or ZIP code?": one that the tenant serves wherever it stands in the
// words, or else the words themselves where they can be a name.
std::optional<std::string> town_in(std::string_view text, const tenants::ServiceArea& area);

// A town that the tenant serves, wherever it stands in the words.
std::optional<std::string> served_town_in(std::string_view text, const tenants::ServiceArea& area);

// "Whenever", "you tell me", "I don't know", to "what day and time would suit you?".
bool leaves_time_open(std::string_view text);

// "Whichever", "the soonest", to "which one would you like?".
bool takes_any_offer(std::string_view text);

// "Anything sooner?", "do you have something later?", "as late as possible", "same time": times as
// they stand to those that were offered, or to the visit's.
enum class OtherTime : std::uint8_t { Sooner, Later, Latest, SameHour };
std::optional<OtherTime> asks_for_other_time(std::string_view text);

// "Never mind", "forget it, I don't need it any more".
bool drops_task(std::string_view text);

// "Cancel that", "I changed my mind": of what was just booked, or is about to be.
bool takes_back(std::string_view text);

// "It stopped", "the fire is out", after an alert.
bool says_hazard_is_over(std::string_view text);

// "It has not stopped", "it is getting worse", after an alert.
bool says_hazard_goes_on(std::string_view text);

// "Well no, it's just that ...", "it can wait", to "is this an emergency right now?".
bool denies_emergency(std::string_view text);
// Something in the words may mean that there is a danger after all: "no, I can't stop it".
bool doubts_denial(std::string_view text);

// "Are you a robot?"
bool asks_if_automated(std::string_view text);

// "Sorry, wrong number": whoever called did not mean to.
bool says_wrong_number(std::string_view text);

// "... I need one", beside a question.
bool wants_visit_too(std::string_view text);

}  // namespace callwright::dialogue
