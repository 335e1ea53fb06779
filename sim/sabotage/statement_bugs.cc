#include "sim/sabotage/statement_bugs.h"

#include "sim/checks/business.h"

namespace callwright::sim {
namespace {

// The first column of the first row, or nothing.
std::optional<std::string> ask(db::Transaction& tx, std::string_view sql, std::string_view arg) {
  const Result<db::Rows> rows = tx.query(sql, arg);
  if (!rows || rows->empty()) return std::nullopt;
  return rows->front().text(0);
}

// Wall clocks are stored as if they stood in Greenwich.
class LocalTime final : public Saboteur {
 public:
  std::optional<Swallowed> on_write(Statement& statement, db::Transaction& tx) override {
    const bool inserts = statement.contains("INSERT INTO appointments");
    const bool updates = statement.contains("UPDATE appointments SET technician_id");
    if (!inserts && !updates) return std::nullopt;
    const auto settings = ask(tx, "SELECT settings FROM tenants WHERE tenant_id = ?",
                              statement.text(inserts ? 0 : 7));
    const auto business = settings ? read_business(*settings) : std::nullopt;
    if (!business) return std::nullopt;
    const std::size_t first = inserts ? 13 : 1;
    for (std::size_t at = first; at < first + 4; ++at) {
      const Instant instant = from_ms(statement.number(at));
      statement.set(at, to_ms(instant + business->zone.offset_at(instant)));
    }
    return std::nullopt;
  }
};

class JobForgotten final : public Saboteur {
 public:
  std::optional<Swallowed> on_write(Statement& statement, db::Transaction& /*tx*/) override {
    if (statement.contains("INSERT INTO jobs (") && statement.text(2) == "message.deliver") {
      return Swallowed{};
    }
    return std::nullopt;
  }
};

class OutcomeMissing final : public Saboteur {
 public:
  std::optional<Swallowed> on_write(Statement& statement, db::Transaction& /*tx*/) override {
    if (statement.contains("UPDATE conversations SET person") && statement.text(4) == "abandoned") {
      statement.set(4, std::string());
    }
    return std::nullopt;
  }
};

class CorrelationLost final : public Saboteur {
 public:
  std::optional<Swallowed> on_write(Statement& statement, db::Transaction& /*tx*/) override {
    if (statement.contains("INSERT INTO messages")) statement.set(13, "cor_unknown");
    return std::nullopt;
  }
};

class TenantSwapped final : public Saboteur {
 public:
  std::optional<Swallowed> on_write(Statement& statement, db::Transaction& tx) override {
    if (!statement.contains("INSERT INTO callbacks")) return std::nullopt;
    auto other =
        ask(tx, "SELECT tenant_id FROM tenants WHERE tenant_id <> ? LIMIT 1", statement.text(0));
    if (other) statement.set(0, *std::move(other));
    return std::nullopt;
  }
};

class WrongNumberOwner final : public Saboteur {
 public:
  void on_query(Statement& statement, db::Transaction& tx) override {
    if (!statement.contains("FROM tenant_numbers n")) return;
    auto other =
        ask(tx, "SELECT number FROM tenant_numbers WHERE number <> ? LIMIT 1", statement.text(0));
    if (other && ++asked_ % 4 == 0) statement.set(0, *std::move(other));
  }

 private:
  int asked_ = 0;
};

// Every confirmation is written down, and sent, once more under a cause of its own.
class MessageTwice final : public Saboteur {
 public:
  std::optional<Swallowed> on_write(Statement& statement, db::Transaction& tx) override {
    if (statement.contains("INSERT INTO messages") && statement.text(7) == "confirmation") {
      Statement again(statement.sql(), statement.args());
      message_ = statement.text(1);
      again.set(1, message_ + "x");
      again.set(2, std::string(statement.text(2)) + "x");
      static_cast<void>(tx.run_execute(again.sql(), again.args()));
    }
    if (statement.contains("INSERT INTO jobs (") && !message_.empty() &&
        statement.text(4) == message_) {
      Statement again(statement.sql(), statement.args());
      again.set(1, std::string(statement.text(1)) + "x");
      again.set(3, message_ + "x");
      again.set(4, message_ + "x");
      static_cast<void>(tx.run_execute(again.sql(), again.args()));
    }
    return std::nullopt;
  }

 private:
  std::string message_;
};

class LeaseOfAnHour final : public Saboteur {
 public:
  std::optional<Swallowed> on_write(Statement& statement, db::Transaction& /*tx*/) override {
    if (statement.contains("UPDATE jobs SET attempts = ?, lease = ?")) {
      statement.set(2, statement.number(2) + 3'600'000);
    }
    return std::nullopt;
  }
};

// The product is answered before the disk has it, and the disk never gets it.
class CommitTakenBack final : public Saboteur {
 public:
  bool on_commit() override { return ++commits_ % 40 != 0; }

 private:
  int commits_ = 0;
};

class OperatorNotTold final : public Saboteur {
 public:
  std::optional<Swallowed> on_write(Statement& statement, db::Transaction& /*tx*/) override {
    if (statement.contains("INSERT INTO messages") && statement.text(5) == "operator") {
      return Swallowed{};
    }
    return std::nullopt;
  }
};

class RecordEdited final : public Saboteur {
 public:
  std::optional<Swallowed> on_write(Statement& statement, db::Transaction& /*tx*/) override {
    if (statement.contains("INSERT INTO audit_entries") &&
        statement.text(4) == "appointment.cancelled") {
      statement.set(7, R"({"before":null,"after":null})");
    }
    return std::nullopt;
  }
};

}  // namespace

std::unique_ptr<Saboteur> plant_local_time(const Bug& /*bug*/) {
  return std::make_unique<LocalTime>();
}
std::unique_ptr<Saboteur> plant_job_forgotten(const Bug& /*bug*/) {
  return std::make_unique<JobForgotten>();
}
std::unique_ptr<Saboteur> plant_outcome_missing(const Bug& /*bug*/) {
  return std::make_unique<OutcomeMissing>();
}
std::unique_ptr<Saboteur> plant_correlation_lost(const Bug& /*bug*/) {
  return std::make_unique<CorrelationLost>();
}
std::unique_ptr<Saboteur> plant_tenant_swapped(const Bug& /*bug*/) {
  return std::make_unique<TenantSwapped>();
}
std::unique_ptr<Saboteur> plant_wrong_number_owner(const Bug& /*bug*/) {
  return std::make_unique<WrongNumberOwner>();
}
std::unique_ptr<Saboteur> plant_message_twice(const Bug& /*bug*/) {
  return std::make_unique<MessageTwice>();
}
std::unique_ptr<Saboteur> plant_lease_of_an_hour(const Bug& /*bug*/) {
  return std::make_unique<LeaseOfAnHour>();
}
std::unique_ptr<Saboteur> plant_commit_taken_back(const Bug& /*bug*/) {
  return std::make_unique<CommitTakenBack>();
}
std::unique_ptr<Saboteur> plant_operator_not_told(const Bug& /*bug*/) {
  return std::make_unique<OperatorNotTold>();
}
std::unique_ptr<Saboteur> plant_record_edited(const Bug& /*bug*/) {
  return std::make_unique<RecordEdited>();
}

}  // namespace callwright::sim
