#include "sim/callers/listening.h"

#include <algorithm>
#include <array>
#include <utility>

namespace callwright::sim {
namespace {

using enum Asked;

// Words by which a person knows the question.
constexpr auto cues = std::to_array<std::pair<std::string_view, Asked>>({
    {"help you today", HowToHelp},
    {"how can I help", HowToHelp},
    {"How can I help", HowToHelp},
    {"can we help you with", HowToHelp},
    {"ay yes or press 1", Emergency},
    {"need help with", Problem},
    {"What name should I put", Name},
    {"say the name once more", Name},
    {"spell the name for me", Name},
    {"What number can we reach you at", Number},
    {"tell me the number one digit", Number},
    {"key in the number with", Number},
    {"What is the street address", Address},
    {"What is the address", Address},
    {"tell me the house number", Address},
    {"key in the house number", Address},
    {"the address we have for you", AddressOnFile},
    {"Which city or ZIP", Place},
    {"what is the ZIP code", Place},
    {"which city is that in", Place},
    {"What day and time", Time},
    {"Which one would you like", WhichTime},
    {"Would that suit you", WhichTime},
    {"What should I change", WhatToChange},
    {"what name or street address is it under", Identity},
    {"Which one is it", WhichVisit},
    {"Shall I book it", Agree},
    {"Is that right", Agree},
    {"Press 1 for an appointment", Keys},
    {"anything else", More},
    {"leave a message with", Message},
    {"puedo ayudarle", HowToHelp},
    {"podemos ayudarle", HowToHelp},
    {"marque 1", Emergency},
    {"qué necesita ayuda", Problem},
    {"A nombre de quién", Name},
    {"diga el nombre otra vez", Name},
    {"deletree el nombre, letra", Name},
    {"A qué número podemos", Number},
    {"dígame el número cifra", Number},
    {"marque el número con", Number},
    {"Cuál es la dirección", Address},
    {"dígame el número de la casa", Address},
    {"marque el número de la casa", Address},
    {"En qué dirección está pasando", Address},
    {"la dirección que tenemos", AddressOnFile},
    {"En qué ciudad o código", Place},
    {"cuál es el código postal", Place},
    {"en qué ciudad es", Place},
    {"Qué día y a qué hora", Time},
    {"Qué otro día y hora", Time},
    {"Cuál prefiere", WhichTime},
    {"Le viene bien?", WhichTime},
    {"Qué cambio", WhatToChange},
    {"a qué nombre o en qué dirección", Identity},
    {"Cuál de ellas", WhichVisit},
    {"Hago la reserva", Agree},
    {"Es correct", Agree},
    {"Marque 1 para una cita", Keys},
    {"Algo más", More},
    {"Deje un mensaje", Message},
});

}  // namespace

// What is asked last counts; so it is looked for from the end.
Asked asked_in(std::string_view heard) {
  for (std::size_t at = heard.size(); at-- > 0;) {
    const std::string_view rest = heard.substr(at);
    const auto cue =
        std::ranges::find_if(cues, [&](const auto& each) { return rest.starts_with(each.first); });
    if (cue != cues.end()) return cue->second;
  }
  return Nothing;
}

bool is_choice(std::string_view heard) {
  return heard.find(" or ") != std::string_view::npos ||
         heard.find(" o ") != std::string_view::npos ||
         heard.find(" and ") != std::string_view::npos;
}

}  // namespace callwright::sim
