#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/phone_number.h"
#include "base/time.h"
#include "customers/domain/customer.h"
#include "dialogue/domain/outcome.h"
#include "language/understanding.h"

namespace callwright::dialogue {

// Where a conversation stands: what the receptionist has asked and waits for.
enum class Stage : std::uint8_t {
  Start,             // Nothing was said yet.
  Opening,           // "How can I help?"
  KeypadMenu,        // Words do not work: a choice by key.
  Degraded,          // Automation is off: an emergency or a message, nothing else.
  EmergencyConfirm,  // "Is this an emergency right now?"
  EmergencyAddress,
  EmergencyPhone,
  Problem,
  Name,
  Phone,
  AddressOnFile,  // "Shall we come to the address we have?"
  Address,
  Place,  // Street known, town or ZIP not.
  Email,
  ValueConfirm,  // One value was read back on its own.
  Time,
  Offers,  // Slots were offered.
  BookingConfirm,
  Change,    // The read-back was refused: what is wrong with it?
  Identity,  // Whose visit is to be changed?
  VisitChoice,
  MoveConfirm,
  CancelConfirm,
  Transferring,
  Recording,
  AnythingElse,
  Done,
};

enum class Goal : std::uint8_t { None, Book, Move, Cancel, Callback };

// What may be misheard and is then read back on its own.
enum class Value : std::uint8_t { Name, Phone, Address, Email };

// How a value in doubt is asked for and read back: as people talk, digit by digit (what has none is
// said once more, slowly), letter by letter, by keys. Rises until it is understood.
enum class Clarity : std::uint8_t { Natural, Digits, Letters, Keypad };

// The next step for the value; nothing when all were tried and a person must take over.
std::optional<Clarity> clearer(Value value, Clarity clarity);

// When the person wants the visit, as last said.
struct TimeWish {
  TimeRange window;              // Where visits may start.
  std::optional<Instant> exact;  // One start was named.
  std::vector<TimeRange> exclude;
  bool asap = false;
  bool latest = false;     // "As late as possible".
  bool same_hour = false;  // Of a move: "tomorrow, same time".

  friend bool operator==(const TimeWish&, const TimeWish&) = default;
};

struct Offer {
  TechnicianId technician;
  TimeRange visit;

  friend bool operator==(const Offer&, const Offer&) = default;
};

// A visit of the person's that could be changed.
struct VisitChoice {
  AppointmentId id;
  ServiceId service;
  TimeRange visit;

  friend bool operator==(const VisitChoice&, const VisitChoice&) = default;
};

// Everything a conversation remembers between turns. A value: the same memory and the same words
// give the same answer. It is stored with the conversation after each turn.
struct Memory {
  Stage stage = Stage::Start;
  Goal goal = Goal::None;
  language::Language language = language::Language::English;

  // What was said or is on file. Empty: not known.
  std::string name;
  std::optional<PhoneNumber> phone;
  std::optional<PhoneNumber> line;  // The number that calls or texts, where it is shown.
  std::string email;
  customers::Address address;
  std::string house_number;  // Said on its own, before its street.
  std::string problem;
  std::string service;

  std::optional<CustomerId> customer;  // Found by the number that called.
  customers::Address address_on_file;
  bool address_on_file_refused = false;
  // What the person gave to show who they are; kept apart from what is on file, which proves
  // nothing.
  std::string claimed_name;
  customers::Address claimed_address;
  bool identified = false;  // Has shown to be the person on file.
  int identity_tries = 0;   // Answers to "who are you?" that did not fit.

  std::optional<Value> doubt;  // May be wrong: nothing is booked before it is read back.
  bool doubt_refused = false;  // Said to be wrong, or not understood: it is asked for again.
  Clarity clarity = Clarity::Natural;
  std::string read_back;  // The commitment as it was last read back, see commitment().
  int refusals = 0;       // Parts of it that were said to be wrong.

  std::optional<TimeWish> wish;
  int searches = 0;  // Fruitless ones, for the bound.
  std::vector<Offer> offers;
  std::optional<Offer> chosen;
  std::vector<VisitChoice> visits;
  std::optional<VisitChoice> visit;
  std::string why_not;  // Why the exact start that was asked for cannot be had.

  int repairs = 0;  // Answers in a row that were no answer.
  int turns = 0;
  bool keypad = false;  // Words do not work for this person.
  bool transfer_tried = false;

  language::EmergencyReading emergency;
  std::optional<Instant> emergency_at;
  std::optional<AlertId> alert;
  bool emergency_denied = false;  // The person has said it is none.

  std::optional<language::FaqTopic> faq_topic;
  std::optional<Instant> callback_due;
  std::string last_said;           // For "say that again".
  std::optional<Outcome> outcome;  // The strongest so far.
};

std::string_view to_string(Stage stage);
std::string_view to_string(Goal goal);
std::string_view to_string(Value value);
std::optional<Stage> parse_stage(std::string_view text);
std::optional<Goal> parse_goal(std::string_view text);

// What a yes would commit, as one text: equal when and only when the same would be done.
std::string commitment(const Memory& memory);

// Who names another number has yet to show that they are the person on file there. True when it is
// another one.
bool take_phone(Memory& memory, const std::optional<PhoneNumber>& phone);

// The value a stage asks for, if it is one that may be read back on its own.
std::optional<Value> value_of(Stage stage);

// What a stage asks, in the words of the wire.
language::Question question_of(Stage stage);

}  // namespace callwright::dialogue
