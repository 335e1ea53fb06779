CREATE TABLE calls (
  tenant_id       TEXT   NOT NULL,
  call_id         TEXT   NOT NULL,
  provider_id     TEXT   NOT NULL,  -- The carrier's name for it.
  conversation_id TEXT   NOT NULL,
  state           TEXT   NOT NULL,
  carrier_status  TEXT   NOT NULL,  -- The highest ranked the carrier has told; empty before the first.
  started_at      BIGINT NOT NULL,
  ended_at        BIGINT,
  PRIMARY KEY (tenant_id, call_id),
  UNIQUE (tenant_id, provider_id)
);
CREATE INDEX calls_by_conversation ON calls (tenant_id, conversation_id);
CREATE INDEX calls_open ON calls (started_at) WHERE ended_at IS NULL;

-- Everything that happened to a call in the order it became known, also what changed nothing because it came
-- late.
CREATE TABLE call_events (
  tenant_id    TEXT   NOT NULL,
  call_id      TEXT   NOT NULL,
  number       BIGINT NOT NULL,  -- 1 and up.
  at           BIGINT NOT NULL,
  source       TEXT   NOT NULL,  -- 'state': the table of states. 'carrier': the carrier's own status.
  event        TEXT   NOT NULL,
  from_state   TEXT   NOT NULL,
  to_state     TEXT,             -- Null when it changed nothing.
  source_event TEXT   NOT NULL,  -- Which webhook or job: its natural key.
  PRIMARY KEY (tenant_id, call_id, number),
  FOREIGN KEY (tenant_id, call_id) REFERENCES calls (tenant_id, call_id)
);

-- People who were promised a call.
CREATE TABLE callbacks (
  tenant_id       TEXT   NOT NULL,
  callback_id     TEXT   NOT NULL,
  phone           TEXT   NOT NULL,  -- E.164; empty when the caller withheld it.
  reason          TEXT   NOT NULL,
  priority        TEXT   NOT NULL,
  due             BIGINT NOT NULL,
  status          TEXT   NOT NULL,
  recording       TEXT   NOT NULL,
  note            TEXT   NOT NULL,
  conversation_id TEXT,
  created_at      BIGINT NOT NULL,
  outcome         TEXT   NOT NULL,  -- What came of it; empty while it is open.
  closed_at       BIGINT,
  PRIMARY KEY (tenant_id, callback_id)
);
CREATE UNIQUE INDEX callbacks_open ON callbacks (tenant_id, conversation_id)
  WHERE status = 'open';
CREATE INDEX callbacks_by_time ON callbacks (tenant_id, created_at, callback_id);
