#pragma once

#include <compare>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace callwright {

// A dialable number in E.164 form. The only way to obtain one is to parse it, so code that holds a
// PhoneNumber never checks it again.
class PhoneNumber {
 public:
  // Accepts E.164 ("+15550100120") and the written forms of North America ("(555) 010-0120",
  // "1-555-010-0120"). Anything else, and anything a carrier sends in place of a number
  // ("anonymous", "client:alice"), is no number.
  static std::optional<PhoneNumber> parse(std::string_view text);

  const std::string& e164() const { return e164_; }

  // "+1555•••0120": enough to recognise a number in a log, not enough to call it.
  std::string redacted() const;

  // "555 010 0120": how a North American number is read to a person; others as E.164.
  std::string national() const;

  friend auto operator<=>(const PhoneNumber&, const PhoneNumber&) = default;

  // A customer's number must not reach a log by accident: print redacted() instead.
  friend std::ostream& operator<<(std::ostream&, const PhoneNumber&) = delete;

 private:
  explicit PhoneNumber(std::string e164) : e164_(std::move(e164)) {}
  std::string e164_;
};

}  // namespace callwright
