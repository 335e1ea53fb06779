#include "language/owner_names.h"

#include <array>
#include <string_view>

#include "base/text.h"
#include "language/name_words.h"

namespace callwright::language {
namespace {

using Side = Person::Side;

// Words of such questions that are nobody's name.
bool is_everyday(const Words& words, std::size_t at) {
  return words.is_any(at, {"i",           "me",         "my",        "we",        "us",
                           "our",         "the",        "a",         "an",        "any",
                           "all",         "just",       "only",      "have",      "on",
                           "in",          "at",         "for",       "to",        "of",
                           "is",          "are",        "do",        "does",      "today",
                           "and",         "or",         "it",        "that",      "this",
                           "next",        "there",      "up",        "going",     "coming",
                           "first",       "last",       "happening", "urgent",    "please",
                           "text",        "send",       "read",      "tell",      "summary",
                           "left",        "open",       "booked",    "free",      "scheduled",
                           "planned",     "doing",      "with",      "week",      "month",
                           "from",        "by",         "what",      "when",      "who",
                           "how",         "look",       "like",      "looking",   "about",
                           "anything",    "everything", "something", "nothing",   "everybody",
                           "everyone",    "anybody",    "anyone",    "nobody",    "somebody",
                           "someone",     "crew",       "team",      "guys",      "time",
                           "times",       "many",       "much",      "busy",      "still",
                           "got",         "shaping",    "been",      "be",        "need",
                           "needs",       "want",       "wants",     "work",      "working",
                           "off",         "start",      "starts",    "end",       "ends",
                           "list",        "them",       "those",     "these",     "later",
                           "emergencies", "emergency",  "earliest",  "latest",    "he",
                           "she",         "they",       "him",       "her",       "his",
                           "their",       "you",        "your",      "has",       "had",
                           "did",         "was",        "were",      "am",        "now",
                           "left",        "here",       "anywhere",  "where",     "available",
                           "slots",       "slot",       "openings",  "opening",   "cancellations",
                           "cooking",     "new",        "else",      "books",     "docket",
                           "rest",        "full",       "other",     "more",      "most",
                           "home",        "noon",       "hear",      "see",       "know",
                           "can",         "could",      "will",      "would",     "phone",
                           "it's",        "there's",    "that's",    "what's",    "who's",
                           "where's",     "el",         "la",        "los",       "las",
                           "mi",          "mis",        "de",        "del",       "para",
                           "hoy",         "que",        "hay",       "tengo",     "por",
                           "algo",        "todo",       "todos",     "esta",      "este",
                           "una",         "un",         "favor",     "gente",     "equipo",
                           "con",         "y",          "solo",      "lunch",     "address",
                           "dinner",      "break",      "traffic",   "weather",   "changes",
                           "office",      "number",     "name",      "customers", "gate",
                           "parts",       "tools",      "truck",     "anyone's",  "cancelled",
                           "canceled",    "slammed",    "cuantos"});
}

bool names_place(const Words& words, std::size_t at) {
  return words.is_any(
      at, {"job", "place", "house", "home", "residence", "appointment", "visit", "property",
           "repair", "install", "project", "estimate", "account", "family"});
}

bool is_title(const Words& words, std::size_t at) {
  return words.is_any(at, {"mr", "mrs", "ms", "miss", "dr", "doctor", "senor", "senora", "senorita",
                           "don", "dona", "sr", "sra"});
}

bool is_name_word(const Words& words, std::size_t at) {
  constexpr std::size_t shortest = 2;
  return words[at].is_letters() && words[at].text.size() >= shortest && !is_everyday(words, at) &&
         !names_visits(words, at) && !names_place(words, at) && !is_title(words, at);
}

std::string as_name(std::string_view original) {
  std::string name(trimmed(original));
  if (name.ends_with("'s")) name.resize(name.size() - 2);
  bool begins = true;
  for (char& c : name) {
    if (begins && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    begins = c == ' ' || c == '-';
  }
  return name;
}

struct Name {
  std::string name;
  std::size_t next = 0;
  bool titled = false;
  bool article = false;
  bool owns = false;  // "Henderson's".
};

// "Mike", "Mrs. Henderson's", "the Johnsons".
std::optional<Name> name_at(const Words& words, std::size_t at) {
  constexpr std::size_t words_max = 3;
  Name found;
  if (words.is_any(at, {"the", "el", "la", "los", "las"})) {
    found.article = true;
    ++at;
  }
  if (is_title(words, at)) {
    found.titled = true;
    ++at;
  }
  std::size_t end = at;
  while (end < at + words_max && is_name_word(words, end) &&
         (end == at || words[end].mark == ' ')) {
    ++end;
    found.owns = words[end - 1].text.ends_with("'s");
    if (found.owns) break;
  }
  if (end == at) return std::nullopt;
  found.name = as_name(words.original({at, end}));
  found.next = end;
  return found;
}

std::optional<Person> customer(const std::optional<Name>& name) {
  if (!name) return std::nullopt;
  return Person{Side::Customer, name->name};
}

std::optional<Person> technician(const std::optional<Name>& name) {
  if (!name) return std::nullopt;
  // A title or an article is a customer's: "what are we doing for the Watsons".
  if (name->titled || (name->article && name->name.ends_with('s'))) return customer(name);
  if (name->article) return std::nullopt;
  return Person{Side::Technician, name->name};
}

// "Technician Maria", "customer Ellen Brooks", "assigned to Ben".
std::optional<Person> announced(const Words& words, std::size_t at) {
  if (words.is_any(at, {"technician", "tech", "tecnico", "tecnica"}))
    return technician(name_at(words, at + 1));
  if (words.is_any(at, {"customer", "client", "cliente", "clienta"}))
    return customer(name_at(words, at + 1));
  for (const std::string_view cue : {"assigned to", "asignados a", "asignadas a", "asignado a"}) {
    if (const std::size_t length = words.phrase_at(at, cue))
      return technician(name_at(words, at + length));
  }
  return std::nullopt;
}

// "Mike's schedule" is a technician's, "the Henderson's place" and "the Peterson job" a customer's.
std::optional<Person> owner(const Words& words, std::size_t at) {
  const auto name = name_at(words, at);
  if (!name) return std::nullopt;
  if (name->owns && name->titled) return customer(name);
  if (names_place(words, name->next) && (name->article || name->titled)) return customer(name);
  if (name->owns &&
      (names_visits(words, name->next) ||
       words.is_any(name->next, {"emergencies", "emergency", "first", "next", "last"})))
    return technician(name);
  if (name->owns && names_place(words, name->next)) return customer(name);
  return std::nullopt;
}

// "With Linda Park", "for Mr. Okafor", "jobs for the Watsons", "when do I see Mr. Diaz".
std::optional<Person> visited(const Words& words, std::size_t at) {
  if (words.is_any(at, {"with", "con", "seeing", "meet", "meeting", "visiting"}))
    return customer(name_at(words, at + 1));
  if (words.phrase_at(at, "i see") != 0 || words.phrase_at(at, "we see") != 0)
    return customer(name_at(words, at + 2));
  const bool at_for = words.is_any(at, {"at", "for", "a", "para", "have", "see", "got"});
  const auto name = at_for ? name_at(words, at + 1) : std::nullopt;
  if (!name) return std::nullopt;
  const bool of_people = name->article && name->name.ends_with('s');
  const bool visits =
      words.is_any(at, {"for", "para"}) && at > 0 &&
      words.is_any(at - 1, {"job", "jobs", "visit", "visits", "appointment", "appointments", "work",
                            "anything", "cita", "citas", "visita", "trabajo"});
  if (name->titled || of_people || visits || (words.is(at, "at") && name->owns))
    return customer(name);
  return std::nullopt;
}

// "What does Mike have", "is Tony free", "how busy is Jorge", "everything Ray has".
std::optional<Person> working(const Words& words, std::size_t at) {
  if (words.is_any(at, {"does", "is", "did", "has", "what's", "where's", "when's", "how's", "whats",
                        "wheres", "will", "was", "tiene", "esta", "hace", "trabaja"}))
    return technician(name_at(words, at + 1));
  const auto name = name_at(words, at);
  if (name && !name->owns && words.is_any(name->next, {"has", "have", "got", "tiene"}))
    return technician(name);
  return std::nullopt;
}

// "The schedule for Kevin", "la agenda de Pedro", "how's it shaping up for Steve".
std::optional<Person> served(const Words& words, std::size_t at) {
  if (!words.is_any(at, {"for", "para", "de"})) return std::nullopt;
  const auto name = name_at(words, at + 1);
  // "For lunch": what follows is a name where it is written or known as one.
  if (!name) return std::nullopt;
  const bool written = name->name.front() == words.original({at + 1, at + 2}).front();
  if (!written && !name->titled && !name->article && !is_first_name(words[at + 1].text))
    return std::nullopt;
  // The crew goes by first names.
  return name && name->name.contains(' ') ? customer(name) : technician(name);
}

// "Mike tomorrow", "and Mike's": a first name and nothing that says whose it is.
std::optional<Person> named(const Words& words, std::size_t at) {
  std::string_view text = words[at].text;
  if (text.ends_with("'s")) text.remove_suffix(2);
  if (!words[at].is_letters() || is_everyday(words, at) || !is_first_name(text))
    return std::nullopt;
  return technician(name_at(words, at));
}

}  // namespace

bool names_visits(const Words& words, std::size_t at) {
  return words.is_any(at,
                      {"schedule",     "schedules",   "calendar", "jobs",     "job",     "route",
                       "appointments", "appointment", "visits",   "visit",    "day",     "calls",
                       "agenda",       "stops",       "stop",     "citas",    "cita",    "trabajos",
                       "trabajo",      "visitas",     "visita",   "bookings", "horario", "ruta",
                       "calendario",   "schedule's",  "workload", "board"});
}

std::optional<Person> read_person(const Words& words) {
  for (const auto production : {announced, owner, visited, working, served, named}) {
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (auto person = production(words, at)) return person;
    }
  }
  return std::nullopt;
}

}  // namespace callwright::language
