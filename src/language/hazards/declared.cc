#include "language/hazards/tables.h"

namespace callwright::language::hazards {
namespace {

constexpr HazardPhrase rows[] = {
    {"declared", Danger::Urgent,
     "this|it|it's|its|this's|that's|is|esto|es|tengo|tenemos .. emergency|emergencia"},
    {"declared", Danger::Urgent,
     "have|got|having|there's|real|major|serious|huge|hay|gas|medical|plumbing|electrical|water "
     "an? emergency|emergencia"},
    {"declared", Danger::Urgent, "^ emergency|emergencia $"},
    {"declared", Danger::Urgent, "emergency|emergencia emergency|emergencia"},
    {"distress", Danger::Unclear, "please|need|can|could .. hurry"},
    {"distress", Danger::Unclear, "need|send|come|get|help ... immediately|inmediatamente|pronto"},
    {"distress", Danger::Unclear, "as fast|quick|quickly as you|possible|somebody|someone"},
    {"distress", Danger::Unclear, "come|here|get|somebody|someone right now|away"},
    {"distress", Danger::Unclear, "need|send|come|get|help ... this minute|second|instant"},
    {"distress", Danger::Unclear,
     "need|send|come|get|help .. someone|you|somebody|help|here|out? .. right now|away"},
    {"distress", Danger::Unclear, "^ help me? $"},
    {"security.lock", Danger::Unclear, "locked out"},
    {"security.lock", Danger::Unclear,
     "door|window .. won't|wont|doesn't|can't|not|broken|smashed|shattered .. "
     "lock|close|secure|glass"},
    {"aftermath", Danger::Unclear, "aftermath"},
    {"declared", Danger::Unclear, "emergency|emergencies|emergencia|emergencias"},
};

}  // namespace

std::span<const HazardPhrase> declared() {
  return rows;
}

}  // namespace callwright::language::hazards
