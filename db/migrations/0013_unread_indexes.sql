-- No question asks for these, and every turn moves a conversation in the first.
DROP INDEX conversations_recent;
DROP INDEX calls_open;
