#pragma once

#include <simdjson.h>

#include <filesystem>
#include <functional>
#include <string>

namespace callwright::eval {

// The folder of measuring data: $CALLWRIGHT_SHARED_DATA, or ../shared/data beside the sources.
std::filesystem::path shared_data();

// Calls `read` for every line of the file. False when there is no such file.
bool for_each_row(const std::filesystem::path& file,
                  const std::function<void(simdjson::dom::element)>& read);

// The text of a field, or empty.
std::string text_of(simdjson::dom::element row, const char* field);

}  // namespace callwright::eval
