#include "language/address_words.h"

#include <algorithm>
#include <array>

namespace callwright::language {
namespace {

struct Written {
  std::string_view said;
  std::string_view written;
};

// Sorted, so that a look-up is a binary search.
// clang-format off
constexpr auto common_street_types = std::to_array<std::string_view>({
    "av", "ave", "avenue", "blvd", "boulevard", "cir", "circle", "court", "ct", "dr", "drive",
    "highway", "hwy", "lane", "ln", "parkway", "pkwy", "pl", "place", "rd", "road", "st", "street",
    "ter", "terrace", "way",
});

constexpr auto saints_of_cities = std::to_array<std::string_view>({
    "albans", "anthony", "augustine", "bernard", "charles", "clair", "cloud", "francis", "george",
    "germain", "helens", "ignace", "james", "johns", "joseph", "louis", "lucie", "marys", "paul",
    "peters", "petersburg", "simons",
});

constexpr auto street_types = std::to_array<std::string_view>({
    "allee", "alley", "aly", "av", "ave", "aven", "avenida", "avenu", "avenue", "bend", "blvd",
    "bnd", "boul", "boulevard", "boulv", "byp", "bypass", "calle", "camino", "causeway", "causway",
    "cir", "circ", "circle", "close", "court", "cove", "crcl", "cres", "cresc", "crescent",
    "crossing", "crt", "cswy", "ct", "cv", "dr", "drive", "drv", "esplanade", "expressway", "expy",
    "ext", "extension", "freeway", "fwy", "highway", "hiway", "hiwy", "hwy", "landing", "lane",
    "ln", "lndg", "loop", "lp", "mews", "parkway", "parkwy", "paseo", "pass", "path", "pike", "pk",
    "pkway", "pkwy", "pky", "pl", "place", "plaza", "plz", "point", "pointe", "promenade", "pt",
    "py", "rd", "road", "row", "run", "sq", "square", "st", "str", "street", "ter", "terr",
    "terrace", "tpk", "tpke", "tr", "trace", "trail", "trails", "trce", "trl", "turn", "turnpike",
    "via", "walk", "way", "wy", "xing",
});

constexpr auto place_types = std::to_array<std::string_view>({
    "arcade", "bch", "beach", "bluff", "bluffs", "bottom", "br", "branch", "brg", "bridge", "brook",
    "brooks", "camp", "canyon", "center", "centre", "cliff", "cliffs", "club", "common", "commons",
    "corner", "corners", "course", "creek", "crest", "ctr", "dale", "dam", "estates", "ests",
    "falls", "field", "fields", "flat", "flats", "fls", "ford", "forest", "fork", "forks", "frst",
    "garden", "gardens", "gdns", "glen", "green", "grove", "grv", "harbor", "haven", "hbr",
    "heights", "hill", "hills", "hollow", "holw", "hts", "island", "isle", "jct", "junction", "key",
    "knoll", "knolls", "lake", "lakes", "light", "mall", "manor", "market", "mdw", "mdws", "meadow",
    "meadows", "mill", "mills", "mnr", "mount", "mountain", "mt", "oaks", "orchard", "overlook",
    "park", "plain", "plains", "prairie", "quay", "ranch", "rapids", "rdg", "rest", "ridge",
    "river", "rvr", "shoals", "shore", "shores", "spgs", "springs", "spur", "sta", "station",
    "summit", "throughway", "tower", "towers", "tunnel", "union", "valley", "view", "village",
    "vlg", "vw", "wells", "wharf", "woods",
});

constexpr auto other_words = std::to_array<std::string_view>({
    "a", "about", "across", "actually", "address", "afternoon", "amp", "amps", "an", "and",
    "apartment's", "are", "as", "at", "bathroom", "bathrooms", "be", "because", "bedroom",
    "bedrooms", "been", "behind", "between", "broken", "bucks", "but", "by", "call", "called",
    "calling", "calls", "can", "casa", "cerca", "clogged", "code's", "codigo", "come", "con",
    "correction", "could", "county's", "days", "did", "digo", "direccion", "do", "does", "dollars",
    "electric", "email", "en", "es", "espera", "esta", "evening", "excuse", "faucet", "faucets",
    "feet", "flooded", "flooding", "foot", "for", "friday", "from", "furnace", "furnaces", "gallon",
    "gallons", "had", "has", "have", "he", "heater", "heaters", "here", "home", "hour", "hours",
    "house", "how", "i", "i'm", "if", "im", "in", "inch", "inches", "is", "it", "it's", "its",
    "leak", "leaking", "leaks", "live", "lives", "living", "located", "make", "me", "mean",
    "mejor", "mi", "minute", "minutes", "monday", "month", "months", "morning", "my", "name",
    "near", "need", "needs", "no", "not", "number", "o", "of", "off", "ok", "okay", "on", "or",
    "our", "outlet", "outlets", "para", "people", "percent", "perdon", "person", "phone", "pipe",
    "pipes", "please", "por", "postal", "que", "rather", "saturday", "scratch", "send", "sent",
    "she", "should", "sink", "sinks", "so", "sorry", "sunday", "than", "thank", "thanks", "that",
    "the", "them", "then", "there", "these", "they", "this", "those", "thursday", "to", "today",
    "toilet", "toilets", "tomorrow", "ton", "tonight", "tons", "tuesday", "um", "un", "una",
    "unit's", "units", "us", "vivo", "volt", "volts", "wait", "want", "wants", "was", "watt",
    "watts", "we", "wednesday", "week", "weeks", "were", "what", "when", "where", "which", "who",
    "why", "will", "with", "would", "y", "yeah", "year", "years", "yes", "you", "your", "zipcode",
});

constexpr auto after_directions = std::to_array<std::string_view>({
    "allis", "amboy", "andover", "attleboro", "augusta", "aurora", "babylon", "barrington", "bay",
    "beach", "bend", "bloomfield", "boston", "branford", "bridgewater", "brunswick", "burlington",
    "canton", "charleston", "chester", "chicago", "cleveland", "covina", "des", "dundee", "el",
    "elgin", "euclid", "falls", "fargo", "fork", "gate", "grand", "greenwich", "hadley", "hampton",
    "hartford", "haven", "hempstead", "hill", "hills", "holland", "hollywood", "houston", "islip",
    "jordan", "kingstown", "lafayette", "lake", "lansing", "las", "lauderdale", "linn", "little",
    "liverpool", "memphis", "miami", "milwaukee", "moline", "monroe", "myrtle", "new", "ogden",
    "olmsted", "orange", "palm", "pasadena", "peoria", "plainfield", "plains", "platte", "point",
    "pole", "port", "portland", "providence", "reading", "richland", "richmond", "ridge",
    "ridgeville", "riverside", "royalton", "sacramento", "saint", "salt", "san", "seattle",
    "seneca", "smithfield", "springfield", "st", "stroudsburg", "tonawanda", "valley", "vancouver",
    "warwick", "wenatchee", "weymouth", "wildwood", "windsor", "yarmouth",
});

constexpr auto directions = std::to_array<Written>({
    {"e", "E"}, {"east", "East"}, {"n", "N"}, {"ne", "NE"}, {"north", "North"},
    {"northeast", "Northeast"}, {"northwest", "Northwest"}, {"nw", "NW"}, {"s", "S"}, {"se", "SE"},
    {"south", "South"}, {"southeast", "Southeast"}, {"southwest", "Southwest"}, {"sw", "SW"},
    {"w", "W"}, {"west", "West"},
});

constexpr auto unit_kinds = std::to_array<Written>({
    {"apartamento", "Apt"}, {"apartment", "Apt"}, {"apt", "Apt"}, {"aptmt", "Apt"}, {"apto", "Apt"},
    {"basement", "Basement"}, {"bld", "Building"}, {"bldg", "Building"}, {"blg", "Building"},
    {"bsmt", "Basement"}, {"building", "Building"}, {"condo", "Unit"}, {"departamento", "Apt"},
    {"department", "Dept"}, {"dept", "Dept"}, {"depto", "Apt"}, {"door", "Door"},
    {"edificio", "Building"}, {"fl", "Floor"}, {"flat", "Apt"}, {"floor", "Floor"},
    {"flr", "Floor"}, {"hangar", "Hangar"}, {"lot", "Lot"}, {"lower", "Lower"}, {"no", "#"},
    {"num", "#"}, {"number", "#"}, {"numero", "#"}, {"office", "Office"},
    {"penthouse", "Penthouse"}, {"ph", "Penthouse"}, {"piso", "Floor"}, {"rear", "Rear"},
    {"rm", "Room"}, {"room", "Room"}, {"slip", "Slip"}, {"space", "Space"}, {"spc", "Space"},
    {"ste", "Suite"}, {"suit", "Suite"}, {"suite", "Suite"}, {"tower", "Tower"},
    {"townhouse", "Unit"}, {"trailer", "Trailer"}, {"trlr", "Trailer"}, {"unidad", "Unit"},
    {"unit", "Unit"}, {"upper", "Upper"},
});

constexpr auto state_names = std::to_array<Written>({
    {"alabama", "AL"}, {"alaska", "AK"}, {"ariz", "AZ"}, {"arizona", "AZ"}, {"arkansas", "AR"},
    {"calif", "CA"}, {"california", "CA"}, {"carolina del norte", "NC"}, {"carolina del sur", "SC"},
    {"colo", "CO"}, {"colorado", "CO"}, {"conn", "CT"}, {"connecticut", "CT"}, {"d c", "DC"},
    {"delaware", "DE"}, {"district of columbia", "DC"}, {"fla", "FL"}, {"florida", "FL"},
    {"georgia", "GA"}, {"guam", "GU"}, {"hawaii", "HI"}, {"idaho", "ID"}, {"ill", "IL"},
    {"illinois", "IL"}, {"indiana", "IN"}, {"iowa", "IA"}, {"kansas", "KS"}, {"kentucky", "KY"},
    {"louisiana", "LA"}, {"luisiana", "LA"}, {"maine", "ME"}, {"maryland", "MD"}, {"mass", "MA"},
    {"massachusetts", "MA"}, {"mich", "MI"}, {"michigan", "MI"}, {"minn", "MN"},
    {"minnesota", "MN"}, {"mississippi", "MS"}, {"missouri", "MO"}, {"misuri", "MO"},
    {"montana", "MT"}, {"nebraska", "NE"}, {"nevada", "NV"}, {"new hampshire", "NH"},
    {"new jersey", "NJ"}, {"new mexico", "NM"}, {"new york", "NY"}, {"north carolina", "NC"},
    {"north dakota", "ND"}, {"nueva jersey", "NJ"}, {"nueva york", "NY"}, {"nuevo mexico", "NM"},
    {"ohio", "OH"}, {"okla", "OK"}, {"oklahoma", "OK"}, {"oregon", "OR"}, {"penn", "PA"},
    {"pennsylvania", "PA"}, {"pensilvania", "PA"}, {"puerto rico", "PR"}, {"rhode island", "RI"},
    {"south carolina", "SC"}, {"south dakota", "SD"}, {"tejas", "TX"}, {"tenn", "TN"},
    {"tennessee", "TN"}, {"tex", "TX"}, {"texas", "TX"}, {"utah", "UT"}, {"vermont", "VT"},
    {"virginia", "VA"}, {"wash", "WA"}, {"washington", "WA"}, {"west virginia", "WV"},
    {"wisc", "WI"}, {"wisconsin", "WI"}, {"wyoming", "WY"},
});

constexpr auto state_codes = std::to_array<Written>({
    {"ak", "AK"}, {"al", "AL"}, {"ar", "AR"}, {"az", "AZ"}, {"ca", "CA"}, {"co", "CO"},
    {"ct", "CT"}, {"dc", "DC"}, {"de", "DE"}, {"fl", "FL"}, {"ga", "GA"}, {"gu", "GU"},
    {"hi", "HI"}, {"ia", "IA"}, {"id", "ID"}, {"il", "IL"}, {"in", "IN"}, {"ks", "KS"},
    {"ky", "KY"}, {"la", "LA"}, {"ma", "MA"}, {"md", "MD"}, {"me", "ME"}, {"mi", "MI"},
    {"mn", "MN"}, {"mo", "MO"}, {"ms", "MS"}, {"mt", "MT"}, {"nc", "NC"}, {"nd", "ND"},
    {"ne", "NE"}, {"nh", "NH"}, {"nj", "NJ"}, {"nm", "NM"}, {"nv", "NV"}, {"ny", "NY"},
    {"oh", "OH"}, {"ok", "OK"}, {"or", "OR"}, {"pa", "PA"}, {"pr", "PR"}, {"ri", "RI"},
    {"sc", "SC"}, {"sd", "SD"}, {"tn", "TN"}, {"tx", "TX"}, {"ut", "UT"}, {"va", "VA"},
    {"vt", "VT"}, {"wa", "WA"}, {"wi", "WI"}, {"wv", "WV"}, {"wy", "WY"},
});
// clang-format on

static_assert(std::ranges::is_sorted(common_street_types));
static_assert(std::ranges::is_sorted(saints_of_cities));
static_assert(std::ranges::is_sorted(street_types));
static_assert(std::ranges::is_sorted(place_types));
static_assert(std::ranges::is_sorted(other_words));
static_assert(std::ranges::is_sorted(after_directions));
static_assert(std::ranges::is_sorted(directions, {}, &Written::said));
static_assert(std::ranges::is_sorted(unit_kinds, {}, &Written::said));
static_assert(std::ranges::is_sorted(state_names, {}, &Written::said));
static_assert(std::ranges::is_sorted(state_codes, {}, &Written::said));

template <std::size_t Size>
std::string_view look_up(const std::array<Written, Size>& list, std::string_view said) {
  const auto* const found = std::ranges::lower_bound(list, said, {}, &Written::said);
  return found != list.end() && found->said == said ? found->written : std::string_view();
}

}  // namespace

bool is_street_type(std::string_view folded) {
  return std::ranges::binary_search(street_types, folded);
}

bool is_common_street_type(std::string_view folded) {
  return std::ranges::binary_search(common_street_types, folded);
}

bool is_saint_of_city(std::string_view folded) {
  return std::ranges::binary_search(saints_of_cities, folded);
}

bool is_place_type(std::string_view folded) {
  return std::ranges::binary_search(place_types, folded);
}

bool is_no_street_word(std::string_view folded) {
  if (folded.ends_with("'s") &&
      std::ranges::binary_search(other_words, folded.substr(0, folded.size() - 2)))
    return true;
  return std::ranges::binary_search(other_words, folded);
}

bool may_follow_direction_in_city(std::string_view folded) {
  return std::ranges::binary_search(after_directions, folded);
}

std::string_view direction(std::string_view folded) {
  return look_up(directions, folded);
}

std::string_view unit_kind(std::string_view folded) {
  return look_up(unit_kinds, folded);
}

std::string_view state_named(std::string_view folded) {
  return look_up(state_names, folded);
}

std::string_view state_coded(std::string_view folded) {
  return look_up(state_codes, folded);
}

}  // namespace callwright::language
