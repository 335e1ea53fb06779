#include "language/questions.h"

#include <gtest/gtest.h>

namespace callwright::language {
namespace {

struct Prompt {
  std::string_view words;
  Question asks;
};

std::ostream& operator<<(std::ostream& out, const Prompt& prompt) {
  return out << prompt.words;
}

class Prompts : public testing::TestWithParam<Prompt> {};

TEST_P(Prompts, are_known_by_their_words) {
  EXPECT_EQ(to_string(question_of(GetParam().words)), to_string(GetParam().asks));
}

const Prompt prompts[] = {
    {"", Question::None},
    {"Thanks for calling Prairie Plumbing. How can I help you today?", Question::None},
    {"Gracias por llamar. ¿En qué puedo ayudarle?", Question::None},

    {"What day works for you?", Question::Time},
    {"What day and time would suit you?", Question::Time},
    {"Which day would you like us to come?", Question::Time},
    {"When would you like the technician to come by?", Question::Time},
    {"Okay. And what time should we be there", Question::Time},
    {"How soon do you need someone?", Question::Time},
    {"¿Qué día y a qué hora le viene bien?", Question::Time},
    {"¿Cuándo le gustaría la visita?", Question::Time},

    {"Is that right?", Question::Confirm},
    {"Tuesday at three, is that correct?", Question::Confirm},
    {"So that's 1204 Oak Street. Did I get that right?", Question::Confirm},
    {"Shall we come to 1204 Oak Street, the address we have for you?", Question::Confirm},
    {"Your name is Ana Ortega and the number is 555-0100. Shall I book it?", Question::Confirm},
    {"We have a slot at ten on Friday. Would you like me to book it for you?", Question::Confirm},
    {"To be sure: I move your visit to Friday at nine. Is that right?", Question::Confirm},
    {"Does that work for you?", Question::Confirm},
    {"How about Thursday at ten?", Question::Confirm},
    {"Tuesday at nine?", Question::Confirm},
    {"So that's a visit on Tuesday at nine.", Question::Confirm},
    {"What do you think about Friday at two?", Question::Confirm},
    {"¿Es correcto?", Question::Confirm},
    {"Para confirmar: paso su visita al viernes. ¿Hago la reserva?", Question::Confirm},

    {"Is this an emergency that is happening right now? Say yes or press 1, say no or press 2.",
     Question::EmergencyConfirm},
    {"Is anyone in danger?", Question::EmergencyConfirm},
    {"¿Es una emergencia que está pasando ahora mismo?", Question::EmergencyConfirm},

    {"Is there anything else I can help you with?", Question::AnythingElse},
    {"You are booked for Friday. Is there anything else?", Question::AnythingElse},
    {"Will that be all?", Question::AnythingElse},
    {"Do you need further assistance?", Question::AnythingElse},
    {"¿Algo más?", Question::AnythingElse},

    {"May I have your name, please?", Question::Name},
    {"Who am I helping today, and what is your last name?", Question::Name},
    {"What name should I put the visit under?", Question::Name},
    {"¿A nombre de quién pongo la visita?", Question::Name},
    {"¿Cómo se llama usted? Dígame su nombre.", Question::Name},

    {"What is the address where the work is needed?", Question::Address},
    {"What is the street address, with the city or ZIP code?", Question::Address},
    {"Which city or ZIP code is that in?", Question::Address},
    {"Where are you located?", Question::Address},
    {"¿Cuál es la dirección, con la ciudad o el código postal?", Question::Address},

    {"What number can we reach you at? You can say it or key it in and press pound.",
     Question::Phone},
    {"What's the best phone number to call you back?", Question::Phone},
    {"And a good callback number?", Question::Phone},
    {"¿A qué número podemos llamarle?", Question::Phone},
    {"What is your email address?", Question::Email},
    {"¿Cuál es su correo electrónico?", Question::Email},

    {"What do you need help with?", Question::Problem},
    {"What seems to be the problem?", Question::Problem},
    {"Can you describe what is going on?", Question::Problem},
    {"What kind of service do you need?", Question::Problem},
    {"¿Con qué necesita ayuda?", Question::Problem},

    {"I have Tuesday at nine or Wednesday at two. Which one would you like?",
     Question::AppointmentChoice},
    {"You have two visits: Monday at eight and Friday at one. Which one is it?",
     Question::AppointmentChoice},
    {"Tengo el martes a las nueve o el jueves a la una. ¿Cuál prefiere?",
     Question::AppointmentChoice},
    {"So that I find the right visit: what name or street address is it under?",
     Question::Identity},
    {"Please enter your PIN.", Question::Pin},
    {"Press 1 for an appointment, 2 for an emergency, or 0 for a person.", Question::Menu},
    {"Please leave a message with your name and number after the tone.", Question::Message},

    {"Our address is 12 Oak Street.", Question::None},
    {"Their phone number is 555-0123.", Question::None},
    {"Please tell me your e-mail address.", Question::Email},

    {"What would you like to know about your schedule?", Question::OwnerQuery},
    {"What do you want to hear about your calendar?", Question::OwnerQuery},
    {"¿Qué quiere saber de su agenda?", Question::OwnerQuery},
};
INSTANTIATE_TEST_SUITE_P(Language, Prompts, testing::ValuesIn(prompts));

TEST(Question, of_a_long_prompt_is_its_end) {
  std::string prompt;
  for (int i = 0; i < 10'000; ++i) prompt += "Is that right? ¿Sí? ";
  prompt += "What is your name?";
  EXPECT_EQ(question_of(prompt), Question::Name);
}

}  // namespace
}  // namespace callwright::language
