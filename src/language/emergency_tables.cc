#include "language/emergency_tables.h"

namespace callwright::language {
namespace {

constexpr WordClass classes[] = {
    {"smell",
     "smell*|smelt|odor*|odour*|whiff|whiffs|stench|stink*|stunk|reek*|fumes|huele*|olor*|oler|"
     "oliendo|huelo|oli|olemos|apesta"},
    {"gas", "gas|gass|propane|methane|propano|lp"},
    {"alarm",
     "alarm|alarms|detector|detectors|sensor|sensors|monitor|monitors|alarma|alarmas|detectores|"
     "sensores"},
    {"sounding",
     "sounding|sounds|blaring|screaming|screams|ringing|wailing|shrieking|screeching|triggered|"
     "activated|alarming|nonstop|continuous|continuously|constant|constantly|alerting|howling|"
     "sonando|suena|sono|activo|activada|activado|pitando|disparada|disparado|disparo|continuo"},
    {"wild", "crazy|nuts|wild|haywire|ballistic|berserk|bananas|bonkers|loco|loca"},
    {"fitting",
     "outlet|outlets|plug|plugs|socket|sockets|receptacle|switch|switches|breaker|breakers|panel|"
     "panels|fuse|fuses|fusebox|wire|wires|wiring|cord|junction|electrical|electric|electricity|"
     "electrics|"
     "transformer|enchufe|enchufes|tomacorriente|tomacorrientes|apagador|interruptor|cable|cables|"
     "cableado|contacto|medidor|fusibles|electrico|electricos|electrica"},
    {"appliance",
     "furnace|heater|boiler|waterheater|vent|vents|unit|ac|dryer|stove|oven|motor|blower|"
     "compressor|condenser|duct|ducts|chimney|calentador|caldera|horno|calefaccion|boiler|handler|"
     "thermostat|microwave|dishwasher|washer|it"},
    {"pipe",
     "pipe|pipes|piping|plumbing|main|mains|waterline|waterlines|line|lines|hose|hoses|tubo|tubos|"
     "tuberia|tuberias|cano|canos|caneria|canerias|manguera|sprinkler|sprinklers|mainline|tank|"
     "tanque|waterheater|spigot|valve|hydrant|riser"},
    {"gush",
     "gush*|spew*|pour*|spray|sprays|spraying|sprayed|bubbl*|shoot*|spurt*|geyser*|rushing|cascad*|"
     "stream*|pumping|squirt*|blasting|chorr*|brot*|derram*|cayendo"},
    {"overhead",
     "ceiling|ceilings|drywall|sheetrock|plaster|roof|light|lights|fixture|fixtures|chandelier|"
     "lamp|techo|techos|upstairs|"
     "attic"},
    {"badly",
     "bad|badly|everywhere|heavily|fast|massively|major|massive|huge|big|serious|severe|severely|"
     "terrible|horrible|uncontroll*|nonstop|heavy|crazy|enormous|gallons|tons|insane|worse|rapidly|"
     "quickly|significant|profusely|mucho|fuerte|grande|muchisim*|horriblemente|terriblemente"},
    {"big_item",
     "ceiling|ceilings|wall|walls|pipe|pipes|basement|waterheater|waterline|attic|tank|boiler|"
     "foundation|slab|upstairs|main|mainline|floor|closet|crawlspace|roof|techo|pared|tuberia|tubo|"
     "sotano|calentador|piso"},
    {"drain",
     "toilet|toilets|tub|bathtub|shower|drain|drains|sink|sinks|bathroom|basement|floor|house|yard|"
     "everywhere|inodoro|bano|tina|regadera|ducha|desague|drenaje|coladera|fregadero|sotano|casa"},
    {"person",
     "someone|somebody|person|he|she|husband|wife|mother|mom|father|dad|son|daughter|baby|kid|"
     "child|tenant|worker|guy|man|woman|neighbor|i|we|they|everyone|everybody|family|coworker|"
     "roommate|technician|resident"},
    {"heating",
     "heat|heating|heater|furnace|boiler|radiator|radiators|pilot|heatpump|calefaccion|calenton|"
     "caldera|furnaces|heaters"},
    {"cooling",
     "ac|a/c|aircon|conditioner|conditioning|cooling|hvac|clima|aire|thermostat|heatpump"},
    {"dead",
     "out|off|broke|broken|broken|died|dead|stopped|quit|down|failed|busted|gone|kaput|shot|"
     "malfunction*|descompuest*|apag*|murio|fallo|danad*"},
    {"not",
     "not|isn't|isnt|aren't|won't|wont|doesn't|doesnt|didn't|don't|dont|ain't|wasn't|never|stopped|"
     "quit|no|cant|can't|cannot"},
    {"works",
     "working|work|works|on|run|running|start|starting|heat|heating|kick|kicking|ignite|igniting|"
     "light|lit|turn|turning|come|coming|blow|blowing|cool|cooling|respond*|funciona|funcionando|"
     "sirve|prende|enciende|calienta|calentando|enfria|enfriando|jala"},
    {"hazard_name",
     "fire|flood|floods|sparks|spark|burns|burn|smoke|smokey|smoky|gas|gasworks|water|waters|burst|"
     "flame|flames|bolt|ash|blaze|shock|storm|rains|waterfall|poole|lake|fuego|rios|leak|leake|"
     "sewell|steam|boiler|cole|frost|winter|winters|snow|summer|summers|heat|brooks|wells|springs|"
     "spring|river|sparky|sparkey|sparkes|ember|embers|burnes|burnside|firestone|fuegos"},
};

constexpr HazardPhrase hazards[] = {
    // --- Everyone -------------------------------------------------------------------------------
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
    // People.
    {"person.injury", Danger::Critical,
     "unconscious|unresponsive|collapsed|choking|seizure|seizures|bleeding|overdose*|overdosing|"
     "drowning|drowned|suffocating|inconsciente|desmay*|sangrando|ahogando|ahogandose|suicid*|"
     "convulsion*|convulsionando|injured|herido|herida|lastimado|paralyzed|concussion"},
    {"person.injury", Danger::Critical,
     "not|can't|cannot|cant|stopped|barely|isn't|trouble|difficulty|no .. breath*|respir*"},
    {"person.injury", Danger::Critical, "not|won't|can't|isn't|no .. wake|waking|responding up?"},
    {"person.injury", Danger::Critical, "<person> .. dying|fell"},
    {"person.injury", Danger::Critical,
     "hit|hurt|cut|burned|broke|lastimo|golpeo his|her|my|their|la|el "
     "head|hand|arm|leg|back|face|finger|cabeza|mano|brazo|pierna"},
    {"person.injury", Danger::Critical, "passed|passing|knocked|blacked out"},
    {"person.injury", Danger::Critical, "heart|chest attack|pain|pains"},
    {"person.injury", Danger::Critical, "having|had a? stroke"},
    {"person.injury", Danger::Critical, "ataque al? corazon"},
    {"person.injury", Danger::Critical, "<person> .. hurt|burned|scalded|fainted"},
    {"person.injury", Danger::Critical, "badly|seriously|got|been hurt|injured"},
    {"person.injury", Danger::Critical, "fell .. ladder|stairs|down|roof"},
    {"person.help", Danger::Critical,
     "call|called|calling|dial|dialed|llame|llamar|llamen .. "
     "911|ambulance|ambulancia|bomberos|firedepartment|paramedic*"},
    {"person.help", Danger::Critical, "need|send .. ambulance|paramedic*|ambulancia"},
    {"person.help", Danger::Critical,
     "fire department|dept|trucks|truck is|are|was .. here|coming|way|outside"},
    {"person.help", Danger::Critical, "firedepartment ... here|coming|way|outside|told|said|now"},
    {"person.help", Danger::Critical, "screaming|yelling .. help"},
    {"person.help", Danger::Critical, "auxilio|socorro"},
    {"person.trapped", Danger::Critical,
     "<person>|people|kids|children|i'm|he's|she's|we're|mama|papa|hijo|hija is|are|got|being? "
     "still|now? "
     "stuck|trapped|locked|atrapad*|encerrad* ... "
     "elevator|lift|elevador|ascensor|bathroom|basement|closet|attic|crawlspace|car|garage|bano|"
     "sotano|cuarto"},
    {"person.trapped", Danger::Critical,
     "stuck|trapped|locked|pinned ... can't|cannot|won't|couldn't get|open|come|move|breathe"},
    {"person.trapped", Danger::Critical,
     "stuck|trapped|atorado in|inside|en an|the|my|our|el|un? elevator|lift|elevador|ascensor"},
    {"person.trapped", Danger::Critical, "trapped|atrapado|atrapada|atrapados"},
    {"person.trapped", Danger::Critical,
     "elevator|lift|elevador|ascensor ... stuck|trapped|stopped|atorado|people"},
    {"person.trapped", Danger::Critical,
     "<person> .. stuck|trapped|pinned|atrapado|atorado ... out|crawlspace|attic|under|elevator"},
    {"person.danger", Danger::Critical, "break|breaking|broke|breaks into"},
    {"person.danger", Danger::Critical, "there|there's|theres|attempted|had .. break in"},
    {"person.danger", Danger::Critical, "breaking in"},
    {"person.danger", Danger::Critical,
     "intruder*|burglar*|robber*|robbed|stabb*|gunshot*|gunfire|kidnap*|assault*|mugged|prowler*|"
     "rape*|raping"},
    {"person.danger", Danger::Critical, "active shooter"},
    {"person.danger", Danger::Critical, "shots fired"},
    {"person.danger", Danger::Critical, "domestic violence|abuse|dispute"},
    {"person.danger", Danger::Critical,
     "being|got|getting|someone|was .. attacked|attacking|beaten|stalked|threatened"},
    {"person.danger", Danger::Critical, "has|have|with|pulled|waving a|the? gun|knife|weapon"},
    {"building.collapse", Danger::Urgent,
     "ceiling|roof|wall|floor|building|techo|deck|balcony|drywall|sheetrock|plaster .. "
     "collaps*|caving|caved|cave|falling|fell|fallen|cayo|cayendo|bulging|sagging|buckling"},
    // What the caller says it is.
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

    // --- Plumbing -------------------------------------------------------------------------------
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

    // --- Electrical -----------------------------------------------------------------------------
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

    // --- Heating and cooling --------------------------------------------------------------------
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
};

constexpr Compound compounds[] = {
    {"smokealarm", "smoke|fire|humo|incendio|incendios <alarm>"},
    {"smokealarm", "<alarm> de|contra humo|incendio|incendios"},
    {"coalarm", "carbon monoxide <alarm>"},
    {"coalarm", "co|monoxide|co2|monoxido <alarm>"},
    {"coalarm", "co 2 <alarm>"},
    {"coalarm", "co|monoxide meter|reader|reading|readings"},
    {"thing", "you|guys|y'all|team|phone|phones|they|market|sales|business|career is|are? on fire"},
    {"thing", "charged|bill|price|prices|cost|invoice|quote|quoted|estimate|fee ... shocked|shock"},
    {"thing", "will|would|gonna|might|going|should|could|to fire me|us|him|her|them|you|someone"},
    {"thing", "choking hazard|hazards"},
    {"thing", "bleed|bleeding the|my|our|out? radiator|radiators|air|brakes|valve|lines|boiler"},
    {"thing",
     "air|animal|raccoon|squirrel|bird|mouse|rat|cat|dog|moisture .. is|got|was? trapped|stuck"},
    {"thing", "bill|price|cost|quote|estimate|news|total .. was|is|were|are|so shocking|shock"},
    {"thing", "phone|inbox|twitter|email .. blew|blows|exploded up?"},
    {"thing", "handle|handling|take|taking|offer|cover|accept|answer emergencies|emergency"},
    {"thing", "shocking news|story|amount|number|how|price|bill|to"},
    {"thing", "that's|thats shocking"},
    {"thing", "burned|burnt|burn|burns out"},
    {"thing", "schedule|week|day|calendar|life|plans blew|exploded|blows|exploding up?"},
    {"thing",
     "flooded|flooding|swamped with|by .. "
     "orders|jobs|customers|bookings|tasks|paperwork|questions"},
    {"waterstain", "water stain|stains|spot|spots|mark|marks"},
    {"thing", "fired up"},
    {"thing", "fire away|sale|alarm? system|alarms? installed"},
    {"thing", "trapped air|gas|moisture"},
    {"thing", "i'm|im|we're|am|are|he's|she's|i|we burning up"},
    {"thing", "phone .. is|was|been? blowing up"},
    {"thing", "blowing|blow|blew up my|the|our phone|inbox"},
    {"thing", "glue|nail|staple|caulk|heat|spray|grease gun"},
    {"thing", "photo|video|film shoot|shooting"},
    {"thing", "explosion of|in business|growth|work|calls"},
    {"thing", "on fire about"},
    {"thing", "drowning in"},
    {"thing",
     "burned|burnt by the|my|our|your|a|this|that|another? last|previous|other|old? "
     "contractor|company|plumber|guy|guys|electrician|people"},
    {"coalarm", "<alarm> de monoxido de? carbono?"},
    {"coalarm", "<alarm> de co"},
    {"coalarm", "<alarm> for carbon? monoxide|co"},
    {"thing", "spark|sparks the|a|some conversation|idea|joy|debate"},
    {"gasalarm", "gas|propane <alarm>"},
    {"gasalarm", "<alarm> de gas"},
    {"waterheater", "hot water heater|heaters|tank|tanks"},
    {"waterheater", "water heater|heaters|tank|tanks"},
    {"waterheater", "calentador|boiler de agua"},
    {"waterheater", "tankless heater?"},
    {"heatpump", "heat pump|pumps"},
    {"waterline", "water hose|hoses|valve|valves"},
    {"waterline", "water line|lines|main|mains|pipe|pipes|supply"},
    {"mainline", "main line|drain|sewer"},
    {"gasline",
     "gas line|lines|pipe|pipes|main|mains|meter|valve|tank|hose|connector|supply|fitting"},
    {"crawlspace", "crawl space"},
    {"gasline", "propane line|tank|pipe"},
    {"powerline", "power line|lines|pole|cable"},
    {"powerline", "electric|electrical|utility line|lines|pole"},
    {"shutoff", "shut off|offs valve?"},
    {"shutoff", "shutoff valve?"},
    {"fusebox", "breaker|fuse|electrical|electric|circuit box|panel"},
    {"fusebox", "electrical service? panel|meter"},
    {"firedepartment", "fire dept|department|trucks|truck|fighters|fighter|engine|crew"},
    {"firedepartment", "firefighters|firemen|bomberos"},
    {"sewerwater", "agua|aguas negra|negras"},
    {"sewerwater", "sewer|septic|black|dirty water|agua"},
    // Things that only bear the name.
    {"thing",
     "fire "
     "drill|drills|place|places|pit|pits|extinguisher|extinguishers|hydrant|hydrants|escape|"
     "escapes|station|stations|marshal|code|codes|inspection|inspections|rated|caulk|sprinkler|"
     "sprinklers|suppression|wall|walls|door|doors|hose|stick|tv|wood|works|safety|sale|damage|"
     "restoration|ant|ants|proof|resistant|chief|pole|table|pump|pumps|glass|brick|bricks|ring|"
     "inspector|inspectors|captain|investigator|investigators|lane|exit|exits|blanket|hall|"
     "watch|season|protection|insurance|stopping|separation|logs|log|box"},
    {"thing",
     "boss|head|mom|dad|wife|husband|he|she|i|they|brain|patience .. will|gonna|going|might|about "
     "to? "
     "explode|erupt"},
    {"thing",
     "inbox|email|emails|voicemail|mailbox|feed|calendar|inboxes|market .. "
     "flooded|flooding|exploding"},
    {"thing", "spark|sparks igniter|ignitor|ignition|module|electrode|rod"},
    {"thing",
     "burned|burnt|burning my|the|our|some|a? "
     "dinner|food|toast|popcorn|eggs|lunch|breakfast|bacon|cookies|supper|calories|incense"},
    {"thing", "fireplace|fireplaces|firepit|firewood|firewall|fireworks"},
    {"thing", "gas log|fire pit?"},
    {"gasburner",
     "natural? gas "
     "stove|stoves|range|ranges|grill|grills|dryer|dryers|oven|ovens|cooktop|cooktops|fireplace|"
     "fireplaces|logs|burner|burners|cooker"},
    {"thing", "camp|bon|cease|wild|back fire"},
    {"thing", "open fire place"},
    {"thing", "i|i'll|we|we'll|had|have|gonna|not|and|must fire him|them"},
    {"thing", "fire the|my|our last|previous|other|old contractor|plumber|electrician|company"},
    {"thing",
     "to|had|i|i'll|we|we'll|gonna|will|should|could|must fire the|my|our|your|this|that "
     "last|previous|other|old? contractor|plumber|electrician|guy|guys|company|tech"},
    {"thing", "fired"},
    {"thing", "to|let's|lets|will|would|could|should|just|please fire up"},
    {"thing", "fire it|this|that up"},
    {"thing", "fire up the|my|our|your a? schedule|calendar|computer|system|truck|grill"},
    {"thing", "wallet|pocket|budget|brain|career|team|guys is|are? on fire"},
    {"thing", "pilot flame|light|lights"},
    {"thing", "flame sensor|sensors|rod|retardant|resistant"},
    {"thing", "smoke test|tests|testing|shop|shops|free|damage|stack|vape"},
    {"thing", "no|non|quit|quitting|anti|pot|against|dejar smoking|fumar"},
    {"thing", "he|she|i|i've|husband|wife stop|stopped|quits smoking"},
    {"thing", "smoking area|areas|section|jacket|gun|room|deal|habit"},
    {"thing",
     "smoke|humo .. from|off|de|del the|my|our|their|a|an|some|el|la|mi|un? neighbor's|neighbors? "
     "barbecue|barbeque|bbq|grill|griddle|cooking|candle|candles|incense|fireplace|cigarette|"
     "cigarettes|cigar|toast|popcorn|vape|smoker|campfire|bonfire|fogger|parrilla|asador|cigarro"},
    {"aftermath",
     "after|since|from|following the|that|our|my|last? fire|flood|leak|explosion|flooding"},
    {"thing", "count|counts|considered|qualify|qualifies|classify|classed as|be? an? emergency"},
    {"thing", "i|we|he|she|husband|tenant|neighbor smoke|smokes|vape"},
    {"thing",
     "burning "
     "question|questions|man|desire|calories|money|candle|candles|wood|through|bush|sensation"},
    {"thing", "wood burning"},
    {"thing", "spark|sparks plug|plugs|fly|joy|interest|notes|nevada"},
    {"thing", "sparkling|sparkle water|clean?"},
    {"thing",
     "flood "
     "light|lights|lamp|lamps|insurance|zone|zones|plain|gate|map|sensor|sensors|damage|claim|"
     "certificate|vent|vents|elevation"},
    {"thing", "flooded|flooding|flood with|of calls|emails|work|messages|requests|ads"},
    {"thing", "floodlight|floodlights|floodplain"},
    {"thing", "flooded|flooding .. market|engine|carburetor"},
    {"thing",
     "gas "
     "furnace|furnaces|boiler|"
     "station|stations|company|bill|bills|prices|price|mileage|money|tank|cap|powered|"
     "generator|heat|heating|appliance|appliances|hookup|hookups|installation|unit|hot|mask|work|"
     "works|fitter|log|card|pump|utility|utilities|service|insert"},
    {"thing", "natural? gas furnace|furnaces|boiler|waterheater|heater|heaters"},
    {"thing", "a|empty|red|plastic|old gas can|cans"},
    {"thing", "shock absorber|absorbers|chlorinate|chlorination|chlorinator|value|and? awe"},
    {"thing", "sticker|culture|pool|price|bill shock"},
    {"thing", "shocked|shocking .. price|bill|cost|quote|how|that|at|hear"},
    {"thing",
     "water "
     "softener|softeners|filter|filters|filtration|pressure|bill|bills|meter|meters|treatment|"
     "purifier|fountain|cooler|quality|conditioner|dispenser|hammer|pump|pumps|damage|closet|"
     "bottle|company|department|test|testing|proof|proofing|saver|usage|temperature|temp|"
     "hardness|feature|well|hookup|shutoff"},
    {"thing", "hard|drinking|bottled|sparkling water|agua"},
    {"thing", "reverse osmosis water? filter?"},
    {"thing",
     "emergency "
     "shutoff|light|lights|lighting|exit|exits|number|numbers|contact|contacts|fee|fees|rate|rates|"
     "kit|brake|preparedness|fund|generator|generators|room|charge|charges|pricing|surcharge|"
     "policy|line|hours|door|doors|plan|button|release"},
    {"norush", "nonemergency"},
    {"norush",
     "not|isn't|isnt|wasn't|ain't|no|sin|non really|exactly|technically|much|quite|es? "
     "an|a|of|una? emergency|emergencia|urgent"},
    {"thing",
     "do|does you|y'all|they|your|guys guys|also|even|company? "
     "have|offer|do|provide|handle|take|accept|run|charge .. emergency|emergencies"},
    {"thing", "burst of|into energy|tears|speed|laughing|laughter|song"},
    {"thing", "bubble|burst .. bubble"},
    {"thing", "heart attack .. bill|price|quote|cost"},
    {"thing", "overflow drain|pan|pans|tube|valve|parking|plate|switch|hole|line|pipe"},
    {"thing",
     "sewer|septic "
     "line|lines|pipe|pipes|inspection|camera|scope|cleaning|cleanout|tank|tanks|pumping|"
     "replacement|repair|bill|smell|service|installation $"},
    {"thing",
     "main "
     "street|st|road|rd|avenue|ave|office|floor|entrance|house|reason|issue|problem|concern|thing|"
     "door|gate|number|bathroom|bedroom|level"},
    {"thing", "ceiling fan|fans|height|paint|painting|stain|stains|mount|texture"},
    {"thing",
     "leak "
     "detection|inspection|test|testing|sensor|sensors|detector|detectors|repair|repairs|proof|"
     "check"},
    {"thing", "leaf|memory|news|story|information leak|leaks|leaked"},
    {"thing",
     "power "
     "washer|washing|wash|tool|tools|vent|strip|strips|company|bill|wall|steering|hour|drill|drain|"
     "flush|snake|cord"},
    {"thing", "on line"},
    {"thing", "in line|lines with|for"},
    {"thing", "line up|of"},
    {"thing",
     "phone|bus|punch|dead|bottom|dryer|refrigerant|refrigeration|fridge|condensate line|lines"},
    {"thing", "outlet mall|store|malls|stores"},
    {"thing",
     "light switch|bulb|bulbs|fixture|fixtures "
     "installation|installed|install|replacement|replaced|added"},
    {"thing", "solar|control|side|door|wall|drywall|access panel|panels"},
    {"thing", "deal|tie breaker"},
    {"thing", "ice breaker|maker|machine"},
    {"thing",
     "cracked|broken|broke|busted "
     "tile|tiles|toilet|sink|faucet|window|handle|knob|door|seat|screen|glass|lid|disposal|"
     "thermostat|shower"},
    {"name", "name|names|name's|llamo|nombre is|es? <hazard_name>"},
    {"name", "mr|mrs|ms|miss|dr|doctor|sr|sra|senor|senora <hazard_name>"},
    {"name",
     "<hazard_name> tree|stone|wood|field|view|hill|creek|water? "
     "street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|boulevard|blvd|way|circle|cir|place|"
     "pl|creek|hill|hills|ridge|island|park|trail|terrace|plaza|square|tower|towers|apartments|"
     "estates|hollow|canyon|mountain|county|city|family|residence|valley|point|rock|highway|hwy|"
     "parkway|pkwy|calle|avenida|colonia"},
    {"name", "calle|avenida|street|road|avenue|called <hazard_name>"},
    {"name",
     "is|it's|its|was|are|company|business|shop|restaurant|place|dog|cat|building|complex called|"
     "named the|blue|red|old|big|hot|little|white|black|golden|green|bright|dragon? "
     "<hazard_name>|smoke|fire|ember|embers"},
    {"name",
     "name|name's|names of? the|our|my|his|her? "
     "company|business|shop|restaurant|dog|dog's|building|street? is|es? "
     "the|blue|red|old|big|hot|little|white|black|golden|green|bright? "
     "<hazard_name>|smoke|fire|ember|embers"},
    {"name", "dog's|cat's|horse's|boat's name is? <hazard_name>|smoke|fire|ember"},
    {"name",
     "sparks|burns|flood|frost|poole|leake|sewell|cole|winters|wells|brooks|springs|storm|rivers "
     "electric|electrical|plumbing|heating|services|company|grill|cafe|inc|llc|bros|brothers|sons"},
    {"name",
     "# .. street|st|road|rd|avenue|ave|lane|ln|drive|court|ct|boulevard|blvd|circle|terrace|trail|"
     "parkway"},
    {"name", "calle|avenida|colonia <hazard_name>|fuego|rio|agua|humo"},
    {"thing",
     "explosion|shock|burst|fire|flame|flames|smoke|flood|spark|sparks|overflow|freeze|gas|arc "
     "proof|proofed|proofing|resistant|protection|protected|preventer|prevention|suppressor|"
     "suppressors|suppression|rated|rating|retardant|arrestor|arrester|guard|guards|barrier|"
     "barriers|blocking|coverage|fault|hazard|hazards|risk|risks|simulator|simulation|exercise"},
    {"thing", "explosionproof|shockproof|fireproof|fireproofing|floodproof|smokeproof"},
    // Figures of speech.
    {"thing", "dumpster|friendly|baptism|trial by? fire"},
    {"thing", "ball of fire"},
    {"thing", "light|lit|set|put|build a fire under"},
    {"thing", "like a house on fire"},
    {"thing", "there's|there|theres is? smoke there's|there|theres is? fire"},
    {"thing", "play|playing|plays with fire"},
    {"thing", "fight|fighting fire with fire"},
    {"thing", "fuel|gasoline to|on the fire|flames"},
    {"thing", "fire in my|his|her|the|your belly|heart|soul"},
    {"thing", "irons|iron in the fire"},
    {"thing",
     "put|putting|fight|fighting out? other|many|so|little|small|these|more|too? fires out? "
     "all|every|at|everywhere|$"},
    {"thing", "fire|fired off an|a|the|your|that|some? email|emails|text|quote|message|invoice"},
    {"thing", "my feet|foot|back|legs|knees is|are|feel|feels|was|were|like on fire"},
    {"thing", "stocks|prices|rates|songs|album|players|sales|chat|season is|are|been on fire"},
    {"thing",
     "shock|shocked|shocker|shocks at|about|over|when|how|to|that|by how|i|we|he|she|my|the|your|"
     "that|it|see|hear|learn|find .. "
     "bill|bills|price|prices|cost|costs|quote|quotes|invoice|estimate|number|numbers|news|total|"
     "rate|rates|charge|fee|how|much|low|high|cheap|expensive|quick|fast|quickly|came|saw|got"},
    {"thing", "shock to|for the|my|our|his|her|their system|wallet|budget|family"},
    {"thing", "what a|such a? shock"},
    {"thing", "i'd|i'll|would|will|we'd be|have? been? shocked"},
    {"thing", "price|prices|deal|sale|team|band|club|group is|the smoking|flames|fire"},
    {"thing", "came|comes|come as .. a|no shock"},
    {"thing", "culture|shell|rude|future shock"},
    {"thing", "shocker|shellshock|shellshocked|shockingly"},
    {"thing", "in shock that|at|over|about|how"},
    {"thing",
     "explode|explodes|exploded|exploding|explosion|burst|bursting|erupt of|with|in|from the|our? "
     "anger|rage|popularity|price|prices|demand|growth|color|colors|colour|flavor|joy|pride|energy|"
     "laughter|tears|excitement|interest|calls|orders|sales|size|applause"},
    {"thing",
     "head|brain|mind|heart|temper|blood|business|town|neighborhood|market|population|popularity|"
     "sales|demand|bladder|thread|calendar is|was|has|have|will|just|about? going|gonna|to? to? "
     "explode|explodes|exploded|exploding|erupt|burst|bursting|boil|boils|boiling"},
    {"thing", "population|price|sales|demand explosion"},
    {"thing", "in? short|quick|small|little|sudden bursts|spurts"},
    {"thing", "burst out laughing|crying|singing"},
    {"thing", "burst|bursting|bursts at the seams"},
    {"thing",
     "blow|blew|blown|blowing|explode|exploded|exploding up? in my|his|her|our|their face"},
    {"thing", "blow|blew|blown|blowing|explode|exploded|exploding up? at me|him|her|us|them"},
    {"thing", "blow|blew|blown|blowing up? the|my|our|a? budget|mattress|mind|savings|deadline"},
    {"thing", "burn|burned|burnt|burning a hole in my|our|your|the|his|her pocket|wallet|budget"},
    {"thing", "burn|burned|burning my|our|some|any|that|all? bridges|bridge"},
    {"thing", "burning|burn the midnight oil?"},
    {"thing", "burning|burn daylight|calories|cash"},
    {"thing", "crash|slash and burn"},
    {"thing", "heartburn|sunburn|sunburned|sunburnt"},
    {"thing", "flood|floods|flooding|flooded of|back|with .. memories|light|tears|emotions|relief"},
    {"thing", "memories|emails|tears .. flood|flooding|flooded"},
    {"thing", "flood of calls|requests|orders|work|messages|customers|people|applications"},
    {"thing", "floodgate|floodgates"},
    {"thing", "run|ran|runs out of gas"},
    {"thing", "step|stepped on the gas"},
    {"thing", "cooking with gas"},
    {"thing", "smoke and mirrors"},
    {"thing", "holy smoke|smokes"},
    {"thing", "plan|plans|money|deal|hopes|weekend|savings|budget .. up in smoke|flames"},
    {"thing", "smoke break|breaks|signal|signals|cigarettes|cigars"},
    {"thing", "smoked brisket|salmon|meat|meats|ribs|turkey|ham|sausage|bacon|glass"},
    {"thing", "spark|sparks between"},
    {"thing", "sparked|sparks|spark my|his|her|our|an|the|some|a? interest|idea|debate|memory"},
    {"thing",
     "nearly|almost|practically gave|had|has|having me|us|him|her? a? heart attack|failure"},
    {"thing", "gave|give|gives|giving me|us|him|her a? heart attack|failure"},
    {"thing", "stroke of luck|genius|midnight"},
    {"thing", "panic|anxiety attack|attacks"},
    {"thing", "trapped|stuck in|by|with .. contract|lease|meetings|meeting|traffic"},
    {"thing", "bleeding money|cash|edge"},
    {"thing", "bleed|bleeding|bled us|me|you|them dry"},
    {"thing", "choking|choke on|at .. prices|bill|price|words"},
    {"thing", "blow|blowing|blew|let|letting off some? steam"},
    {"thing", "run|running|ran out of steam"},
    {"thing", "under|jump|jumped|jumping the gun"},
    {"thing", "break|breaking|broke in|into the|a|my|our market|shoes|boots|industry"},
    {"thing", "deal|market|talks|economy|plan|plans .. collapse|collapsed|collapsing"},
    {"thing", "pass|passed|passing out flyers|candy|cards|papers|menus|samples|coupons"},
    {"thing", "knock|knocked|knocking out the|a|this|that|some wall|job|project|list"},
    {"thing", "estoy|anda|voy que|a exploto|explota|reviento|explotar|reventar"},
};

constexpr CuePhrase cues[] = {
    {Cue::Negation,
     "no|not|isn't|isnt|aren't|arent|wasn't|wasnt|weren't|werent|never|without|none|neither|nor|"
     "nothing|ain't|sin|ningun|ninguna|nunca|tampoco|nada|ni|hasn't|haven't|hadn't|don't|doesn't|"
     "didn't|dont|doesnt|didnt"},
    {Cue::Negation, "can't|cant|cannot|couldn't see|smell|hear|find|notice|feel|detect"},
    {Cue::Negation, "instead|rather of|than"},
    {Cue::Negation, "free of|from"},
    {Cue::Negation, "ruled out"},
    {Cue::Negation, "not|isn't|wasn't|aren't because|about of?"},
    {Cue::Negation, "not|isn't|wasn't like|as if|though? there|we|i|it is|was|were|have|had|has"},
    {Cue::Negation, "not|isn't|wasn't like|as if|though? there's"},
    {Cue::Negation,
     "nobody|noone|one said|says|mentioned|reported|complained|complaining|talked|spoke|told ... "
     "about|of|anything"},

    {Cue::Idiom,
     "don't|dont|doesn't|didn't|not know|care|want|wanna|understand|remember|mind|need|realize"},
    {Cue::Idiom,
     "no "
     "idea|doubt|joke|kidding|problem|question|one|answer|luck|clue|way|time|power|heat|"
     "electricity|se|puedo|sirve|para|deja"},
    {Cue::Idiom, "not sure|only|just|kidding|joking|good|okay|ok|safe|happy|normal|feeling|well"},
    {Cue::Idiom, "not a drill|joke|good|normal|small|minor|little|slow|false"},
    {Cue::Idiom, "nothing .. works|working|helps|helping|happens|fixes"},
    {Cue::Idiom, "no|not .. stop*|working|work|slow*|going away|down?"},
    {Cue::Idiom,
     "stopped|stops|quit "
     "working|heating|cooling|running|blowing|functioning|turning|coming|flushing|draining|"
     "charging|responding|firing|igniting|dead"},
    {Cue::Idiom, "without stop*"},
    {Cue::Idiom, "never seen|happened|been|smelled|felt|experienced|stops"},
    {Cue::Idiom, "never had ... this|that|like|so"},
    {Cue::Idiom,
     "no no no? no? no? there|there's|theres|the|it's|its|i|i'm|we|we're|my|our|he|she|they|please|"
     "oh|god"},
    {Cue::Idiom, "^ no there|there's|theres|it's|it|its|the|i|i'm|we|my|this|that|now"},
    {Cue::Idiom, "why|can|could|will|would isn't|not"},

    {Cue::Idiom, "now i|we|i'd|we'd|i'm|we're .. want|need|like|looking|wanting|would"},
    {Cue::Idiom, "changed|replaced|swapped|installed .. battery|batteries"},

    {Cue::Suspicion,
     "think|thinks|thought|believe|maybe|possibly|probably|seems|seem|sounds|looks|suspect*|afraid|"
     "guess|creo|parece|quizas|puede|posible|posiblemente|possible"},
    {Cue::Future, "might|could|soon|podria|may"},
    {Cue::Future, "about|going to"},
    {Cue::Future, "gonna|before|risk"},

    {Cue::Enquiry, "what should|do|can|would i|we .. if|when"},
    {Cue::Enquiry, "que hago|hacemos .. si"},
    {Cue::Enquiry, "who do|should|would i|we call .. if|for"},
    {Cue::Enquiry,
     "do|does you|your|they|y'all|guys|anyone .. "
     "handle|offer|do|provide|fix|repair|work|service|charge|respond|deal|take|cover|come"},
    {Cue::Enquiry, "how much"},
    {Cue::Enquiry, "what|what's|whats .. cost|price|charge|rate|fee"},
    {Cue::Enquiry, "quote|estimate|cotizacion|presupuesto|cuanto|cost"},
    {Cue::Enquiry, "atienden|ofrecen|manejan|arreglan|hacen|reparan|trabajan|cubren|cobran"},
    {Cue::Enquiry, "^ does|would|is|do|are a|an|any|having|old|all"},
    {Cue::Enquiry, "just|was? curious|wondering|asking"},
    {Cue::Enquiry, "recommend|suggest|carry|sell|stock .. for|against"},
    {Cue::Enquiry, "how often|common|likely|likelier"},
    {Cue::Enquiry, "how would|do|does|will you|your|they|y'all|guys|company"},
    {Cue::Enquiry, "explain what|how|why|when"},
    {Cue::Enquiry, "question|questions|information|info|advice|tips about|on|for|regarding"},
    {Cue::Enquiry, "are you|they|y'all available|around|open|reachable .. if|when|for"},
    {Cue::Enquiry,
     "are|is you|your|they|y'all|guys .. able|equipped|trained|licensed|qualified|prepared|"
     "certified to|for|in|on"},
    {Cue::Enquiry,
     "have|had|has you|your|they|y'all|guys .. ever|often seen|dealt|had|fixed|done|worked|"
     "handled|gotten"},
    {Cue::Enquiry,
     "do|does|would|will|can your|their guys|guy|techs|tech|people|plumbers|plumber|electricians|"
     "electrician|crew|team|workers|technicians|company"},
    {Cue::Enquiry,
     "insurance|warranty|plan|policy|contract|guarantee|membership|agreement .. "
     "cover|covers|include|includes|pay|pays"},
    {Cue::Enquiry, "who|who's is|are? responsible|liable for"},
    {Cue::Enquiry, "who pays|handles|fixes|repairs|covers"},
    {Cue::Enquiry, "people|person|place|company|number|line|ones|one to|i call|contact|dial"},
    {Cue::Enquiry, "what|which number|line .. call|dial|contact|ring|use"},
    {Cue::Enquiry, "what|what's|whats .. counts|count|considered|qualifies|qualify as?"},
    {Cue::Enquiry, "is|are ... something|anything|things you|your|they"},
    {Cue::Enquiry,
     "is|are it|that|this bad|dangerous|normal|safe|okay|ok|common|unusual|weird if|when|that|for"},
    {Cue::Enquiry,
     "if|whether|si i|we|you|there|it|my|the|a|something|somebody|someone|they|our|hay|se"},

    {Cue::Hypothetical,
     "how do|can|would|will|could|to i|we|you|one|someone? .. "
     "know|tell|check|prevent|avoid|test|find|detect"},
    {Cue::Hypothetical, "what if|happens|causes|cause|caused"},
    {Cue::Hypothetical, "keep|protect|save .. from"},
    {Cue::Hypothetical,
     "how do|can|should|would i|we|you|one .. keep|protect|winterize|insulate|childproof|maintain"},
    {Cue::Hypothetical, "^ could|can|do|does|would|will|why|what ... start|starts|cause|causes"},
    {Cue::Hypothetical, "why|how would|do|does|could a|an|pipes|breakers|outlets|people"},
    {Cue::Hypothetical,
     "afraid|worried|scared|concerned|nervous of|about|that .. "
     "floods|fires|freezing|flooding|storms|outages|leaks|winter|future"},
    {Cue::Hypothetical, "want|like|need|trying|looking to stop|keep|prevent .. from"},
    {Cue::Hypothetical,
     "would|will|does|could|can a|an|the|my|our|it|that|this|one|these|those|new|having ... "
     "stop|keep|prevent|protect|save|help|reduce|lower|avoid .. from|with|against|of|the"},
    {Cue::Hypothetical,
     "can|could|would|will|does|do a|an|old|bad|dirty|clogged|loose|faulty|new ... "
     "cause|causes|start|lead|trigger|set|make|result"},
    {Cue::Hypothetical, "if .. were to"},
    {Cue::Hypothetical, "what happens|if .. there's|there|theres"},
    {Cue::Hypothetical, "^ suppose|supposing|imagine|hypothetically"},
    {Cue::Hypothetical,
     "what|what's|whats .. risk|risks|chance|chances|odds|danger|dangers|likelihood|sign|signs|"
     "symptoms|causes|difference of|for|between"},
    {Cue::Hypothetical, "in|on the event|case|off of|that|there|chance"},
    {Cue::Hypothetical, "hate to|for .. have|see|get|be|come|happen"},
    {Cue::Hypothetical,
     "could|can|would|will|might that|this|it|these|those .. lead|cause|become|turn|result"},
    {Cue::Hypothetical, "sure|certain i|we|that .. never|not|don't .. have|get|see|wake"},
    {Cue::Hypothetical, "que pasa|pasaria si|cuando"},
    {Cue::Hypothetical, "en caso de"},
    {Cue::Hypothetical, "por si"},
    {Cue::Hypothetical, "como se|saber|puedo|evito|evitar|prevengo|prevenir"},
    {Cue::Someday, "someday"},
    {Cue::Someday, "some|one|algun day|dia"},
    {Cue::Someday, "in the future"},
    {Cue::Someday, "en el futuro"},
    {Cue::Someday, "down the road|line"},
    {Cue::Someday, "one of these|those days"},
    {Cue::Hypothetical, "if .. ever"},
    {Cue::Hypothetical, "video|videos|post|ad|documentary|report|segment|podcast|blog about|on"},
    {Cue::Hypothetical, "next|this coming winter|summer|season|year"},
    {Cue::Hypothetical, "in case"},
    {Cue::Hypothetical, "is|are .. common|normal|dangerous"},
    {Cue::Hypothetical, "is|are .. covered by|under|$"},
    {Cue::Hypothetical, "prevent|preventing|avoid|avoiding|prevention|prevenir|evitar"},
    {Cue::Hypothetical,
     "install|installing|installation|instalar|inspect|inspection|checkup|tuneup|maintenance|buy|"
     "sell"},
    {Cue::Hypothetical,
     "training|class|classes|article|movie|show|song|book|dream|dreamed|dreamt|game|joke|kidding|"
     "watched|reading|read"},
    {Cue::Hypothetical, "tested|test|testing|checked|check|wondering|curious for|about"},

    {Cue::Resolved,
     "was|were|been|got|already|is|are|they|he|we|she|plumber|landlord|guy|company|technician|"
     "husband|electrician|it|ya|lo|fue .. "
     "fixed|repaired|resolved|handled|arreglado|arreglada|arreglaron|reparado|reparada|resuelto|"
     "solucionado|repararon"},
    {Cue::Resolved, "was|were|been|already|they|he|we|she|plumber|landlord|got|ya .. replaced"},
    {Cue::Resolved,
     "fixed|repaired|patched|plugged|resolved|arreglo|arreglaron|reparo|repararon .. "
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
    {Cue::Resolved, "ya no"},
    {Cue::Resolved, "turned|turns out .. just|only|was|nothing"},
    {Cue::Resolved, "put|putting .. out"},
    {Cue::Resolved, "cleaned|dried|mopped up|out"},
    {Cue::Resolved, "fire|fires|flames|incendio .. is|was|has|been .. out|extinguished|apagado"},

    {Cue::Contained, "stopped|paro|ceso|detuvo"},
    {Cue::Contained, "went|gone|go|going away"},
    {Cue::Contained, "is|are|it's|has|already|now gone|over|contained|stopped|quiet"},
    {Cue::Contained, "shut|turned|switched|closed|cut .. off"},
    {Cue::Contained, "i|we|he|she|they|husband|already|just|was|is|been shutoff"},
    {Cue::Contained, "under control"},
    {Cue::Contained, "cerre|cerramos|apague|apagamos ... agua|llave|gas|luz|breaker"},
    {Cue::Contained, "subsided|receded|dissipated|cleared|isolated|capped"},

    {Cue::Past,
     "last|past|previous|pasado|pasada "
     "week|month|year|years|summer|winter|spring|fall|season|time|semana|mes|ano|invierno|verano|"
     "january|february|march|april|may|june|july|august|september|october|november|december"},
    {Cue::Past, "semana|mes|ano pasado|pasada"},
    {Cue::Past,
     "week|weeks|month|months|year|years|decade|decades|semanas|meses|anos ago|back|atras"},
    {Cue::Past, "hace .. semanas|meses|anos|ano|mes"},
    {Cue::Past, "in|back 198*|199*|200*|201*|202*"},
    {Cue::Past, "previously|formerly|historically|history"},
    {Cue::Past, "old leak|leaks|fire|flood|damage"},
    {Cue::Past,
     "neighbor|neighbors|neighbor's|neighbors'|friend|friends|friend's|coworker|cousin|sister|"
     "brother .. had"},
    {Cue::Past, "back in"},
    {Cue::Past, "last|old|former|first|other|parents house|home|apartment|place|condo|rental"},
    {Cue::Past, "in|during the spring|winter|fall|summer|autumn|freeze of? 201*|202*|$"},
    {Cue::Past,
     "had|was|were|got|happened|found|lost ... "
     "in|during|over the early|late|past? spring|winter|fall|summer|autumn"},
    {Cue::Past,
     "in|of|en "
     "january|february|march|april|may|june|july|august|september|october|november|december|enero|"
     "febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"},
    {Cue::Past, "as a kid|child|boy|girl|teenager|baby"},
    {Cue::Past, "in the? seventy|eighty|ninety .. one|two|three|four|five|six|seven|eight|nine"},
    {Cue::Past, "in the? seventies|eighties|nineties"},
    {Cue::Past,
     "saved|helped|rescued|bailed us|me|him|her|them out? .. when|after|during|with "
     "that|the|our|my "
     "time?"},
    {Cue::Past, "in the past i|we|he|she|they|it|there|the|my|our|$"},
    {Cue::Past, "en el pasado"},
    {Cue::Past, "while|time|lifetime ago|back"},
    {Cue::Past, "had|have|saw|got|seen ... once $"},
    {Cue::Past, "once|one time? had|saw|got|was|were|smelled|experienced|found"},
    {Cue::Past, "una vez tuve|tuvimos|hubo|tuvo|paso"},
    {Cue::Past, "tuve|tuvimos|hubo|tuvo ... una|aquella vez|ocasion $"},
    {Cue::Past,
     "before|until|antes de? i|we|he|she|they|i'd|we'd|que? .. "
     "moved|bought|rented|owned|lived|purchased|closed|inherited|mudaramos|mudarme|mudarnos|"
     "compraramos|comprar"},
    {Cue::Past, "i|we|still remember|recall|recuerdo when|having|cuando"},
    {Cue::Past, "cuando era|eramos|vivia|viviamos|compre|compramos"},
    {Cue::Past,
     "last|previous|former|prior|old tenant|tenants|owner|owners|renter|renters|people .. "
     "had|caused|told|reported|mentioned"},
    {Cue::Past,
     "saw|seen|heard|read|watched ... on|in|about the? "
     "tv|television|news|youtube|tiktok|facebook|internet|movie|paper|radio|online"},
    {Cue::Past,
     "in|of twenty ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
     "nineteen|twenty"},
    {Cue::Past, "en|desde|del dos mil"},
    {Cue::Past,
     "few|couple|several|some|many|two|three|four|five|six|ten of? "
     "weeks|months|years|winters|summers|seasons ago|back|earlier|prior"},
    {Cue::Past, "years|months|ages|decades .. back|ago|earlier|before"},
    {Cue::Past, "of|during|since|en 198*|199*|200*|201*|202*"},
    {Cue::Past, "long|ages|years|months ago|before|back"},
    {Cue::Past, "hace .. semana|mes|ano|anos|meses|tiempo"},
    {Cue::Past, "back when"},
    {Cue::Past, "when i|we was|were|lived|moved|bought"},
    {Cue::Past, "prior|previous|old owner|owners|house|tenant|apartment"},

    {Cue::Recent, "yesterday|earlier|ayer|antier|anoche"},
    {Cue::Recent, "last night|evening|weekend"},
    {Cue::Recent, "other day|night|week"},
    {Cue::Recent, "day|days ago"},
    {Cue::Recent, "hace dias|rato"},

    {Cue::Now,
     "just|suddenly burst|broke|snapped|started|blew|caught|fell|found|noticed|smelled|saw|heard|"
     "popped|exploded|cracked|came|got|lost|happened|flooded"},
    {Cue::Now, "now|currently|today|ahora|actualmente|hoy|ahorita|happening|presently"},
    {Cue::Ongoing,
     "still|again|todavia|sigue|siguen|aun|keeps|continues|won't|wont|restarted|worse"},
    {Cue::Ongoing,
     "i've|we've|they've|have|has been? "
     "had|having|smelled|smelling|noticed|seen|heard|leaking|flooding|sparking|burning ... "
     "since|for|all"},
    {Cue::Ongoing, "otra vez"},
    {Cue::Ongoing, "for|over the past|last"},
    {Cue::Ongoing, "came|coming|comes|is|it's back"},
    {Cue::Ongoing, "started|starts|starting .. again|up|back"},

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
};

}  // namespace

std::span<const HazardPhrase> hazard_phrases() {
  return hazards;
}
std::span<const Compound> hazard_compounds() {
  return compounds;
}
std::span<const CuePhrase> cue_phrases() {
  return cues;
}
std::span<const WordClass> emergency_classes() {
  return classes;
}

}  // namespace callwright::language
