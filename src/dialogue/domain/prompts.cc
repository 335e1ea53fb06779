#include "dialogue/domain/prompts.h"

#include <algorithm>
#include <array>

#include "base/result.h"

namespace callwright::dialogue {
namespace {

struct PromptRow {
  Prompt prompt;
  std::string_view name;
  std::string_view english;
  std::string_view spanish;
};

using P = Prompt;

// {business} {name} {street} {address} {time} {offers} {service} {phone} {problem} {answer} {due}
// {of_time} {to_time} {why} {visits} {heard} {number}: filled in by whoever speaks. No text
// asks for the words CANCEL, END, STOP or YES as a reply to a text message: carriers act on them.
// clang-format off
constexpr auto rows = std::to_array<PromptRow>({
    {P::None, "none", "", ""},

    {P::Greeting, "greeting",
     "Thanks for calling {business}. This is the automated receptionist. How can I help you today?",
     "Gracias por llamar a {business}. Soy la recepcionista automática. ¿En qué puedo ayudarle?"},
    {P::AfterHoursGreeting, "after_hours_greeting",
     "Thanks for calling {business}. We are closed right now, and this is the automated receptionist. If this is an emergency, tell me what is happening. Otherwise, how can I help?",
     "Gracias por llamar a {business}. Ahora estamos cerrados; soy la recepcionista automática. Si es una emergencia, dígame qué pasa. Si no, ¿en qué puedo ayudarle?"},
    {P::DegradedGreeting, "degraded_greeting",
     "Thanks for calling {business}. If this is an emergency, say yes or press 1. Otherwise, say no or press 2 and leave a message.",
     "Gracias por llamar a {business}. Si es una emergencia, diga sí o marque 1. Si no, diga no o marque 2 y deje un mensaje."},
    {P::TextGreeting, "text_greeting",
     "Hi, this is {business}'s automated receptionist. What can we help you with?",
     "Hola, le escribe la recepcionista automática de {business}. ¿En qué podemos ayudarle?"},
    {P::HowCanIHelp, "how_can_i_help", "How can I help?", "¿En qué puedo ayudarle?"},
    {P::AnythingElse, "anything_else", "Is there anything else?", "¿Algo más?"},
    {P::Goodbye, "goodbye", "Thank you, goodbye.", "Gracias, hasta luego."},
    {P::GoodbyeUnheard, "goodbye_unheard",
     "I did not hear a message. Please call again any time. Goodbye.",
     "No escuché ningún mensaje. Llame de nuevo cuando quiera. Hasta luego."},

    {P::ConfirmEmergency, "confirm_emergency",
     "Is this an emergency that is happening right now? Say yes or press 1, say no or press 2.",
     "¿Es una emergencia que está pasando ahora mismo? Diga sí o marque 1, diga no o marque 2."},
    {P::SafetyGas, "safety_gas",
     "This may be a gas leak. Leave the building now, do not touch any switch, and call 911 from outside.",
     "Puede ser una fuga de gas. Salga del edificio ya, no toque ningún interruptor y llame al 911 desde afuera."},
    {P::SafetyCarbonMonoxide, "safety_carbon_monoxide",
     "This may be carbon monoxide. Get everyone outside into fresh air now and call 911.",
     "Puede ser monóxido de carbono. Salgan todos al aire libre ya y llame al 911."},
    {P::SafetyFire, "safety_fire",
     "If you see fire or smoke, get everyone outside now and call 911.",
     "Si ve fuego o humo, salgan todos ya y llame al 911."},
    {P::SafetyElectric, "safety_electric",
     "Stay away from it and do not touch anything wet. If you can do so safely, switch off the main breaker. If anyone is hurt, call 911.",
     "Aléjese y no toque nada mojado. Si puede hacerlo sin peligro, baje el interruptor principal. Si hay alguien herido, llame al 911."},
    {P::SafetyWater, "safety_water",
     "If you can do so safely, close the main water valve, and stay away from water near anything electric.",
     "Si puede hacerlo sin peligro, cierre la llave principal del agua y aléjese del agua cerca de aparatos eléctricos."},
    {P::SafetyGeneral, "safety_general",
     "If anyone is in danger, get to a safe place and call 911.",
     "Si alguien está en peligro, vaya a un lugar seguro y llame al 911."},
    {P::OwnerIsBeingCalled, "owner_is_being_called",
     "I am alerting our on-call person right now.",
     "Estoy avisando ahora mismo a la persona de guardia."},
    {P::OwnerWasCalled, "owner_was_called",
     "Our on-call person has already been alerted about this.",
     "La persona de guardia ya recibió el aviso."},
    {P::AlertsAreOff, "alerts_are_off",
     "I cannot reach an on-call person at this hour. Please call 911 if anyone is in danger. I will put your call at the top of the list.",
     "A esta hora no puedo avisar a nadie de guardia. Llame al 911 si alguien está en peligro. Pondré su llamada la primera de la lista."},
    {P::AskEmergencyAddress, "ask_emergency_address",
     "What is the address where this is happening?", "¿En qué dirección está pasando?"},
    {P::AskEmergencyPhone, "ask_emergency_phone",
     "What number can we reach you at?", "¿A qué número podemos llamarle?"},
    {P::HelpIsComing, "help_is_coming",
     "I have passed that on. Our on-call person will call you back{due}. Is there anything else?",
     "Ya lo comuniqué. La persona de guardia le llamará{due}. ¿Algo más?"},
    {P::HelpWithoutNumber, "help_without_number",
     "I have passed on what I know. Without a number nobody can call you back: if anyone is in danger, call 911.",
     "Ya comuniqué lo que sé. Sin un número nadie puede llamarle: si alguien está en peligro, llame al 911."},

    {P::AskProblem, "ask_problem", "What do you need help with?", "¿Con qué necesita ayuda?"},
    {P::AskName, "ask_name", "What name should I put the visit under?", "¿A nombre de quién pongo la visita?"},
    {P::AskNameSlowly, "ask_name_slowly",
     "Please say the name once more, slowly.", "Por favor, diga el nombre otra vez, despacio."},
    {P::AskNameSpelled, "ask_name_spelled",
     "Please spell the name for me, letter by letter.", "Por favor, deletree el nombre, letra por letra."},
    {P::AskPhone, "ask_phone",
     "What number can we reach you at? You can say it or key it in and press pound.",
     "¿A qué número podemos llamarle? Puede decirlo o marcarlo y pulsar gato."},
    {P::AskPhoneDigits, "ask_phone_digits",
     "Please tell me the number one digit at a time.", "Por favor, dígame el número cifra por cifra."},
    {P::AskPhoneKeys, "ask_phone_keys",
     "Please key in the number with its area code and press pound.",
     "Por favor, marque el número con su código de área y pulse gato."},
    {P::AskAddress, "ask_address",
     "What is the street address, with the city or ZIP code?",
     "¿Cuál es la dirección, con la ciudad o el código postal?"},
    {P::AskAddressDigits, "ask_address_digits",
     "Please tell me the house number one digit at a time, then the street, then the ZIP code digit by digit.",
     "Por favor, dígame el número de la casa cifra por cifra, luego la calle y luego el código postal cifra por cifra."},
    {P::AskAddressSpelled, "ask_address_spelled",
     "Please tell me the house number, and spell the name of the street letter by letter.",
     "Por favor, dígame el número de la casa y deletree el nombre de la calle, letra por letra."},
    {P::AskAddressKeys, "ask_address_keys",
     "Please key in the house number, then star, then the five digits of the ZIP code, and press pound.",
     "Por favor, marque el número de la casa, luego asterisco, luego las cinco cifras del código postal, y pulse gato."},
    {P::AskAddressOnFile, "ask_address_on_file",
     "Shall we come to {street}, the address we have for you?",
     "¿Vamos a {street}, la dirección que tenemos?"},
    {P::AskPlace, "ask_place", "Which city or ZIP code is that in?", "¿En qué ciudad o código postal es?"},
    {P::AskZip, "ask_zip", "And what is the ZIP code there?", "¿Y cuál es el código postal?"},
    {P::AskCity, "ask_city", "And which city is that in?", "¿Y en qué ciudad es?"},
    {P::NothingBooked, "nothing_booked", "All right, I have not booked anything.",
     "De acuerdo, no he reservado nada."},
    {P::OverPassedOn, "over_passed_on",
     "I will tell our on-call person that. They will still call you. If you are in danger, call 9 1 1.",
     "Se lo diré a nuestra persona de guardia. Le llamará de todos modos. Si está en peligro, llame al 9 1 1."},
    {P::GoesOnPassedOn, "goes_on_passed_on",
     "I will tell our on-call person that it goes on. They will call you. If you are in danger, get out and call 9 1 1.",
     "Le diré a nuestra persona de guardia que sigue. Le llamará. Si está en peligro, salga y llame al 9 1 1."},
    {P::AskEmail, "ask_email", "What is the e-mail address?", "¿Cuál es el correo electrónico?"},
    {P::AskEmailSlowly, "ask_email_slowly",
     "Please say the e-mail address once more, slowly.",
     "Por favor, diga el correo electrónico otra vez, despacio."},
    {P::AskEmailSpelled, "ask_email_spelled",
     "Please spell the e-mail address for me, letter by letter.",
     "Por favor, deletree el correo electrónico, letra por letra."},
    {P::AskTime, "ask_time", "What day and time would suit you?", "¿Qué día y a qué hora le viene bien?"},
    {P::AskMoveTime, "ask_move_time",
     "What day and time would suit you instead?", "¿Qué otro día y hora le viene bien?"},
    {P::NextVisit, "next_visit", "Your visit is planned for {time}: {service}.",
     "Su visita está prevista para {time}: {service}."},
    {P::OfferSlots, "offer_slots", "I have {offers}. Which one would you like?",
     "Tengo {offers}. ¿Cuál prefiere?"},
    {P::OfferOneSlot, "offer_one_slot", "I have {offers}. Would that suit you?",
     "Tengo {offers}. ¿Le viene bien?"},
    {P::AskWhichOffer, "ask_which_offer", "Which one: {offers}?", "¿Cuál: {offers}?"},
    {P::AskIdentity, "ask_identity",
     "So that I find the right visit: what name or street address is it under?",
     "Para encontrar la visita: ¿a qué nombre o en qué dirección está?"},
    {P::AskWhichVisit, "ask_which_visit", "You have {visits}. Which one is it?",
     "Tiene {visits}. ¿Cuál de ellas?"},
    {P::AskWhatToChange, "ask_what_to_change",
     "What should I change: the name, the address, the phone number or the time?",
     "¿Qué cambio: el nombre, la dirección, el teléfono o la hora?"},
    {P::ReadBackName, "read_back_name",
     "I have the name as {heard}. Is that right?", "Tengo el nombre {heard}. ¿Es correcto?"},
    {P::ReadBackPhone, "read_back_phone",
     "I have the number as {heard}. Is that right?", "Tengo el número {heard}. ¿Es correcto?"},
    {P::ReadBackAddress, "read_back_address",
     "I have the address as {heard}. Is that right?", "Tengo la dirección {heard}. ¿Es correcta?"},
    {P::ReadBackEmail, "read_back_email",
     "I have the e-mail address as {heard}. Is that right?", "Tengo el correo {heard}. ¿Es correcto?"},
    {P::ReadBackBooking, "read_back_booking",
     "To be sure: {service} for {name} at {address}, {time}, and we can reach you at {phone}. Shall I book it?",
     "Para confirmar: {service} para {name} en {address}, {time}, y su teléfono es {phone}. ¿Hago la reserva?"},
    {P::ReadBackMove, "read_back_move", "To be sure: I move your visit {to_time}. Is that right?",
     "Para confirmar: paso su visita {to_time}. ¿Es correcto?"},
    {P::ReadBackCancel, "read_back_cancel",
     "To be sure: you want to give up your visit {of_time}. Is that right?",
     "Para confirmar: quiere anular su visita {of_time}. ¿Es correcto?"},
    {P::KeypadMenu, "keypad_menu",
     "Press 1 for an appointment, 2 for an emergency, 3 to be called back, 4 to leave a message, or 0 for a person.",
     "Marque 1 para una cita, 2 para una emergencia, 3 para que le llamemos, 4 para dejar un mensaje o 0 para hablar con una persona."},
    {P::KeypadOnly, "keypad_only",
     "You can also press 3 to be called back, or 0 for a person.",
     "También puede marcar 3 para que le llamemos o 0 para hablar con una persona."},

    {P::FaqAnswer, "faq_answer", "{answer}", "{answer}"},
    {P::FaqUnknown, "faq_unknown",
     "I do not have that at hand, and I will not guess.",
     "No tengo ese dato y no quiero adivinar."},
    {P::NoSlots, "no_slots", "I have nothing free then.", "No tengo nada libre entonces."},
    {P::ExactNotFree, "exact_not_free", "{why}.", "{why}."},
    {P::SlotJustTaken, "slot_just_taken",
     "I am sorry, somebody has just taken that time.", "Lo siento, alguien acaba de tomar esa hora."},
    {P::OutsideArea, "outside_area",
     "That address is outside the area we serve. I will pass it on in case we can still help.",
     "Esa dirección está fuera de nuestra zona. La pasaré por si aun así podemos ayudarle."},
    {P::NoVisitFound, "no_visit_found",
     "I cannot find a visit for you.", "No encuentro ninguna visita a su nombre."},
    {P::NotRecognised, "not_recognised",
     "That does not match what I have for this number.", "Eso no coincide con lo que tengo para este número."},
    {P::UseLine, "use_line",
     "I will use the number you are calling from.", "Usaré el número desde el que llama."},
    {P::EmailLeftOut, "email_left_out",
     "I will leave the e-mail address out.", "Dejaré el correo sin anotar."},
    {P::PersonTakesOver, "person_takes_over",
     "I will have a person take this up with you.", "Haré que una persona lo vea con usted."},
    {P::CallUs, "call_us",
     "You can also reach us by phone at {number}.", "También puede llamarnos al {number}."},
    {P::VisitKept, "visit_kept", "All right, your visit stays as it is.", "De acuerdo, su visita queda como está."},
    {P::CallbackPromised, "callback_promised",
     "Someone from {business} will call you back{due}.", "Alguien de {business} le llamará{due}."},
    {P::CallbackPromisedNow, "callback_promised_now",
     "Someone from {business} will call you back as soon as possible.",
     "Alguien de {business} le llamará lo antes posible."},
    {P::ConnectingYou, "connecting_you",
     "Let me try to reach someone for you. Please hold.", "Voy a intentar comunicarle. Espere un momento."},
    {P::NobodyAnswered, "nobody_answered",
     "I am sorry, nobody could pick up just now.", "Lo siento, nadie pudo contestar ahora."},
    {P::LeaveMessage, "leave_message",
     "Please leave a message with your name and number after the tone, and press pound when you are done.",
     "Deje un mensaje con su nombre y su número después del tono y pulse gato al terminar."},
    {P::MessageTaken, "message_taken",
     "I have your message. Someone will call you back{due}.",
     "Tengo su mensaje. Alguien le llamará{due}."},
    {P::TextsStopped, "texts_stopped",
     "You will get no more texts from {business}. Reply START if you want them again.",
     "No recibirá más mensajes de {business}. Responda START si los quiere de nuevo."},
    {P::TextsStarted, "texts_started",
     "You will get texts from {business} again. Reply HELP for help.",
     "Volverá a recibir mensajes de {business}. Responda HELP para ayuda."},
    {P::TextsHelp, "texts_help",
     "{business}: text us what you need, or call {number}. Reply STOP to get no more texts. Message and data rates may apply.",
     "{business}: escríbanos qué necesita o llame al {number}. Responda STOP para no recibir más mensajes. Pueden aplicarse tarifas."},
    {P::StopFromPhone, "stop_from_phone",
     "I do not see your number. Text STOP from the phone that should get no more texts.",
     "No veo su número. Escriba STOP desde el teléfono que no quiere recibir más mensajes."},
    {P::NotAnEmergency, "not_an_emergency", "All right, no emergency.", "De acuerdo, no es una emergencia."},

    {P::AreYouThere, "are_you_there", "Are you still there?", "¿Sigue ahí?"},
    {P::TakeYourTime, "take_your_time", "Take your time.", "Tómese su tiempo."},
    {P::NotUnderstood, "not_understood", "Sorry, I did not get that.", "Perdón, no le entendí."},
    {P::IsAutomated, "is_automated",
     "I am the automated receptionist of {business}. You can ask for a person at any time.",
     "Soy la recepcionista automática de {business}. Puede pedir hablar con una persona cuando quiera."},
    {P::TroubleHearing, "trouble_hearing", "I am having trouble hearing you.", "Tengo problemas para escucharle."},
    {P::Apology, "apology",
     "I am sorry, something went wrong on our side.", "Lo siento, algo falló de nuestro lado."},

    {P::Safety, "safety", "", ""},
    {P::Question, "question", "", ""},
    {P::ReadBackValue, "read_back_value", "", ""},
    {P::LastSaid, "last_said", "", ""},

    {P::BookedReceipt, "booked",
     "You are booked: {service} at {address}, {time}. {technician} will come.",
     "Su cita está reservada: {service} en {address}, {time}. Irá {technician}."},
    {P::MovedReceipt, "moved", "Your visit has been moved {to_time}.", "Su visita se cambió {to_time}."},
    {P::CancelledReceipt, "cancelled", "Your visit {of_time} has been cancelled.",
     "Su visita {of_time} quedó cancelada."},
    {P::BookedNotice, "booked_notice",
     "Booked: {service} for {name}, {phone}, at {address}, {time}, {technician}. {problem}",
     "Reservado: {service} para {name}, {phone}, en {address}, {time}, {technician}. {problem}"},
    {P::MovedNotice, "moved_notice", "Moved: {service} for {name}, {phone}, now {time}, {technician}.",
     "Cambiado: {service} para {name}, {phone}, ahora {time}, {technician}."},
    {P::CancelledNotice, "cancelled_notice",
     "Cancelled: {service} for {name}, {phone}, {time}.", "Cancelado: {service} para {name}, {phone}, {time}."},
});

// Where a person who types is asked in other words.
constexpr auto written_rows = std::to_array<PromptRow>({
    {P::ConfirmEmergency, "confirm_emergency",
     "Is this an emergency that is happening right now? Reply 1 if it is, 2 if it is not.",
     "¿Es una emergencia que está pasando ahora mismo? Responda 1 si lo es, 2 si no."},
    {P::AskNameSlowly, "ask_name_slowly",
     "Please write the first and the last name.", "Por favor, escriba el nombre y el apellido."},
    {P::AskNameSpelled, "ask_name_spelled",
     "Please write nothing but the name.", "Por favor, escriba solo el nombre."},
    {P::AskPhone, "ask_phone",
     "What number can we reach you at?", "¿A qué número podemos llamarle?"},
    {P::AskPhoneDigits, "ask_phone_digits",
     "Please write the number with its area code, ten digits.",
     "Por favor, escriba el número con su código de área, diez cifras."},
    {P::AskPhoneKeys, "ask_phone_keys",
     "Please write nothing but the ten digits of the number.",
     "Por favor, escriba solo las diez cifras del número."},
    {P::AskAddressDigits, "ask_address_digits",
     "Please write the address like this: house number, street, city, ZIP code.",
     "Por favor, escriba la dirección así: número de la casa, calle, ciudad, código postal."},
    {P::AskAddressSpelled, "ask_address_spelled",
     "Please write nothing but the house number, the street and the ZIP code.",
     "Por favor, escriba solo el número de la casa, la calle y el código postal."},
    {P::AskAddressKeys, "ask_address_keys",
     "Please write the house number and the five digits of the ZIP code.",
     "Por favor, escriba el número de la casa y las cinco cifras del código postal."},
    {P::KeypadMenu, "keypad_menu",
     "Reply 1 for an appointment, 2 for an emergency, 3 to be called back, or 0 for a person.",
     "Responda 1 para una cita, 2 para una emergencia, 3 para que le llamemos o 0 para hablar con una persona."},
    {P::KeypadOnly, "keypad_only",
     "You can also reply 3 to be called back, or 0 for a person.",
     "También puede responder 3 para que le llamemos o 0 para hablar con una persona."},
    {P::TroubleHearing, "trouble_hearing",
     "I am not sure I understand.", "No estoy segura de entender."},
});
// clang-format on

constexpr bool in_order() {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (static_cast<std::size_t>(rows[i].prompt) != i) return false;
  }
  return rows.size() == static_cast<std::size_t>(prompt_count);
}
static_assert(in_order(), "every prompt has its row, in the order of the enumeration");

const PromptRow& row_of(Prompt prompt) {
  return rows[static_cast<std::size_t>(prompt)];
}

}  // namespace

