#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

#include "base/id.h"
#include "base/phone_number.h"
#include "base/private_text.h"
#include "base/result.h"
#include "platform/clock/clock.h"

// JSON lines, one event each: time, level, event name, correlation id, fields. What a person said
// and whole phone numbers cannot be passed: a PhoneNumber is written redacted and PrivateText is
// refused by the compiler.
namespace callwright::log {

enum class Level : std::uint8_t { Debug, Info, Warning, Error };

class Field {
 public:
  using Value = std::variant<std::string, std::int64_t, double, bool>;

  Field(std::string_view name, std::string_view value) : name_(name), value_(std::string(value)) {}
  Field(std::string_view name, const char* value) : name_(name), value_(std::string(value)) {}
  Field(std::string_view name, const std::string& value) : name_(name), value_(value) {}
  Field(std::string_view name, bool value) : name_(name), value_(value) {}
  Field(std::string_view name, double value) : name_(name), value_(value) {}
  template <std::integral Integer>
  Field(std::string_view name, Integer value)
      : name_(name), value_(static_cast<std::int64_t>(value)) {}
  template <class Entity>
  Field(std::string_view name, const Id<Entity>& id) : name_(name), value_(id.text()) {}
  Field(std::string_view name, const PhoneNumber& number)
      : name_(name), value_(number.redacted()) {}
  Field(std::string_view name, const PrivateText&) = delete;

  std::string_view name() const { return name_; }
  const Value& value() const { return value_; }

 private:
  std::string_view name_;
  Value value_;
};

using Fields = std::initializer_list<Field>;

// `event` is a fixed dotted name such as "webhook.rejected": never built from data.
void debug(std::string_view event, Fields fields = {});
void info(std::string_view event, Fields fields = {});
void warning(std::string_view event, Fields fields = {});
void error(std::string_view event, Fields fields = {});
void error(std::string_view event, const Error& what, Fields fields = {});

// Lines of this thread carry the correlation id while the scope lives. Scopes nest. A scope must
// not live across a co_await, where the thread goes on with somebody else's work.
class Correlation {
 public:
  explicit Correlation(const CorrelationId& id);
  ~Correlation();
  Correlation(const Correlation&) = delete;
  Correlation& operator=(const Correlation&) = delete;

 private:
  std::string previous_;
};

// Where lines go and what they are stamped with; set once, before the first line. Default: standard
// error, Info, the system clock. The sink gets whole lines without the newline, one at a time.
struct Settings {
  Level level = Level::Info;
  const Clock* clock = nullptr;
  std::function<void(std::string_view line)> sink;
};
void configure(Settings settings);

}  // namespace callwright::log
