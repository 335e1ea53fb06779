#include <algorithm>
#include <array>
#include <string_view>

#include "language/address_parts.h"
#include "language/address_words.h"
#include "language/numbers.h"
#include "language/phrase_index.h"

namespace callwright::language {
namespace {

constexpr std::size_t name_words_max = 7;
constexpr std::size_t road_digits_max = 4;

std::string ordinal_text(std::int64_t value) {
  const auto last = value % 10;
  const bool teen = value % 100 >= 11 && value % 100 <= 13;
  const char* suffix = teen ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
  return std::to_string(value) + suffix;
}

// "Northwest", "NW": such a direction belongs to the street wherever it stands.
bool is_compound_direction(std::string_view folded) {
  if (direction(folded).empty()) return false;
  return folded.size() == 2 || folded.starts_with("northe") || folded.starts_with("northw") ||
         folded.starts_with("southe") || folded.starts_with("southw");
}

// "Highway", "state route", "county road": roads that are named by a number or letter.
constexpr auto numbered_roads = std::to_array<std::string_view>({
    "state highway",
    "state hwy",
    "state route",
    "state road",
    "state rd",
    "state rte",
    "county road",
    "county rd",
    "county highway",
    "county hwy",
    "county route",
    "country road",
    "us highway",
    "us hwy",
    "us route",
    "u s highway",
    "u s hwy",
    "u s route",
    "farm to market road",
    "farm to market rd",
    "farm to market",
    "ranch to market road",
    "ranch to market",
    "fm road",
    "county trunk highway",
    "county trunk",
    "loop",
    "state loop",
    "state spur",
    "farm market",
    "f m",
    "fm",
    "interstate",
    "private road",
    "pr",
    "highway",
    "hwy",
    "route",
    "rte",
    "rt",
    "cr",
    "sr",
    "us",
    "u s",
    "i",
    "business",
    "rural route",
    "rr",
    "township road",
    "ranch road",
    "forest road",
    "carretera",
    "autopista",
});

std::size_t numbered_road_at(const Words& words, std::size_t at) {
  static const auto* const index = new PhraseIndex(numbered_roads);
  return index->longest_at(words, at);
}

class StreetReader {
 public:
  StreetReader(const Words& words, std::size_t at) : words_(words), next_(at) {}

  std::optional<Street> read() {
    if (!may_begin()) return std::nullopt;
    // "1204 de la calle Roble".
    for (const std::string_view article : {"de la", "de", "en la"}) {
      const std::size_t length = words_.phrase_at(next_, article);
      if (length != 0 && is_leading_type(next_ + length)) next_ += length;
    }
    read_leading_directions();
    read_name();
    if (text_.empty()) return std::nullopt;
    if (!typed_) cut_before_city();
    read_trailing_direction();
    return Street{.text = text_, .next = next_, .typed = typed_};
  }

 private:
  // "Avenue B", "Calle Ocho": the type comes first.
  bool is_leading_type(std::size_t at) const {
    return words_.is_any(
        at, {"avenue", "ave", "calle", "avenida", "camino", "paseo", "via", "rue", "boulevard"});
  }

  const Word& word(std::size_t ahead = 0) const { return words_[next_ + ahead]; }

  bool may_begin() const {
    if (next_ >= words_.size()) return false;
    return !word().opens_sentence() || word().mark == '.';
  }

  // Nothing of the street's name can come any more: a part, a pause or an everyday word follows.
  bool may_stop_at(std::size_t at) const {
    if (at >= words_.size() || ends_address_part(words_, at) || is_no_street_word(words_[at].text))
      return true;
    // "Capital of Texas Highway".
    if (const auto state = read_state(words_, at)) return !is_street_type(words_[state->next].text);
    return read_unit(words_, at) || read_zip(words_, at);
  }

  void append(std::string_view written) {
    if (!text_.empty()) text_ += ' ';
    text_ += written;
  }

  void take_words(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i, ++next_) {
      const bool small = !text_.empty() && words_.is_any(next_, {"of", "the", "de", "la", "del",
                                                                 "los", "las", "and", "y"});
      append(small ? word().text : in_title_case(words_.original({next_, next_ + 1})));
    }
  }

  void read_leading_directions() {
    constexpr int directions_max = 2;
    for (int taken = 0;
         taken < directions_max && !direction(word().text).empty() && next_ + 1 < words_.size();
         ++taken) {
      const std::string& following = word(1).text;
      const bool is_the_name =
          is_street_type(following) &&
          (may_stop_at(next_ + 2) || is_compound_direction(words_[next_ + 2].text));
      const bool everyday = is_no_street_word(following) && following.size() > 1;
      if (is_the_name || everyday || ends_address_part(words_, next_ + 1)) break;
      take_words(1);
      directed_ = true;
    }
  }

