-- Work to be done after a commit. Exactly one of due_at, parked_at and finished_at says what the job waits
-- for: its time (or the end of a lease), a person, or nothing more.
CREATE TABLE jobs (
  tenant_id   TEXT   NOT NULL,
  job_id      TEXT   NOT NULL,
  kind        TEXT   NOT NULL,
  dedupe_key  TEXT   NOT NULL,
  payload     TEXT   NOT NULL,
  lane        BIGINT NOT NULL,  -- 0 emergency, 1 normal, 2 bulk.
  due_at      BIGINT,           -- When it may be claimed; while it runs, when its lease ends.
  lease       TEXT,             -- Names the claim it runs under; null while it waits.
  attempts    BIGINT NOT NULL,  -- Begun since it was enqueued, or since it was last given a fresh start.
  reason      TEXT   NOT NULL,  -- Why the last attempt failed; empty at first.
  correlation TEXT   NOT NULL,
  created_at  BIGINT NOT NULL,
  parked_at   BIGINT,
  finished_at BIGINT,
  PRIMARY KEY (tenant_id, job_id)
) /* sqlite: WITHOUT ROWID */;

CREATE UNIQUE INDEX jobs_once ON jobs (tenant_id, kind, dedupe_key);
CREATE INDEX jobs_due ON jobs (lane, due_at, job_id) WHERE due_at IS NOT NULL;
CREATE INDEX jobs_parked ON jobs (job_id) WHERE parked_at IS NOT NULL;
CREATE INDEX jobs_finished ON jobs (finished_at) WHERE finished_at IS NOT NULL;

-- Events of the outside world that were acted upon, and what they were answered.
CREATE TABLE webhook_receipts (
  tenant_id   TEXT   NOT NULL,
  source      TEXT   NOT NULL,
  natural_key TEXT   NOT NULL,
  token       TEXT   NOT NULL,  -- The sender's retry token; empty when there is none.
  response    TEXT   NOT NULL,
  received_at BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, source, natural_key)
) /* sqlite: WITHOUT ROWID */;

CREATE UNIQUE INDEX webhook_receipts_by_token ON webhook_receipts (tenant_id, source, token)
  WHERE token <> '';
CREATE INDEX webhook_receipts_by_age ON webhook_receipts (received_at);
