#include "language/hazards/tables.h"

namespace callwright::language::hazards {
namespace {

constexpr HazardPhrase rows[] = {
    // Gas.
    {"gas.smell", Danger::Critical, "<smell> ... <gas>"},
    {"gas.smell", Danger::Critical, "<gas> .. <smell>"},
    {"gas.eggs", Danger::Critical, "rotten|rotting|rotted|bad|podridos|podrido egg*|huevo*"},
    {"gas.eggs", Danger::Critical, "huevo* podrido*"},
    {"gas.eggs", Danger::Critical, "<smell> ... sulfur|sulphur|sulfuric|eggs|azufre"},
    {"gas.eggs", Danger::Critical, "sulfur|sulphur|egg|eggy .. <smell>"},
    {"gas.leak", Danger::Critical, "<gas> leak*|escaping|hissing|everywhere|blowing|spewing"},
    {"gas.leak", Danger::Critical, "<gas> is|was|keeps|are .. leak*|escap*|hiss*|coming|blow*"},
    {"gas.leak", Danger::Critical,
     "leak*|leaky|escape|escaping of|in|from|on|with? the|my|our|a? <gas>"},
    {"gas.leak", Danger::Critical, "leaking|leaks|spewing <gas>"},
    {"gas.leak", Danger::Critical,
     "gasline .. "
     "leak*|hiss*|broke*|burst*|ruptur*|hit|damag*|cut|crack*|open|punctur*|sever*|nick*"},
    {"gas.leak", Danger::Critical,
     "hit|struck|cut|broke|punctured|severed|nicked|ruptured|damaged|busted|leak*|broken|hiss* ... "
     "gasline"},
    {"gas.smell", Danger::Critical, "gasline ... <smell>|whooshing|whistling|roaring"},
    {"gas.smell", Danger::Critical, "<smell> ... gasline"},
    {"gas.leak", Danger::Critical, "hiss* ... <gas>"},
    {"gas.leak", Danger::Critical, "fuga|fugas|escape|escapando|fugando ... <gas>"},
    {"gas.leak", Danger::Critical, "saliendo|sale|salio|escapando|tirando .. gas"},
    {"gas.leak", Danger::Critical, "filling|filled|full with|of gas|propane|fumes"},
    {"gas.leak", Danger::Critical, "gas .. fuga|fugas|escapa|escapando|tirando|saliendo"},
    {"gas.alarm", Danger::Critical,
     "gasalarm .. won't|wont|keeps|doesn't|not stop|stopping|quit|on"},
    {"gas.alarm", Danger::Critical, "gasalarm ... going|goes|went|go off"},
    {"gas.alarm", Danger::Critical, "gasalarm ... <sounding>|beeping|beep|beeps"},
    {"gas.alarm", Danger::Critical, "gasalarm .. going|goes|went|gone|being <wild>"},
    {"gas.smell", Danger::Critical, "<smell> .. getting|gets|got|grows stronger|worse|bad"},
    {"gas.smell", Danger::Critical, "sure|know if|whether it|it's|its|is|that's|this .. gas"},
    {"gas.smell", Danger::Critical, "<smell> like it $"},
    {"gas.leak", Danger::Critical,
     "<gas> coming|pouring|seeping|streaming|saliendo|rushing|venting .. out|in|from|up|$"},
    {"gas.leak", Danger::Critical, "<gas> in|inside the|my|our house|home|air|basement|kitchen"},
    {"gas.leak", Danger::Critical,
     "<gas> .. won't|wont|doesn't|can't|cannot|not .. turn|shut|shutoff|close|off|stop"},
    {"gas.leak", Danger::Critical, "red tagged|tag"},
    {"odor", Danger::Unclear, "house|place|room|it|kitchen|basement .. reeks|reek|stinks"},
    {"gas.leak", Danger::Critical, "full|reeks of .. <gas>|fumes"},
    {"gas.leak", Danger::Critical, "drove|ran|crashed|backed|hit|smashed ... gasline"},
    // Carbon monoxide.
    {"co.alarm", Danger::Critical, "coalarm ... going|goes|went|go|set|gone off"},
    {"co.alarm", Danger::Critical, "coalarm ... <sounding>"},
    {"co.alarm", Danger::Critical, "coalarm .. going|goes|went|gone|being <wild>"},
    {"co.alarm", Danger::Critical, "<sounding> coalarm"},
    {"co.beep", Danger::Critical,
     "coalarm .. is|keeps|started|kept|won't|wont|been .. beep*|on|stop"},
    {"co.alarm", Danger::Critical,
     "coalarm|co|monoxide ... read*|showing|shows|says|at|level* .. "
     "#|high|hundred|fifty|sixty|seventy|eighty|ninety|forty|thirty"},
    {"co.alarm", Danger::Critical, "parts|partes per|por million|millon"},
    {"co.alarm", Danger::Critical,
     "monoxide|monoxido|co ... <sounding>|beeping|going .. off|at|us|$"},
    {"co.alarm", Danger::Critical, "coalarm .. keeps|won't|kept|started .. <sounding>|quit|stop"},
    {"co.symptoms", Danger::Critical,
     "monoxide|fumes|exhaust ... "
     "sick|dizzy|headache|headaches|nauseous|ill|faint|mareado|mareados"},
    {"co.alarm", Danger::Critical, "coalarm ... no deja|para"},
    {"gas.leak", Danger::Critical, "gasburner .. is|was|keeps|started? leak*|hiss*"},
    {"gas.leak", Danger::Critical, "leak*|hiss* from|in|at|by|on|under the|my|our|a? gasburner"},
    {"gas.leak", Danger::Unclear, "^ gas gas? $"},
    {"gas.alarm", Danger::Critical, "gasalarm ... no deja|para"},
    {"fire.alarm", Danger::Critical, "smokealarm ... no deja|para"},
    {"co.alarm", Danger::Critical, "coalarm ... four|4|cuatro|loud|loudly"},
    {"co.alarm", Danger::Critical, "# ppm"},
    {"co.alarm", Danger::Critical, "high|elevated|dangerous .. co|monoxide"},
    {"co.leak", Danger::Critical, "monoxide|co .. leak*|poison*|fuga|exposure|intoxica*"},
    {"co.leak", Danger::Critical, "poisoned|poisoning ... monoxide|co"},
    {"co.leak", Danger::Critical, "^ carbon? monoxide $"},
    {"co.leak", Danger::Critical, "monoxide|monoxido .. in|inside|en"},
    {"co.leak", Danger::Unclear, "monoxide|monoxido"},
    {"co.symptoms", Danger::Critical,
     "dizzy|dizziness|headache|headaches|nauseous|nausea|lightheaded|faint|sick|woozy|mareado|"
     "mareados|mareo ... furnace|heater|boiler|fumes|exhaust|detector|generator|calentador"},
    {"co.symptoms", Danger::Critical,
     "furnace|heater|boiler|heat|exhaust|fumes|generator ... "
     "dizzy|dizziness|headache|headaches|nauseous|nausea|lightheaded|woozy"},
    {"co.symptoms", Danger::Critical,
     "everyone|everybody|all|family|we|kids|both ... "
     "dizzy|lightheaded|headache|headaches|nauseous"},
    // Fire and smoke.
    {"fire.fire", Danger::Critical,
     "fire|fires|fuego|incendio|incendiando|incendia|flames|flame|ablaze|smolder*|embers|inferno|"
     "blaze|lumbre"},
    // "Llama" alone is also "he calls": flames are there, seen, or come from somewhere.
    {"fire.fire", Danger::Critical,
     "en|hay|las|unas|una|muchas|grandes|con|veo|vimos|sale|salen|salian|saliendo|salieron|echa|"
     "echando|tirando|sacando|lanzando|prendio llama|llamas"},
    {"fire.fire", Danger::Critical, "llama|llamas .. sale|salen|saliendo|grande|grandes|altas"},
    {"fire.smoke", Danger::Critical, "smoke|humo|smokey|smoky|humeando|humea"},
    {"fire.smoke", Danger::Critical, "<appliance>|<fitting> .. smoking|smokes|smoked"},
    {"fire.smoke", Danger::Critical, "it's|its|is|started|starts|starting|are|been .. smoking"},
    {"fire.smoke", Danger::Critical, "smoking .. <appliance>|<fitting>"},
    {"fire.burning", Danger::Critical,
     "<smell> ... "
     "burn*|burnt|smoke|smoky|melting|melted|melt|plastic|electrical|quemad*|quem*|scorch*|char*|"
     "humo"},
    {"fire.burning", Danger::Critical,
     "burn*|burnt|smoky|smokey|melting|melted|electrical|electric|acrid|plastic|metallic .. "
     "<smell>"},
    {"fire.burning", Danger::Critical,
     "is|are|it's|was|started|something .. burning|scorching|charring"},
    {"fire.burning", Danger::Critical,
     "burning|burnt|melting|melted .. plastic|rubber|wire|wires|wiring|wood"},
    {"fire.burning", Danger::Critical, "se esta|estan|esta? quemando"},
    {"fire.burning", Danger::Critical, "quemando|quemandose"},
    {"fire.smoke", Danger::Critical, "see|seeing|there's|is|lots .. haze|hazy"},
    {"fire.burning", Danger::Critical,
     "<smell> .. hot|burnt|electrical|electricity|smolder* .. <fitting>|plastic|rubber|metal"},
    {"fire.burning", Danger::Critical, "huele|olor a|de quemado|humo|plastico"},
    {"odor", Danger::Unclear,
     "<smell> ... weird|funny|strange|odd|chemical|hot|off ... <appliance>|<fitting>"},
    {"odor", Danger::Unclear,
     "weird|funny|strange|odd|chemical .. <smell> ... <appliance>|<fitting>"},
    {"fire.explosion", Danger::Critical, "explod*|explosion*|exploto|estallo|estallado|kaboom"},
    {"fire.explosion", Danger::Critical, "blew|blown|blow|blowing up"},
    {"fire.alarm", Danger::Critical, "smokealarm ... going|goes|went|go|set|sets|gone off"},
    {"fire.alarm", Danger::Critical, "smokealarm ... <sounding>"},
    {"fire.alarm", Danger::Critical, "smokealarm .. going|goes|went|gone|being <wild>"},
    {"fire.alarm", Danger::Critical, "<sounding> smokealarm"},
    {"fire.alarm", Danger::Critical,
     "smokealarm .. won't|wont|doesn't|not|keeps|can't|never .. stop|stopping|sounding|quit"},
    {"fire.alarm", Danger::Unclear, "smokealarm ... beep*|pita|pitando"},
    {"alarm", Danger::Unclear, "alarm|alarms ... going off"},
};

}  // namespace

std::span<const HazardPhrase> gas_and_fire() {
  return rows;
}

}  // namespace callwright::language::hazards
