#include "platform/log/log.h"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <mutex>
#include <utility>

#include "platform/json/json.h"

namespace callwright::log {
namespace {

// One write per line: lines of several processes that share a file do not mix.
void write_to_standard_error(std::string_view line) {
  std::string text(line);
  text += '\n';
  std::string_view rest = text;
  while (!rest.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;  // Nobody can be told that telling failed.
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Where lines go. Never destroyed: threads may still write while the process ends.
struct Output {
  std::atomic<Level> level = Level::Info;
  SystemClock system_clock;

  std::mutex mutex;  // Guards what follows, and keeps lines one at a time.
  const Clock* clock = &system_clock;
  std::function<void(std::string_view)> sink = write_to_standard_error;
};

Output& output() {
  static Output& output = *new Output();
  return output;
}

std::string& correlation_of_this_thread() {
  thread_local std::string correlation;
  return correlation;
}

std::string_view to_string(Level level) {
  switch (level) {
    case Level::Debug:
      return "debug";
    case Level::Info:
      return "info";
    case Level::Warning:
      return "warning";
    case Level::Error:
      return "error";
  }
  return "error";
}

// ISO 8601 in UTC, to the millisecond: enough to order the lines of one process.
std::string timestamp(Instant now) {
  std::string text = iso8601_utc(now);
  const std::string fraction = std::to_string(1'000 + to_ms(now) % 1'000);
  return text.replace(text.size() - 1, 1, "." + fraction.substr(1) + "Z");
}

void append_value(std::string& line, const Field::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    append_json_string(line, *text);
  } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    line += std::to_string(*integer);
  } else if (const auto* number = std::get_if<double>(&value)) {
    line += Json(*number).dump();
  } else {
    line += std::get<bool>(value) ? "true" : "false";
  }
}

bool is_reserved(std::string_view name) {
  return name == "time" || name == "level" || name == "event" || name == "correlation";
}

void append_member(std::string& line, std::string_view name, const Field::Value& value) {
  line += ',';
  append_json_string(line, name);
  line += ':';
  append_value(line, value);
}

void write(Level level, std::string_view event, Fields fields, const Error* what = nullptr) {
  Output& out = output();
  if (level < out.level) return;

  std::string members = "\"level\":\"" + std::string(to_string(level)) + "\"";
  append_member(members, "event", std::string(event));
  if (const std::string& id = correlation_of_this_thread(); !id.empty()) {
    append_member(members, "correlation", id);
  }
  if (what != nullptr) {
    append_member(members, "code", std::string(to_string(what->code)));
    append_member(members, "message", what->message);
  }
  for (const Field& field : fields) {
    ASSERT(!is_reserved(field.name()));
    append_member(members, field.name(), field.value());
  }

  const std::lock_guard lock(out.mutex);
  out.sink("{\"time\":\"" + timestamp(out.clock->now()) + "\"," + members + "}");
}

}  // namespace

void debug(std::string_view event, Fields fields) {
  write(Level::Debug, event, fields);
}
void info(std::string_view event, Fields fields) {
  write(Level::Info, event, fields);
}
void warning(std::string_view event, Fields fields) {
  write(Level::Warning, event, fields);
}
void error(std::string_view event, Fields fields) {
  write(Level::Error, event, fields);
}
void error(std::string_view event, const Error& what, Fields fields) {
  write(Level::Error, event, fields, &what);
}

Correlation::Correlation(const CorrelationId& id)
    : previous_(std::exchange(correlation_of_this_thread(), id.text())) {}

Correlation::~Correlation() {
  correlation_of_this_thread() = std::move(previous_);
}

void configure(Settings settings) {
  Output& out = output();
  const std::lock_guard lock(out.mutex);
  out.level = settings.level;
  out.clock = settings.clock == nullptr ? &out.system_clock : settings.clock;
  out.sink = settings.sink ? std::move(settings.sink) : write_to_standard_error;
}

}  // namespace callwright::log
