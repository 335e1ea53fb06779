#include "language/hazards/tables.h"

namespace callwright::language::hazards {
namespace {

constexpr CuePhrase rows[] = {
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
    // What the receptionist is asked not to do says nothing of the hazard after it.
    {Cue::Idiom, "don't|dont|not|never hang|disconnect|transfer|ignore"},
    {Cue::Idiom, "don't|dont|not|never tell|put|ask|make|leave|keep me|us"},
    {Cue::Idiom, "no me|nos? cuelgue|cuelgues|cuelguen|deje|dejen|ponga|pongan"},
    {Cue::Idiom, "not sure|only|just|kidding|joking|good|okay|ok|safe|happy|normal|feeling|well"},
    {Cue::Idiom, "not a drill|joke|good|normal|small|minor|little|slow|false"},
    {Cue::Idiom, "nothing .. works|working|helps|helping|happens|fixes"},
    {Cue::Idiom, "no|not .. stop*|working|work|slow*|going away|down?"},
    {Cue::Idiom,
     "stopped|stops|quit "
     "working|heating|cooling|running|blowing|functioning|turning|coming|flushing|draining|"
     "charging|responding|firing|igniting|dead"},
    {Cue::Idiom, "without stop*"},
    // What must be done is not done yet.
    {Cue::Idiom,
     "it|it's|they|he|we|she? got|gotta|has|have|must|should|needs|need|can|could|will|would "
     "it|this|that? to? be|get it|this|that? "
     "fixed|repaired|handled|resolved|replaced|sealed|patched|sorted|cleared|taken"},
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
    {Cue::Enquiry,
     "covered|included by|under|in|with the|my|your|our|that? "
     "plan|policy|warranty|contract|insurance|membership|agreement"},
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
    {Cue::Enquiry, "is|are .. common|normal|dangerous"},
    {Cue::Hypothetical, "is|are .. covered by|under|$"},
    {Cue::Hypothetical, "prevent|preventing|avoid|avoiding|prevention|prevenir|evitar"},
    {Cue::Hypothetical,
     "install|installing|installation|instalar|inspect|inspection|checkup|tuneup|maintenance|buy|"
     "sell"},
    {Cue::Hypothetical,
     "training|class|classes|article|movie|show|song|book|dream|dreamed|dreamt|game|joke|kidding|"
     "watched|reading|read"},
    {Cue::Hypothetical, "tested|test|testing|checked|check|wondering|curious for|about"},
    {Cue::Idiom, "calling|call|called|llamo about|for|regarding|por|para ... now|ahora"},
    {Cue::Hypothetical, "what would|could|might happen|be if|when|$"},
    {Cue::Enquiry,
     "^ do|does|can|will|would .. "
     "heaters|pipes|outlets|breakers|furnaces|toilets|units|panels|lines|pumps|tanks"},
    {Cue::Hypothetical,
     "can|could|might|may|tend|tends|puede|pueden to? start|cause|spark|lead|causar|provocar .. "
     "fires|leaks|floods|shocks|burns|incendios|fugas|inundaciones"},
    {Cue::Idiom, "ahora .. quiero|quisiera|necesito|queremos|necesitamos|busco|buscamos|gustaria"},
    {Cue::Hypothetical,
     "outlets|pipes|wires|wiring|panels|breakers|heaters|tanks|furnaces|boilers|valves|hoses|"
     "connections can|could|may|might "
     "cause|leak|burst|freeze|start|spark|catch|explode|fail|crack|overheat|back"},
    {Cue::Idiom,
     "can't|cannot|cant|couldn't|don't|not .. find|see|tell|figure|hear|know|smell out? "
     "where|what|why|how|which|if|source"},
    {Cue::Enquiry, "how long|many do|does|should a|an|most|these|those|new|old|typical|modern"},
    {Cue::Idiom, "not|isn't|isnt|ain't|no a|any? drill|joke|test|prank"},
    {Cue::Idiom, "not|isn't|wasn't|never fixed|repaired|resolved|over|done|gone"},
    {Cue::Hypothetical, "so .. won't|doesn't|don't|wouldn't|can't|never"},
};

}  // namespace

std::span<const CuePhrase> moods() {
  return rows;
}

}  // namespace callwright::language::hazards
