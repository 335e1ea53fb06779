#pragma once

#include <string>
#include <utility>
#include <vector>

#include "dialogue/domain/policy.h"
#include "dialogue/domain/walk_needs.h"
#include "dialogue/domain/walk_state.h"
#include "language/understanding.h"

namespace callwright::dialogue {

// What a person may do at a turn, read the way the receptionist reads it.
struct WalkMove {
  enum class Kind : std::uint8_t { Words, Keys, Event };

  std::string name;  // As a path tells it: "asks for a visit".
  Kind kind = Kind::Words;
  language::Understanding heard{};
  bool sure = true;      // The recogniser was.
  bool at_once = false;  // Says more than one thing.
  std::string text{};
  std::string keys{};
  Signal event = Signal::Silence;
};

// Every kind of thing a person may say, write or press. Texts have no keys and no silence. `plain`:
// everybody is heard well and says one thing at a time, which makes a smaller walk.
std::vector<WalkMove> walk_moves(const WalkSamples& samples, bool is_text, bool plain);

// What the move amounts to; the memory takes over what was said. Nothing where it cannot be made.
std::optional<Signal> make_move(const WalkMove& move, Memory& memory,
                                const tenants::Tenant& tenant);

// What the world can do for this business.
struct WalkWorld {
  bool has_slots = true;   // Somebody works at some time, with the skills for some service.
  bool alerts_on = true;   // The owner wants to be alerted.
  bool alerts_off = true;  // The owner may want not to be.
};

// Every answer the action may be given, and the memory after it. `open`: which values are known is
// left open.
std::vector<WalkAnswer> walk_answers(Action action, const Memory& memory,
                                     const tenants::Tenant& tenant, const WalkWorld& world,
                                     const WalkSamples& samples, bool open);

}  // namespace callwright::dialogue
