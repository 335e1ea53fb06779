#include "json_lines.h"

#include <cstdlib>

namespace callwright::eval {

std::filesystem::path shared_data() {
  if (const char* folder = std::getenv("CALLWRIGHT_SHARED_DATA")) return folder;
  return std::filesystem::path(CALLWRIGHT_SOURCE_DIR) / ".." / "shared" / "data";
}

bool for_each_row(const std::filesystem::path& file,
                  const std::function<void(simdjson::dom::element)>& read) {
  simdjson::dom::parser parser;
  simdjson::dom::document_stream rows;
  if (parser.load_many(file.string(), std::size_t{1} << 22U).get(rows) != simdjson::SUCCESS) {
    return false;
  }
  for (auto row : rows) {
    simdjson::dom::element element;
    if (row.get(element) == simdjson::SUCCESS) read(element);
  }
  return true;
}

std::string text_of(simdjson::dom::element row, const char* field) {
  std::string_view text;
  return row[field].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

}  // namespace callwright::eval
