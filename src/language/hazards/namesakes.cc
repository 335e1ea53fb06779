#include "language/hazards/tables.h"

namespace callwright::language::hazards {
namespace {

constexpr Compound rows[] = {
    {"smokealarm", "smoke|fire|humo|incendio|incendios <alarm>"},
    {"smokealarm", "<alarm> de|contra humo|incendio|incendios"},
    {"coalarm", "carbon monoxide <alarm>"},
    {"coalarm", "co|monoxide|co2|monoxido <alarm>"},
    {"coalarm", "co 2 <alarm>"},
    {"coalarm", "co|monoxide thing|thingy|box|unit|gadget|machine|device"},
    {"coalarm", "aparato|cosa|cajita del|de monoxido|co"},
    {"waterpressure", "water pressure"},
    {"coalarm", "c o <alarm>"},
    {"coalarm", "carbon dioxide? <alarm>"},
    {"thing", "to|on|onto|for|with|want|add|get natural? gas|propane $|for|and|instead|line"},
    {"thing",
     "convert|converting|conversion|switch|switching|change|changing|go|going .. from|over .. to "
     "natural? gas|propane"},
    {"thing", "is|if there natural? gas service|available|line|lines|in|at|on|to|near"},
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
    {"ceilingfan", "ceiling fan|fans"},
    {"fusebox", "breaker|fuse|electrical|electric|circuit box|panel"},
    {"fusebox", "electrical service? panel|meter"},
    {"thing",
     "works|work|worked|working|volunteers|job|retired at|for|with|from|in the|our|a|local? fire "
     "dept|department|station|house|service"},
    {"firedepartment", "fire dept|department|trucks|truck|fighters|fighter|engine|crew"},
    {"firedepartment", "firefighters|firemen|bomberos"},
    {"sewerwater", "agua|aguas negra|negras"},
    {"sewerwater", "sewer|septic|black|dirty water|agua"},
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
    {"thing", "spark|sparks in|of|from|at the|my? igniter|ignitor|electrode|engine"},
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
    {"aftermath", "after|since|from|following the|that|our|my|last? fire|flood|explosion|flooding"},
    {"thing", "after|following the|that|our|my|last? leak|leaks"},
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
     "works|fitter|log|card|pump|utility|utilities|insert|technician|tech|pressure|man|guy|plumber|"
     "lamp|lamps|light|job|conversion"},
    {"thing", "natural? gas furnace|furnaces|boiler|waterheater|heater|heaters"},
    {"thing", "a|empty|red|plastic|old gas can|cans"},
    {"thing", "shock absorber|absorbers|chlorinate|chlorination|chlorinator|value|and? awe"},
    {"thing", "sticker|culture|pool|price|bill shock"},
    {"thing", "shocked|shocking .. price|bill|cost|quote|how|that|at|hear"},
    {"thing",
     "water "
     "softener|softeners|filter|filters|filtration|bill|bills|meter|meters|treatment|"
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
    {"thing", "heart attack ... bill|price|quote|cost|estimate|invoice|total|number"},
    {"thing", "overflow drain|pan|pans|tube|valve|parking|plate|switch|hole|line|pipe"},
    {"thing",
     "sewer|septic "
     "line|lines|pipe|pipes|inspection|camera|scope|cleaning|cleanout|tank|tanks|pumping|"
     "replacement|repair|bill|smell|service|installation $"},
    {"thing",
     "main "
     "street|st|road|rd|avenue|ave|office|floor|entrance|house|reason|issue|problem|concern|thing|"
     "door|gate|number|bathroom|bedroom|level"},
    {"thing", "ceiling height|paint|painting|stain|stains|mount|texture"},
    {"thing",
     "leak "
     "detection|inspection|test|testing|sensor|sensors|detector|detectors|repair|repairs|proof|"
     "check"},
    {"thing", "leaf|memory|news|story|information leak|leaks|leaked"},
    {"thing",
     "power "
     "washer|washing|wash|tool|tools|vent|company|bill|wall|steering|hour|drill|drain|"
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
     "<hazard_name> tree|stone|wood|field|view|hill|creek|water|rise|run|crest|vista|brook|glen? "
     "street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|boulevard|blvd|way|circle|cir|place|"
     "pl|creek|hill|hills|ridge|island|park|trail|terrace|plaza|square|tower|towers|apartments|"
     "estates|hollow|canyon|mountain|county|city|family|residence|valley|point|rock|highway|hwy|"
     "parkway|pkwy|calle|avenida|colonia"},
    {"name",
     "on|off|near|at|live|living|en <hazard_name>|burning|falling "
     "tree|oak|oaks|pine|pines|leaf|bush|rock|wood|woods|cliff|cliffs|star|sky|water|ridge "
     "street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|boulevard|blvd|way|circle|place|"
     "trail"},
    {"name", "calle|avenida|street|road|avenue|called <hazard_name>"},
    {"name",
     "calle|avenida|colonia|barrio|fraccionamiento|street|road se? "
     "llama|llamada|llamado|is|named|called "
     "<hazard_name>|fuego|humo|incendio|llama|llamas|fire|smoke"},
    {"musty",
     "smell|smells|smelled|smelling|odor|stinks|stink .. "
     "musty|mildew|mildewy|moldy|mouldy|damp|stale|dusty|earthy|humedad|moho "
     "after|when|whenever|every|since|in|down|all|but|for|$"},
    {"musty", "musty|mildew|moldy|mouldy|damp|stale|earthy smell|smells|odor|stink"},
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
    {"gasburner", "estufa|horno|secadora|parrilla|asador|chimenea de gas"},
    {"name",
     "calle|avenida|colonia rio|cerro|monte|valle|lago|volcan|loma|paseo "
     "<hazard_name>|fuego|agua|humo"},
    {"name", "calle|avenida|colonia <hazard_name>|fuego|rio|agua|humo"},
    {"thing",
     "explosion|shock|burst|fire|flame|flames|smoke|flood|spark|sparks|overflow|freeze|gas|arc "
     "proof|proofed|proofing|resistant|protection|protected|preventer|prevention|suppressor|"
     "suppressors|suppression|rated|rating|retardant|arrestor|arrester|guard|guards|barrier|"
     "barriers|blocking|coverage|fault|hazard|hazards|risk|risks|simulator|simulation|exercise"},
    {"thing", "explosionproof|shockproof|fireproof|fireproofing|floodproof|smokeproof"},
    {"thing",
     "goes|going|go off .. whenever|when|anytime|time .. "
     "cook|cooks|cooking|fry|fries|frying|toast|bake|bakes|bacon"},
    {"thanks", "thanks|thank|gracias you? again|nuevamente"},
    {"thanks", "gracias otra vez"},
    {"thing", "burn|burned|burns through"},
    {"handle", "faucet|tap|toilet|sink|tub|shower handle|knob|lever"},
    {"name",
     "<hazard_name> "
     "grill|cafe|bistro|tavern|pub|diner|bakery|salon|studio|gallery|inn|brewery|inc|llc|bros|"
     "brothers|sons|motors|auto|realty|properties|academy|gym|fitness|yoga|pizza|pizzeria|bbq|spa|"
     "boutique"},
    {"name", "we're|this is|i'm with|from|at? smoke|fire|flame|ember|blaze|spark and|&"},
    {"thing", "doorbell|bell|landscape|lighting|thermostat transformer|transformers"},
    {"name", "calle|avenida|colonia incendio|llama|llamas|inundacion|chispa"},
    {"thing", "over and over"},
    {"thing", "from|after|since|at the? fire safety|marshal|inspection|code|drill"},
    {"gasline", "gas|propane regulator|cylinder|bottle|riser|coupling"},
    {"name", "call|calls|called|llaman me|him|her|it <hazard_name>"},
    {"name", "me|le llaman|dicen <hazard_name>"},
    {"outlet", "power strip|strips"},
    {"outlet", "extension cord|cords"},
    {"outlet", "surge protector|protectors"},
    {"waterline", "angle|ball|gate|saddle|isolation|curb stop|stops|valve|valves"},
};

}  // namespace

std::span<const Compound> namesakes() {
  return rows;
}

}  // namespace callwright::language::hazards
