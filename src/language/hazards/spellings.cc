#include "language/hazards/tables.h"

namespace callwright::language::hazards {
namespace {

constexpr Compound rows[] = {
    {"leak", "leek|leke|laek|lek"},
    {"leaking", "leeking|leakin|laeking|leakng|leakign|lekaing"},
    {"flooding", "floding|fludding|floodin|floodng|flodding|fluding"},
    {"flooded", "floded|fluded|flodded"},
    {"smell", "smel|smeel|smll|semll"},
    {"smoke", "smok|smoak|somke|smoek"},
    {"smoking", "smokin|smoaking"},
    {"fire", "fier|fyre|firee"},
    {"burning", "burnin|burnning|buring|bruning"},
    {"sparks", "sparcs|sparkes|sprks"},
    {"sparking", "sparkin|sparcing"},
    {"shocked", "shoked|schocked|shockd"},
    {"burst", "brust|bursted|birst"},
    {"bursting", "bursing|brusting"},
    {"overflowing", "overflowin|overflwing|over flowing"},
    {"sewage", "suage|sewege|sueage|seweage|sewerage|sewadge|sweage"},
    {"monoxide", "monoxid|minoxide|minoxidil|monixide|manoxide|monoxyde|monoxcide|monoxite"},
    {"monoxide", "mono oxide|oxcide|oxid"},
    {"electrical", "elctrical|electical|eletrical|electricle|elecrical"},
    {"emergency", "emergancy|emergeny|emergncy|emrgency|imergency|emergenci|emergensy"},
    {"emergencia", "emerjencia|emergenzia"},
    {"furnace", "furnance|furnice|furnase|furnce"},
    {"ceiling", "cieling|celing|ceilling|ceeling"},
    {"basement", "basment|bacement|basemnt|baesment"},
    {"water", "watter|wter|watr|waterr"},
    {"unconscious", "unconcious|unconsious|unconscience"},
    {"fuga", "fuja"},
    {"humo", "umo"},
    {"huele", "uele|guele|hule"},
    {"incendio", "insendio"},
    {"inundacion", "inundasion"},
    {"going", "goin"},
    {"coming", "comin|comeing"},
    {"pouring", "pourin|poring"},
    {"running", "runnin"},
    {"dripping", "drippin|driping"},
    {"beeping", "beepin"},
    {"buzzing", "buzzin"},
    {"spraying", "sprayin"},
    {"working", "workin"},
    {"getting", "gettin|geting"},
    {"blowing", "blowin"},
    {"water", "wator|wader"},
    {"through", "thru|throo"},
};

}  // namespace

std::span<const Compound> spellings() {
  return rows;
}

}  // namespace callwright::language::hazards
