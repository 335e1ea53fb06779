-- Rows lie in the order of their coming here already.

-- No question asks for it, and every turn moves a conversation in it.
DROP INDEX conversations_open_idle;
