#include "language/service_kinds.h"

#include <algorithm>
#include <string>
#include <vector>

#include "language/phrases.h"

namespace callwright::language {
namespace {

constexpr ServiceKind kinds[] = {
    {"drain_cleaning", Trade::Plumbing, "drain cleaning"},
    {"sewer_line", Trade::Plumbing, "sewer line work"},
    {"water_heater", Trade::Plumbing, "water heater service"},
    {"leak_repair", Trade::Plumbing, "leak repair"},
    {"pipe_repair", Trade::Plumbing, "pipe repair"},
    {"toilet_repair", Trade::Plumbing, "toilet repair"},
    {"faucet_repair", Trade::Plumbing, "faucet or fixture repair"},
    {"garbage_disposal", Trade::Plumbing, "garbage disposal service"},
    {"sump_pump", Trade::Plumbing, "sump pump service"},
    {"water_softener", Trade::Plumbing, "water softener service"},
    {"water_pressure", Trade::Plumbing, "water pressure repair"},
    {"gas_line", Trade::Plumbing, "gas line work"},
    {"plumbing_inspection", Trade::Plumbing, "plumbing inspection"},
    {"outlet_repair", Trade::Electrical, "outlet or switch repair"},
    {"panel_work", Trade::Electrical, "panel or breaker work"},
    {"lighting", Trade::Electrical, "lighting work"},
    {"ceiling_fan", Trade::Electrical, "ceiling fan installation"},
    {"wiring", Trade::Electrical, "wiring"},
    {"ev_charger", Trade::Electrical, "car charger installation"},
    {"generator", Trade::Electrical, "generator service"},
    {"smoke_detector", Trade::Electrical, "smoke or carbon monoxide detector service"},
    {"power_loss", Trade::Electrical, "power loss repair"},
    {"electrical_inspection", Trade::Electrical, "electrical inspection"},
    {"furnace_repair", Trade::Hvac, "furnace or heating repair"},
    {"boiler_repair", Trade::Hvac, "boiler repair"},
    {"ac_repair", Trade::Hvac, "air conditioning repair"},
    {"heat_pump", Trade::Hvac, "heat pump service"},
    {"thermostat", Trade::Hvac, "thermostat service"},
    {"duct_cleaning", Trade::Hvac, "duct work"},
    {"hvac_maintenance", Trade::Hvac, "heating and cooling maintenance"},
    {"hvac_installation", Trade::Hvac, "heating or cooling installation"},
    {"estimate", Trade::General, "an estimate"},
    {"general", Trade::General, "general service"},
};

struct ServicePhrase {
  std::string_view key;
  std::string_view phrase;
};

// The most telling first: of the phrases found, the earliest row decides.
constexpr ServicePhrase rows[] = {
    {"garbage_disposal", "garbage|food|kitchen|the|my disposal|disposer"},
    {"garbage_disposal", "disposal|garburator|insinkerator|triturador"},
    {"sump_pump", "sump|ejector pump?"},
    {"water_softener", "softener|suavizador"},
    {"water_softener", "hard water"},
    {"water_softener", "water filtration|filter|purifier|treatment"},
    {"water_softener", "reverse osmosis"},
    {"water_heater", "water heater|heaters|tank"},
    {"water_heater", "tankless|calentador"},
    {"water_heater", "boiler de agua"},
    {"water_heater",
     "no|not|any|out|lukewarm|without|sin|lost|have|run|running|cold .. hot|caliente water|agua"},
    {"water_heater", "agua caliente"},
    {"water_heater", "hot water .. out|not|gone|cold|isn't|doesn't|lukewarm|runs|won't"},
    {"sewer_line", "sewer|septic|sewage|cleanout|mainline"},
    {"sewer_line", "main line|drain|sewer"},
    {"sewer_line", "aguas negras"},
    {"gas_line", "gas line|lines|pipe|leak|hookup|smell"},
    {"gas_line", "smell .. gas"},
    {"gas_line", "fuga de gas"},
    {"toilet_repair",
     "toilet|toilets|commode|inodoro|excusado|flush|flushing|flapper|taza|retrete|wc"},
    {"drain_cleaning",
     "clog*|unclog*|snake|snaked|snaking|rooter|tapado|tapada|destap*|hydrojet*|stoppage"},
    {"drain_cleaning",
     "drain|drains|desague|drenaje|coladera .. "
     "clean*|slow|back*|clear*|block*|drain|won't|not|smell*|gurgl*|standing|sucio|limpi*"},
    {"drain_cleaning",
     "slow|slowly|block*|unblock*|clear*|clean*|limpi*|backed|won't|not|doesn't|standing ... "
     "drain|drains|draining|water|sink|desague|drenaje|coladera"},
    {"drain_cleaning", "backed|backing|backs up"},
    {"faucet_repair",
     "faucet|faucets|tap|spigot|showerhead|shower|tub|bathtub|sink|hose|dishwasher|llave|grifo|"
     "regadera|lavabo|fregadero|tina .. head|bib?"},
    {"water_pressure", "water pressure"},
    {"water_pressure", "pressure .. low|weak"},
    {"pipe_repair",
     "pipe|pipes|burst|frozen|repipe|repiping|tuberia|tubo|tuberias|waterline .. pipe|pipes?"},
    {"leak_repair", "leak*|drip*|water bill|fuga|fugas|gotea|goteando|gotera|goteras"},
    {"leak_repair", "leak*|drip*|fuga|fugas|gotea*|gotera*|wet|flood*|moisture|damp"},
    {"leak_repair", "water bill"},
    {"plumbing_inspection", "plumbing|pipe|sewer .. inspection|inspect|check"},
    {"ev_charger", "ev|car|tesla|vehicle|charging .. charger|charging|station"},
    {"generator", "generator|generators|generador|transfer switch?"},
    {"ceiling_fan", "ceiling|exhaust|bathroom|attic fan|fans"},
    {"ceiling_fan", "ventilador .. techo"},
    {"smoke_detector", "smoke|carbon|monoxide|co|fire detector|detectors|alarm|alarms|monoxide"},
    {"panel_work",
     "panel|panels|breaker|breakers|fuse|fuses|fusebox|subpanel|amp|amps|interruptor|pastilla|"
     "pastillas|fusible|fusibles"},
    {"outlet_repair",
     "outlet|outlets|socket|receptacle|gfci|gfi|plug|plugs|switch|switches|dimmer|enchufe|enchufes|"
     "contacto|contactos|apagador|tomacorriente"},
    {"lighting",
     "light|lights|lighting|fixture|fixtures|chandelier|recessed|flicker*|lamp|luces|lampara|foco|"
     "focos"},
    {"wiring", "wiring|rewire|rewiring|wire|wires|cableado|cables|electrical .. work?"},
    {"electrical_inspection", "electrical|electric inspection|check"},
    {"power_loss", "no|lost|without|out|sin power|electricity|luz|electricidad|corriente"},
    {"power_loss", "power .. out|off|went|goes|gone|outage"},
    {"heat_pump", "heat pump|pumps"},
    {"heat_pump", "mini split|splits"},
    {"thermostat", "thermostat|termostato|nest|ecobee"},
    {"duct_cleaning", "duct|ducts|ductwork|vents|ductos"},
    {"hvac_installation",
     "new|install|installing|installation|replace|replacing|replacement|instalar .. "
     "furnace|ac|hvac|unit|system|conditioner|air|heating|cooling|heater"},
    {"hvac_maintenance",
     "tune|tuneup|maintenance|checkup|servicing|seasonal|filter|filters|mantenimiento .. up?"},
    {"boiler_repair", "boiler|radiator|radiators|steam|caldera"},
    {"ac_repair",
     "ac|a/"
     "c|conditioner|conditioning|cooling|condenser|compressor|freon|refrigerant|aire|clima|"
     "conditioners|coolant"},
    {"ac_repair", "air .. conditioner|conditioning|cold|warm|blowing|condition|handler"},
    {"ac_repair", "a c"},
    {"furnace_repair", "furnace|heater|heating|heat|calefaccion|calenton|hvac|pilot"},
    {"estimate", "estimate|quote|cotizacion|presupuesto|bid|consultation"},
    {"general",
     "plumber|plumbing|electrician|repair|plomero|electricista|handyman|service|technician|fix|"
     "broken|problem"},
};

const PhraseSet& phrase_set() {
  static const PhraseSet set = [] {
    std::vector<std::string_view> phrases;
    for (const ServicePhrase& row : rows) phrases.push_back(row.phrase);
    return PhraseSet(phrases, {});
  }();
  return set;
}

bool names_work(const Words& words) {
  return std::ranges::any_of(phrase_set().find(words), [](const PhraseMatch& match) {
    return rows[match.phrase].key != "general" && rows[match.phrase].key != "estimate";
  });
}

bool is_preamble(const Words& words, std::size_t at) {
  return words.is_any(
      at, {"hi",     "hello", "hey",     "yes",       "yeah",    "so",     "well", "okay", "ok",
           "oh",     "good",  "morning", "afternoon", "evening", "please", "and",  "hola", "buenos",
           "buenas", "dias",  "tardes",  "noches",    "si",      "bueno",  "um"});
}

bool is_courtesy(const Words& words, std::size_t at) {
  return words.is_any(at, {"please", "thanks", "thank", "you", "gracias", "favor", "por", "bye"});
}

}  // namespace

std::span<const ServiceKind> service_kinds() {
  return kinds;
}

const ServiceKind* find_service_kind(std::string_view key) {
  const auto found = std::ranges::find(kinds, key, &ServiceKind::key);
  return found == std::end(kinds) ? nullptr : found;
}

std::optional<std::string_view> read_service(const Words& words, Trade trade) {
  std::size_t best = std::size(rows);
  std::size_t best_of_trade = std::size(rows);
  for (const PhraseMatch& match : phrase_set().find(words)) {
    best = std::min(best, match.phrase);
    const ServiceKind* kind = find_service_kind(rows[match.phrase].key);
    if (kind->trade == trade) best_of_trade = std::min(best_of_trade, match.phrase);
  }
  if (best_of_trade < std::size(rows)) return rows[best_of_trade].key;
  if (best < std::size(rows)) return rows[best].key;
  return std::nullopt;
}

std::optional<std::string> read_problem(const Words& words, Question asked) {
  if (words.empty()) return std::nullopt;
  const bool is_answer = asked == Question::Problem;
  if (!is_answer && !names_work(words)) return std::nullopt;
  WordRange range{0, words.size()};
  while (!range.empty() && is_preamble(words, range.begin)) ++range.begin;
  while (!range.empty() && is_courtesy(words, range.end - 1)) --range.end;
  if (range.empty()) return std::nullopt;
  return std::string(words.original(range));
}

}  // namespace callwright::language
