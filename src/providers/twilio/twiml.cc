#include "providers/twilio/twiml.h"

#include <algorithm>
#include <array>
#include <variant>
#include <vector>

#include "base/text.h"
#include "providers/twilio/xml.h"

namespace callwright::providers::twilio::twiml {
namespace {

using language::Language;
using language::Question;

constexpr std::size_t say_bytes_max = 3'000;  // The carrier takes 4,096 characters.
constexpr std::size_t hints_max = 500;
constexpr std::size_t hint_bytes_max = 100;
constexpr int fallback_turn = 0;  // Turns of a conversation count from 1.

std::string_view locale(Language language) {
  return language == Language::Spanish ? "es-US" : "en-US";
}
std::string_view voice(Language language) {
  return language == Language::Spanish ? "Polly.Lupe-Neural" : "Polly.Joanna-Neural";
}

// At a space where there is one, and never inside a character.
std::size_t piece_length(std::string_view text) {
  if (text.size() <= say_bytes_max) return text.size();
  const std::size_t space = text.rfind(' ', say_bytes_max);
  if (space != std::string_view::npos && space > 0) return space;
  std::size_t cut = say_bytes_max;
  while (cut > 1 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return cut;
}

void say(XmlWriter& xml, std::string_view text, Language language) {
  while (!text.empty()) {
    const std::string_view piece = text.substr(0, piece_length(text));
    text.remove_prefix(piece.size());
    xml.open("Say").attribute("voice", voice(language)).attribute("language", locale(language));
    xml.text(trimmed(piece)).close();
  }
}

void say_all(XmlWriter& xml, const reception::Reply& reply) {
  for (const reception::Speech& speech : reply.speech) say(xml, speech.text, reply.language);
}

// The carrier takes a list with commas between.
std::string hint_list(const std::vector<std::string>& hints) {
  std::vector<std::string> kept;
  for (const std::string& hint : hints) {
    if (kept.size() == hints_max) break;
    if (!hint.empty() && hint.size() <= hint_bytes_max) kept.push_back(replaced(hint, ",", " "));
  }
  return joined(kept, ",");
}

// Addresses and numbers are said with pauses; "auto" would end the answer at the first.
std::string_view speech_timeout(Question asked) {
  static constexpr std::array slow = {Question::Address, Question::Phone, Question::Email,
                                      Question::Problem, Question::Name};
  return std::ranges::count(slow, asked) > 0 ? "2" : "auto";
}

void open_gather(XmlWriter& xml, const reception::Listen& listen, const std::string& action,
                 Language language) {
  xml.open("Gather");
  xml.attribute("input", listen.words ? "dtmf speech" : "dtmf");
  xml.attribute("action", action).attribute("method", "POST");
  xml.attribute("timeout", std::to_string(listen.silence_timeout.count()));
  if (listen.keys_max > 0) {
    // Every key is an answer, * and # too.
    xml.attribute("numDigits", std::to_string(listen.keys_max)).attribute("finishOnKey", "");
  } else {
    xml.attribute("finishOnKey", "#");
  }
  // Without this the carrier would go on to the next verb on silence, and we would not know.
  xml.attribute("actionOnEmptyResult", "true").attribute("bargeIn", "true");
  if (!listen.words) return;
  xml.attribute("language", locale(language));
  xml.attribute("speechTimeout", speech_timeout(listen.asked));
  // Masked words would hide what is wrong.
  xml.attribute("profanityFilter", "false");
  const std::string hints = hint_list(listen.hints);
  if (!hints.empty()) xml.attribute("hints", hints);
}

void record(XmlWriter& xml, Seconds length_max, const std::string& action,
            const std::string& status_callback) {
  xml.open("Record").attribute("action", action).attribute("method", "POST");
  xml.attribute("maxLength", std::to_string(length_max.count())).attribute("timeout", "5");
  xml.attribute("finishOnKey", "#").attribute("playBeep", "true");
  xml.attribute("recordingStatusCallback", status_callback);
  xml.attribute("recordingStatusCallbackEvent", "completed absent").close();
  // A recording of nothing but silence is thrown away without a word to us; the call falls through.
  xml.open("Redirect").attribute("method", "POST").text(action).close();
}

std::string emergency_notice(Language language) {
  return language == Language::Spanish
             ? "Lo sentimos, tenemos un problema técnico. Si es una emergencia que pone en peligro "
               "su vida, cuelgue y llame al 911. Si no, deje su nombre, su número y su mensaje "
               "después del tono y le llamaremos."
             : "We are sorry, we are having technical trouble. If this is a life threatening "
               "emergency, hang up and call 911. Otherwise please leave your name, number and "
               "message after the tone, and we will call you back.";
}

}  // namespace

std::string render(const reception::Reply& reply, std::string_view call_sid, const Links& links) {
  XmlWriter xml("Response");
  if (const auto* listen = std::get_if<reception::Listen>(&reply.next)) {
    open_gather(xml, *listen, links.turn(reply.turn, listen->asked), reply.language);
    say_all(xml, reply);
    return xml.finish();
  }
  say_all(xml, reply);
  if (const auto* transfer = std::get_if<reception::Transfer>(&reply.next)) {
    xml.open("Dial").attribute("action", links.transfer(reply.turn)).attribute("method", "POST");
    xml.attribute("timeout", std::to_string(transfer->ring_timeout.count()));
    xml.attribute("callerId", reply.business.e164()).attribute("answerOnBridge", "true");
    xml.open("Number").attribute("url", links.whisper(reply.turn)).attribute("method", "POST");
    xml.text(transfer->to.e164());
  } else if (const auto* taking = std::get_if<reception::Record>(&reply.next)) {
    record(xml, taking->length_max, links.recording(reply.turn),
           links.recording_status(call_sid, reply.business, reply.turn));
  } else {
    xml.open("Hangup");
  }
  return xml.finish();
}

std::string whisper(const reception::Reply& reply, const reception::Transfer& transfer,
                    const Links& links) {
  XmlWriter xml("Response");
  xml.open("Gather").attribute("input", "dtmf").attribute("numDigits", "1");
  xml.attribute("action", links.whisper_accept(reply.turn)).attribute("method", "POST");
  xml.attribute("timeout", "8").attribute("finishOnKey", "");
  say(xml, transfer.whisper, reply.language);
  xml.close();
  // Nobody pressed a key: a machine answered, and the caller comes back to us.
  xml.open("Hangup");
  return xml.finish();
}

std::string alert(std::string_view spoken, std::string_view message, int attempt, Language language,
                  const Links& links) {
  XmlWriter xml("Response");
  xml.open("Gather").attribute("input", "dtmf").attribute("numDigits", "1");
  xml.attribute("action", links.alert_accept(message, attempt)).attribute("method", "POST");
  xml.attribute("timeout", "6").attribute("finishOnKey", "");
  xml.attribute("actionOnEmptyResult", "true");
  say(xml, spoken, language);
  say(xml,
      language == Language::Spanish ? "Marque 1 para hacerse cargo."
                                    : "Press 1 to take this emergency.",
      language);
  return xml.finish();
}

std::string alert_taken(Language language) {
  XmlWriter xml("Response");
  say(xml,
      language == Language::Spanish
          ? "Gracias. Esta emergencia es suya. No avisaremos a nadie más."
          : "Thank you. This emergency is yours. Nobody else will be called.",
      language);
  xml.open("Hangup");
  return xml.finish();
}

std::string alert_without_details() {
  XmlWriter xml("Response");
  say(xml,
      "There is an emergency for your business, but we have technical trouble and cannot read you "
      "the details. Please look at your text messages.",
      Language::English);
  xml.open("Hangup");
  return xml.finish();
}

std::string apology(std::string_view call_sid, const PhoneNumber& business, const Links& links) {
  XmlWriter xml("Response");
  say(xml, emergency_notice(Language::English), Language::English);
  say(xml, emergency_notice(Language::Spanish), Language::Spanish);
  record(xml, reception::Record().length_max, links.fallback_recorded(),
         links.recording_status(call_sid, business, fallback_turn));
  return xml.finish();
}

std::string goodbye() {
  XmlWriter xml("Response");
  say(xml, "Thank you. Goodbye.", Language::English);
  say(xml, "Gracias. Adiós.", Language::Spanish);
  xml.open("Hangup");
  return xml.finish();
}

std::string hang_up() {
  XmlWriter xml("Response");
  xml.open("Hangup");
  return xml.finish();
}

std::string nothing() {
  return XmlWriter("Response").finish();
}

}  // namespace callwright::providers::twilio::twiml
