#include "platform/journal/player.h"

namespace callwright::journal {
namespace {

db::Row::Cell kept(const db::Value& value) {
  return std::visit(
      []<class T>(const T& held) -> db::Row::Cell {
        if constexpr (std::is_same_v<T, std::string_view>) {
          return std::string(held);
        } else {
          return held;
        }
      },
      value.variant());
}

std::unexpected<Error> not_noted() {
  return failure(ErrorCode::Unavailable, "the replay asked what was not asked then");
}

}  // namespace

Result<db::Rows> Player::run_query(std::string_view sql, std::span<const db::Value> args) {
  const Statement* noted = next(Statement::Kind::Query, sql, args);
  if (noted == nullptr) return not_noted();
  if (const auto* error = std::get_if<Error>(&noted->answer)) return std::unexpected(*error);
  return std::get<db::Rows>(noted->answer);
}

Result<std::int64_t> Player::run_execute(std::string_view sql, std::span<const db::Value> args) {
  const Statement* noted = next(Statement::Kind::Execute, sql, args);
  if (noted == nullptr) return not_noted();
  if (const auto* error = std::get_if<Error>(&noted->answer)) return std::unexpected(*error);
  return std::get<std::int64_t>(noted->answer);
}

const Statement* Player::next(Statement::Kind kind, std::string_view sql,
                              std::span<const db::Value> args) {
  const std::size_t number = asked_.size();
  Asked& asked = asked_.emplace_back(Asked{.kind = kind, .sql = std::string(sql), .args = {}});
  for (const db::Value& arg : args) asked.args.push_back(kept(arg));
  if (lost_) return nullptr;

  const Statement* noted = number < notes_.statements.size() ? &notes_.statements[number] : nullptr;
  if (noted == nullptr || noted->kind != kind || noted->sql != stable_hash(sql)) {
    deviate(Deviation::What::Statement, number);
    lost_ = true;
    return nullptr;
  }
  if (noted->args != stable_hash(args)) deviate(Deviation::What::Arguments, number);
  return noted;
}

void Player::finish() {
  if (asked_.size() < notes_.statements.size()) {
    deviate(Deviation::What::Statement, asked_.size());
  }
}

void Player::deviate(Deviation::What what, std::size_t number) {
  if (!deviation_) deviation_ = Deviation{.what = what, .number = number};
}

}  // namespace callwright::journal
