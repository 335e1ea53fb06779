#include "language/hazards/tables.h"

namespace callwright::language::hazards {
namespace {

constexpr CuePhrase rows[] = {
    {Cue::Resolved,
     "was|were|been|got|already|is|are|they|he|we|she|plumber|landlord|guy|company|technician|"
     "husband|electrician|it|ya|lo|fue .. "
     "fixed|repaired|resolved|handled|arreglado|arreglada|arreglaron|reparado|reparada|resuelto|"
     "solucionado|repararon"},
    {Cue::Resolved,
     "it's|its|that's|everything's all|been|already|now? fixed|repaired|handled|resolved"},
    {Cue::Resolved, "was|were|been|already|they|he|we|she|plumber|landlord|got|ya .. replaced"},
    {Cue::Resolved,
     "fixed|repaired|patched|resolved|arreglo|arreglaron|reparo|repararon .. "
     "it|the|that|la|"
     "el|leak|pipe|already|ya|$"},
    {Cue::Resolved,
     "had|got the|our|my|it|that|them|everything .. replaced|repaired|fixed|cleaned|redone"},
    {Cue::Resolved,
     "was|were|just|only|because .. "
     "cooking|frying|toast|toaster|popcorn|incense|candle|candles|dinner|barbecue"},
    {Cue::Resolved, "just|only .. steam|dust|nothing"},
    {Cue::Resolved,
     "era|fue|solo de|por|la|el|solo? .. comida|cocina|cigarro|parrilla|polvo|ducha"},
    {Cue::Resolved, "was only"},
    {Cue::Resolved, "said|says|confirmed|checked .. safe|fine|okay|clear|nothing|false"},
    {Cue::Resolved, "taken|took care of"},
    {Cue::Resolved, "already|have|has|had|was|got dealt with"},
    {Cue::Resolved,
     "was|were|been|got|they|he|we|she|already sealed|sorted|mended|corrected|cleared|patched|"
     "rectified|sellado|sellaron|sellada"},
    {Cue::Resolved, "false alarm|alert"},
    {Cue::Resolved, "falsa alarma"},
    {Cue::Resolved,
     "all|everything|everyone|all's|todo .. good|fine|ok|okay|safe|clear|clean|dry|bien"},
    {Cue::Resolved, "used to"},
    {Cue::Resolved, "solia|solian"},
    {Cue::Resolved, "no longer"},
    {Cue::Resolved, "not|isn't|doesn't|ain't|no|aren't ... anymore"},
    {Cue::Resolved, "ya no esta|sale|huele|gotea|suena|chispea|$"},
    {Cue::Resolved, "turned|turns out .. just|only|was|nothing"},
    {Cue::Resolved, "put|putting .. out"},
    {Cue::Resolved, "cleaned|dried|mopped up|out"},
    {Cue::Resolved, "dry now|again|since"},
    {Cue::Resolved, "fire|fires|flames|incendio .. is|was|has|been .. out|extinguished|apagado"},

    {Cue::Contained, "stopped|paro|ceso|detuvo"},
    {Cue::Contained, "went|gone|go|going away"},
    {Cue::Contained, "is|are|it's|has|already|now gone|over|contained|stopped|quiet"},
    {Cue::Contained, "shut|turned|switched|closed|cut .. off"},
    {Cue::Contained, "i|we|he|she|they|husband|already|just|was|is|been shutoff"},
    {Cue::Contained,
     "i|we|he|she|they|husband|wife|son just|already|have|did? "
     "shut|closed|turned|cut .. valve|main|supply|water"},
    {Cue::Contained, "under control"},
    {Cue::Contained, "cerre|cerramos|apague|apagamos ... agua|llave|valvula|gas|luz|breaker"},
    {Cue::Contained, "subsided|receded|dissipated|cleared|isolated|capped"},
    {Cue::Resolved, "turned|turns out .. was|be|it's|from ... <harmless>"},
    {Cue::Resolved, "resulto ser|que ... <harmless>"},
    {Cue::Resolved, "arreglo|arreglaron|reparo|repararon un|una|los|las|mi|nuestro|nuestra"},
    {Cue::Resolved, "han|habian|habia|hemos arreglado|reparado"},
    {Cue::Resolved,
     "plumber|electrician|technician|tech|contractor|plomero|electricista .. "
     "stopped|capped|plugged|killed|paro .. leak|leaks|it|water|fuga"},
    {Cue::Resolved,
     "happened|leaked|did once|twice ... hasn't|haven't|didn't|never "
     "come|happened|leaked|done|returned it? back|again|since"},
    {Cue::Resolved,
     "leak|smell|noise|odor|drip|alarm|sparking .. hasn't|haven't|didn't|never "
     "come|happened|returned back|again|since"},
    {Cue::Resolved, "got|aired|get ... smell|odor|smoke out|gone"},
    {Cue::Resolved, "fixed|resolved|corrected|arreglo itself|themselves|solo|sola"},
    {Cue::Resolved, "stopped|quit|went|away|fixed|cleared .. on its|their own"},
    {Cue::Resolved, "ya paso|termino|acabo|resolvio .. emergencia|peligro|susto|todo|$"},
    {Cue::Resolved, "plugged it|the|that .. leak|hole|pipe|crack"},
    {Cue::Resolved, "never|nothing|none|not since|again"},
};

}  // namespace

std::span<const CuePhrase> endings() {
  return rows;
}

}  // namespace callwright::language::hazards
