#include "server/commands/batch.h"

#include <istream>
#include <ostream>

#include "base/text.h"
#include "server/commands/commands.h"

namespace callwright::server {
namespace {

enum class LineEnd : std::uint8_t { Whole, TooLong, NoMore };

// Reads to the end of the line whatever its length, and keeps no more than a line may have.
LineEnd read_line(std::istream& in, std::string& line) {
  line.clear();
  std::streambuf& source = *in.rdbuf();
  bool any = false;
  bool too_long = false;
  for (int c = source.sbumpc(); c != std::char_traits<char>::eof(); c = source.sbumpc()) {
    any = true;
    if (c == '\n') return too_long ? LineEnd::TooLong : LineEnd::Whole;
    if (line.size() == batch_line_bytes_max) too_long = true;
    if (!too_long) line.push_back(static_cast<char>(c));
  }
  if (!any) return LineEnd::NoMore;
  return too_long ? LineEnd::TooLong : LineEnd::Whole;
}

struct Fault {
  std::string_view code;
  std::string message;
  Json id;
};

bool is_id(const Json& id) {
  const std::string* text = id.as_string();
  return id.is_integer() || (text != nullptr && !text->empty());
}

std::expected<Json, Fault> answer_line(LineEnd end, const std::string& line,
                                       const BatchAnswer& answer) {
  if (end == LineEnd::TooLong) {
    return std::unexpected(
        Fault{.code = "line_too_long",
              .message = "a line has at most " + std::to_string(batch_line_bytes_max) + " bytes",
              .id = {}});
  }
  if (!is_valid_utf8(line)) {
    return std::unexpected(
        Fault{.code = "invalid_utf8", .message = "the line is not UTF-8", .id = {}});
  }
  auto input = Json::parse(line);
  if (!input) {
    return std::unexpected(Fault{.code = "not_json", .message = input.error().message, .id = {}});
  }
  if (!input->is_object()) {
    return std::unexpected(
        Fault{.code = "not_an_object", .message = "a line is one JSON object", .id = {}});
  }
  const Json id = (*input)["id"];
  if (!is_id(id)) {
    return std::unexpected(Fault{.code = "missing_id",
                                 .message = "\"id\" is a text that is not empty, or an integer",
                                 .id = {}});
  }
  auto answered = answer(*input);
  if (!answered) {
    return std::unexpected(Fault{.code = "invalid", .message = answered.error().message, .id = id});
  }
  Json all = Json::object({{"id", id}});
  for (const Json::Member& member : *answered->as_object()) all.set(member.first, member.second);
  return all;
}

Json to_json(const Fault& fault, std::int64_t number) {
  return Json::object(
      {{"id", fault.id},
       {"line", number},
       {"error", Json::object({{"code", fault.code}, {"message", fault.message}})}});
}

}  // namespace

int run_batch(std::istream& in, std::ostream& out, std::ostream& notes, const BatchAnswer& answer) {
  std::string line;
  std::int64_t count = 0;
  std::int64_t faults = 0;
  for (LineEnd end = read_line(in, line); end != LineEnd::NoMore; end = read_line(in, line)) {
    ++count;
    const auto answered = answer_line(end, line, answer);
    if (!answered) ++faults;
    out << (answered ? *answered : to_json(answered.error(), count)).dump() << '\n' << std::flush;
    if (!out) return exit_failed;
  }
  notes << "callwright: " << count << " lines read, " << faults << " answered with an error\n"
        << std::flush;
  return exit_ok;
}

Result<std::optional<std::string>> text_member(const Json& line, std::string_view name) {
  const Json& member = line[name];
  if (member.is_null()) return std::nullopt;
  const std::string* text = member.as_string();
  if (text == nullptr) {
    return failure(ErrorCode::Invalid, "\"" + std::string(name) + "\" is no text");
  }
  return *text;
}

Result<std::string> needed_text_member(const Json& line, std::string_view name) {
  TRY_ASSIGN(auto text, text_member(line, name));
  if (!text) return failure(ErrorCode::Invalid, "\"" + std::string(name) + "\" is missing");
  return *std::move(text);
}

}  // namespace callwright::server
