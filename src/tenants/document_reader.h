#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/phone_number.h"
#include "platform/json/json.h"

namespace callwright::tenants {

// Reads one object of a document that people wrote. It notes every mistake with its path
// ("services[1].name: is required") instead of stopping at the first, so that all of them can be
// mended at once; what cannot be read is taken to be absent. Mistakes name members, never the
// values of names, numbers or notes.
class ObjectReader {
 public:
  // The mistakes must outlive the reader. An empty path is the whole document.
  ObjectReader(const Json& json, std::string path, std::vector<std::string>& mistakes);

  bool has(std::string_view name);

  enum class Need : std::uint8_t { Optional, Required };
  // One line of text, trimmed; empty when absent.
  std::string line(std::string_view name, std::size_t bytes_max, Need need = Need::Optional);
  // The same, but line breaks are allowed.
  std::string text(std::string_view name, std::size_t bytes_max);
  bool flag(std::string_view name, bool fallback);
  std::int64_t integer(std::string_view name, std::int64_t fallback, std::int64_t min,
                       std::int64_t max);
  std::optional<PhoneNumber> phone(std::string_view name);
  std::string email(std::string_view name);
  std::vector<std::string> lines(std::string_view name, std::size_t count_max,
                                 std::size_t bytes_max);

  // One of a closed list of words; the position in the list.
  std::optional<std::size_t> choice(std::string_view name, std::span<const std::string_view> words);

  // Members of an array with their paths; none when absent.
  struct Item {
    const Json& json;
    std::string path;
  };
  std::vector<Item> items(std::string_view name, std::size_t count_max);

  // The object under a name; null stands for an absent one.
  std::optional<ObjectReader> object(std::string_view name);

  // Call last: every member that nobody asked for is a mistake.
  void refuse_unknown();

  void mistake(std::string_view name, std::string_view what);
  std::string path_of(std::string_view name) const;
  std::vector<std::string>& mistakes() { return mistakes_; }

 private:
  const Json* member(std::string_view name);

  const Json& json_;
  std::string path_;
  std::vector<std::string>& mistakes_;
  std::vector<std::string_view> known_;
};

void add_mistake(std::vector<std::string>& mistakes, std::string_view path, std::string_view what);

// A line inside an array; nothing after noting the mistake.
std::optional<std::string> read_line(const ObjectReader::Item& item, std::size_t bytes_max,
                                     std::vector<std::string>& mistakes);
std::optional<PhoneNumber> read_phone(const ObjectReader::Item& item,
                                      std::vector<std::string>& mistakes);
// Lower case. An address is checked for its shape only: the mail server has the last word.
std::optional<std::string> read_email(const ObjectReader::Item& item,
                                      std::vector<std::string>& mistakes);

}  // namespace callwright::tenants
