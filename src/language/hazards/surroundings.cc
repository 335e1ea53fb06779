#include "language/hazards/tables.h"

namespace callwright::language::hazards {
namespace {

constexpr CuePhrase rows[] = {
    {Cue::Minor,
     "small|slow|slowly|minor|little|tiny|slight|slightly|occasional|occasionally|drop|drops|"
     "intermittent|bit|lento|poco|pequena|pequeno|poquito"},
    {Cue::Minor,
     "faucet|faucets|tap|taps|showerhead|spigot|dishwasher|washer|disposal|refrigerator|fridge|"
     "icemaker|ac|condensate|hose|bib|bibb|toilet|toilets|sink|shower|unit|head|grifo|llave|"
     "inodoro|lavabo|fregadero|regadera|handle|trap|gasket|flapper|sprinkler"},
    {Cue::Battery, "battery|batteries|pila|pilas|bateria|baterias|chirp*"},
    {Cue::Battery, "every|once .. minute|minutes|seconds|hour"},
    {Cue::Drain,
     "drain|drains|sink|toilet|shower|disposal|water|faucet|tub|sewer|waterheater|garbage|fridge|"
     "agua|desague|drenaje"},
    {Cue::NoRush, "no|not .. rush|hurry|urgent|urgente|prisa|worry"},
    {Cue::NoRush, "not|isn't|isnt|wasn't|no|non .. emergency|emergencia"},
    {Cue::NoRush, "norush"},
    {Cue::NoRush, "whenever .. can|convenient|chance|available|get"},
    {Cue::NoRush, "when .. chance|convenient"},
    {Cue::NoRush, "routine|eventually|sometime"},

    {Cue::Vulnerable,
     "baby|babies|infant|infants|newborn|newborns|toddler|toddlers|child|children|kid|kids|twins|"
     "elderly|senior|seniors|pregnant|disabled|wheelchair|handicapped|oxygen|dialysis|cpap|"
     "ventilator|asthma|asthmatic|cancer|bedridden|hospice|medical|chemo|insulin|bebe|bebes|nino|"
     "ninos|nina|ninas|anciano|anciana|ancianos|embarazada|recien|discapacitado|oxigeno|abuelo|"
     "abuela|abuelita|abuelos|grandma|grandmother|grandpa|grandfather|grandparents|grandson|"
     "granddaughter|grandkids|preemie|immunocompromised|sick|ill|enfermo|enferma|frail|alzheimer*|"
     "dementia|nursing|daycare"},
    {Cue::Vulnerable, "# year|years|month|months|week|weeks|anos|meses old|baby|of"},
    {Cue::Vulnerable,
     "year|month|week|day old "
     "baby|son|daughter|infant|kid|child|mother|father|mom|dad|man|woman|twins"},
    {Cue::Vulnerable,
     "old|older|aging "
     "mother|father|mom|dad|man|woman|lady|couple|parents|parent|person|people|adult|adults"},
    {Cue::Vulnerable, "life support"},
    {Cue::Vulnerable, "persona|personas|gente|senor|senora mayor|mayores|edad"},

    {Cue::DangerousWeather,
     "freezing|frigid|subzero|blizzard|icy|snowing|snowstorm|helando|congelando|nevando|heatwave|"
     "sweltering|frostbite|hypothermia|heatstroke|polar|minus"},
    {Cue::DangerousWeather, "below zero|freezing|cero"},
    {Cue::DangerousWeather, "ice|snow|winter storm"},
    {Cue::DangerousWeather, "heat wave|stroke|index|advisory|warning|exhaustion"},
    {Cue::DangerousWeather, "cold|arctic snap|wave|front|blast"},
    {Cue::DangerousWeather, "ola de calor|frio"},
    {Cue::DangerousWeather, "triple digit|digits"},
    {Cue::DangerousWeather, "hundred .. degrees|out|outside|inside|in"},
    {Cue::DangerousWeather, "extremely|extreme|dangerously|deadly|unbearably cold|hot|heat"},
    {Cue::DangerousWeather, "can|could see .. breath"},
    {Cue::DangerousWeather,
     "zero|negative|single|teens|twenty|twenties|thirty|thirties|forty|forties|ninety|nineties .. "
     "degrees|digits|grados"},
    {Cue::Vulnerable,
     "breathing|oxygen|medical|sleep|dialysis|feeding "
     "machine|machines|equipment|concentrator|tank|pump"},
    {Cue::Vulnerable, "nebulizer|concentrator|pacemaker|concentrador|nebulizador"},
    {Cue::DangerousWeather,
     "five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
     "eighteen|nineteen|cinco|seis|siete|ocho|nueve|diez|cero degrees|grados"},
    {Cue::DangerousWeather,
     "one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|# below|bajo "
     "$|cero|out|outside|and|zero"},
    {Cue::Vulnerable,
     "mother|mother's|mom|mom's|father|father's|dad|dad's|aunt|uncle|she's|he's|husband|wife|mama|"
     "papa .. seventy|eighty|ninety|setenta|ochenta|noventa"},
    {Cue::DangerousWeather,
     "zero|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
     "eighteen|nineteen|twenty|thirty|# outside"},
    {Cue::Vulnerable,
     "copd|emphysema|diabetic|diabetes|paraplegic|quadriplegic|bedbound|premature|transplant|"
     "caregiver|nebulizers|diabetico|diabetica|asma|viejito|viejita|ancianita|bebita|bebecito|"
     "abuelito|abuelitos|abuelitas|prematuro|discapacidad|minusvalido|embarazo"},
    {Cue::Vulnerable,
     "heart|lung|breathing|medical condition|trouble|problem|problems|disease|patient"},
    {Cue::Vulnerable, "bad|weak|failing heart|lungs|lung"},
    {Cue::Vulnerable, "special needs"},
    {Cue::Vulnerable, "had|having|after|from|post a|her|his|my? surgery|stroke|operation"},
    {Cue::Vulnerable, "stroke victim|patient|survivor"},
    {Cue::Vulnerable, "tercera edad"},
    {Cue::Vulnerable, "silla de ruedas"},
    {Cue::Vulnerable,
     "he's|she's|i'm|mom's|dad's|mother's|father's almost|about|over|like? 7*|8*|9*"},
    {Cue::Vulnerable,
     "he|she|mom|dad|mother|father|neighbor|tenant|aunt|uncle is almost|about|over|like? "
     "7*|8*|9*|seventy|eighty|ninety"},
    {Cue::DangerousWeather, "it's|its|about|over|like|almost|hits|hit|is a|one? hundred"},
    {Cue::DangerousWeather, "hundred and #|one|two|three|four|five|six|seven|eight|nine|ten"},
    {Cue::DangerousWeather,
     "thermostat|temperature|temp|termostato|temperatura|inside .. "
     "says|reads|shows|is|at|to|down|marca|dice .. "
     "1*|2*|3*|4*|5*|9*|twenty|thirty|forty|fifty|ninety"},
    {Cue::DangerousWeather,
     "teens|twenty|thirty|forty|fifty|ninety .. in|inside here|the|my|our|$"},
    {Cue::DangerousWeather, "pipes .. freeze|freezing|froze"},
    {Cue::Burner,
     "furnace|heater|waterheater|boiler|heat|heating|stove|oven|generator|chimney|flue|fireplace|"
     "exhaust|fumes|coalarm|gasalarm|detector|carbon|monoxide|gas|gasline|gasburner|calentador|"
     "calefaccion|estufa|caldera|chimenea"},
    {Cue::Gas, "<gas>|gasline|gasburner|gasalarm"},
    {Cue::Vulnerable, "month|months|week|weeks|day|days old"},
};

}  // namespace

std::span<const CuePhrase> surroundings() {
  return rows;
}

}  // namespace callwright::language::hazards
