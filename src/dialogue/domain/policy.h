#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "dialogue/domain/memory.h"
#include "dialogue/domain/outcome.h"
#include "dialogue/domain/prompts.h"
#include "dialogue/domain/signal.h"
#include "tenants/domain/tenant.h"

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
  RefuseAddress,
  ForgetAddress,
  ForgetName,
  ForgetTime,
  ForgetOffers,
  SwitchLanguage,
  TryTransfer,
};

// Facts of the business and the person that guards may ask about.
struct Facts {
  bool open = true;            // Within business hours now.
  bool automation = true;      // False: plan or lockdown leave voicemail and the emergency path.
  bool may_book = true;        // Bookings are taken, now.
  bool takes_messages = true;  // The channel can record.
  bool prefers_voicemail = false;  // The business wants recordings rather than callbacks.
  bool can_transfer = false;       // A person may be rung for the caller, now.
  bool faq_known = false;          // There is an answer to the question that was asked.
  bool is_text = false;            // A text or chat thread.
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

struct Row {
  std::string_view name;  // "booking.offer": what traces and the printed table call it.
  StageSet from;
  Signal on;
  const Guard* when;
  Action act;
  std::array<Prompt, 3> say{};  // In order; Prompt::None for nothing.
  std::optional<Stage> to{};    // Absent: the stage stays.
  Effect effect = Effect::None;
  std::optional<Goal> goal{};  // Absent: the goal stays.
  std::optional<Outcome> outcome{};
};

std::span<const Row> policy();

// The row that decides. Every stage and signal has one.
const Row& decide(const Memory& memory, Signal signal, const Facts& facts);

// Carries out what a row does to the memory: stage, goal, outcome, effect and the count of repairs.
void apply(Memory& memory, const Row& row);

// Why a row asks for a callback: what the queue shows.
std::string_view callback_reason(const Row& row);

// The table as docs/policy.md shows it.
std::string policy_markdown();

std::string_view to_string(Action action);
std::string_view to_string(Effect effect);

}  // namespace callwright::dialogue
