#include "platform/journal/entry.h"

#include <array>
#include <bit>
#include <charconv>
#include <cstring>

namespace callwright::journal {
namespace {

constexpr std::int64_t notes_version = 1;
constexpr std::uint64_t mixer = 0x9E3779B97F4A7C15ULL;
// Notes are read back from a file that somebody may have changed: no number in them is believed
// beyond this.
constexpr std::int64_t count_max = 1'000'000;

std::uint64_t mixed(std::uint64_t state, std::uint64_t word) {
  state = (state ^ word) * mixer;
  return state ^ (state >> 29U);
}

std::uint64_t hash_of(std::uint64_t state, std::string_view text) {
  state = mixed(state, text.size());
  while (text.size() >= sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), sizeof word);
    state = mixed(state, word);
    text.remove_prefix(sizeof word);
  }
  std::uint64_t rest = 0;
  if (!text.empty()) std::memcpy(&rest, text.data(), text.size());
  return mixed(state, rest);
}

// Whole numbers end in a semicolon, texts say their length first: both can be read without looking
// ahead, and what is text stays readable.
void put(std::string& out, std::int64_t number) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
  out += ';';
}

void put(std::string& out, std::string_view text) {
  put(out, static_cast<std::int64_t>(text.size()));
  out += text;
}

void put(std::string& out, const db::Row::Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    out += 't';
    put(out, std::string_view(*text));
  } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    out += 'i';
    put(out, *number);
  } else if (const auto* real = std::get_if<double>(&cell)) {
    out += 'r';
    put(out, std::bit_cast<std::int64_t>(*real));
  } else {
    out += 'n';
  }
}

// Reads what was put. After the first thing that is not as it was put, everything is empty.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  std::int64_t number() {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (error != std::errc() || end == rest_.data() + rest_.size() || *end != ';') return fail(0);
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()) + 1);
    return value;
  }
  std::int64_t count() {
    const std::int64_t value = number();
    return value < 0 || value > count_max ? fail(0) : value;
  }
  std::string text() {
    const std::int64_t size = number();
    if (size < 0 || static_cast<std::uint64_t>(size) > rest_.size()) return fail(std::string());
    std::string value(rest_.substr(0, static_cast<std::size_t>(size)));
    rest_.remove_prefix(value.size());
    return value;
  }
  char letter() {
    if (rest_.empty()) return fail('\0');
    const char value = rest_.front();
    rest_.remove_prefix(1);
    return value;
  }

  bool good() const { return good_; }
  bool is_whole() const { return good_ && rest_.empty(); }

 private:
  template <class T>
  T fail(T value) {
    good_ = false;
    rest_ = {};
    return value;
  }

  std::string_view rest_;
  bool good_ = true;
};

db::Row::Cell read_cell(Reader& reader) {
  switch (reader.letter()) {
    case 't':
      return reader.text();
    case 'i':
      return reader.number();
    case 'r':
      return std::bit_cast<double>(reader.number());
    default:
      return std::monostate();
  }
}

db::Rows read_rows(Reader& reader) {
  db::Rows rows;
  const std::int64_t count = reader.count();
  const std::int64_t width = reader.count();
  for (std::int64_t row = 0; row < count && reader.good(); ++row) {
    std::vector<db::Row::Cell> cells;
    for (std::int64_t column = 0; column < width && reader.good(); ++column) {
      cells.push_back(read_cell(reader));
    }
    rows.emplace_back(std::move(cells));
  }
  return rows;
}

Error read_error(Reader& reader) {
  const std::int64_t code = reader.number();
  constexpr auto last = static_cast<std::int64_t>(ErrorCode::Unavailable);
  return {.code = static_cast<ErrorCode>(std::clamp<std::int64_t>(code, 0, last)),
          .message = reader.text()};
}