  void read_name() {
    for (names_ = 0; names_ < name_words_max && next_ < words_.size(); ++names_) {
      if (names_ > 0 && ends_address_part(words_, next_)) return;
      if (read_numbered_road() || read_type()) {
        typed_ = true;
        return;
      }
      if (starts_something_else() || !read_name_word()) return;
      ends_.push_back({.text_size = text_.size(), .next = next_});
      if (is_compound_direction(word().text)) return;
    }
  }

  // "State Route 66", "County Road DV", "US Highway No. 130 North".
  bool read_numbered_road() {
    const std::size_t length = numbered_road_at(words_, next_);
    if (length == 0) return false;
    const auto number = read_road_number(next_ + length);
    if (!number) return false;
    take_words(length);
    append(number->text);
    next_ = number->next;
    numbered_ = true;
    // "Interstate 35 frontage road".
    const bool beside = words_.is_any(next_, {"frontage", "service", "access"}) &&
                        words_.is_any(next_ + 1, {"road", "rd"});
    if (beside) take_words(2);
    if (is_street_type(word().text) && !ends_address_part(words_, next_)) take_words(1);
    return true;
  }

  std::optional<AddressPart> read_road_number(std::size_t at) const {
    AddressPart number{"", at};
    if (words_.is_any(at, {"no", "number"})) {
      number = {"No. ", at + 1};
    }
    const Word& first = words_[number.next];
    if (const auto digits = read_digits(words_, number.next, Hundreds::Count);
        digits && digits->digits.size() <= road_digits_max) {
      number.text += digits->digits;
      number.next = digits->next;
      const Word& letter = words_[number.next];
      if (letter.is_letters() && letter.text.size() == 1 && letter.mark == 0) {
        number.text += in_title_case(letter.text);
        ++number.next;
      }
    } else if (first.is_letters() && first.text.size() <= 3 && first.mark != ',' &&
               !is_street_type(first.text) && direction(first.text).empty() &&
               !is_no_street_word(first.text) && unit_kind(first.text).empty() &&
               !words_.is(at - 1, "i") && !words_.is(at - 1, "us")) {
      number.text += in_capitals(first.text);
      ++number.next;
    } else {
      return std::nullopt;
    }
    if (words_.is_any(number.next, {"business", "bypass", "loop", "spur", "alternate", "alt"})) {
      number.text += " " + in_title_case(words_[number.next].text);
      ++number.next;
    }
    return number;
  }

  bool begins_saint_city() const {
    const bool saint = words_.is_any(next_, {"st", "street"}) && is_saint_of_city(word(1).text) &&
                       word(1).mark != ',';
    if (!saint || ends_.empty()) return false;
    return may_stop_at(next_ + 2) || (is_place_type(word(2).text) && may_stop_at(next_ + 3));
  }

  // "Trail" in "Oak Trail Ridge Drive" does not end the name.
  bool commoner_type_follows() const {
    constexpr std::size_t reach = 3;
    for (std::size_t ahead = 1; ahead <= reach; ++ahead) {
      if (may_stop_at(next_ + ahead)) return false;
      const bool saint =
          words_.is_any(next_ + ahead, {"st", "street", "dr"}) && !may_stop_at(next_ + ahead + 1);
      if (ahead > 1 && is_common_street_type(word(ahead).text) && !saint) return true;
    }
    return false;
  }

  // The word that says what kind of street it is, and any that follow it at once: "Park Way".
  bool read_type() {
    if (!is_street_type(word().text)) return false;
    if (names_ == 0) {
      // "Avenue B", "Calle Ocho"; in "St. Charles" and "Cove Lantern" the word is the name's own.
      if (directed_) {
        if (!may_stop_at(next_ + 1) && !is_compound_direction(word(1).text) &&
            words_.is_any(next_, {"st", "dr", "point", "ct"}))
          return false;
      } else {
        typed_by_lead_ = is_leading_type(next_);
        return false;
      }
    }
    if (begins_saint_city()) return false;
    if (!is_common_street_type(word().text) && commoner_type_follows()) return false;
    take_words(1);
    constexpr int further_types_max = 2;
    for (int further = 0; further < further_types_max; ++further) {
      if (!is_street_type(word().text) || ends_address_part(words_, next_) || begins_saint_city())
        break;
      take_words(1);
    }
    if (words_.is(next_, "of") && word(1).is_letters() && !is_no_street_word(word(1).text))
      take_words(2);
    return true;
  }

