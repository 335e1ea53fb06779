#pragma once

#include <functional>
#include <iosfwd>

#include "platform/json/json.h"

namespace callwright::server {

// A longer line is answered with an error and never held in memory.
inline constexpr std::size_t batch_line_bytes_max = std::size_t{4} << 20U;

// What is made of one line: the members that follow its id. An error's message is for whoever
// wrote the line.
using BatchAnswer = std::function<Result<Json>(const Json& line)>;

// JSON lines in, JSON lines out: one line for each that comes in, in the same order, written as
// soon as it is known. A line that cannot be answered gets {"id","line","error":{"code","message"}}
// and disturbs no other. How many there were is noted at the end. The exit code.
int run_batch(std::istream& in, std::ostream& out, std::ostream& notes, const BatchAnswer& answer);

// The text of a line's member, and Invalid where it is of another kind. Null is as good as absent.
Result<std::optional<std::string>> text_member(const Json& line, std::string_view name);
Result<std::string> needed_text_member(const Json& line, std::string_view name);

}  // namespace callwright::server
