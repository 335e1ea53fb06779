#include "language/hazards/tables.h"

namespace callwright::language::hazards {
namespace {

constexpr HazardPhrase rows[] = {
    {"water.burst", Danger::Urgent,
     "burst*|busted|ruptured|rupture|exploded|snapped|split|revent*|estall*|revento .. <pipe>"},
    {"water.burst", Danger::Urgent,
     "<pipe> ... burst*|busted|exploded|ruptured|snapped|split|sheared|revent*|estall*|blew"},
    {"water.burst", Danger::Urgent,
     "<pipe> just? .. broke|rompio|rompieron|quebro|rota|roto|rotas"},
    {"water.burst", Danger::Urgent,
     "broke|broken|cracked|rompio|rompieron|quebro|rota|roto ... <pipe>"},
    {"water.burst", Danger::Urgent,
     "waterline|mainline|main|pipe|pipes|shutoff .. is|got|are .. broken|busted|cracked"},
    {"water.burst", Danger::Urgent, "<pipe> .. break|breaks|breaking"},
    {"water.burst", Danger::Urgent, "water|main .. break"},
    {"water.burst", Danger::Urgent, "it|something|just|thing|has|have burst"},
    {"water.flood", Danger::Urgent, "flood|floods|flooded|flooding|inund*"},
    {"water.flood", Danger::Urgent,
     "inch|inches|feet|foot|lot|lots|puddles|gallons|pulgada|pulgadas|centimetros .. "
     "of|de? water|agua"},
    {"water.flood", Danger::Urgent,
     "waterfall|geyser|lake|river|pool|niagara .. in|inside|on|of|out|from ... "
     "house|kitchen|basement|yard|living|room|ceiling|floor|garage|street|driveway"},
    {"water.flood", Danger::Urgent, "taking|take|letting on|in water"},
    {"water.flood", Danger::Urgent,
     "water|agua .. up .. to .. ankle*|knee*|waist|shins|feet|door|steps|stairs|outlets"},
    {"water.flood", Danger::Urgent, "so|this|that|too much water"},
    {"water.flood", Danger::Unclear,
     "water|agua .. in|on|into|inside|under|across|throughout|behind|en .. "
     "house|kitchen|basement|carpet|floor|floors|garage|hallway|closet|bedroom|room|living|walls|"
     "wall|crawlspace|attic|ceiling|cabinet|office|store|casa|cocina|piso|sala|cuarto|pared"},
    {"water.gushing", Danger::Urgent, "leak* ... <gush>"},
    {"water.gushing", Danger::Urgent,
     "agua .. esta|sigue? "
     "entrando|metiendo|saliendo|subiendo|cayendo|tirando|regando|brotando|inundando|chorreando"},
    {"water.gushing", Danger::Urgent, "saliendo|sale|salio|entrando|tirando|brotando .. agua"},
    {"water.gushing", Danger::Urgent,
     "coming|pouring|leaking|dripping|seeping|running|flowing|drips|drip through .. "
     "ceiling|wall|floor|roof|window|tile|light|lights|door"},
    {"water.no_shutoff", Danger::Urgent,
     "nothing|nobody|can't|cannot|won't|wont .. stop|stops|stopping the|this "
     "water|leak|flow|leaking|flooding"},
    {"water.gushing", Danger::Urgent,
     "can't|cannot|cant|couldn't|won't|wont|isn't|not|doesn't .. "
     "stop|stopping|quit|stopped .. water|flow|leaking|flooding|gushing"},
    {"water.gushing", Danger::Urgent,
     "water|it isn't|not|won't|wont|doesn't|never stop|stopping|quitting|letting"},
    {"water.burst", Danger::Urgent,
     "<pipe>|head|cap|fitting|faucet|valve .. popped|blew|came|knocked|snapped|flew|broke off"},
    {"water.burst", Danger::Urgent,
     "drilled|dug|cut|nailed|sawed|punctured|hit|nicked|screwed through|into|a|the|my|our .. "
     "<pipe>"},
    {"water.burst", Danger::Urgent, "let go|loose .. flood*|leak*|water|everywhere"},
    {"water.burst", Danger::Urgent, "<pipe> just|has|have? let go|loose"},
    {"water.leak_pipe", Danger::Unclear, "<pipe> .. cracked|crack|cracks|rajo|rajado|rajada"},
    {"water.gushing", Danger::Urgent,
     "running|spilling|coming|going|pooling|spreading|draining all over"},
    {"water.flood", Danger::Urgent,
     "floor|floors|carpet|carpets|room|everything|hallway|wall|walls .. "
     "soaked|drenched|soaking|underwater|flooded|swimming"},
    {"water.ceiling", Danger::Urgent,
     "ceiling|drywall|sheetrock|plaster|techo ... came|coming|come|bulg*|sag*|caving|dripping|cayo "
     ".. down|in|water|$"},
    {"water.steam", Danger::Urgent, "echando|sacando|soltando|tirando|sale|saliendo .. vapor"},
    {"water.steam", Danger::Urgent,
     "steam|vapor .. is? .. "
     "shooting|coming|everywhere|pouring|hissing|blowing|spraying|venting|saliendo"},
    {"water.flood", Danger::Urgent, "standing water"},
    {"water.flood", Danger::Urgent, "under|full of? water"},
    {"water.flood", Danger::Urgent,
     "basement|cellar|house|kitchen|room|floor|apartment .. filling|submerged|underwater|soaked"},
    {"water.gushing", Danger::Urgent,
     "<gush> ... water|agua|everywhere|<overhead>|wall|walls|floor|inside|<pipe>"},
    {"water.gushing", Danger::Urgent, "water|agua|it|it's|<pipe> ... <gush>"},
    {"water.gushing", Danger::Urgent,
     "water|agua ... everywhere|rising|filling|subiendo|saliendo|lados|partes|<overhead>|pouring"},
    {"water.gushing", Danger::Urgent, "water|agua .. all over"},
    {"water.gushing", Danger::Urgent,
     "water|agua .. coming|running|comes|seeping .. in|up|through|down|into|under"},
    {"water.gushing", Danger::Urgent,
     "raining|lloviendo ... inside|kitchen|ceiling|basement|house|dentro|adentro"},
    {"water.ceiling", Danger::Urgent, "<overhead> ... leak*|drip*|goteando|gotea|gotera*|wet"},
    {"water.ceiling", Danger::Urgent,
     "leak*|drip*|coming|goteando|gotera*|water ... "
     "ceiling|ceilings|light|lights|fixture|techo|upstairs"},
    {"water.leak_bad", Danger::Urgent, "leak*|fuga|fugas|goteando|gotea|tirando ... <badly>"},
    {"water.leak_bad", Danger::Urgent, "<badly> .. leak|leaks|leaking|leakage|fuga|gotera"},
    {"water.leak_bad", Danger::Urgent, "leaking|leaks all over"},
    {"water.no_shutoff", Danger::Urgent,
     "can't|cannot|cant|couldn't|unable|won't|wont|doesn't|don't ... shut|turn|stop|close|find ... "
     "water|shutoff|main|valve|leak"},
    {"water.no_shutoff", Danger::Urgent,
     "no puedo|podemos|logro .. cerrar|parar|apagar|detener ... agua|llave|fuga"},
    {"water.no_shutoff", Danger::Urgent,
     "water|agua .. won't|wont|doesn't|not|no .. stop|stopping|shut|shutoff|turn|para|deja"},
    {"water.no_shutoff", Danger::Urgent,
     "can't|cannot|cant|couldn't|unable .. get|make|keep .. water|it|leak|leaking .. to|from? "
     "stop|stopped|off|turn|close|flooding"},
    {"water.no_shutoff", Danger::Urgent,
     "shutoff .. broke|snapped|stripped|leaking|stuck|not|won't|doesn't|isn't|failed"},
    {"water.overflow", Danger::Urgent, "overflow*|desbord*|rebos*"},
    {"sewage", Danger::Urgent, "sewage|feces|poop|sewerwater|negras|blackwater|excremento|caca"},
    {"sewage", Danger::Urgent,
     "sewer|septic|waste|drain|drains|everything|mainline ... back*|coming|comes "
     "up|into|in|out|onto"},
    {"sewage", Danger::Urgent,
     "sewer|septic|drenaje ... back*|backup|overflow*|flood*|desbord*|regres*"},
    {"sewage", Danger::Urgent,
     "back*|coming|comes|gurgl* .. up|into|out|through .. "
     "shower|tub|bathtub|floor|sink|basement|drain|drains"},
    {"sewage", Danger::Urgent, "raw .. sewage|sewer"},
    {"sewage", Danger::Unclear,
     "toilet|toilets|drain|drains|sewer|mainline|inodoro|bano|drenaje .. back*|backed|tapado .. "
     "up|everywhere|regres*"},
    {"sewage", Danger::Unclear,
     "sink|tub|shower|toilet|drain|drains|sewer|bathtub .. "
     "backs|backing|regresa|regresando"},
    {"water.hot_none", Danger::Unclear, "no|without|lost|any hot water"},
    {"water.hot_none", Danger::Unclear, "no|sin ... agua caliente"},
    {"water.leak_pipe", Danger::Unclear,
     "pipe|pipes|line|valve|tubo|tuberia ... leak*|drip*|gotea*|fuga"},
    {"water.leak_pipe", Danger::Unclear, "leak*|drip*|gotea*|fuga ... pipe|pipes|tubo|tuberia"},
    {"water.flood", Danger::Unclear,
     "water|agua .. under|around|behind|all|beneath|debajo|alrededor .. "
     "dishwasher|sink|fridge|refrigerator|toilet|furnace|waterheater|washer|machine|fregadero|tub"},
    {"water.hot_none", Danger::Unclear,
     "don't|doesn't|dont|haven't|hasn't|not|isn't|aren't .. have|got|get|getting|any .. hot water"},
    {"water.hot_none", Danger::Unclear,
     "hot water out|quit|gone|stopped|died|isn't|not|won't|doesn't"},
    {"water.hot_none", Danger::Unclear,
     "hot water is|has|went|just been? out|quit|gone|stopped|died"},
    {"water.ceiling", Danger::Unclear, "waterstain"},
    {"water.ceiling", Danger::Unclear,
     "wet|soggy|damp|dripping|stained ceiling|wall|walls|drywall"},
    {"water.leak_under", Danger::Unclear,
     "leak*|drip*|fuga|goteando|gotea .. under|underneath|beneath|behind|debajo|below"},
    {"water.none", Danger::Unclear, "has|have|got|getting|is no water"},
    {"sewage", Danger::Unclear,
     "no working|functioning|functional|usable .. toilet|toilets|bathroom"},
    {"sewage", Danger::Unclear,
     "only|all|every|none|neither|both ... toilet|toilets|bathroom .. clog*|work*|flush*|back*"},
    {"heater.relief", Danger::Urgent,
     "relief|pressure|tpr|t&p valve .. "
     "discharg*|leak*|blow*|steam*|pour*|spray*|going|popp*|releas*|open"},
    {"heater.relief", Danger::Urgent,
     "relief valve ... discharg*|leak*|blow*|steam*|pour*|spray*|going|popp*|releas*"},
    {"heater.relief", Danger::Urgent,
     "waterheater|boiler ... hiss*|steam*|whistl*|bulg*|shaking|boiling|smok*|fire"},
    {"water.leak", Danger::Unclear, "<big_item> ... leak*|drip*|fuga|goteando|gotea|tirando"},
    {"water.leak", Danger::Unclear, "leak*|drip*|fuga|gotera|goteando|gotea ... <big_item>"},
    {"water.sump", Danger::Unclear, "sump ... <not>|<dead>"},
    {"water.flood", Danger::Unclear, "puddle|puddles|charco .. by|near|under|around|in|on|of|en"},
    {"water.leak", Danger::Unclear, "leak|leaking|leaks|fuga"},
    {"water.none", Danger::Unclear,
     "no|sin|without|lost water|agua in|at|to|en|anywhere|whole|entire|house|all"},
    {"water.none", Danger::Unclear, "^ no|sin water|agua $"},
    {"water.none", Danger::Unclear,
     "don't|doesn't|not|dont have|has|got|getting .. any? running? water"},
    {"water.frozen", Danger::Unclear,
     "pipe|pipes|waterline|tuberia|tuberias .. froze|frozen|freezing|congel*"},
    {"water.frozen", Danger::Unclear,
     "frozen|froze|congelad* .. pipe|pipes|waterline|tuberia|tuberias"},
};

}  // namespace

std::span<const HazardPhrase> water() {
  return rows;
}

}  // namespace callwright::language::hazards
