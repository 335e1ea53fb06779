#include "language/opt_out.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "language/phrases.h"
#include "language/words.h"

namespace callwright::language {
namespace {

constexpr WordClass classes[] = {
    {"text",
     "text|texts|texting|textin|txt|txts|txting|message|messages|messaging|msg|msgs|sms|spam|"
     "spamming|notifications|notification|alerts|updates|reminders|marketing|promotions|promos|"
     "mensajes|mensaje|textos|robocalls|bothering|harassing|soliciting|bugging|pestering|"
     "mensajear"},
    {"contact",
     "text|texts|texting|textin|txt|txts|txting|message|messaging|msg|contact|contacting|call|"
     "calling|phone|phoning|email|emailing|bother|bug|solicit|harass|spam|disturb|pester"},
    {"contacten",
     "manden|mande|mandes|envien|envie|escriban|escriba|llamen|llame|contacten|contacte|molesten|"
     "moleste|texteen|textees|texteen|mandar|enviar|escribir|llamar|molestar|contactar"},
    {"list",
     "list|lists|database|system|records|contacts|mailing|lista|listas|directory|campaign|"
     "campaigns"},
};

// A wish in plain words never to be written to again.
constexpr std::string_view stop_phrases[] = {
    "stop|quit|cease|halt|end|discontinue "
    "all|the|these|your|my|any|with|sending|those|getting|receiving? "
    "the|these|me|us|any|all|your|out? <text>",
    "stop|quit|cease calling|calls|contacting|emailing|phoning|writing|messaging|sending",
    "stop|quit|cease all|the|these|your|with? the|these|your|all? "
    "calls|contact|emails|communication|communications",
    "cancel|unsubscribe all|the|these|your|my|from|me? the|these|your|from|all? "
    "text|texts|messages|msgs|sms|messaging|notifications|alerts|texting|mensajes|subscription",
    "no more "
    "text|texts|texting|messages|messaging|msgs|sms|calls|contact|spam|reminders|emails|txt|txts",
    "no mas mensajes|textos|llamadas|sms|mensaje|spam",
    "don't|dont|never|not ever|you|please|even? <contact> me|us|again|anymore|here|this|$",
    "don't|dont|not want|wish|like|need|care any|more|to|your|these|the|get|receive|be|for|you? .. "
    "<text>",
    "not|don't|dont want|wish .. be .. contacted|called|texted|messaged",
    "not|don't|dont want|wish you|your|u to|guys .. <contact> me|us|anymore|again",
    "don't|dont|not ever? send|sending me|us anything|any|more|texts|messages|these|stuff|this",
    "no longer .. want|wish|interested|like to? receive|get|be|your|any|these|the? .. <text>",
    "wrong number|person|guy ... stop|remove|quit|delete|unsubscribe",
    "enough with|of the|these|your? <text>",
    "enough texts|messages|spam",
    "take|get|remove|drop my|this|our number|name|info off|out|from",
    "leave me|us alone",
    "take|remove|delete|get|scratch|drop|pull me|us|my|our|this "
    "name|number|info|phone|cell|contact|number's? off|from|of of|from? ... <list>|texts|messages",
    "take|get|remove me|us off|from here|this|it|your|of? here|this|texts|messages|$",
    "^ please? remove|delete me|us|this|my please|now|number|name|today? $",
    "remove|delete|erase|lose my|this|our phone|cell? number|name|info|contact|information",
    "opt|opting|opted me|us|my|this? number? out",
    "make .. <text> stop|end",
    "spam .. stop|unsubscribe|remove $",
    "optout",
    "unsubscribe|unsubscribed|unsubscribing|unsub",
    "revoke|withdraw|withdrawing|revoking my|all|any? consent|permission|authorization",
    "do not call|contact|text list",
    "fuck off",
    "dejen|deje|deja|dejar|parar|paren|pare|basta ya? de|con .. "
    "mensajes|textos|mandarme|enviarme|escribirme|llamarme|molestar|molestarme|mandar|enviar|"
    "llamadas|mandando|escribir|textear|textearme",
    "no me|nos vuelvan|vuelva? a? "
    "escriban|escriba|llamen|contacten|contacte|molesten|moleste|texteen|textees|escribir|llamar|"
    "contactar|molestar",
    "no me|nos manden|mande|envien|envie|mandes mas|nada|mensajes|textos|ya",
    "no quiero|deseo|queremos|quisiera mas|recibir|sus|estos|tus|que|ningun? "
    "mas|sus|estos|recibir|me? <text>|<contacten>|textos|llamadas",
    "quiteme|quitenme|borreme|borrenme|saqueme|saquenme|eliminenme|elimineme|bajenme ... "
    "lista|listas|sistema|mensajes|$",
    "borre|borren|elimine|eliminen|quite|quiten mi|mis numero|datos|nombre",
    "dar|darme|denme|deme de? baja",
    "cancelar|cancele|cancelen la|mi|los|mis suscripcion|mensajes",
};

// The message is this word and nothing else but courtesy.
constexpr std::array<std::string_view, 35> stop_words = {
    "stop",       "stopall",  "unsubscribe", "cancel",  "end",    "quit",        "revoke",
    "optout",     "unsub",    "arret",       "arrete",  "arrett", "stopp",       "alto",
    "parar",      "pare",     "cancelar",    "salir",   "paren",  "cese",        "fin",
    "detenganse", "detengan", "detente",     "basta",   "cease",  "ceasedesist", "desist",
    "nomas",      "baja",     "stopit",      "detener", "deten",  "stop2quit",   "stoptexting"};
constexpr std::array<std::string_view, 8> start_words = {
    "start", "unstop", "subscribe", "resubscribe", "optin", "comenzar", "empezar", "suscribir"};
constexpr std::array<std::string_view, 5> help_words = {"help", "info", "ayuda", "information",
                                                        "informacion"};

// What may stand around a consent word without changing it.
constexpr std::array<std::string_view, 46> courtesy = {
    "please",  "pls",         "plz",   "thanks", "thank", "you",     "thx",     "ty",
    "now",     "ok",          "okay",  "it",     "all",   "the",     "por",     "favor",
    "gracias", "ya",          "this",  "hey",    "hi",    "hello",   "just",    "sir",
    "maam",    "immediately", "right", "today",  "asap",  "kindly",  "u",       "everything",
    "me",      "and",         "hola",  "esto",   "guys",  "already", "forever", "permanently",
    "always",  "completely",  "i",     "said",   "told",  "asked"};

constexpr std::string_view start_phrases[] = {
    "^ please? start|resume .. <text>",
    "opt|opting me? in|back",
    "optin",
    "unstop",
    "resubscribe",
    "subscribe|sign me .. back|again|up? .. <text>|again|back",
    "^ suscribirme|suscribir|reanudar",
};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

// Letters of other alphabets that look like ours, and the digit that looks like a letter.
std::string without_lookalikes(std::string_view folded_text) {
  struct Lookalike {
    std::string_view seen;
    char meant;
  };
  constexpr Lookalike lookalikes[] = {
      {"\u0430", 'a'}, {"\u0441", 'c'}, {"\u0435", 'e'}, {"\u0456", 'i'}, {"\u043E", 'o'},
      {"\u0440", 'p'}, {"\u0455", 's'}, {"\u0442", 't'}, {"\u0443", 'y'}, {"\u0445", 'x'},
      {"\u03BF", 'o'}, {"\u03C1", 'p'}, {"\u03C4", 't'}, {"\u03B1", 'a'}, {"st0p", 'S'},
  };
  std::string text(folded_text);
  for (const Lookalike& lookalike : lookalikes) {
    const std::string meant = lookalike.meant == 'S' ? "stop" : std::string(1, lookalike.meant);
    text = replaced(text, lookalike.seen, meant);
  }
  return text;
}

// Letters spaced out ("S T O P", "s.t.o.p") are one word.
std::string spelled_together(const Words& words, std::size_t& at) {
  std::string letters;
  std::size_t end = at;
  while (end < words.size() && words[end].text.size() == 1 && words[end].is_letters()) {
    letters += words[end].text;
    ++end;
  }
  if (letters.size() < 3) return {};
  at = end;
  return letters;
}

// What a mail program or phone adds below the message.
std::string_view without_signature(std::string_view text) {
  constexpr std::string_view signs[] = {"\nsent from", "\n--", "\nget outlook", "\nenviado desde"};
  std::size_t end = text.size();
  for (const std::string_view sign : signs) end = std::min(end, text.find(sign));
  return text.substr(0, end);
}

struct Core {
  std::vector<std::string> words;  // Without courtesy; adjacent parts of one word joined.
  bool has_digits = false;
};

Core core_of(const Words& words) {
  Core core;
  for (std::size_t at = 0; at < words.size();) {
    std::string word = spelled_together(words, at);
    if (word.empty()) word = words[at++].text;
    if (!is_one_of(courtesy, word)) core.words.push_back(std::move(word));
  }
  return core;
}

// "STOPPP": a letter said three times or more is one.
std::string without_drawl(std::string_view word) {
  std::string text;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t next = std::min(word.find_first_not_of(word[at], at), word.size());
    constexpr std::size_t drawl_letters = 3;
    text.append(next - at >= drawl_letters ? 1 : next - at, word[at]);
    at = next;
  }
  return text;
}

OptOut keyword(const Core& core) {
  if (core.words.empty() || core.words.size() > 3) return OptOut::None;
  std::string together;
  for (const std::string& word : core.words) together += word;
  const bool repeats = std::ranges::all_of(
      core.words, [&](const std::string& word) { return word == core.words.front(); });
  const std::string word = without_drawl(repeats ? core.words.front() : together);
  if (is_one_of(stop_words, word)) return OptOut::Stop;
  if (is_one_of(start_words, word)) return OptOut::Start;
  if (is_one_of(help_words, word)) return OptOut::Help;
  return OptOut::None;
}

// "Don't call me before nine" is a wish about when or how, not whether.
bool is_about_when(const Words& words, const PhraseMatch& match) {
  const std::size_t end = match.words.end;
  if (words[end].mark == ',' && words.is_any(end, {"text", "call", "email", "message", "just"})) {
    return true;  // "Don't call, text me."
  }
  for (std::size_t at = match.words.end - 1; at < match.words.end + 2; ++at) {
    if (words.is_any(at, {"before", "after", "until", "till", "unless", "between", "when", "while",
                          "antes", "despues", "hasta", "during", "at", "if", "during"})) {
      return true;
    }
  }
  return false;
}

PhraseSet set_of(std::span<const std::string_view> phrases) {
  return PhraseSet(phrases, classes);
}

}  // namespace

OptOut read_opt_out(std::string_view text, Channel channel) {
  // Folding first removes what cannot be seen, so "S\u200BTOP" is one word.
  const std::string plain = without_lookalikes(folded(text));
  const Words words{without_signature(plain)};
  if (words.empty()) return OptOut::None;
  if (channel != Channel::Voice) {
    const OptOut found = keyword(core_of(words));
    if (found != OptOut::None) return found;
  }
  static const PhraseSet stop = set_of(stop_phrases);
  const bool stops = std::ranges::any_of(
      stop.find(words), [&](const PhraseMatch& match) { return !is_about_when(words, match); });
  if (stops) return OptOut::Stop;
  static const PhraseSet start = set_of(start_phrases);
  if (channel == Channel::Sms && !start.find(words).empty()) return OptOut::Start;
  return OptOut::None;
}

}  // namespace callwright::language
