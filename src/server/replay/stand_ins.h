#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "platform/json/json.h"

namespace callwright::server {

// Puts stand-ins in the place of people: the same stand-in everywhere, of the same shape. Telephone
// numbers and e-mail addresses are known by how they look or are dictated; names and streets have
// to be made known first.
class StandIns {
 public:
  // A person's name: "Dr. Ana O'Neil". Everyday words in it are no name.
  void know_name(std::string_view name);
  // A house number and street: "1204 Oak Street".
  void know_street(std::string_view street);
  // Names and streets that somebody says.
  void listen(std::string_view words, std::string_view asked);

  // JSON inside a text is replaced inside.
  std::string in_text(std::string_view text);
  // Every text, no names of members.
  Json in_json(const Json& json);

  // How many of each there are, for the reader of what was replaced.
  Json counts() const;
  // Whatever was replaced, folded: none of it may be found in what is given away.
  const std::set<std::string>& replaced() const { return replaced_; }

 private:
  std::string phone(std::string_view digits);
  std::string email(std::string_view address);
  std::string with_numbers(std::string_view text);
  std::string with_dictated(std::string_view text);
  std::string with_words(std::string_view text);

  std::map<std::string, std::string> names_;    // By folded word.
  std::map<std::string, std::string> streets_;  // By folded word.
  std::map<std::string, std::string> houses_;   // By number.
  std::map<std::string, std::string> phones_;   // By E.164.
  std::map<std::string, std::string> emails_;   // By address in lower case.
  std::set<std::string> replaced_;
};

}  // namespace callwright::server
