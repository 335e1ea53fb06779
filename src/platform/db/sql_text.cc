#include "platform/db/sql_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace callwright::db {
namespace {

enum class PieceKind : std::uint8_t { Code, Quoted, Comment };

struct Piece {
  PieceKind kind;
  std::string_view text;  // Never empty.
};

// From the opening mark to the closing one, or to the end where it is missing.
std::string_view up_to(std::string_view text, std::string_view closing, std::size_t from) {
  const std::size_t end = text.find(closing, from);
  return end == std::string_view::npos ? text : text.substr(0, end + closing.size());
}

// The mark that opens a PostgreSQL string such as $$...$$ or $body$...$body$; empty when there is
// none.
std::string_view dollar_mark(std::string_view text) {
  std::size_t end = 1;
  const auto in_name = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  while (end < text.size() && in_name(text[end])) ++end;
  return end < text.size() && text[end] == '$' ? text.substr(0, end + 1) : std::string_view();
}

// The piece at the start of a text that is not empty. A doubled quote ends one piece and begins the
// next, which comes to the same.
Piece first_piece(std::string_view text) {
  if (text.starts_with("--")) return {PieceKind::Comment, up_to(text, "\n", 2)};
  if (text.starts_with("/*")) return {PieceKind::Comment, up_to(text, "*/", 2)};
  if (text.front() == '\'' || text.front() == '"') {
    return {PieceKind::Quoted, up_to(text, text.substr(0, 1), 1)};
  }
  if (text.front() == '$') {
    const std::string_view mark = dollar_mark(text);
    if (!mark.empty()) return {PieceKind::Quoted, up_to(text, mark, mark.size())};
  }
  return {PieceKind::Code, text.substr(0, 1)};
}

template <class Visit>
void for_each_piece(std::string_view text, const Visit& visit) {
  while (!text.empty()) {
    const Piece piece = first_piece(text);
    visit(piece);
    text.remove_prefix(piece.text.size());
  }
}

}  // namespace

std::vector<std::string> split_statements(std::string_view script) {
  std::vector<std::string> statements;
  std::string statement;
  const auto finish = [&] {
    const std::string_view text = trimmed(statement);
    if (!text.empty()) statements.emplace_back(text);
    statement.clear();
  };
  for_each_piece(script, [&](const Piece& piece) {
    if (piece.kind == PieceKind::Comment) {
      statement += ' ';
    } else if (piece.kind == PieceKind::Code && piece.text == ";") {
      finish();
    } else {
      statement += piece.text;
    }
  });
  finish();
  return statements;
}

NumberedSql with_numbered_arguments(std::string_view sql) {
  NumberedSql numbered;
  for_each_piece(sql, [&](const Piece& piece) {
    if (piece.kind == PieceKind::Code && piece.text == "?") {
      numbered.text += '$';
      numbered.text += std::to_string(++numbered.arguments);
    } else {
      numbered.text += piece.text;
    }
  });
  return numbered;
}

std::string for_engine(std::string_view script, Engine engine) {
  const std::string_view mark = engine == Engine::Sqlite ? "/* sqlite:" : "/* postgres:";
  std::string translated;
  for_each_piece(script, [&](const Piece& piece) {
    if (piece.kind == PieceKind::Comment && piece.text.starts_with(mark)) {
      translated += piece.text.substr(mark.size(), piece.text.size() - mark.size() - 2);
    } else {
      translated += piece.text;
    }
  });
  return translated;
}

bool controls_transactions(std::string_view sql) {
  static constexpr std::array<std::string_view, 13> words = {
      "begin",   "start",  "commit", "end",    "rollback", "abort",  "savepoint",
      "release", "attach", "detach", "pragma", "vacuum",   "prepare"};
  const std::string_view text = trimmed(sql);
  const std::string first = lowered(text.substr(0, text.find_first_of(" \t\n;")));
  return std::ranges::find(words, first) != words.end();
}

}  // namespace callwright::db
