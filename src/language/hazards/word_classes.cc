#include "language/hazards/tables.h"

namespace callwright::language::hazards {
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
     "pita|pite|chilla|chillando|pitido|sonar|sonando|suena|sono|activo|activada|activado|pitando|"
     "disparada|disparado|disparo|continuo"},
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
     "tanque|waterheater|spigot|valve|hydrant|riser|connection|coupling|joint|elbow"},
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
     "roommate|technician|resident|toddler|infant|boy|girl|lady|helper|apprentice|customer|client|"
     "grandma|grandpa|grandmother|grandfather|grandson|granddaughter|nephew|niece|uncle|aunt|"
     "sister|brother|friend|abuelo|abuela|esposo|esposa|hijo|hija|nino|nina|senor|senora|companero|"
     "trabajador|mama|papa"},
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
    {"basin",
     "sink|sinks|tub|bathtub|shower|toilet|toilets|faucet|faucets|tap|taps|spigot|dishwasher|"
     "washer|machine|hydrant|commode|inodoro|tina|regadera|lavabo|fregadero|lavadora|tinaco"},
    {"spilled",
     "floor|floors|carpet|carpets|room|hallway|kitchen|basement|garage|laundry|bathroom|bedroom|"
     "everything|house|apartment|downstairs|ceiling"},
    {"affair",
     "price|prices|pricing|bill|bills|cost|costs|quote|quotes|estimate|estimates|invoice|rates|fee|"
     "fees|schedule|calendar|market|sales|demand|reviews|inbox|precio|"
     "precios|cuenta|agenda"},
    {"harmless",
     "dog|dog's|cat|cat's|pet|condensation|sweat|sweating|spill|spilled|juice|soda|drink|bowl|"
     "mop|rain|snow|steam|dust|toast|toaster|popcorn|dinner|candle|candles|incense|barbecue|grill|"
     "skunk|perfume|cigarette|fine|okay|battery|batteries|nada|vapor|polvo|comida|pan|tostado"},
};

}  // namespace

std::span<const WordClass> word_classes() {
  return classes;
}

}  // namespace callwright::language::hazards
