#include "platform/journal/journal.h"

#include <gtest/gtest.h>

#include "platform/journal/entry_rows.h"
#include "platform/journal/player.h"
#include "platform/journal/recorder.h"
#include "support/store_test.h"

namespace callwright::journal {
namespace {

using tests::one_of_each_engine;
using tests::store_name;
using tests::StoreTest;

const TenantId tenant("ten_1");
const CorrelationId conversation("CA00000000000000000000000000000001");
constexpr std::string_view add_row = "INSERT INTO notes (tenant_id, name, size) VALUES (?, ?, ?)";
constexpr std::string_view all_rows = "SELECT name, size FROM notes WHERE tenant_id = ?";

class JournalTest : public StoreTest {
 protected:
  JournalTest() {
    write([](db::Transaction& tx) {
      return tx.execute("CREATE TABLE notes (tenant_id TEXT, name TEXT PRIMARY KEY, size BIGINT)");
    });
  }

  Event event() const {
    return {.name = "test.event",
            .run = {},
            .input = [] { return std::string("{}"); },
            .at = clock_.now(),
            .correlation = conversation,
            .may_go_on = may_go_on_};
  }
  // Runs an event; its work is given the transaction.
  Result<std::string> run(const Journal::Work& work,
                          const Owner& owner = {.tenant = tenant, .settings_hash = "s"}) {
    return database_->write(
        [&](db::Transaction& tx) { return journal_.run(tx, owner, event(), work); });
  }
  std::vector<Entry> entries() {
    return read([&](db::Transaction& tx) { return entries_of(tx, tenant, conversation); });
  }
  Journal::Work adds(std::string name) {
    return [this, name = std::move(name)](db::Transaction& tx) -> Result<std::string> {
      TRY(tx.execute(add_row, tenant, name + ids_.text("row"), 7));
      TRY_ASSIGN(const db::Rows rows, tx.query(all_rows, tenant));
      return "there are " + std::to_string(rows.size());
    };
  }

  bool may_go_on_ = false;
  ManualClock clock_{parse_iso8601("2026-03-10T15:00:00Z").value()};
  SeededRandom random_{1};
  EventIds ids_{clock_, random_};
  jobs::Queue queue_{clock_, ids_};
  KeptJournal journal_{{}, ids_, queue_};
};

TEST_P(JournalTest, keeps_what_an_event_drew_and_asked_and_was_answered) {
  ASSERT_EQ(run(adds("a")), "there are 1");
  const auto kept = entries();
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].name, "test.event");
  EXPECT_EQ(kept[0].at, clock_.now());
  EXPECT_EQ(kept[0].notes.engine, database_->engine());
  EXPECT_EQ(kept[0].notes.answer, stable_hash("there are 1"));
  ASSERT_EQ(kept[0].notes.drawn.size(), 1U);
  EXPECT_TRUE(kept[0].notes.drawn[0].starts_with("row_"));
  ASSERT_EQ(kept[0].notes.statements.size(), 2U);
  EXPECT_EQ(std::get<std::int64_t>(kept[0].notes.statements[0].answer), 1);
  const auto& rows = std::get<db::Rows>(kept[0].notes.statements[1].answer);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].integer(1), 7);
}

TEST_P(JournalTest, an_event_that_left_no_trace_elsewhere_leaves_none_here) {
  const Journal::Work fails = [&](db::Transaction& tx) -> Result<std::string> {
    TRY(adds("a")(tx));
    return failure(ErrorCode::Invalid, "no");
  };
  EXPECT_FALSE(run(fails).has_value());
  const Journal::Work only_reads = [](db::Transaction& tx) -> Result<std::string> {
    TRY(tx.query(all_rows, tenant));
    TRY(tx.execute("DELETE FROM notes WHERE size = 99"));
    return "ok";
  };
  EXPECT_TRUE(run(only_reads).has_value());
  EXPECT_TRUE(entries().empty());
}

TEST_P(JournalTest, an_event_that_may_go_on_leaves_an_entry_though_it_changed_nothing) {
  may_go_on_ = true;
  const Journal::Work only_reads = [](db::Transaction& tx) -> Result<std::string> {
    TRY(tx.query(all_rows, tenant));
    return "ask first";
  };
  EXPECT_TRUE(run(only_reads).has_value());
  const auto kept = entries();
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].notes.answer, stable_hash("ask first"));
}

TEST_P(JournalTest, whoever_keeps_no_transcripts_keeps_no_journal) {
  EXPECT_TRUE(
      run(adds("a"), {.tenant = tenant, .settings_hash = "s", .keeps_words = false}).has_value());
  EXPECT_TRUE(entries().empty());
}

