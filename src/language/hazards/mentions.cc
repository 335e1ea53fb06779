#include "language/hazards/tables.h"

namespace callwright::language::hazards {
namespace {

// A hazard's word with nothing said of what it does: worth a question, unless what stands around it
// takes it back.
constexpr HazardPhrase rows[] = {
    {"gas.mention", Danger::Unclear, "<gas>"},
    {"gas.mention", Danger::Unclear, "hiss*|whistl*"},
    {"odor.mention", Danger::Unclear, "<smell>"},
    {"fire.mention", Danger::Unclear, "melt|melts|melted|melting|scorch*|singe*|charred|smolder*"},
    {"fire.mention", Danger::Unclear, "crackl*|sizzl*"},
    {"electrical.mention", Danger::Unclear, "tingl*|jolt|jolts|jolted"},
    {"electrical.mention", Danger::Unclear,
     "line|lines|wire|wires|pole|poles is|are|came|went|all|still down"},
    {"water.mention", Danger::Unclear, "puddle|puddles|charco|charcos"},
    {"distress", Danger::Unclear,
     "scared|terrified|panicking|unsafe|dangerous|hazardous|peligro|peligroso|miedo|asustad*"},
    {"distress", Danger::Unclear,
     "que|porfavor|favor|necesito .. vengan|venga|manden ... "
     "rapido|pronto|urgente|ya|ahora|ahorita"},
    {"heater.mention", Danger::Unclear,
     "stove|burner|burners|oven|range|heater|furnace|boiler .. won't|wont|can't|cannot|doesn't .. "
     "turn|shut|shutoff|switch off?"},
    {"water.mention", Danger::Unclear,
     "gush*|spew*|spurt*|spraying|soaked|drenched|underwater|submerged|chorro|chorros|chorreando"},
    {"fire.mention", Danger::Unclear, "burning|burnt|burned|quemad*|quemando*"},
    {"electrical.mention", Danger::Unclear, "zap|zaps|zapping|voltage|arc"},
    {"building.mention", Danger::Unclear, "collaps*|caved|caving|sinkhole"},
    {"alarm", Danger::Unclear, "alarm|alarms|detector|detectors going $|and|again"},
    {"alarm", Danger::Unclear, "<alarm> .. <sounding>|beeping"},
    {"heater.mention", Danger::Unclear,
     "boiler|waterheater ... rumbl*|bang*|knocking|popping|shak*|noise|sound*|ruido"},
    {"heater.mention", Danger::Unclear,
     "rumbl*|bang*|knocking|popping|noise|sound*|ruido ... boiler|waterheater|calentador"},
    {"person.mention", Danger::Unclear,
     "911|ambulance|ambulancia|paramedics|firedepartment|hospital"},
    {"alarm", Danger::Unclear,
     "detector|detectors|monitor .. read*|show*|at|says .. "
     "#|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"},
    {"distress", Danger::Unclear, "evacuat*"},
    {"heat.mention", Danger::Unclear,
     "#|ten|twenty|thirty|forty|fifty|sixty degrees|grados in|inside|en"},
    {"heater.mention", Danger::Unclear, "furnace|heater ... bang*|boom*|rumbl*"},
    {"distress", Danger::Unclear,
     "how fast|quick|quickly can|could you|someone|somebody|anybody|they .. get|come|be|send"},
};

}  // namespace

std::span<const HazardPhrase> mentions() {
  return rows;
}

}  // namespace callwright::language::hazards
