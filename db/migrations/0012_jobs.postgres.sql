-- Rows lie in the order of their coming here already.

-- Who asks for all of a tenant's messages reads every one of them, and sorts.
DROP INDEX messages_by_time;