TEST_P(JournalTest, time_stands_still_in_an_event_and_only_there) {
  const EventClock seen(clock_);
  const Instant began = clock_.now();
  EXPECT_TRUE(run([&](db::Transaction&) -> Result<std::string> {
    clock_.advance(Seconds(5));
    EXPECT_EQ(seen.now(), began);
    return "ok";
  }));
  EXPECT_EQ(seen.now(), began + Seconds(5));
}

TEST_P(JournalTest, a_player_answers_what_was_answered_and_names_what_was_not_asked) {
  ASSERT_TRUE(run(adds("a")));
  const Notes notes = entries().at(0).notes;
  const auto played = [&](const Journal::Work& work) {
    const EventScope scope(clock_.now(), notes.drawn);
    Player player(notes);
    const Result<std::string> answer = work(player);
    player.finish();
    return std::pair(answer.value_or("failed"), player.deviation());
  };
  EXPECT_EQ(played(adds("a")).first, "there are 1");
  EXPECT_FALSE(played(adds("a")).second);

  const auto other_arguments = played(adds("b"));
  EXPECT_EQ(other_arguments.first, "there are 1");
  EXPECT_EQ(other_arguments.second.value().what, Deviation::What::Arguments);
  EXPECT_EQ(other_arguments.second.value().number, 0U);

  const auto other_statement = played([](db::Transaction& tx) -> Result<std::string> {
    TRY(tx.query(all_rows, tenant));
    return "ok";
  });
  EXPECT_EQ(other_statement.first, "failed");
  EXPECT_EQ(other_statement.second.value().what, Deviation::What::Statement);

  const auto too_few = played([](db::Transaction&) -> Result<std::string> { return "ok"; });
  EXPECT_EQ(too_few.second.value().number, 0U);
}

TEST_P(JournalTest, entries_are_forgotten_when_their_day_is_old_enough) {
  JournalForgetter forgetter(*database_, clock_);
  jobs::Worker worker(*database_, clock_, random_);
  worker.handle(std::string(forget_job), forgetter);
  ASSERT_TRUE(run(adds("a")));
  clock_.advance(std::chrono::days(1));
  ASSERT_TRUE(run(adds("b")));
  clock_.set(parse_iso8601("2026-04-09T23:59:59Z").value());
  ASSERT_TRUE(worker.run_due());
  EXPECT_EQ(entries().size(), 2U);
  clock_.advance(Seconds(1));
  ASSERT_TRUE(worker.run_due());
  EXPECT_EQ(entries().size(), 1U);
  clock_.advance(std::chrono::days(1));
  ASSERT_TRUE(worker.run_due());
  EXPECT_TRUE(entries().empty());
}

INSTANTIATE_TEST_SUITE_P(Stores, JournalTest, ::testing::ValuesIn(one_of_each_engine()),
                         store_name);

TEST(Notes, survive_being_written_and_read) {
  NotesWriter writer;
  const std::vector<db::Value> args = {"x", 1, nullptr, 0.5};
  writer.query("SELECT 1", args,
               db::Rows{db::Row({std::string("a;9:b"), std::int64_t{-3}, 2.5, std::monostate()})});
  writer.execute("UPDATE x", {}, failure(ErrorCode::Conflict, "taken"));
  const auto read = decode_notes(writer.finish(db::Engine::Postgres, {"row_1"}, "yes"));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->engine, db::Engine::Postgres);
  EXPECT_EQ(read->drawn, std::vector<std::string>{"row_1"});
  const auto& row = std::get<db::Rows>(read->statements.at(0).answer).at(0);
  EXPECT_EQ(row.text(0), "a;9:b");
  EXPECT_EQ(row.integer(1), -3);
  EXPECT_EQ(row.real(2), 2.5);
  EXPECT_TRUE(row.is_null(3));
  EXPECT_EQ(std::get<Error>(read->statements.at(1).answer), (Error{ErrorCode::Conflict, "taken"}));
  EXPECT_EQ(read->statements[0].args, stable_hash(args));
}

TEST(Notes, that_are_cut_short_or_of_another_version_are_refused) {
  NotesWriter writer;
  writer.query("SELECT 1", {}, db::Rows{db::Row({std::string("hello")})});
  const std::string whole = writer.finish(db::Engine::Sqlite, {"row_1"}, "yes");
  ASSERT_TRUE(decode_notes(whole));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(decode_notes(whole.substr(0, size))) << size;
  }
  EXPECT_FALSE(decode_notes(whole + "x"));
  EXPECT_FALSE(decode_notes("2" + whole.substr(1)));
}

}  // namespace
}  // namespace callwright::journal
