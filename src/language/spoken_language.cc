#include "language/spoken_language.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace callwright::language {
namespace {

// Words that one language has and the other has not, or hardly.
constexpr std::array<std::string_view, 103> spanish = {
    "agua",     "ahora",      "al",          "ayuda",       "bano",     "bueno",    "calle",
    "casa",     "cita",       "como",        "con",         "cuando",   "cuanto",   "de",
    "del",      "dia",        "donde",       "el",          "ella",     "en",       "es",
    "esta",     "estan",      "estoy",       "favor",       "fuga",     "gracias",  "gustaria",
    "hay",      "hola",       "hora",        "hoy",         "la",       "las",      "llamo",
    "lo",       "los",        "lunes",       "llave",       "manana",   "martes",   "mas",
    "mi",       "miercoles",  "mucho",       "muy",         "necesito", "no",       "nombre",
    "numero",   "para",       "pero",        "persona",     "plomero",  "por",      "porque",
    "pueden",   "puedo",      "que",         "quiero",      "quien",    "sabado",   "se",
    "si",       "sin",        "soy",         "su",          "tarde",    "tengo",    "tiene",
    "todo",     "tuberia",    "un",          "una",         "usted",    "ustedes",  "vengan",
    "viernes",  "y",          "ya",          "yo",          "jueves",   "bien",     "cancelar",
    "gotea",    "calentador", "inodoro",     "drenaje",     "tapado",   "tapo",     "sirve",
    "funciona", "quisiera",   "cotizacion",  "presupuesto", "enchufe",  "regadera", "lavabo",
    "huele",    "humo",       "calefaccion", "venir",       "aire"};

// Also English, a typed "yes", or names of American places.
constexpr std::array<std::string_view, 11> shared = {"al",  "de",  "del", "el", "en", "la",
                                                     "las", "los", "no",  "se", "y"};

}  // namespace

Language spoken_language(const Words& words) {
  std::size_t clear = 0;
  std::size_t likely = 0;
  std::size_t letters = 0;
  for (const Word& word : words) {
    if (!word.is_letters()) continue;
    ++letters;
    if (std::ranges::find(spanish, word.text) == spanish.end()) continue;
    ++likely;
    if (std::ranges::find(shared, word.text) == shared.end()) ++clear;
  }
  const bool mostly = clear > 0 && likely * 3 >= letters;
  return mostly ? Language::Spanish : Language::English;
}

}  // namespace callwright::language
