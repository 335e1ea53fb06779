-- One conversation with one person on one channel, and what the dialogue remembers of it.
CREATE TABLE conversations (
  tenant_id        TEXT   NOT NULL,
  conversation_id  TEXT   NOT NULL,
  channel          TEXT   NOT NULL,
  conversation_key TEXT   NOT NULL,  -- The outside's name for it: a call's sid, a texting person's number.
  person           TEXT,             -- E.164; null while unknown or withheld.
  customer_id      TEXT,
  correlation      TEXT   NOT NULL,
  turn             BIGINT NOT NULL,  -- The turn that is awaited.
  memory           TEXT   NOT NULL,
  outcome          TEXT   NOT NULL,  -- Empty while it is open.
  emergency        TEXT   NOT NULL,
  opened_at        BIGINT NOT NULL,
  last_at          BIGINT NOT NULL,  -- Of the last turn, either side.
  ended_at         BIGINT,           -- Null while it is open; null again when a text thread goes on.
  PRIMARY KEY (tenant_id, conversation_id)
);
CREATE INDEX conversations_by_key
  ON conversations (tenant_id, channel, conversation_key, opened_at, conversation_id);
-- Two first events that arrive together cannot open the same call twice.
CREATE UNIQUE INDEX conversations_open_key ON conversations (tenant_id, channel, conversation_key)
  WHERE ended_at IS NULL;
CREATE INDEX conversations_recent ON conversations (tenant_id, last_at);
CREATE INDEX conversations_open_idle ON conversations (last_at) WHERE ended_at IS NULL;

CREATE TABLE turns (
  tenant_id       TEXT   NOT NULL,
  conversation_id TEXT   NOT NULL,
  turn            BIGINT NOT NULL,
  at              BIGINT NOT NULL,
  heard           TEXT   NOT NULL,  -- Redacted.
  said            TEXT   NOT NULL,
  trace           TEXT   NOT NULL,  -- JSON: what was understood and why the answer was what it was.
  PRIMARY KEY (tenant_id, conversation_id, turn),
  FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, conversation_id)
);

-- Who wants no texts. No row: nothing was ever said about the number.
CREATE TABLE consents (
  tenant_id TEXT   NOT NULL,
  number    TEXT   NOT NULL,  -- E.164
  consent   TEXT   NOT NULL,
  at        BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, number)
);

-- The outbox: everything we ever said, or will say, to somebody outside.
CREATE TABLE messages (
  tenant_id       TEXT   NOT NULL,
  message_id      TEXT   NOT NULL,
  cause_key       TEXT   NOT NULL,  -- One message per cause.
  at              BIGINT NOT NULL,
  recipient       TEXT   NOT NULL,
  role            TEXT   NOT NULL,
  channel         TEXT   NOT NULL,
  kind            TEXT   NOT NULL,
  body            TEXT   NOT NULL,
  status          TEXT   NOT NULL,
  failure         TEXT   NOT NULL,
  withdrawn       BIGINT NOT NULL,  -- 1: no copy may be handed over any more.
  conversation_id TEXT,
  correlation     TEXT   NOT NULL,
  PRIMARY KEY (tenant_id, message_id),
  UNIQUE (tenant_id, cause_key)
);
CREATE INDEX messages_by_time ON messages (tenant_id, at, message_id);
CREATE INDEX messages_by_conversation ON messages (tenant_id, conversation_id, at, message_id);
CREATE INDEX messages_queued ON messages (tenant_id, recipient) WHERE status = 'queued';

-- Every time a message was about to be handed to a provider, committed before it was. A row that is still
-- 'open' when the message is looked at again means that the process died in between: a copy may have gone.
CREATE TABLE delivery_attempts (
  tenant_id  TEXT   NOT NULL,
  message_id TEXT   NOT NULL,
  number     BIGINT NOT NULL,  -- 1 and up.
  begun_at   BIGINT NOT NULL,
  ended_at   BIGINT,
  result     TEXT   NOT NULL,
  detail     TEXT   NOT NULL,  -- The provider's id, error code or reason.
  PRIMARY KEY (tenant_id, message_id, number),
  FOREIGN KEY (tenant_id, message_id) REFERENCES messages (tenant_id, message_id)
);

-- What a provider calls a copy of a message, and its latest news about it. News may come before the answer
-- that names the copy: then the row waits without a message. Both sides write this one row, so that
-- neither can miss the other.
CREATE TABLE message_copies (
  tenant_id   TEXT   NOT NULL,
  provider_id TEXT   NOT NULL,
  message_id  TEXT,
  status      TEXT   NOT NULL,
  failure     TEXT   NOT NULL,
  at          BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, provider_id)
);
CREATE INDEX message_copies_by_message ON message_copies (tenant_id, message_id);
CREATE INDEX message_copies_unnamed ON message_copies (tenant_id, at) WHERE message_id IS NULL;
