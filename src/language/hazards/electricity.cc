#include "language/hazards/tables.h"

namespace callwright::language::hazards {
namespace {

constexpr HazardPhrase rows[] = {
    {"water.electrical", Danger::Critical,
     "water|agua|leak*|drip*|flood*|wet|soaked|mojad*|rain ... <fitting>|fusebox|electrical"},
    {"water.electrical", Danger::Critical,
     "<fitting>|fusebox ... wet|water|underwater|soaked|flooded|submerged|leak*|drip*|agua|mojad*"},
    {"electrical.sparks", Danger::Critical,
     "spark|sparks|sparking|sparked|sparky|chispa|chispas|chispazo*|chisporrote*|chispeando|"
     "chispea"},
    {"electrical.arcing", Danger::Critical, "arcing|arced|arcs|arcflash|corto circuito?"},
    {"electrical.arcing", Danger::Critical,
     "short|shorted|shorting circuit|circuited|circuiting|out"},
    {"electrical.shock", Danger::Critical,
     "electrocut*|zapped|zapping|shocked|shocking|toques|calambrazo|electrocuto"},
    {"electrical.shock", Danger::Critical,
     "shocks|shock|zaps ... touch*|me|us|him|her|him|people|someone|anyone"},
    {"electrical.shock", Danger::Critical,
     "got|get|gets|getting|had|gives|gave|giving|felt|feel|received|electric|electrical .. "
     "shock|shocks|zap|jolt|tingle|tingling"},
    {"electrical.shock", Danger::Critical,
     "dio|da|dan|dando|recibio|recibi|sintio .. toque|toques|corriente|descarga|calambre|choque"},
    {"electrical.arcing", Danger::Critical,
     "<fitting> ... pop|popped|bang|boom|flash|flashed|exploding|crackling"},
    {"electrical.arcing", Danger::Critical,
     "big|bright|blue|loud|huge flash|bang|boom|pop ... <fitting>|light|smoke|burn*|dark|power"},
    {"electrical.shock", Danger::Critical, "descarga* electrica*?"},
    {"electrical.burning", Danger::Critical,
     "<fitting> ... "
     "melt*|scorch*|burn|burns|burned|burning|burnt|char*|glow*|black|blackened|quem*|derret*|"
     "caught"},
    {"electrical.burning", Danger::Critical,
     "melt*|scorch*|burned|burnt|charred|glowing|blackened ... <fitting>"},
    {"electrical.hot", Danger::Urgent,
     "<fitting>|fusebox .. is|feels|are|gets|getting|really|very|so|super|esta|extremely .. "
     "hot|warm|caliente"},
    {"electrical.hot", Danger::Urgent,
     "hot|warm|overheat*|overheating "
     "outlet|plug|socket|switch|breaker|panel|wire|wires|wiring|fusebox"},
    {"electrical.hot", Danger::Urgent, "<fitting> ... overheat*"},
    {"electrical.hot", Danger::Unclear, "<fitting> ... it's|its|is|feels hot|warm"},
    {"electrical.hot", Danger::Urgent, "hot|warm to the? touch"},
    {"electrical.noise", Danger::Urgent,
     "buzz*|humm*|crackl*|sizzl*|popping|zumb* ... <fitting>|fusebox|wall"},
    {"electrical.noise", Danger::Urgent,
     "<fitting>|fusebox|wall ... buzz*|crackl*|sizzl*|popping|zumb*|fizz*"},
    {"electrical.hum", Danger::Unclear, "<fitting> ... humm*|hums|hum|ticking|clicking"},
    {"electrical.wires", Danger::Urgent,
     "exposed|bare|live|downed|hanging|dangling|frayed|loose|fallen|pelado*|expuesto*|caido* .. "
     "electrical? wire|wires|wiring|line|lines|cable|cables|conductor*|powerline|powerlines"},
    {"electrical.wires", Danger::Urgent,
     "wire|wires|wiring|powerline|powerlines|cable|cables .. "
     "down|hanging|exposed|fell|bare|live|fallen|pelado*|expuesto*|caido*|sticking"},
    {"electrical.wires", Danger::Critical,
     "powerline|powerlines .. down|fell|fallen|touching|across|on"},
    {"electrical.wires", Danger::Urgent,
     "knocked|ripped|pulled|took|tore|hit|fell|brought|landed ... powerline|powerlines"},
    {"electrical.wires", Danger::Urgent,
     "cayo|cayeron|caido|tumbo|tiro .. cable|cables|poste|linea|transformador"},
    {"electrical.wires", Danger::Urgent,
     "transformer|transformador .. blew|exploded|blown|popped|smoking|exploto"},
    {"electrical.flicker", Danger::Urgent,
     "whole|entire|all|every|everything|throughout|house|toda|todas ... "
     "flicker*|dimming|surging|parpade*"},
    {"electrical.flicker", Danger::Urgent,
     "flicker*|dimming|surging|parpade* ... whole|entire|all|every|throughout|house|toda|buzz*"},
    {"electrical.flicker", Danger::Unclear,
     "lights|luces .. flicker*|parpade*|dimming|surging|pulsing"},
    {"power.partial", Danger::Unclear,
     "half .. house|home|building|apartment|casa .. power|dead|dark|out|no|without|luz|lost"},
    {"power.partial", Danger::Unclear, "power|lights ... half .. house|home|building|casa"},
    {"power.out", Danger::Unclear,
     "no|lost|losing|without|sin power|electricity|electric|luz|electricidad|corriente "
     "in|at|to|throughout|en? whole|entire|all|anywhere|house|home|apartment|building|casa|the? "
     "since?"},
    {"power.out", Danger::Unclear, "no|lost|losing|without|sin power|electricity|luz|electricidad"},
    {"power.out", Danger::Unclear,
     "power|electricity|electric|luz .. out|off|gone|outage|down|dead|fue|won't|cut"},
    {"power.out", Danger::Unclear, "outage|blackout|apagon"},
    {"power.out", Danger::Unclear, "va|fue|corta|corto la luz|electricidad|corriente"},
    {"power.out", Danger::Unclear,
     "don't|doesn't|dont|doesnt|haven't|hasn't|not|isn't|ain't have|has|had|got|get|getting any? "
     "power|electricity"},
    {"electrical.flicker", Danger::Unclear, "lights|luces|power .. on and off"},
    {"power.out", Danger::Unclear, "se fue la luz"},
    {"electrical.arcing", Danger::Critical,
     "plug|plugged|plugging|unplugged|unplugging|flip|flipped|flipping ... "
     "flash|flashed|flashes|bang|boom"},
    {"electrical.arcing", Danger::Critical, "blue|bright|white flash|flashes|arc"},
    {"electrical.hot", Danger::Urgent,
     "wall|walls is|are|feels|feel|felt|gets|getting|got? really|very|so|too|pretty|super? "
     "hot|warm"},
    {"electrical.hot", Danger::Urgent, "hot|warm wall|walls"},
    {"electrical.lightning", Danger::Urgent,
     "lightning|rayo .. hit|hits|struck|strike|cayo|pego .. "
     "house|home|roof|panel|tree|meter|casa|building|pole"},
    {"electrical.lightning", Danger::Urgent, "struck|hit by lightning"},
    {"electrical.wires", Danger::Urgent,
     "tree|branch|limb|storm|wind|ice|truck|car|van|crane|somebody|someone|arbol|rama ... "
     "took|brought|pulled|knocked|ripped|tore|yanked|tumbo|arranco .. "
     "line|lines|wire|wires|cable|cables|pole|mast|drop|meter|poste|medidor"},
    {"electrical.wires", Danger::Urgent,
     "line|lines|wire|wires|cable|cables|pole|mast|drop|meter .. ripped|torn|knocked|yanked .. "
     "down|off|loose|away"},
    {"electrical.wires", Danger::Urgent,
     "line|lines|wire|wires|cable|cables|pole .. "
     "laying|lying|draped|dangling|hanging|stretched|down across|on|in|over|off|from"},
    {"electrical.wires", Danger::Urgent,
     "wire|wires|cable|cables|pole .. on the|my|our "
     "ground|lawn|grass|sidewalk|driveway|street|road|car"},
    {"electrical.shock", Danger::Critical,
     "stuck|put|poked|jammed|pushed|shoved ... "
     "fork|finger|fingers|knife|key|keys|screwdriver|paperclip ... outlet|socket"},
    {"electrical.shock", Danger::Critical,
     "metio|meti|mete|metieron ... tenedor|dedo|dedos|cuchillo|clavo|llave|alambre ... "
     "enchufe|contacto|tomacorriente"},
    {"electrical.burning", Danger::Critical,
     "<smell> .. cooking|fish|fishy|frying|baking ... <fitting>|fusebox"},
    {"electrical.burning", Danger::Critical, "fish|fishy .. <smell> ... <fitting>|fusebox"},
    {"electrical.hot", Danger::Urgent, "wall|walls is|are still|kind|quite of? hot|warm"},
    {"electrical.wires", Danger::Critical,
     "powerline|powerlines .. in|across|over|onto the|my|our "
     "pool|yard|street|driveway|road|lawn|grass|water"},
    {"electrical.noise", Danger::Urgent, "<fitting>|fusebox ... hiss*"},
    {"electrical.flicker", Danger::Urgent,
     "half|some|lights ... bright|brighter ... dim|dimmer|pop*|blow*|flick*"},
    {"electrical.shock", Danger::Critical,
     "feel|felt|feeling .. current|electricity|voltage|tingle|tingles|tingling"},
    {"electrical.shock", Danger::Critical, "tingl*|buzz|zap|jolt|jolts|current ... touch*|grab*"},
    {"electrical.shock", Danger::Critical, "touch*|grab* ... tingl*|zap|zaps|jolt|jolts"},
    {"electrical.wires", Danger::Urgent,
     "tree|branch|limb|arbol|rama ... fell|fallen|falls|landed|crashed|came|cayo ... "
     "house|roof|drop|mast|meter|line|lines|wire|wires|casa|techo"},
    {"electrical.wires", Danger::Urgent,
     "hit|struck|crashed|knocked|took|snapped .. pole|transformer .. "
     "down|line|lines|wire|wires|sparks|and|$"},
    {"power.partial", Danger::Unclear,
     "half|several|some|most|all .. outlets|plugs|lights|rooms ... <dead>|dead|work|working"},
    {"electrical.flicker", Danger::Unclear, "lights|luces .. dim|dims|dimmed"},
    {"electrical.shock", Danger::Critical,
     "gives|gave|giving|gotten me|us|him|her|people? a .. buzz|jolt|tingle|zap|bite"},
    {"electrical.noise", Danger::Urgent,
     "truena|tronando|trono|zumba|zumbando|explota .. "
     "medidor|caja|cable|cables|transformador|contacto|enchufe"},
    {"water.electrical", Danger::Critical, "water|leak*|drip* ... smokealarm|ceilingfan"},
    {"water.electrical", Danger::Critical, "smokealarm|ceilingfan .. leak*|drip*|water|wet"},
    {"power.out", Danger::Unclear, "no|without|lost lights|luces"},
    {"electrical.shock", Danger::Critical,
     "he|she|they|i|son|daughter|kid|husband|wife|dad|mom|brother|worker|neighbor "
     "touched|grabbed|hit|cut|toco|agarro the|a|that|some|live|el|un? "
     "wire|wires|line|outlet|panel|cord|plug|cable|powerline ... "
     "floor|ground|down|unconscious|shaking|out|moving|breathing|responding|collapsed|suelo|piso"},
    {"electrical.shock", Danger::Critical, "bit|bites|bite me|him|her|us ... touch*"},
    {"electrical.shock", Danger::Critical, "touch* ... bit|bites me|him|her"},
    {"electrical.shock", Danger::Critical,
     "knocked|threw|flung|blew me|him|her .. on|off|down|back|across|to"},
    {"water.electrical", Danger::Critical,
     "water|agua|flood* ... near|nearing|reach*|close|touching|approaching ... "
     "<fitting>|fusebox|furnace|waterheater"},
    {"power.partial", Danger::Unclear,
     "breaker|breakers ... won't|wont|keeps|doesn't|can't .. reset*|trip*|flip*|stay*"},
};

}  // namespace

std::span<const HazardPhrase> electricity() {
  return rows;
}

}  // namespace callwright::language::hazards
