#pragma once

#include <cstdint>
#include <string_view>

namespace callwright::sim {

// What a person takes to be asked of them, from what they heard or read.
enum class Asked : std::uint8_t {
  Nothing,
  HowToHelp,
  Emergency,  // Is it one? Yes or no.
  Problem,
  Name,
  Number,
  Address,
  AddressOnFile,
  Place,
  Time,
  WhichTime,
  Identity,
  WhichVisit,
  WhatToChange,
  Agree,  // Shall I? Is that right?
  Keys,   // The menu by keypad.
  More,   // Anything else?
  Message,
};

// The last question counts: what comes before it was said about something else.
Asked asked_in(std::string_view heard);

// Whether there is a choice: "A, B or C".
bool is_choice(std::string_view heard);

}  // namespace callwright::sim
