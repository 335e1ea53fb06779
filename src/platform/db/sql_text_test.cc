#include "platform/db/sql_text.h"

#include <gtest/gtest.h>

namespace callwright::db {
namespace {

using Statements = std::vector<std::string>;

TEST(SplitStatements, cuts_at_semicolons_outside_of_strings_names_and_comments) {
  struct Row {
    const char* script;
    Statements statements;
  };
  const Row rows[] = {
      {"", {}},
      {" ; ;\n", {}},
      {"SELECT 1", {"SELECT 1"}},
      {"SELECT 1; SELECT 2;", {"SELECT 1", "SELECT 2"}},
      {"SELECT ';'; SELECT 'it''s; so'", {"SELECT ';'", "SELECT 'it''s; so'"}},
      {"SELECT \"a;b\"; SELECT 2", {"SELECT \"a;b\"", "SELECT 2"}},
      {"SELECT 1 -- one; two\n; SELECT 2", {"SELECT 1", "SELECT 2"}},
      {"SELECT 1 -- it's\n; SELECT 2", {"SELECT 1", "SELECT 2"}},
      {"SELECT /* ; ' */ 1; SELECT 2", {"SELECT   1", "SELECT 2"}},
      {"-- only a comment", {}},
      {"SELECT '-- no comment'; SELECT 2", {"SELECT '-- no comment'", "SELECT 2"}},
      {"DO $$ a; b $$; SELECT $body$ ; $$ ; $body$",
       {"DO $$ a; b $$", "SELECT $body$ ; $$ ; $body$"}},
      {"SELECT 'never closed; ", {"SELECT 'never closed;"}},
      {"SELECT 1 /* never closed; ", {"SELECT 1"}},
  };
  for (const Row& row : rows) EXPECT_EQ(split_statements(row.script), row.statements) << row.script;
}

TEST(NumberedArguments, count_question_marks_that_are_arguments) {
  struct Row {
    const char* sql;
    const char* text;
    int arguments;
  };
  const Row rows[] = {
      {"SELECT 1", "SELECT 1", 0},
      {"SELECT ?, ?", "SELECT $1, $2", 2},
      {"SELECT '?', \"?\", ? -- ?\n, ? /* ? */", "SELECT '?', \"?\", $1 -- ?\n, $2 /* ? */", 2},
  };
  for (const Row& row : rows) {
    const NumberedSql numbered = with_numbered_arguments(row.sql);
    EXPECT_EQ(numbered.text, row.text);
    EXPECT_EQ(numbered.arguments, row.arguments) << row.sql;
  }
}

TEST(ForEngine, reads_what_is_meant_for_it_and_no_other_comment) {
  const std::string_view script =
      "CREATE TABLE a (b) /* sqlite: WITHOUT ROWID */ /* postgres: WITH (fillfactor = 70) */ /* c "
      "*/ "
      "'/* sqlite: text */'";
  EXPECT_EQ(split_statements(for_engine(script, Engine::Sqlite)).at(0),
            "CREATE TABLE a (b)  WITHOUT ROWID      '/* sqlite: text */'");
  EXPECT_EQ(split_statements(for_engine(script, Engine::Postgres)).at(0),
            "CREATE TABLE a (b)    WITH (fillfactor = 70)    '/* sqlite: text */'");
}

TEST(ControlsTransactions, knows_the_words_that_belong_to_the_engine) {
  for (const char* sql : {"BEGIN", "  commit;", "Rollback", "END\n", "SAVEPOINT a", "RELEASE a",
                          "PRAGMA synchronous = OFF", "ATTACH 'x' AS y", "START TRANSACTION"}) {
    EXPECT_TRUE(controls_transactions(sql)) << sql;
  }
  for (const char* sql : {"SELECT 1", "INSERT INTO commits VALUES (1)", "UPDATE begin SET a = 1",
                          "SET TRANSACTION ISOLATION LEVEL READ COMMITTED", ""}) {
    EXPECT_FALSE(controls_transactions(sql)) << sql;
  }
}

}  // namespace
}  // namespace callwright::db
