#include "language/hazards/tables.h"

namespace callwright::language::hazards {
namespace {

constexpr Compound rows[] = {
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
    {"thing",
     "blow|blew|blown|blowing|explode|exploded|burst|burn|burned|torched up? through? "
     "the|my|our|his|her|a "
     "budget|bill|savings|account|credit|schedule|plans"},
    {"thing", "blow|blew|blown|blowing up? the|my|our|a? budget|mattress|mind|savings|deadline"},
    {"thing", "burn|burned|burnt|burning a hole in my|our|your|the|his|her pocket|wallet|budget"},
    {"thing", "burn|burned|burning my|our|some|any|that|all? bridges|bridge"},
    {"thing", "burning|burn the midnight oil?"},
    {"thing", "burning|burn daylight|calories|cash"},
    {"thing", "crash|slash and burn"},
    {"thing", "heartburn|sunburn|sunburned|sunburnt"},
    {"thing", "flood|floods|flooding|flooded of|back|with .. memories|light|tears|emotions|relief"},
    {"thing", "memories|emails|tears .. flood|flooding|flooded"},
    {"thing",
     "flood|floods of "
     "calls|requests|orders|work|messages|customers|people|applications|savings|deals|offers|leads|"
     "reviews|emails|compliments|questions|interest|business|complaints"},
    {"thing", "floodgate|floodgates"},
    {"thing", "run|ran|runs out of gas"},
    {"thing", "step|stepped on the gas"},
    {"thing", "cooking with gas"},
    {"thing", "smoke and mirrors"},
    {"thing", "highway|daylight robbery|robbers"},
    {"thing",
     "explode|explodes|exploded|exploding their|your|our|my "
     "revenue|sales|business|growth|brand|leads|reviews|calls"},
    {"thing",
     "flood|flooding|floods|flooded my|our|your|the|their phone|phones|inbox|line|lines|calendar|"
     "schedule|pipeline|business with"},
    {"thing",
     "water|gas|electric|electricity|power|heating|energy|utility|light bill|bills is|has|just? "
     "exploded|exploding|shocking|burning|killing"},
    {"thing",
     "is|was|been|be|becoming|such|nothing but? a|my|our|another|one? big|bigger|biggest|real|huge|"
     "total|constant? headache|headaches"},
    {"thing",
     "give|gives|giving|gave|cause|causing|save|saves|spare|save me|us|him|her|you|so? "
     "many|a|some|the|this|nothing? but? headache|headaches with|over|about|from|again|lately|$"},
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
    {"thing",
     "trapped|stuck in|by|with|on|at .. "
     "contract|lease|meetings|meeting|traffic|call|calls|work|zoom|office|airport|job|school"},
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
    {"thing",
     "<affair> .. "
     "shocking|shocked|shock|exploding|exploded|explode|explodes|burning|smoking|flooded|flooding|"
     "bursting|overflowing|blew|blowing|killing"},
    {"thing",
     "<affair> of|for|in .. is|are|was|were|keeps "
     "exploding|burning|smoking|shocking|flooding|killing"},
    {"thing", "fell|fall|falls|falling|fallen behind|short|asleep|apart"},
    {"thing",
     "flooded|swamped|flooding|drowning me|us|him|her|them? with|in|by "
     "questions|requests|orders|messages|texts|paperwork|traffic|people|cars|visitors|tourists|"
     "spam|leads|calls|emails|light|sunlight|ads|mail"},
    {"thing",
     "blow|blew|blowing|blown up their|your|our|his|her|my|the google? "
     "reviews|business|sales|phones|phone|numbers|brand|ratings|page|social"},
    {"thing",
     "burned|burnt on|before|with the|a|my|that|another? "
     "deposit|deal|job|bid|price|quote|contractor|$"},
    {"thing", "explosion of weeds|ants|bugs|mice|color|colors|flavor|growth|interest|calls"},
    {"thing", "smoke|smoky|fire|flame|ember gray|grey|colored|black|white|red|blue|finish|tone"},
    {"thing", "fire science|academy|school|training|class|code|rated|marshal's"},
};

}  // namespace

std::span<const Compound> figures_of_speech() {
  return rows;
}

}  // namespace callwright::language::hazards