Statement read_statement(Reader& reader) {
  Statement statement;
  const char kind = reader.letter();
  const bool good = kind == 'q' || kind == 'x';
  statement.kind = kind == 'q' || kind == 'Q' ? Statement::Kind::Query : Statement::Kind::Execute;
  statement.sql = static_cast<std::uint64_t>(reader.number());
  statement.args = static_cast<std::uint64_t>(reader.number());
  if (!good) {
    statement.answer = read_error(reader);
  } else if (statement.kind == Statement::Kind::Query) {
    statement.answer = read_rows(reader);
  } else {
    statement.answer = reader.number();
  }
  return statement;
}

}  // namespace

std::uint64_t stable_hash(std::string_view text) {
  return hash_of(mixer, text);
}

std::uint64_t stable_hash(std::span<const db::Value> args) {
  std::uint64_t state = mixed(mixer, args.size());
  for (const db::Value& arg : args) {
    const db::Value::Variant& value = arg.variant();
    state = mixed(state, value.index());
    if (const auto* text = std::get_if<std::string_view>(&value)) {
      state = hash_of(state, *text);
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
      state = mixed(state, static_cast<std::uint64_t>(*number));
    } else if (const auto* real = std::get_if<double>(&value)) {
      state = mixed(state, std::bit_cast<std::uint64_t>(*real));
    }
  }
  return state;
}

void NotesWriter::query(std::string_view sql, std::span<const db::Value> args,
                        const Result<db::Rows>& answer) {
  statement(Statement::Kind::Query, answer.has_value(), sql, args);
  if (!answer) return error(answer.error());
  put(statements_, static_cast<std::int64_t>(answer->size()));
  put(statements_, static_cast<std::int64_t>(answer->empty() ? 0 : answer->front().size()));
  for (const db::Row& row : *answer) {
    for (std::size_t column = 0; column < row.size(); ++column) put(statements_, row.cell(column));
  }
}

void NotesWriter::execute(std::string_view sql, std::span<const db::Value> args,
                          const Result<std::int64_t>& answer) {
  statement(Statement::Kind::Execute, answer.has_value(), sql, args);
  if (!answer) return error(answer.error());
  put(statements_, *answer);
}

void NotesWriter::statement(Statement::Kind kind, bool good, std::string_view sql,
                            std::span<const db::Value> args) {
  ++count_;
  const char letter = kind == Statement::Kind::Query ? 'q' : 'x';
  statements_ += good ? letter : static_cast<char>(letter - 'a' + 'A');
  put(statements_, static_cast<std::int64_t>(stable_hash(sql)));
  put(statements_, static_cast<std::int64_t>(stable_hash(args)));
}

void NotesWriter::error(const Error& error) {
  put(statements_, static_cast<std::int64_t>(error.code));
  put(statements_, std::string_view(error.message));
}

std::string NotesWriter::finish(db::Engine engine, const std::vector<std::string>& drawn,
                                std::string_view answer) const {
  std::string out;
  out.reserve(statements_.size() + 256);
  put(out, notes_version);
  put(out, static_cast<std::int64_t>(engine));
  put(out, static_cast<std::int64_t>(stable_hash(answer)));
  put(out, static_cast<std::int64_t>(drawn.size()));
  for (const std::string& each : drawn) put(out, std::string_view(each));
  put(out, count_);
  out += statements_;
  return out;
}

Result<Notes> decode_notes(std::string_view text) {
  Reader reader(text);
  Notes notes;
  const std::int64_t version = reader.number();
  if (version != notes_version) {
    return failure(ErrorCode::Invalid, "an event was noted by another version of the program");
  }
  notes.engine = reader.number() == 0 ? db::Engine::Sqlite : db::Engine::Postgres;
  notes.answer = static_cast<std::uint64_t>(reader.number());
  const std::int64_t drawn = reader.count();
  for (std::int64_t i = 0; i < drawn && reader.good(); ++i) notes.drawn.push_back(reader.text());
  const std::int64_t statements = reader.count();
  for (std::int64_t i = 0; i < statements && reader.good(); ++i) {
    notes.statements.push_back(read_statement(reader));
  }
  if (!reader.is_whole()) return failure(ErrorCode::Invalid, "the notes of an event are damaged");
  return notes;
}

}  // namespace callwright::journal
