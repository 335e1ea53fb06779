#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "dialogue/domain/facts.h"
#include "dialogue/domain/memory.h"
#include "dialogue/domain/outcome.h"
#include "dialogue/domain/prompts.h"
#include "dialogue/domain/signal.h"

// The receptionist's policy: which answer is allowed to what, when. One table, read from the top;
// the first row that fits decides. It prints docs/policy.md.
namespace callwright::dialogue {

// What is to be done. The first five end the turn; the others are carried out at once and answered
// by a signal, for which the table is asked again.
enum class Action : std::uint8_t {
  Listen,
  Transfer,
  Record,
  End,
  Ignore,  // Nothing is said or changed.

  CheckNeeds,
  RaiseAlert,
  UpdateAlert,
  TellOwner,  // What the caller of an alert says since.
  FindSlots,
  Book,
  FindVisits,
  CheckIdentity,
  MoveVisit,
  CancelVisit,
  AddCallback,
  KeepRecording,
  ChangeConsent,
};

bool ends_turn(Action action);

// What the row does to the memory before its action.
enum class Effect : std::uint8_t {
  None,
  CountRepair,  // The answer was none: ask again, a bounded number of times.
  UseKeypad,    // Words do not work: ask for keys from now on.
  DenyEmergency,
  AcceptAddress,  // The address on file is the one.
  RefuseAddressOnFile,
  AskClearer,   // A value was not understood: it is asked for again, more carefully.
  RefuseValue,  // The value that was read back is wrong.
  RefuseName,   // A part of the read-back is wrong, and is asked for again.
  RefusePhone,
  RefuseAddress,
  RefuseTime,
  CountRefusal,   // The read-back was refused, and nothing in it was wrong.
  TrustValue,     // The value that was read back is right.
  LeaveOutEmail,  // It cannot be understood, and the visit does not need it.
  ForgetPhone,    // The number that was given cannot be understood: the line's own, if any.
  ForgetTime,
  ForgetErrand,  // It is done: what comes next is for something else, at another time.
  RefuseOffers,
  ForgetOffers,
  CountIdentityTry,
  SwitchLanguage,
  TryTransfer,
};

// A condition with the name the printed table shows.
struct Guard {
  std::string_view name;
  bool (*holds)(const Memory&, const Facts&);
};

// Which stages a row speaks of, as a set.
class StageSet {
 public:
  static constexpr StageSet any() { return StageSet(~std::uint32_t{0}); }
  constexpr StageSet(std::initializer_list<Stage> stages) : bits_(0) {
    for (const Stage stage : stages) bits_ |= bit(stage);
  }
  constexpr bool contains(Stage stage) const { return (bits_ & bit(stage)) != 0; }
  constexpr bool is_any() const { return bits_ == ~std::uint32_t{0}; }

 private:
  constexpr explicit StageSet(std::uint32_t bits) : bits_(bits) {}
  static constexpr std::uint32_t bit(Stage stage) {
    return std::uint32_t{1} << static_cast<unsigned>(stage);
  }
  std::uint32_t bits_;
};

// Which signals a row answers, as a set.
class SignalSet {
 public:
  constexpr SignalSet(Signal signal) { add(signal); }  // NOLINT: a set of one reads as it.
  constexpr SignalSet(std::initializer_list<Signal> signals) {
    for (const Signal signal : signals) add(signal);
  }
  constexpr bool contains(Signal signal) const { return (word_of(signal) & bit(signal)) != 0; }
  friend constexpr bool operator==(const SignalSet&, const SignalSet&) = default;

 private:
  static constexpr std::size_t word_bits = 64;
  static constexpr std::uint64_t bit(Signal signal) {
    return std::uint64_t{1} << (static_cast<std::size_t>(signal) % word_bits);
  }
  constexpr std::uint64_t word_of(Signal signal) const {
    return words_[static_cast<std::size_t>(signal) / word_bits];
  }
  constexpr void add(Signal signal) {
    words_[static_cast<std::size_t>(signal) / word_bits] |= bit(signal);
  }
  std::array<std::uint64_t, (signal_count + word_bits - 1) / word_bits> words_{};
};

struct Row {
  std::string_view name;  // "booking.offer": what traces and the printed table call it.
  StageSet from;
  SignalSet on;
  const Guard* when;
  Action act;
  std::array<Prompt, 3> say{};  // In order; Prompt::None for nothing.
  std::optional<Stage> to{};    // Absent: the stage stays.
  Effect effect = Effect::None;
  std::optional<Goal> goal{};  // Absent: the goal stays.
  std::optional<Outcome> outcome{};
};

std::span<const Row> policy();

// A conversation that goes on for longer gets nowhere by rule: a person takes it up.
inline constexpr int turns_max = 80;

// The row that decides. Every stage and signal has one.
const Row& decide(const Memory& memory, Signal signal, const Facts& facts);
// The same by another table: for proving that a table which lacks a row is found out.
const Row& decide(std::span<const Row> rows, const Memory& memory, Signal signal,
                  const Facts& facts);

// Carries out what a row does to the memory: stage, goal, outcome, effect and the count of repairs.
void apply(Memory& memory, const Row& row);

// Why a row asks for a callback: what the queue shows.
std::string_view callback_reason(const Row& row);

// The table as docs/policy.md shows it.
std::string policy_markdown();

std::string_view to_string(Action action);
std::string_view to_string(Effect effect);

}  // namespace callwright::dialogue
