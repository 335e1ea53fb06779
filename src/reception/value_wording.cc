#include "reception/value_wording.h"

#include "base/text.h"

namespace callwright::reception {
namespace {

using dialogue::Clarity;
using dialogue::Value;

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Sentences are heard better when kinds of street are not spelled: only the name of the street is.
std::string address_spelled(const customers::Address& address) {
  std::string text;
  for (const std::string_view word : split(address.street, ' ')) {
    if (word.empty()) continue;
    if (!text.empty()) text += ", ";
    text += is_digit(word.front()) ? digit_by_digit(word) : letter_by_letter(word);
  }
  if (!address.unit.empty()) text += ", " + digit_by_digit(address.unit);
  if (!address.city.empty()) text += ", " + address.city;
  if (!address.zip.empty()) text += ", " + digit_by_digit(address.zip);
  return text;
}

std::string address_wording(const customers::Address& address, Clarity clarity) {
  switch (clarity) {
    case Clarity::Natural:
      return customers::one_line(address);
    case Clarity::Letters:
      return address_spelled(address);
    case Clarity::Digits:
    case Clarity::Keypad:
      break;
  }
  return digit_by_digit(customers::one_line(address));
}

}  // namespace

std::string digit_by_digit(std::string_view text) {
  std::string spaced;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && is_digit(text[i]) && is_digit(text[i - 1])) spaced += ' ';
    spaced += text[i];
  }
  return spaced;
}

std::string letter_by_letter(std::string_view text) {
  std::string spelled;
  bool first = true;
  for (const char c : text) {
    if (c == ' ') {
      spelled += ';';
      continue;
    }
    if (!continues_character(c)) {
      if (!first) spelled += spelled.back() == ';' ? " " : ", ";
      first = false;
    }
    spelled += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return spelled;
}

std::string value_wording(const dialogue::Memory& memory, bool is_typed) {
  if (!memory.doubt) return "";
  const Clarity clarity = is_typed ? Clarity::Natural : memory.clarity;
  const bool natural = clarity == Clarity::Natural;
  const bool spelled = clarity >= Clarity::Letters;
  switch (*memory.doubt) {
    case Value::Name:
      return spelled ? letter_by_letter(memory.name) : memory.name;
    case Value::Phone:
      if (!memory.phone) return "";
      return natural ? memory.phone->national() : digit_by_digit(memory.phone->national());
    case Value::Address:
      return address_wording(memory.address, clarity);
    case Value::Email:
      return spelled ? letter_by_letter(memory.email) : memory.email;
  }
  return "";
}

}  // namespace callwright::reception