  bool starts_something_else() const {
    const std::string& text = word().text;
    if (begins_saint_city()) return true;
    if (names_ == 0) {
      const bool lettered = text.size() == 1 && is_street_type(word(1).text);
      const bool article =
          text == "the" && word(1).is_letters() && !is_no_street_word(word(1).text);
      return is_no_street_word(text) && !lettered && !article;
    }
    // "Avenue of the Stars", "Alameda de la Pulga", "Capital of Texas Highway".
    const std::size_t after =
        next_ + (words_.is_any(next_ + 1, {"the", "la", "las", "los"}) ? 2 : 1);
    const bool particle =
        words_.is_any(next_, {"of", "the", "de", "la", "del", "los", "las", "and"}) &&
        !may_stop_at(after);
    if (is_no_street_word(text))
      return !(particle && (typed_by_lead_ || words_.is_any(next_, {"of", "de", "del"}) ||
                            words_.is_any(next_ - 1, {"of", "de"})));
    if (is_street_type(text)) return false;
    if (read_unit(words_, next_) || read_zip(words_, next_)) return true;
    const auto state = read_state(words_, next_);
    return state && !is_street_type(words_[state->next].text);
  }

  // "Oak", "21st", "twenty first"; a counted number only in a grid: "East 3300 South".
  bool read_name_word() {
    if (const auto ordinal = read_ordinal(words_, next_)) {
      append(ordinal_text(ordinal->value));
      next_ = ordinal->next;
      return true;
    }
    const auto spoken = numeral(word().text);
    if (word().is_digits() ||
        (spoken && spoken->kind != NumeralKind::Ordinal && word().text.size() > 1)) {
      const auto digits = read_digits(words_, next_, Hundreds::Count);
      if (!digits || digits->digits.size() > road_digits_max) return false;
      const bool named_by_number = names_ == 0 && (directed_ || word().is_digits());
      if (named_by_number) {
        append(digits->digits);
        next_ = digits->next;
        return true;
      }
      if (names_ > 0 && !(typed_by_lead_ && names_ == 1)) return false;
    }
    if (word().kind == WordKind::Taken) return false;
    take_words(1);
    return true;
  }

  // Without a type the name is taken to be short where a city may follow it: "South Elwood Jenks".
  void cut_before_city() {
    typed_ = typed_by_lead_ && ends_.size() > 1;
    if (ends_.size() < 2 || typed_) return;
    // A pause or a direction shows where the name ends; so does the end of what was said.
    const bool paused = ends_address_part(words_, next_) && !read_state(words_, next_);
    const bool ended = next_ >= words_.size() || paused || !direction(word().text).empty();
    const bool place_follows = read_state(words_, next_) || read_zip(words_, next_);
    if (ended || !place_follows) return;
    std::size_t keep = ends_.size();
    for (std::size_t i = 1; i + 1 < ends_.size() && keep == ends_.size(); ++i) {
      if (is_place_type(words_[ends_[i].next - 1].text)) keep = i + 1;
    }
    if (keep == ends_.size()) {
      const bool particle =
          words_.is_any(ends_[0].next - 1, {"la", "el", "san", "santa", "st", "saint", "old", "new",
                                            "de", "los", "las", "mc", "van", "martin"});
      keep = particle && ends_.size() > 2 ? 2 : particle ? ends_.size() : 1;
    }
    text_.resize(ends_[keep - 1].text_size);
    next_ = ends_[keep - 1].next;
  }

  // "NW", "north" after the street, unless it begins the city: "West Palm Beach".
  void read_trailing_direction() {
    const Word& first = word();
    if (direction(first.text).empty() || first.opens_sentence()) {
      if (!(first.mark == '.' && !direction(first.text).empty())) return;
    }
    const Word& second = word(1);
    if (first.text.size() == 1 && second.text.size() == 1 && second.mark != ',' &&
        !direction(first.text + second.text).empty()) {
      append(in_title_case(first.text + second.text));
      next_ += 2;
      return;
    }
    const bool compound = is_compound_direction(first.text);
    if (first.mark == ',' && !compound && !may_stop_at(next_ + 1)) return;
    const bool of_city =
        !compound && !numbered_ && may_follow_direction_in_city(second.text) && second.mark != ',';
    if (of_city) return;
    take_words(1);
    // "Priority Way West Drive".
    if (is_street_type(word().text) && may_stop_at(next_ + 1) && !ends_address_part(words_, next_))
      take_words(1);
  }

  struct End {
    std::size_t text_size = 0;
    std::size_t next = 0;
  };

  const Words& words_;
  std::size_t next_;
  std::string text_;
  std::vector<End> ends_;  // After each word of the name.
  std::size_t names_ = 0;
  bool directed_ = false;
  bool typed_ = false;
  bool typed_by_lead_ = false;
  bool numbered_ = false;
};

}  // namespace

std::optional<Street> read_street(const Words& words, std::size_t at) {
  return StreetReader(words, at).read();
}

}  // namespace callwright::language
