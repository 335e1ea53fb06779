#include "language/hazards/tables.h"

namespace callwright::language::hazards {
namespace {

constexpr HazardPhrase rows[] = {
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
    {"person.injury", Danger::Critical,
     "<person>|he's|she's|lips is|are|turning|turned|going? blue|purple"},
    {"person.injury", Danger::Critical,
     "he|she|he's|she's|husband|wife|mom|dad .. not|isn't .. talking|making right|sense|straight"},
    {"person.injury", Danger::Critical,
     "<person> .. can't|won't|cannot stop shaking|trembling|vomiting|bleeding"},
    {"person.injury", Danger::Critical, "foaming at"},
    {"person.injury", Danger::Critical, "<person> is turning|going blue|purple"},
    {"person.injury", Danger::Critical, "<person> se cayo"},
    {"person.trapped", Danger::Critical,
     "fell|came|dropped|landed|crashed|collapsed|slammed down? on|onto .. "
     "me|him|her|them|head|leg|legs|foot|arm|hand|back"},
    {"person.trapped", Danger::Critical,
     "hand|hands|arm|finger|fingers|foot|leg|head|hair|mano|dedo|dedos|brazo|pierna is|are|got? "
     "stuck|caught|jammed|wedged|trapped|pinned|crushed|atorad*|atrapad*"},
    {"person.trapped", Danger::Critical,
     "stuck|caught|jammed|wedged|trapped|pinned|crushed my|his|her|their|a "
     "hand|hands|arm|finger|fingers|foot|leg|head|hair"},
    {"person.trapped", Danger::Critical,
     "locked|stuck himself|herself|themselves|themself in|inside"},
    {"person.trapped", Danger::Critical, "can't|cannot|cant|couldn't get me|him|her|them out"},
    {"person.injury", Danger::Critical, "can't|cannot|cant feel my|his|her|their"},
    {"person.injury", Danger::Critical, "<person>|he's|she's is? not moving"},
    {"person.injury", Danger::Critical, "short of breath"},
    {"person.injury", Danger::Critical, "gasping|wheezing"},
    {"person.injury", Danger::Critical, "blood everywhere|all"},
    {"person.injury", Danger::Critical, "chest hurts|hurting|tight|tightness"},
    {"person.injury", Danger::Critical, "arm|hand|leg|face|side is|are|went|feels|got numb"},
    {"person.injury", Danger::Critical,
     "drank|swallowed|ate|ingested|inhaled|drinking|trago|tomo|comio ... "
     "cleaner|bleach|chemical|chemicals|poison|acid|cloro|veneno|antifreeze|battery"},
    {"person.trapped", Danger::Critical,
     "elevator|lift|elevador|ascensor ... with .. inside|in|people|me|him|her"},
    {"person.trapped", Danger::Critical,
     "won't|wont|can't|cannot|doesn't open ... <person>|he's|she's is|are? inside|in|stuck"},
    {"person.injury", Danger::Critical,
     "he's|she's|they're|i'm badly|really|seriously? hurt|injured|bleeding|unconscious"},
    {"person.injury", Danger::Critical,
     "breathing .. funny|weird|hard|heavy|fast|shallow|strange|raspy"},
    {"person.injury", Danger::Critical,
     "fell|fallen|falling into|off|from|through|in .. "
     "trench|roof|ladder|hole|attic|stairs|scaffold|scaffolding|ceiling|shaft|pit|well|manhole"},
};

}  // namespace

std::span<const HazardPhrase> people() {
  return rows;
}

}  // namespace callwright::language::hazards
