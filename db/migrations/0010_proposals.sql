-- What a model was asked about one event, until the turn has taken the answer. The answer is gone
-- from here then; that it was asked stays for a day, so that an event that comes twice asks once.
CREATE TABLE proposals (
  tenant_id  TEXT   NOT NULL,
  event_key  TEXT   NOT NULL,  -- The natural key of the event.
  asked_at   BIGINT NOT NULL,
  question   TEXT   NOT NULL,  -- What we had asked the person.
  provider   TEXT   NOT NULL,
  outcome    TEXT   NOT NULL,  -- "asked", "proposed", or why there is nothing.
  answer     TEXT   NOT NULL,  -- JSON; empty when there is none.
  latency_ms BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, event_key)
) /* sqlite: WITHOUT ROWID */;
CREATE INDEX proposals_by_time ON proposals (tenant_id, asked_at);

-- How often a model was asked on a day of the tenant's own zone.
CREATE TABLE proposal_days (
  tenant_id TEXT   NOT NULL,
  day       TEXT   NOT NULL,  -- "2026-03-10".
  asked     BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, day)
) /* sqlite: WITHOUT ROWID */;