std::string_view to_string(Prompt prompt) {
  return row_of(prompt).name;
}

bool is_receipt(Prompt prompt) {
  return prompt >= Prompt::BookedReceipt;
}

std::string_view prompt_text(Prompt prompt, language::Language language) {
  const PromptRow& row = row_of(prompt);
  return language == language::Language::Spanish ? row.spanish : row.english;
}

std::string_view written_prompt_text(Prompt prompt, language::Language language) {
  const auto* const row = std::ranges::find(written_rows, prompt, &PromptRow::prompt);
  if (row == written_rows.end()) return prompt_text(prompt, language);
  return language == language::Language::Spanish ? row->spanish : row->english;
}

std::string fill(std::string_view text, const std::function<std::string(std::string_view)>& field) {
  std::string result;
  while (true) {
    const std::size_t open = text.find('{');
    if (open == std::string_view::npos) return result.append(text);
    const std::size_t close = text.find('}', open);
    ASSERT(close != std::string_view::npos);
    result.append(text.substr(0, open));
    result.append(field(text.substr(open + 1, close - open - 1)));
    text.remove_prefix(close + 1);
  }
}

Prompt safety_for(std::string_view hazard) {
  const auto is = [&](std::string_view family) { return hazard.starts_with(family); };
  if (is("gas")) return Prompt::SafetyGas;
  if (is("co.") || is("carbon_monoxide") || hazard == "co") return Prompt::SafetyCarbonMonoxide;
  if (is("fire") || is("smoke")) return Prompt::SafetyFire;
  if (is("electr") || is("arcing") || is("shock") || is("water.electrical"))
    return Prompt::SafetyElectric;
  if (is("water") || is("sewage") || is("flood")) return Prompt::SafetyWater;
  return Prompt::SafetyGeneral;
}

}  // namespace callwright::dialogue
