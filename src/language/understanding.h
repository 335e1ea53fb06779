#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/phone_number.h"
#include "base/time.h"

// What a person's words mean, by rule. Pure: the same words in the same context always give the
// same reading, whatever the clock or the process.
namespace callwright::language {

enum class Language : std::uint8_t { English, Spanish };

enum class Trade : std::uint8_t { Plumbing, Electrical, Hvac, General };

// What the receptionist has just asked, so that a bare answer ("the blue one", "five") is read as
// one.
enum class Question : std::uint8_t {
  None,
  Name,
  Address,
  Problem,
  Time,
  Phone,
  Email,
  Confirm,            // A read-back that wants yes or no.
  EmergencyConfirm,   // "Is this an emergency?"
  AppointmentChoice,  // Which of the listed visits or offers.
  Identity,
  Pin,
  Menu,
  Message,  // A message is being taken: anything said is content.
  AnythingElse,
  OwnerQuery,  // "What would you like to know about your schedule?"
};

enum class Intent : std::uint8_t {
  None,  // Nothing was understood.
  Schedule,
  Reschedule,
  Cancel,
  Faq,
  Emergency,
  SpeakToHuman,
  LeaveMessage,
  Affirm,
  Deny,
  Repeat,
  Goodbye,
  OwnerQuery,
  OutOfScope,
};

enum class FaqTopic : std::uint8_t {
  Hours,
  Price,
  ServiceArea,
  Services,
  Payment,
  LicenseInsurance,
  Warranty,
  Eta,
  Location,
};

struct IntentReading {
  Intent label = Intent::None;
  double confidence = 0;  // 0 to 1, calibrated.
  std::optional<FaqTopic> faq_topic;
};

enum class EmergencyLevel : std::uint8_t { NotEmergency, Ambiguous, Emergency };

struct EmergencyReading {
  EmergencyLevel level = EmergencyLevel::NotEmergency;
  double score = 0;                  // 0 to 1.
  std::vector<std::string> reasons;  // Codes such as "gas.smell", "negated", "tenant_phrase".
};

struct NameReading {
  std::string full;      // As it would be written: "Dr. Ana-María O'Neil".
  bool spelled = false;  // Given letter by letter.
};

// Parts that were not said are empty.
struct AddressReading {
  std::string street;  // House number and street: "1204 Oak Street".
  std::string unit;    // "Apt 3B".
  std::string city;
  std::string state;  // Two letters.
  std::string zip;    // Five digits, or nine as "12345-6789".
};

// When somebody wants something to happen. Ranges are half-open.
struct TimeReading {
  enum class Kind : std::uint8_t {
    None,
    Instant,  // "Tuesday at three": begin is the instant, end equals begin.
    Window,   // "between ten and noon", "tomorrow morning".
    Date,     // "Friday": the whole local day.
  };
  Kind kind = Kind::None;
  callwright::Instant begin;
  callwright::Instant end;
  std::vector<TimeRange> exclude;  // "any day but Monday".
  bool asap = false;               // "as soon as possible".
};

struct Slots {
  std::optional<NameReading> name;
  std::optional<AddressReading> address;
  std::optional<PhoneNumber> phone;
  std::optional<std::string> email;
  std::optional<std::string> problem;  // The caller's own words for it, cleaned of filler.
  std::optional<std::string>
      service;  // Kind of work, such as "drain_cleaning"; see service_kinds.h.
  std::optional<TimeReading> date_time;
};

enum class OptOut : std::uint8_t { None, Stop, Start, Help };

struct ScheduleQuery {
  TimeRange range;
  std::string
      filter;  // "all", "emergency", "customer:<name>", "technician:<name>", joined with "+".
  std::string action;  // "read" or "sms_summary".
};

struct Understanding {
  Language language = Language::English;
  IntentReading intent;
  EmergencyReading emergency;
  Slots slots;
  OptOut opt_out = OptOut::None;
  std::optional<ScheduleQuery> schedule_query;
};

enum class Channel : std::uint8_t { Voice, Sms, Chat };

struct Context {
  Instant reference_time;  // "Now" for the words "today" and "in an hour".
  // An instant of the day that is being talked of: hours named without a day are hours of it.
  std::optional<Instant> day_in_talk = {};
  Zone zone = Zone::utc();
  Trade trade = Trade::General;
  Channel channel = Channel::Voice;
  Question asked = Question::None;
  std::string_view previous_prompt;  // The words of the question, where only they are known.
  std::span<const std::string> emergency_phrases;      // The tenant's own, always an emergency.
  std::span<const std::string> not_emergency_phrases;  // The tenant's own, never one.
};

// Never fails: words that mean nothing give an empty reading. Linear in the length of the text.
Understanding understand(std::string_view text, const Context& context);

std::string_view to_string(Language);
std::string_view to_string(Trade);
std::string_view to_string(Question);
std::string_view to_string(Intent);
std::string_view to_string(FaqTopic);
std::string_view to_string(EmergencyLevel);
std::string_view to_string(OptOut);
std::string_view to_string(Channel);
std::optional<Trade> parse_trade(std::string_view);
std::optional<Channel> parse_channel(std::string_view);

}  // namespace callwright::language
