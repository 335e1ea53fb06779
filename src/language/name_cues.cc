#include "language/name_cues.h"

#include <array>
#include <string_view>

namespace callwright::language {
namespace {

bool is_other_persons(const Words& words, std::size_t name_word) {
  if (name_word == 0) return false;
  const Word& owner = words[name_word - 1];
  return owner.text.ends_with("'s") ||
         words.is_any(name_word - 1, {"his", "her", "their", "your", "company", "business",
                                      "street", "su", "user", "file", "brand"});
}

}  // namespace

std::size_t strong_name_cue(const Words& words, std::size_t at) {
  static constexpr auto cues = std::to_array<std::string_view>({
      "my full name is",   "my first name is",
      "my last name is",   "my name would be",
      "my name is",        "the name is",
      "name is",           "my name's",
      "the name's",        "name's",
      "full name is",      "first name is",
      "first name",        "last name is",
      "last name",         "surname is",
      "under the name of", "under the name",
      "me llamo",          "mi nombre completo es",
      "mi nombre es",      "mi apellido es",
      "el nombre es",      "nombre es",
      "a nombre de",       "my name",
      "mi nombre",         "im called",
      "account is under",  "under the last name",
      "a nombre del",      "i'm called",
      "i go by",
  });
  for (const std::string_view cue : cues) {
    const std::size_t length = words.phrase_at(at, cue);
    if (length == 0) continue;
    const bool owned = cue.starts_with("my") || cue.starts_with("mi");
    return !owned && is_other_persons(words, at) ? 0 : length;
  }
  return 0;
}

std::size_t weak_name_cue(const Words& words, std::size_t at) {
  static constexpr auto cues = std::to_array<std::string_view>({
      "under my wife's name",
      "under my husband's name",
      "in my wife's name",
      "in my husband's name",
      "put it under",
      "it's under",
      "under",
      "just put",
      "put it as",
      "call me",
      "this is",
      "i'm",
      "im",
      "i am",
      "it's",
      "it is",
      "its",
      "soy",
      "habla",
      "le habla",
      "te habla",
      "de parte de",
      "aqui",
      "speaking with",
      "speaking to",
      "talking to",
      "talking with",
  });
  for (const std::string_view cue : cues) {
    if (const std::size_t length = words.phrase_at(at, cue)) return length;
  }
  return 0;
}

std::vector<PhraseMatch> other_person_cues(const Words& words) {
  static constexpr std::string_view phrases[] = {
      "for my|our|mi|nuestra|nuestro <relation>",
      "para mi|nuestra|nuestro <relation>",
  };
  static constexpr WordClass classes[] = {
      {"relation",
       "mother|mom|mum|mama|father|dad|papa|parents|wife|husband|partner|son|daughter|sister|"
       "brother|grandmother|grandma|grandfather|grandpa|aunt|uncle|cousin|neighbor|neighbour|"
       "friend|boss|tenant|landlord|landlady|client|madre|padre|esposa|esposo|hijo|hija|hermana|"
       "hermano|abuela|abuelo|tia|tio|prima|primo|vecina|vecino|suegra|suegro|amiga|amigo|jefe|"
       "jefa|inquilino|inquilina"}};
  static const PhraseSet set(phrases, classes);
  return set.find(words);
}

}  // namespace callwright::language
