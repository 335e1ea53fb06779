#include <array>
#include <string>

#include "dialogue/domain/number_correction.h"
#include "dialogue/domain/signal.h"

namespace callwright::dialogue {
namespace {

using enum Signal;

// What each word of the wire means to the policy.
constexpr auto meanings = std::to_array<std::pair<std::string_view, Signal>>({
    {"yes", Yes},
    {"no", No},
    {"repeat", Repeat},
    {"person", WantsPerson},
    {"emergency", Emergency},
    {"book", WantsBooking},
    {"callback", WantsCallback},
    {"voicemail", WantsMessage},
    {"spanish", OtherLanguage},
    {"english", OtherLanguage},
    {"none_of_these", No},
});

constexpr std::string_view offer_prefix = "offer_";

bool is_yes_or_no(Stage stage) {
  switch (stage) {
    case Stage::EmergencyConfirm:
    case Stage::Degraded:
    case Stage::AddressOnFile:
    case Stage::BookingConfirm:
    case Stage::MoveConfirm:
    case Stage::CancelConfirm:
    case Stage::ValueConfirm:
    case Stage::AnythingElse:
      return true;
    default:
      return false;
  }
}

bool is_choice(Stage stage) {
  return stage == Stage::Offers || stage == Stage::VisitChoice;
}

bool takes_address(const Memory& memory) {
  return memory.stage == Stage::Address && memory.doubt == Value::Address &&
         memory.clarity == Clarity::Keypad;
}

// "1204*66101": the house number and the ZIP code; the street was heard.
bool take_address(Memory& memory, std::string_view keys) {
  const std::size_t star = keys.find('*');
  if (star == std::string_view::npos || memory.address.street.empty()) return false;
  const std::string zip(keys.substr(star + 1));
  const bool digits = zip.size() == 5 && zip.find_first_not_of("0123456789") == std::string::npos;
  const auto street =
      with_house_number(memory.address.street, {.right = std::string(keys.substr(0, star))});
  if (star == 0 || !digits || !street) return false;
  memory.address.street = *street;
  memory.address.zip = zip;
  memory.doubt_refused = false;
  return true;
}

Signal take_typed_phone(Memory& memory, std::string_view keys) {
  const auto number = PhoneNumber::parse(keys);
  if (!number) return Unclear;
  take_phone(memory, number);
  if (memory.doubt == Value::Phone) memory.doubt_refused = false;
  return Facts;
}

void add_choices(std::vector<KeyOption>& options, std::size_t count) {
  for (std::size_t i = 0; i < count && i < 7; ++i) {
    options.push_back(
        {static_cast<char>('1' + i), std::string(offer_prefix) + std::to_string(i + 1)});
  }
  options.push_back({static_cast<char>('1' + std::min<std::size_t>(count, 7)), "none_of_these"});
}

std::string meaning_of(const Memory& memory, char key) {
  for (const KeyOption& option : key_options(memory)) {
    if (option.key == key) return option.meaning;
  }
  return {};
}

Signal choose(Memory& memory, std::size_t index) {
  if (memory.stage == Stage::VisitChoice) {
    if (index >= memory.visits.size()) return Unclear;
    memory.visit = memory.visits[index];
  } else {
    if (index >= memory.offers.size()) return Unclear;
    memory.chosen = memory.offers[index];
  }
  return Chosen;
}

}  // namespace

bool takes_digits(const Memory& memory) {
  return memory.stage == Stage::Phone || memory.stage == Stage::EmergencyPhone ||
         takes_address(memory);
}

std::vector<KeyOption> key_options(const Memory& memory) {
  if (memory.stage == Stage::Done || memory.stage == Stage::Transferring ||
      memory.stage == Stage::Recording || memory.stage == Stage::Start || takes_digits(memory)) {
    return {};
  }
  std::vector<KeyOption> options;
  if (is_yes_or_no(memory.stage)) {
    options = {{'1', "yes"}, {'2', "no"}};
  } else if (is_choice(memory.stage)) {
    add_choices(options,
                memory.stage == Stage::Offers ? memory.offers.size() : memory.visits.size());
  } else if (memory.stage == Stage::Opening || memory.stage == Stage::KeypadMenu) {
    options = {{'1', "book"}, {'2', "emergency"}, {'3', "callback"}, {'4', "voicemail"}};
    const bool spanish = memory.language == language::Language::Spanish;
    options.push_back({'8', spanish ? "english" : "spanish"});
  } else {
    options = {{'3', "callback"}};
  }
  options.push_back({'9', "repeat"});
  options.push_back({'0', "person"});
  return options;
}

Signal signal_of_keys(Memory& memory, std::string_view keys) {
  while (keys.ends_with('#')) keys.remove_suffix(1);
  if (keys.empty()) return Silence;
  if (takes_address(memory)) return take_address(memory, keys) ? Facts : Unclear;
  if (takes_digits(memory)) return take_typed_phone(memory, keys);
  if (keys.size() != 1) return Unclear;

  const std::string meaning = meaning_of(memory, keys[0]);
  if (meaning.starts_with(offer_prefix)) {
    return choose(memory, static_cast<std::size_t>(meaning.back() - '1'));
  }
  for (const auto& [name, signal] : meanings) {
    if (name == meaning) return signal;
  }
  return Unclear;
}

}  // namespace callwright::dialogue
