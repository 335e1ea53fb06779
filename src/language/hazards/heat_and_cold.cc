#include "language/hazards/tables.h"

namespace callwright::language::hazards {
namespace {

constexpr HazardPhrase rows[] = {
    {"heat.out", Danger::Unclear, "no tenemos|tengo|hay|tienen|tiene calefaccion|calenton"},
    {"power.out", Danger::Unclear, "no tenemos|tengo|hay|tienen|tiene luz|electricidad|corriente"},
    {"water.none", Danger::Unclear, "no tenemos|tengo|hay|tienen|sale|llega agua"},
    {"cooling.hot", Danger::Unclear,
     "<cooling> ... <dead> ... hot|heat|sweating|roasting|boiling|burning|melting"},
    {"cooling.hot", Danger::Unclear, "aire|clima|ac ... calor"},
    {"cooling.out", Danger::IfExposed, "no tenemos|tengo|hay|tienen|tiene aire|clima"},
    {"heat.out", Danger::Unclear,
     "no|without|lost|lack|losing|sin of? heat|heating|heater|calefaccion|furnace"},
    {"heat.out", Danger::Unclear,
     "don't|doesn't|haven't|hasn't|not have|had|has|got|getting|any .. heat|heating"},
    {"heat.out", Danger::Unclear, "<heating> ... <dead>"},
    {"heat.out", Danger::Unclear, "<heating> ... <not> .. <works>"},
    {"heat.out", Danger::Unclear, "no sirve|funciona|prende|enciende|jala .. <heating>"},
    {"heat.out", Danger::Unclear,
     "furnace|heater|boiler|heat .. blowing|blows|putting|pushing .. cold|cool"},
    {"heat.cold", Danger::Unclear,
     "house|home|inside|apartment|here|it's|place|baby|we're|casa .. "
     "freezing|frigid|helando|congelando"},
    {"cooling.out", Danger::IfExposed, "<cooling> ... <dead>"},
    {"cooling.out", Danger::IfExposed, "<cooling> ... <not> .. <works>"},
    {"cooling.out", Danger::IfExposed,
     "no|without|lost|sin air|ac|cooling|aire|clima conditioning|acondicionado?"},
    {"cooling.out", Danger::IfExposed, "no sirve|funciona|prende|enciende|jala .. <cooling>"},
    {"cooling.out", Danger::IfExposed, "<cooling> .. blowing|blows .. hot|warm|caliente"},
    {"cooling.hot", Danger::Unclear,
     "<cooling> ... <not> ... hot|heat|sweating|roasting|boiling|burning|melting|calor"},
    {"heat.out", Danger::Unclear,
     "se|nos fue|apago|murio|descompuso|quedamos la|el|sin? calefaccion|calenton|caldera"},
    {"cooling.out", Danger::IfExposed, "se|nos fue|apago|murio|descompuso el? aire|clima"},
};

}  // namespace

std::span<const HazardPhrase> heat_and_cold() {
  return rows;
}

}  // namespace callwright::language::hazards
