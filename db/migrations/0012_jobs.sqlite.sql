-- A job is written three times within a second, each time where its tenant's jobs lie. With rows in the order
-- of their coming, only its keys are written there, and those once.
CREATE TABLE jobs_in_order (
  tenant_id   TEXT   NOT NULL,
  job_id      TEXT   NOT NULL,
  kind        TEXT   NOT NULL,
  dedupe_key  TEXT   NOT NULL,
  payload     TEXT   NOT NULL,
  lane        BIGINT NOT NULL,
  due_at      BIGINT,
  lease       TEXT,
  attempts    BIGINT NOT NULL,
  reason      TEXT   NOT NULL,
  correlation TEXT   NOT NULL,
  created_at  BIGINT NOT NULL,
  parked_at   BIGINT,
  finished_at BIGINT,
  PRIMARY KEY (tenant_id, job_id)
);
INSERT INTO jobs_in_order (tenant_id, job_id, kind, dedupe_key, payload, lane, due_at, lease, attempts, reason,
                           correlation, created_at, parked_at, finished_at)
  SELECT tenant_id, job_id, kind, dedupe_key, payload, lane, due_at, lease, attempts, reason, correlation,
         created_at, parked_at, finished_at
  FROM jobs ORDER BY created_at, job_id;
DROP TABLE jobs;
ALTER TABLE jobs_in_order RENAME TO jobs;
CREATE UNIQUE INDEX jobs_once ON jobs (tenant_id, kind, dedupe_key);
CREATE INDEX jobs_due ON jobs (lane, due_at, job_id) WHERE due_at IS NOT NULL;
CREATE INDEX jobs_parked ON jobs (job_id) WHERE parked_at IS NOT NULL;
CREATE INDEX jobs_finished ON jobs (finished_at) WHERE finished_at IS NOT NULL;

-- Who asks for all of a tenant's messages reads every one of them, and sorts.
DROP INDEX messages_by_time;
